"""Tables of a PDF without rulings: rows of words whose columns line up."""

from __future__ import annotations

from itertools import pairwise

from moditrack.documents.blocks import Cell
from moditrack.documents.readers.pdf_columns import Box
from moditrack.documents.readers.pdf_lines import Line
from moditrack.documents.readers.pdf_page import Ruling
from moditrack.documents.readers.pdf_tables import Table, box_of, with_headers
from moditrack.documents.readers.pdf_text import NUMBER, joined
from moditrack.documents.readers.pdf_words import Word

_FEWEST = 3
"""Rows that line up in a table without rulings."""
_TIGHT = 0.8
"""Ems between two lines that are side by side, in cells of different height."""
_SPLIT = 0.38
"""Ems between headings of neighbouring columns at least; a space is narrower."""
Band = list[Line]
Placed = tuple[Line, int, int]


def aligned(lines: list[Line], boxes: list[Box], rules: list[Ruling]) -> list[Band | Box]:
    """Lines and boxes from the top: lines of a row together, and rows that line up as tables."""
    bands = _bands(lines, boxes)
    found: list[Band | Box] = []
    at = 0
    while at < len(bands):
        end = _end(bands, at)
        start = at - 1 if _is_above(bands, at) else at
        table = _table(bands[start:end], rules) if end - at >= 2 else None
        band = bands[at]
        if table is not None:
            del found[len(found) - (at - start) :]
            found.append(Box(table, *table.box))
            at = end
        else:
            found += [band] if isinstance(band, Box) else _rows(band)
            at += 1
    return found


def table_in(lines: list[Line], rules: list[Ruling]) -> Table | None:
    """The table that all these lines are; None where they do not line up."""
    bands = _bands(lines, [])
    return _table(bands, rules) if len(bands) > 1 else None


def _bands(lines: list[Line], boxes: list[Box]) -> list[Band | Box]:
    """Lines that are side by side, together, from the top."""
    bands: list[Band | Box] = []
    items: list[Line | Box] = [*lines, *boxes]
    for item in sorted(items, key=lambda item: item.top):
        last = bands[-1] if bands else None
        if isinstance(item, Box):
            bands.append(item)
        elif isinstance(last, list) and (
            item.y - last[-1].y < _TIGHT * min(item.size, last[-1].size)
        ):  # fmt: skip
            last.append(item)
        else:
            bands.append([item])
    return bands


def _rows(band: Band) -> list[Band]:
    """The lines of a band by their row."""
    rows: list[Band] = []
    for line in band:
        above = rows[-1][0] if rows else line
        raised = line.size > 1.15 * above.size and line.y - above.y < 0.6 * line.size
        if rows and (raised or line.y - above.y < 0.3 * line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _width(band: Band | Box) -> int:
    """How many columns the lines of a band take."""
    return 0 if isinstance(band, Box) else len(_united([(line.x0, line.x1) for line in band]))


def _gap(above: Band | Box, below: Band | Box) -> float:
    """Ems from the last line of a band to the first of the next."""
    if isinstance(above, Box) or isinstance(below, Box):
        return 99.0
    size = max(above[-1].size, below[0].size)
    return (min(line.y for line in below) - max(line.y for line in above)) / size


def _end(bands: list[Band | Box], start: int) -> int:
    """Where bands that may be one table end: several columns in most, and no wide gap."""
    if _width(bands[start]) < 2:
        return start
    end = at = start + 1
    usual = 0.0
    while at < len(bands) and (gap := _gap(bands[at - 1], bands[at])) < 3.2 and at - end < 3:
        if usual and gap > max(1.4 * usual, usual + 0.4) and _heads(bands[at], bands[at - 1]):
            break  # another table
        usual = min(usual or gap, gap)
        if _width(bands[at]) > 1:
            end = at + 1
        at += 1
    while end < len(bands) and _width(bands[end]) == 1 and _gap(bands[end - 1], bands[end]) < 1.4:
        above, below = bands[end - 1], bands[end]
        assert isinstance(above, list) and isinstance(below, list)
        left = min(line.x0 for line in above)
        if not any(abs(below[0].x0 - line.x0) < 2 for line in above if line.x0 > left + 5):
            break
        end += 1  # the rest of a cell of the last row
    return end


def _is_above(bands: list[Band | Box], start: int) -> bool:
    """Whether the band above the start of a table has a heading over some of its columns."""
    above, first = bands[start - 1] if start else None, bands[start]
    return (
        isinstance(above, list)
        and isinstance(first, list)
        and len(above) == 1
        and _gap(above, first) < 2.5
        and above[0].x0 > min(line.x1 for line in first)
    )


def _heads(band: Band | Box, above: Band | Box) -> bool:
    """Whether a band has the headings of columns, below one that has none."""
    if isinstance(band, Box) or isinstance(above, Box):
        return False
    return all(line.bold for line in band) and not all(line.bold for line in above)


def _table(bands: list[Band | Box], rules: list[Ruling]) -> Table | None:
    """A table from bands; None where they do not line up."""
    lines: list[Band] = [band for band in bands if isinstance(band, list)]
    several = [band for band in lines if _width(band) > 1]
    columns = _column_places(several)
    if len(columns) < 2:
        return None
    framed = _is_framed(lines, rules)
    if len(several) < (2 if framed or len(columns) > 2 else _FEWEST):
        return None
    if not framed and not _is_tabular(several, columns):
        return None
    placed = [
        [(part, *_span(part, columns)) for line in band for part in _parted(line, columns)]
        for band in lines
    ]
    cells: list[Cell] = []
    bold: dict[int, bool] = {}
    for number, group in enumerate(_grouped(placed, columns, rules)):
        texts: dict[tuple[int, int], list[Line]] = {}
        for line, first, last in sorted(group, key=lambda entry: (entry[0].y, entry[0].x0)):
            texts.setdefault((first, last), []).append(line)
            bold[number] = bold.get(number, True) and line.bold
        settled = _settled(texts)
        for (first, last), parts in settled.items():
            text = joined(line.text for line in parts)
            cells.append(Cell(text, number, first, 1, last - first + 1, box=box_of(parts)))
        filled = {k for a, b in settled for k in range(a, b + 1)}
        cells += [Cell("", number, k) for k in range(len(columns)) if k not in filled]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    every = [line for band in lines for line in band]
    box = box_of(every)
    assert box is not None
    return Table(with_headers(cells, bold), box, [low for low, _ in columns])


def _settled(texts: dict[tuple[int, int], list[Line]]) -> dict[tuple[int, int], list[Line]]:
    """Lines by the columns that they span, those that overlap joined into one."""
    settled: dict[tuple[int, int], list[Line]] = {}
    for (first, last), parts in sorted(texts.items()):
        before = next((k for k in settled if k[0] <= last and first <= k[1]), None)
        if before is None:
            settled[first, last] = parts
        else:
            settled[min(before[0], first), max(before[1], last)] = settled.pop(before) + parts
    return settled


def _column_places(rows: list[Band]) -> list[tuple[float, float]]:
    """From where to where each column runs, by the rows that have the most lines."""
    if not rows:
        return []
    counts = sorted((_width(row) for row in rows), reverse=True)
    most = counts[min(len(counts) - 1, 1)]  # one odd row does not decide
    places: list[tuple[float, float]] = []
    for row in (row for row in rows if _width(row) >= most):
        for line in row:
            places.append((line.x0, line.x1))
    columns = _united(places)
    # Rows with fewer lines widen a column, unless they would join two.
    for row in (row for row in rows if _width(row) < most):
        for line in row:
            over = [c for c in columns if line.x0 <= c[1] and c[0] <= line.x1]
            if len(over) < 2:
                columns = _united([*columns, (line.x0, line.x1)])
    return columns


def _united(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for low, high in sorted(places):
        if united and low <= united[-1][1]:
            united[-1] = (united[-1][0], max(high, united[-1][1]))
        else:
            united.append((low, high))
    return united


def _span(line: Line, columns: list[tuple[float, float]]) -> tuple[int, int]:
    """The first and last column that a line covers."""
    over = [k for k, (low, high) in enumerate(columns) if line.x0 <= high and low <= line.x1]
    if over:
        return over[0], over[-1]
    middle = (line.x0 + line.x1) / 2
    distances = [min(abs(middle - low), abs(middle - high)) for low, high in columns]
    nearest = distances.index(min(distances))
    return nearest, nearest


def _parted(line: Line, columns: list[tuple[float, float]]) -> list[Line]:
    """A line over several columns as its parts, where it has a wide gap between each two."""
    first, last = _span(line, columns)
    parts: list[list[Word]] = [[]]
    column = first
    for before, word in pairwise([line.words[0], *line.words]):
        here = _span(Line([word]), columns)
        if parts[-1] and here[0] > column:
            if word.x0 - before.x1 < _SPLIT * word.size:
                return [line]
            parts.append([])
        column = here[1]
        parts[-1].append(word)
    return [Line(words) for words in parts] if len(parts) == last - first + 1 else [line]


def _is_tabular(rows: list[Band], columns: list[tuple[float, float]]) -> bool:
    """Whether rows are cells of a table, not two columns of prose or a list with tabs."""
    cells = [line for row in rows for line in row]
    numbers = sum(NUMBER.fullmatch(line.text) is not None for line in cells)
    if numbers >= 0.25 * len(cells):
        return True
    starts = 0
    for low, high in columns[1:]:
        inside = [line for line in cells if low <= line.x0 <= high]
        first = min((line.x0 for line in inside), default=low)
        starts += sum(abs(line.x0 - first) < 3 for line in inside)
    others = sum(line.x0 > columns[0][1] for line in cells)
    return starts >= 0.7 * others and len(rows) >= _FEWEST


def _is_framed(rows: list[Band], rules: list[Ruling]) -> bool:
    """Whether rulings across run above, below or between rows, over most of their width."""
    every = [line for row in rows for line in row]
    left, right = min(line.x0 for line in every), max(line.x1 for line in every)
    top, bottom = every[0].top - 14, every[-1].bottom + 14
    wide = 0.8 * (right - left)
    return (
        len({
            round(at) for at, low, high in rules
            if top <= at <= bottom and min(high, right) - max(low, left) >= wide
        }) >= 2
    )  # fmt: skip


def _grouped(
    bands: list[list[Placed]], columns: list[tuple[float, float]], rules: list[Ruling]
) -> list[list[Placed]]:
    """Bands into rows of the table: a cell may run over several lines."""
    gaps = [
        min(line.y for line, *_ in below) - max(line.y for line, *_ in above)
        for above, below in pairwise(bands)
    ]
    least = min(gaps, default=0.0)
    loose = 1.12 * least + 0.5
    between = sum(gap >= loose for gap in gaps)
    left = min(line.x0 for band in bands for line, *_ in band)
    right = max(line.x1 for band in bands for line, *_ in band)
    groups = [list(bands[0])]
    for (above, band), gap in zip(pairwise(bands), gaps, strict=True):
        ruled = any(
            max(line.y for line, *_ in above) < at < min(line.y for line, *_ in band)
            and min(high, right) - max(low, left) > 0.7 * (right - left)
            for at, low, high in rules
        )
        tight = gap < loose and between >= 0.2 * len(gaps)
        wraps = not ruled and _wraps(groups[-1], band, columns)
        if wraps and (_joins if tight else _continues)(groups[-1], band):
            groups[-1] += band
        else:
            groups.append(list(band))
    return groups


def _wraps(group: list[Placed], band: list[Placed], columns: list[tuple[float, float]]) -> bool:
    """Whether no line of a band would have had room for its first word on the line above it."""
    seen: set[int] = set()
    for line, first, last in sorted(band, key=lambda entry: entry[0].y):
        above = [entry for entry, a, b in group if (a, b) == (first, last)]
        if first in seen:
            continue  # below another line of the band
        seen.add(first)
        if above and first == last:
            word, last_above = line.words[0], max(above, key=lambda entry: entry.y)
            middles = line.x0 + line.x1 - last_above.x0 - last_above.x1
            if abs(middles) < 6 and abs(line.x0 - last_above.x0) > 1:
                continue  # centred
            room = columns[first][1] - last_above.x1
            if word.x1 - word.x0 + 0.5 * line.size < room:
                return False
    return True


def _joins(group: list[Placed], band: list[Placed]) -> bool:
    """Whether a band close below others is part of their row: no column has a second number."""
    numbers = {first for line, first, _ in group if NUMBER.fullmatch(line.text)}
    return not any(first in numbers for line, first, _ in band if NUMBER.fullmatch(line.text))


def _continues(group: list[Placed], band: list[Placed]) -> bool:
    """Whether a band at the usual distance only ends cells that the row above began."""
    columns = {first for _, first, _ in group}
    return len(band) < max(2, len(columns)) and all(
        line.text[0].islower() and NUMBER.fullmatch(line.text) is None for line, *_ in band
    )
