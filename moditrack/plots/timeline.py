"""The picture of the timeline: events by operation."""

from __future__ import annotations

import re
from datetime import date
from textwrap import wrap
from typing import Any

import altair as alt

from moditrack.counting import counted
from moditrack.plots.drawings import Drawing
from moditrack.plots.theme import BAR, INK, LINE, WIDTH, label_axis, step, values, wrapped
from moditrack.tables import Note, Table

_KEY_DIGITS = 5
"""The number of digits before a label that keep equal labels apart."""
_NONE = "No operation named"
_PLANNED = re.compile(r"\b(?:is|are|due) to\b|\bto be\b|\bplanned\b")
"""How the records word an event that a document announces and does not report."""
_KEY = (
    "Filled: had begun by the document's date. Hollow: lay ahead, or was only planned. Point: one"
    " day. Bar: several days, or the month of the event. Thin bar: some time in that year. Arrow to"
    " the right: still going on at the document's date. Arrow to the left: then or earlier."
)
_LEAST = 60
"""The width of the years of the longest run, and of the shortest."""
_IN_SIGHT = 6
"""At most so many events without the years above them, before the next operation has them again."""


def by_operation(table: Table, width: int = WIDTH) -> Drawing:
    """Dated events as points and bars, one a line, grouped by operation. Each run of years with
    events has panels of its own under an axis; years without events are left out.

    Each row of `table` has the date of its document as `reported`: what lay ahead then is hollow.
    """
    dated = [row for row in table.displayed if row["latest"] is not None]
    undated = len(table.displayed) - len(dated)
    groups: list[list[Any]] = []
    left = width * 15 // 28
    eras = _eras([_line(row, left * 10 // 54) for row in dated])
    domains = [_domain(min(r["from"] for r in era), max(r["to"] for r in era)) for era in eras]
    longest = max((end - start for start, end in domains), default=1)
    for era, domain in zip(eras, domains, strict=True):
        room = max(_LEAST, round((width - left - 10) * (domain[1] - domain[0]) / longest))
        operations = list(dict.fromkeys(row["operation"] for row in era))
        operations.sort(key=lambda name: name == _NONE)
        rows_since = 0
        for name in operations:
            own = [row for row in era if row["operation"] == name]
            axis = name == operations[0] or rows_since > _IN_SIGHT
            groups += [[]] if axis else []
            groups[-1].append(_panel(name, own, domain, left, room, axis=axis))
            rows_since = len(own) + (0 if axis else rows_since)
    notes = [
        *(
            [Note("left-out", f"Left out: {counted(undated, 'event')} without a date.")]
            if undated
            else []
        ),
        *table.notes,
    ]
    return Drawing(
        groups,
        Table(table.title, table.columns, dated),
        title="Events by operation",
        subtitle="As the documents date them. Years without events are left out; each run of years"
        " has a scale of its own",
        key=_KEY,
        notes=notes,
        values_in_words=[counted(len(dated), "event")],
        left=left,
    )


def _line(row: dict[str, Any], characters: int) -> dict[str, Any]:
    first, last = row["date"] or row["latest"], row["end"] or row["latest"]
    text = f"{row['when']}: {row['event']}"
    return {
        "label": wrapped(text, characters),
        "operation": row["operation_name"] or _NONE,
        "from": _years(first),
        "to": _years(max(first, last)),
        "open": "right" if row["open_end"] else "left" if row["date"] is None else "",
        "thin": row["end"] is None and not row["open_end"] and "year" in row["precision"],
        "fill": "white" if _ahead(row, first) else BAR,
    }


def _ahead(row: dict[str, Any], first: str) -> bool:
    """Whether an event lay ahead of its document: its words say that it was planned; or what lasts
    begins on its date or later; of what is dated by month, the month is not over."""
    reported = str(row["reported"])
    if _PLANNED.search(row["event"]):
        return True
    if row["date"] is None:  # open to the left: it had begun, if its end is the document's day
        return str(row["latest"]) > reported
    if row["end"] is not None:
        return first >= reported
    short = row["precision"] in ("day", "month", "quarter") and not row["open_end"]
    return str(row["latest"] if short else first) > reported


def _years(day: str) -> float:
    """A day as a number of years, whatever the time zone: 2003.5 is the middle of 2003."""
    found = date.fromisoformat(day)
    new_year = found.replace(month=1, day=1)
    return round(found.year + (found - new_year).days / 366, 3)


def _domain(first: float, last: float) -> list[float]:
    """The years of a scale; it starts a little early, to keep bars clear of their labels."""
    start, end = int(first), int(last) + 1
    return [round(start - max((end - start) * 0.04, 0.04), 2), end]


def _eras(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    eras: list[list[dict[str, Any]]] = []
    reached = 0.0
    for row in sorted(rows, key=lambda row: row["from"]):
        gap = not eras or int(row["from"]) - int(reached) > 1
        if gap:
            eras.append([])
        eras[-1].append(row)
        reached = row["to"] if gap else max(reached, row["to"])
    return eras


def _panel(
    name: str, rows: list[dict[str, Any]], domain: list[float], left: int, width: int, *, axis: bool
) -> Any:
    rows = [row | {"key": f"{n:0{_KEY_DIGITS}}{row['label']}"} for n, row in enumerate(rows)]
    x = alt.X(
        "from:Q",
        title=None,
        scale=alt.Scale(domain=domain, nice=False),
        axis=alt.Axis(format="d", values=list(range(int(domain[1]), int(domain[0]), -1)),
                      orient="top", labelOverlap=True, labelFlush=False, grid=True, gridColor=LINE,
                      labels=axis, ticks=axis, domain=axis),
    )  # fmt: skip
    y = alt.Y(
        "key:N",
        sort=[row["key"] for row in rows],
        title=None,
        axis=label_axis(left, 12, _KEY_DIGITS, labelFontSize=11, ticks=False, domain=False),
    )  # fmt: skip
    every: dict[str, Any] = {
        "y": y,
        "description": alt.Description("label:N"),
        "fill": alt.Fill("fill:N", scale=None),
    }
    line: dict[str, Any] = {"stroke": BAR, "strokeWidth": 1.5, "opacity": 1}
    has_length = alt.datum["from"] != alt.datum["to"]
    kinds: list[tuple[Any, dict[str, Any], dict[str, Any]]] = [
        *(
            (has_length & (alt.datum.thin == thin),
             {"type": "bar", "height": height, "cornerRadius": height / 2},
             {"x": x, "x2": alt.X2("to:Q")})
            for thin, height in ((False, 7), (True, 3))
        ),
        (~has_length & (alt.datum.open == ""), {"type": "point", "size": 60}, {"x": x}),
        *(
            (alt.datum.open == side, {"type": "point", "size": 100, "shape": f"triangle-{side}"},
             {"x": alt.X("to:Q")})
            for side in ("left", "right")
        ),
    ]  # fmt: skip
    # Each in one call: each of Altair's methods would copy the whole panel with its rows.
    return alt.LayerChart(
        data=values(rows),
        layer=[
            alt.Chart(
                mark=alt.MarkDef(**mark, **line),
                encoding=alt.FacetedEncoding(**every, **place),
                transform=[alt.FilterTransform(filter=chosen)],
            )
            for chosen, mark, place in kinds
        ],
        width=width,
        height=step([row["label"] for row in rows], 18, 12),
        title=alt.TitleParams(
            wrap(name, (left + width) // 7), fontSize=12, anchor="start", color=INK, offset=4
        ),
    )
