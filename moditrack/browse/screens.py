"""The tables that people see, for a page: headings, runs of rows, and cells that lead on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from moditrack.browse.links import Names, item_link, linked, row_link, sentence
from moditrack.output.notes import mark
from moditrack.output.shown_values import (
    CANNOT_BE,
    COLOURS,
    RIGHT_ALIGNED,
    UNBREAKABLE,
    coloured,
    columns_of,
    group_heading,
    lines,
)
from moditrack.tables import DisplayColumn, Marked, Note, Row, Table


def screen(table: Table, names: Names) -> dict[str, Any]:
    """A table for the template: heading, answer, heads, and runs of rows under a heading.

    Of what is drawn, a trend is left out: it is drawn in characters.
    """
    columns = [column for column in columns_of(table) if column.kind != "trend"]
    display, rows = table.display, table.displayed
    total = len(rows) - display.totals
    strong = [
        number == total or bool(display.strong and row.get(display.strong))
        for number, row in enumerate(rows)
    ]
    cells = [[_cell(row, column, names) for column in columns] for row in rows]
    headings = [_heading(row, display.group, names) for row in rows]
    runs = [
        {"heading": heading, "rows": [(row, bold) for _, row, bold in run]}
        for heading, run in groupby(zip(headings, cells, strong, strict=True), lambda row: row[0])
    ]
    return {
        "heading": table.heading,
        "answer": table.answer,
        "heads": [(_head(column), _class(column, rows)) for column in columns],
        "runs": runs,
    }


def _heading(row: Row, group: str | None, names: Names) -> Markup:
    """The heading of the run that a row is in, which leads to what it names."""
    text = group_heading(row, group)
    if not (group and text):
        return Markup()
    named = names["agency"].get(row.get("agency") or "", text) in text
    return (row_link(text, group, row, names) if named else None) or item_link(text, group, names)


_WIDTH = 220
_INTERVAL = Markup(
    '<svg width="{0}" height="20" viewBox="0 0 {0} 20" aria-hidden="true">'
    '<path d="M{1} 10H{2}M{1} 5V15M{2} 5V15" stroke="#3b496c" stroke-width="2"/>'
    '<path d="M{4} 0V20" stroke="#1a1a1a" stroke-dasharray="4 3"/>'
    '<circle cx="{3}" cy="10" r="4" fill="#1a1a1a"/></svg>'
)


def _interval(low: float, point: float, high: float, top: float) -> Markup:
    """An interval on a scale from 0 to `top`, and a dashed line at 1; beside it are its numbers."""
    places = (1 + round(value / top * (_WIDTH - 2)) for value in (low, high, point, 1))
    return _INTERVAL.format(_WIDTH, *places)


def _head(column: DisplayColumn) -> str:
    return f"Dashed line: {column.heading}" if column.kind == "interval" else column.heading


_LONG = 40
"""Of more characters, a text that a terminal shows on one line is broken on a page."""


def _class(column: DisplayColumn, rows: Sequence[Row]) -> str:
    if column.kind in RIGHT_ALIGNED:
        return "number"
    if column.kind not in UNBREAKABLE:
        return ""
    texts = (text for row in rows for text in lines(row.get(column.key), column.kind))
    return "" if any(len(text) > _LONG for text in texts) else "unbroken"


def _cell(row: Row, column: DisplayColumn, names: Names) -> Markup:
    if column.kind == "interval":
        return _interval(*row[column.key])
    texts = lines(row.get(column.key), column.kind)
    if column.kind == "period":
        return escape(" ".join(texts))
    if column.key == "verdict":
        texts = list(map(coloured, texts))
    return Markup("<br>").join(_text(text, column, row, names) for text in texts)


def _text(text: str, column: DisplayColumn, row: Row, names: Names) -> Markup:
    if isinstance(text, Marked):
        return marked(text)
    if link := row_link(text, column.key, row, names):
        return link
    if column.kind in UNBREAKABLE:
        return item_link(text, column.key, names)
    return linked(text, names)


def marked(text: str) -> Markup:
    """A text with what was found in it in bold, or in the colour of its verdict."""
    if not isinstance(text, Marked):
        return escape(text)
    parts, end = Markup(), 0
    style = COLOURS.get(text.verdict)
    kind = "cannot-be" if style == CANNOT_BE else "to-mind" if style else "hit"
    for start, stop in text.spans:
        bold = Markup('<strong class="{}">{}</strong>').format(kind, text[start:stop])
        parts += escape(text[end:start]) + bold
        end = stop
    return parts + escape(text[end:])


def linked_notes(notes: Sequence[Note], names: Names) -> list[tuple[str, Markup]]:
    """Notes with their marks and links; sources and verdicts are elsewhere."""
    return [
        (mark(note).strip(), sentence(str(note), names))
        for note in notes
        if note.kind not in ("source", "conclusion")
    ]
