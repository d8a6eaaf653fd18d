"""The cells of a table: their text and place, and which of them are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.documents.blocks import Cell
from moditrack.documents.cells_and_marks import mark_of
from moditrack.documents.dates.year_or_count import YEAR_HEADING
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.lines import Line, lines_of, rows_of
from moditrack.documents.readers.pdf_pages.words import Word

NUMBER = lazy_regex(
    r"[(\[<>~£$€+\u2212–-]*\d[\d,.\s]*[%)\]*kmbn]*|[-–—*:.]{1,2}|n/?a", re.IGNORECASE
)
"""A cell that is a number, or a mark in place of one."""
_YEAR = lazy_regex(rf"{YEAR_HEADING}[\W\d]{{0,3}}")


def is_value(text: str) -> bool:
    """Whether a cell is a number, or a mark in place of one, and no year."""
    return NUMBER.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def box_of(parts: Sequence[Word | Line]) -> tuple[float, float, float, float] | None:
    """The box around words or lines; None where there are none."""
    if not parts:
        return None
    return (
        min(one.x0 for one in parts), min(one.top for one in parts),
        max(one.x1 for one in parts), max(one.bottom for one in parts),
    )  # fmt: skip


def box_in(
    cells: list[Cell], box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """The box of rows of a table: as wide as the table, as high as what is printed in them."""
    own = [cell.box for cell in cells if cell.box is not None]
    if not own:
        return box
    return box[0], min(one[1] for one in own), box[2], max(one[3] for one in own)


def is_words(text: str) -> bool:
    """Whether a cell has words: no number, year or mark."""
    return sum(map(str.isalpha, text)) > 2 and not is_value(text) and mark_of(text) is None


def cell_text(words: list[Word]) -> str:
    """The words of a cell as one text."""
    lines = [line.text for row in rows_of(words) for line in [*lines_of(row)]] if words else []
    return joined(lines)


def compact(cells: list[Cell]) -> list[Cell]:
    """The cells without rows of the grid that are empty, and columns in which no cell begins."""
    full = {cell.row for cell in cells if cell.text}
    columns = sorted({cell.column for cell in cells})
    cells = sorted((c for c in cells if c.row in full), key=lambda cell: (cell.row, cell.column))
    rows = sorted(full)
    for cell in cells:
        bottom, right = cell.row + cell.rows, cell.column + cell.columns
        cell.row, cell.column = rows.index(cell.row), columns.index(cell.column)
        cell.rows = sum(row < bottom for row in rows) - cell.row
        cell.columns = sum(column < right for column in columns) - cell.column
    return cells


def with_headers(cells: list[Cell], bold: dict[int, bool]) -> list[Cell]:
    """The same cells, with the heading rows at the top marked."""
    rows = max(cell.row + cell.rows for cell in cells)
    top = 0
    while top < rows and bold.get(top, False):
        top += 1
    if top == rows:
        top = 1 if rows > 1 else 0
    elif top == 0 and rows > 2:
        labels = [c.text for c in cells if c.column == 0 and c.text]
        form = len(labels) > 0 and sum(t[-1] in ":?" for t in labels) > 0.5 * len(labels)
        spanning = {c.row for c in cells if c.columns > 1 and c.text}
        if not form and sum(bool(c.text) for c in cells if c.row == 0) > (0 not in spanning):
            top = 1
        counted = {c.row for c in cells if c.column > 0 and is_value(c.text)}
        while 0 < top < min(rows - 1, 4) and top - 1 in spanning and top not in counted:
            top += 1  # below headings over several columns are those of each
    for cell in cells:
        cell.header = cell.row < top
    return cells
