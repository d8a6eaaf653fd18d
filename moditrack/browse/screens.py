"""The tables that people see, for a page: headings, runs of rows, and cells that lead on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from moditrack.browse.links import Names, item_link
from moditrack.output.shown_values import (
    DRAWN,
    RIGHT_ALIGNED,
    UNBREAKABLE,
    columns_of,
    group_heading,
    lines,
)
from moditrack.tables import DisplayColumn, Marked, Row, Table


def screen(table: Table, names: Names) -> dict[str, Any]:
    """A table for the template: heading, answer, heads, and runs of rows under a heading.

    What is drawn in characters is left out.
    """
    columns = [column for column in columns_of(table) if column.kind not in DRAWN]
    display, rows = table.display, table.displayed
    total = len(rows) - display.totals
    strong = [
        number == total or bool(display.strong and row.get(display.strong))
        for number, row in enumerate(rows)
    ]
    cells = [[_cell(row, column, names) for column in columns] for row in rows]
    headings = [group_heading(row, display.group) for row in rows]
    runs = [
        {"heading": heading, "rows": [(row, bold) for _, row, bold in run]}
        for heading, run in groupby(zip(headings, cells, strong, strict=True), lambda row: row[0])
    ]
    return {
        "heading": table.heading,
        "answer": table.answer,
        "heads": [(column.heading, _class(column)) for column in columns],
        "runs": runs,
    }


def _class(column: DisplayColumn) -> str:
    if column.kind in RIGHT_ALIGNED:
        return "number"
    return "unbroken" if column.kind in UNBREAKABLE else ""


def _cell(row: Row, column: DisplayColumn, names: Names) -> Markup:
    texts = lines(row.get(column.key), column.kind)
    if column.kind == "period":
        return escape(" ".join(texts))
    return Markup("<br>").join(_text(text, column, names) for text in texts)


def _text(text: str, column: DisplayColumn, names: Names) -> Markup:
    if isinstance(text, Marked):
        return _emphasised(text, text.spans)
    if column.kind in UNBREAKABLE:
        return item_link(text, column.key, names)
    return escape(text)


def _emphasised(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    parts, end = Markup(), 0
    for start, stop in spans:
        parts += Markup("{}<strong>{}</strong>").format(text[end:start], text[start:stop])
        end = stop
    return parts + escape(text[end:])
