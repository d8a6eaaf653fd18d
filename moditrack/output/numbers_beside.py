"""Numbers for which a narrow screen has no columns: in one, each with its heading, beside the texts
of their row, which takes fewer lines than below them."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.output.cells import Cells
from moditrack.output.grid import GAP
from moditrack.output.shown_values import RIGHT_ALIGNED, joined
from moditrack.output.text_width import column_width, text_width
from moditrack.tables import DisplayColumn

_ROOM = 30
"""The least width in which several numbers are on a line."""


def numbers_beside(columns: list[DisplayColumn], cells: Cells, available: int) -> list[int] | None:
    """Put the last columns, if they are numbers, into one and return the widths of all; None where
    the texts before them leave no room."""
    texts = [own for own in columns if own.kind not in RIGHT_ALIGNED]
    first = len(texts)
    if not texts or len(columns) - first < 2 or columns[:first] != texts:
        return None
    widths = [column_width(own.heading, cells, i) for i, own in enumerate(texts)]
    room = available - sum(widths) - GAP * first
    if room < _ROOM:
        return None
    headings = [own.heading for own in columns[first:]]
    for row in cells:
        named = [
            joined(heading, " ", text)
            for heading, own in zip(headings, row[first:], strict=True)
            for text in own
        ]
        row[first:] = [list(_lines(named, room))]
    columns[first:] = [DisplayColumn("numbers", "", "items")]
    return [*widths, room]


def _lines(parts: Iterable[str], room: int) -> Iterable[str]:
    """Parts in as few lines as have room for them, none of them broken."""
    line = ""
    for part in parts:
        if line and text_width(longer := joined(line, "; ", part)) <= room:
            line = longer
            continue
        if line:
            yield joined(line, ";") if text_width(line) < room else line
        line = part
    if line:
        yield line
