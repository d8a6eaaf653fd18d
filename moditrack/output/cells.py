"""The cells of a table as lines: verdicts coloured, and those that repeat the cell above empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from moditrack.output.shown_values import RIGHT_ALIGNED, coloured, group_heading, lines
from moditrack.tables import DisplayColumn, Row

Cells: TypeAlias = "list[list[list[str]]]"
"""For each row the lines of each cell."""
SAME: list[str] = []
"""A cell that repeats the one above."""


def cells_of(
    columns: Sequence[DisplayColumn], rows: Sequence[Row], group: str | None, *, plain: bool
) -> Cells:
    """The cells of displayed rows; the first of a row are SAME where they repeat those above them,
    in the same group."""
    texts = [c.kind not in RIGHT_ALIGNED and c.kind != "list" for c in columns]
    found: Cells = []
    above: list[list[str]] = []
    last = ""
    for row in rows:
        own = [lines(row.get(c.key), c.kind, plain=plain) for c in columns]
        for index, column in enumerate(columns):
            if column.key == "verdict":
                own[index] = list(map(coloured, own[index]))
        heading = group_heading(row, group)
        same = _same(own, above, texts) if heading == last else 0
        found.append([*[SAME] * same, *own[same:]])
        above, last = own, heading
    return found


def _same(own: list[list[str]], above: list[list[str]], texts: list[bool]) -> int:
    """How many of the first cells of a row repeat those above: never all, and texts alone."""
    same = 0
    for value, before, text in zip(own[:-1], above, texts, strict=False):
        if value != before or not text:
            break
        same += 1
    return same


def join_lines(cells: Cells, places: Sequence[int]) -> None:
    """Make one line of the lines of the cells in these columns."""
    for row in cells:
        for place in places:
            row[place] = [" ".join(row[place])] if row[place] else row[place]
