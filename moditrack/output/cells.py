"""The cells of a table as lines: verdicts coloured, and a name that repeats the one above it
printed once: blank at the start of a row, else a ditto mark, as a blank says that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from moditrack.output.shown_values import (
    DITTO,
    DRAWN,
    RIGHT_ALIGNED,
    coloured,
    group_heading,
    lines,
)
from moditrack.output.widths import widest_prose
from moditrack.tables import DisplayColumn, Marked, Row

Cells: TypeAlias = "list[list[list[str]]]"
"""For each row the lines of each cell."""
SAME: list[str] = []
"""A cell that repeats the one above."""
_EACH = RIGHT_ALIGNED | DRAWN | {"each"}
"""Kinds of column that are printed in each row."""


def cells_of(
    columns: Sequence[DisplayColumn], rows: Sequence[Row], group: str | None, *, plain: bool
) -> Cells:
    """The cells of displayed rows; the first of a row are SAME where they repeat those above them,
    in the same group, and their column has no empty cell."""
    texts = [c.kind not in {*_EACH, "list"} for c in columns]
    found: Cells = []
    same: list[int] = []
    above: list[list[str]] = []
    last = ""
    for row in rows:
        own = [lines(row.get(c.key), c.kind, plain=plain) for c in columns]
        for index, column in enumerate(columns):
            if column.key == "verdict":
                own[index] = list(map(coloured, own[index]))
        heading = group_heading(row, group)
        same.append(_same(own, above, texts) if heading == last else 0)
        found.append(own)
        above, last = own, heading
    full = [all(row[i] for row in found) for i in range(len(columns))]
    return [
        [SAME if i < first and full[i] else cell for i, cell in enumerate(row)]
        for row, first in zip(found, same, strict=True)
    ]


def printed_once(
    columns: Sequence[DisplayColumn], cells: Cells, rows: Sequence[Row], group: str | None
) -> Cells:
    """The cells with a ditto mark for a name that repeats the one above it, in the same group.
    Numbers, verdicts, the longest text and columns of the kind each are printed each time."""
    main = widest_prose(columns, cells)
    above: dict[int, list[str]] = {}
    heading: str | None = None
    found = []
    for cell, row in zip(cells, rows, strict=True):
        if heading != (heading := group_heading(row, group)):
            above = {}
        own = list(cell)
        for i, value in enumerate(cell):
            if value and value == above.get(i) and i != main and _is_name(columns[i].kind, value):
                own[i] = [DITTO]
        above |= {i: value for i, value in enumerate(cell) if value is not SAME}
        found.append(own)
    return found


def _is_name(kind: str, value: list[str]) -> bool:
    """Whether a cell is no number and no verdict: a colour is never without its word."""
    verdict = isinstance(value[0], Marked) and value[0].verdict
    return kind not in _EACH and not verdict


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
