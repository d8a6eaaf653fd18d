"""Charts in characters: bars, pyramids, intervals, sparklines; ASCII without Unicode."""

from __future__ import annotations

from moditrack.charts_and_graphs import Chart

_UNICODE = "█▓▒░▚▞"
_PLAIN = "#=+-o."
_SPARKS = "▁▂▃▄▅▆▇█"
_PLAIN_SPARKS = "_-=+*%#@"
_MAX_WIDTH = 60


def draw(chart: Chart, width: int, *, plain: bool) -> str:
    """The lines of a chart, no wider than `width`."""
    marks = _PLAIN if plain else _UNICODE
    label = max(len(name) for name, _ in chart.rows)
    values_width = 24 if chart.kind == "interval" else 12
    room = max(min(width - label - values_width, _MAX_WIDTH), 10)
    lines = {"stacked": _stacked, "pyramid": _pyramid, "interval": _interval}[chart.kind](
        chart, label, room, marks
    )
    return "\n".join([chart.title, *(line.rstrip() for line in lines)])


def spark(values: list[int | None], top: int, *, plain: bool = False) -> str:
    """A bar for each value on a scale up to `top`; a dot for none."""
    none, sparks = (".", _PLAIN_SPARKS) if plain else ("·", _SPARKS)
    bars = []
    for value in values:
        if not value:
            bars.append(none)
        else:
            bars.append(sparks[max(0, round(value / top * (len(sparks) - 1)))])
    return "".join(bars)


INTERVAL = 31
"""The width of an interval in a table that has room for it."""


def interval(
    low: float, point: float, high: float, top: float, *, plain: bool = False, width: int = INTERVAL
) -> str:
    """An interval on a scale from 0 to `top`, as wide in every row; an end beyond 1, or short of
    it, is drawn so."""
    line, dot, left, right, one = tuple("-o|||" if plain else "─●├┤│")
    cells = [" "] * width
    most = width - 1
    first, middle, last, same = (
        min(round(value / top * most), most) for value in (low, point, high, 1)
    )
    if high != 1 and last == same:
        last = min(same + 1, most) if high > 1 else same - 1
    cells[first : last + 1] = line * (last + 1 - first)
    cells[same] = one
    cells[first], cells[last] = left, right
    cells[middle] = dot
    return "".join(cells)


def interval_scale(top: float, one: str, width: int = INTERVAL) -> str:
    """The heading of intervals: where 0 and 1 are, and what 1 means, where there is room."""
    place = min(round((width - 1) / top), width - 1)
    text = f"{one} 1" if len(one) + 3 < place else "1"
    return f"0{text:>{place}}"


def _lengths(values: tuple[float, ...], top: float, room: int) -> list[int]:
    """The length of each bar in cells: at least one cell unless the value is 0."""
    return [max(1, round(value / top * room)) if value else 0 for value in values]


def _fills(chart: Chart, marks: str) -> tuple[list[str], list[float]]:
    """The fill of each series, the strongest for the largest total; and the totals."""
    totals = [sum(values) for values in zip(*(own for _, own in chart.rows), strict=True)]
    largest = sorted(range(len(totals)), key=lambda index: -totals[index])
    return [marks[largest.index(index) % len(marks)] for index in range(len(totals))], totals


def _stacked(chart: Chart, label: int, room: int, marks: str) -> list[str]:
    top = max(sum(values) for _, values in chart.rows)
    fills, totals = _fills(chart, marks)
    lines = []
    for name, values in chart.rows:
        cells = _lengths(values, top, room)
        parts = zip(fills, values, cells, strict=True)
        bar = "".join(_part(fill, value, cell) for fill, value, cell in parts)
        lines.append(f"{name:<{label}}  {bar} {sum(values):g}")
    named = zip(fills, chart.series, totals, strict=True)
    return lines + [f"{mark} {name}: {total:g}" for mark, name, total in named]


def _part(fill: str, value: float, cells: int) -> str:
    """A part of a bar, with its value inside where there is room."""
    text = f"{value:g}"
    return f"{text:{fill}^{cells}}" if cells > len(text) else fill * cells


def _pyramid(chart: Chart, label: int, room: int, marks: str) -> list[str]:
    half = room // 2
    top = max(max(values) for _, values in chart.rows) or 1
    left, right = chart.series
    (fill, other), _ = _fills(chart, marks)
    lines = [f"{left:>{half + 4}}  {'':^{label}}  {right}"]
    for name, (one, two) in chart.rows:
        own = f"{one:g} " + fill * round(one / top * half)
        lines.append(
            f"{own:>{half + 4}}  {name:^{label}}  {other * round(two / top * half)} {two:g}"
        )
    return lines


def _interval(chart: Chart, label: int, room: int, marks: str) -> list[str]:
    top = max(1.25, *(max(values) for _, values in chart.rows))
    lines = []
    for name, (low, point, high) in chart.rows:
        drawn = interval(low, point, high, top, plain=marks == _PLAIN, width=room + 1)
        lines.append(f"{name:<{label}}  {drawn} {point:.2f} ({low:.2f}-{high:.2f})")
    return [*lines, f"{'':<{label}}  {'0':<{round(room / top)}}1"]
