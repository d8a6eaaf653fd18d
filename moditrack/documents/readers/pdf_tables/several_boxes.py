"""A table of a PDF that is drawn as several boxes, one below another, and tables side by side."""

from __future__ import annotations

from itertools import pairwise

from moditrack.documents.blocks import Cell
from moditrack.documents.readers.pdf_pages.paragraphs_and_tables_across_pages import moved
from moditrack.documents.readers.pdf_pages.words import Word
from moditrack.documents.readers.pdf_tables.cells import is_value
from moditrack.documents.readers.pdf_tables.with_rulings import Table

_APART = 24
"""Points between two boxes of one table at most."""
_LEVEL = 3
"""Points between the sides of their columns."""
_SEAM = 1.2
"""How much wider than every other gap that between two tables is."""
_WIDE = 36
"""Points of it at least."""
_FEWEST, _COLUMNS = 3, 4
"""Rows of each, and columns of both."""


def stacked(tables: list[Table], words: list[Word]) -> list[Table]:
    """The tables of a page; a box right below another with the same columns is the rest of it.

    `words` are those in no table: between the boxes of one table there are none.
    """
    found: list[Table] = []
    for table in sorted(tables, key=lambda one: one.box[1]):
        above = next((one for one in reversed(found) if _goes_on(one, table, words)), None)
        if above is None:
            found.append(table)
            continue
        rows = 1 + max(cell.row for cell in above.cells)
        above.cells += moved(above.cells, table.cells, rows)
        left, top, right, _ = above.box
        above.box = (left, top, right, table.box[3])
    return found


def _goes_on(above: Table, table: Table, words: list[Word]) -> bool:
    if table.loose is not None or above.loose is not None:
        return False
    if not 0 <= table.box[1] - above.box[3] < _APART or len(table.columns) != len(above.columns):
        return False
    sides = zip(table.columns, above.columns, strict=True)
    if any(max(abs(a[0] - b[0]), abs(a[1] - b[1])) > _LEVEL for a, b in sides):
        return False
    if not any(cell.header for cell in above.cells) or not _begins_with_values(table.cells):
        return False
    left, top, right, bottom = above.box[0], above.box[3], above.box[2], table.box[1]
    return not any(
        top < (word.top + word.bottom) / 2 < bottom and left < word.x1 and word.x0 < right
        for word in words
    )


def _begins_with_values(cells: list[Cell]) -> bool:
    """Whether the first row of a box has a label and numbers: no headings."""
    top = min(cell.row for cell in cells)
    first = [cell.text for cell in cells if cell.row == top and cell.text]
    return len(first) > 1 and not is_value(first[0]) and all(map(is_value, first[1:]))


def seam(table: Table) -> float | None:
    """Where one of two tables side by side ends: left of a second column of labels.

    There are numbers left and right of it, no heading is above it, and no gap is as wide.
    """
    columns = table.columns
    gaps = [b[0] - a[1] for a, b in pairwise(columns)]
    if len(columns) < _COLUMNS:
        return None
    at = max(range(len(gaps)), key=gaps.__getitem__) + 1
    others = [gap for place, gap in enumerate(gaps, start=1) if place != at]
    if not 2 <= at < len(columns) - 1 or gaps[at - 1] < max(_WIDE, _SEAM * max(others)):
        return None
    body = [cell for cell in table.cells if not cell.header and cell.text]
    by_column = [[cell.text for cell in body if cell.column == k] for k in range(len(columns))]
    labels, left, right = by_column[at], by_column[at - 1], by_column[at + 1]
    if min(len(labels), len(left), len(right)) < _FEWEST or any(map(is_value, labels)):
        return None
    if not all(map(is_value, left)) or not all(map(is_value, right)):
        return None
    heads = [cell for cell in table.cells if cell.header and cell.text]
    first = {cell.text for cell in heads if cell.column == 0}
    headed = {cell.text for cell in heads if cell.column == at and cell.columns == 1}
    if headed and headed != first and len({cell.column for cell in heads}) > len(columns) - 2:
        return None
    return (columns[at - 1][1] + columns[at][0]) / 2
