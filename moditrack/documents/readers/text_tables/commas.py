"""Find tables in plain text whose cells commas separate, as a file of CSV pasted into it."""

from __future__ import annotations

import csv

from moditrack.documents.blocks import Block
from moditrack.documents.readers.csv import part_thousands
from moditrack.documents.readers.text_tables.cells import VALUE, YEARS, table

_FEWEST_ROWS = 2
_LOOKED_AT = 4
"""Lines that say whether there is a table."""


def comma_cells(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of lines with as many cells each, whose headings are no numbers, and of whose columns
    some hold nothing but numbers.

    The last cell of a row may be missing. Commas between thousands separate no cells.
    """
    if part_thousands(lines[at : at + _LOOKED_AT]) or not _is_sure(_rows(lines, at, _LOOKED_AT)):
        return None, at + 1
    rows = _rows(lines, at, len(lines))
    width = len(rows[0])
    return table([row + [""] * (width - len(row)) for row in rows]), at + len(rows)


def _rows(lines: list[str], at: int, most: int) -> list[list[str]]:
    """The rows from a line on, up to one that has no comma or too many cells."""
    rows: list[list[str]] = []
    for line in lines[at : at + most]:
        if "," not in line or "\t" in line or "|" in line:
            break
        try:
            (row,) = csv.reader([line], skipinitialspace=True)
        except (csv.Error, ValueError):
            break
        cells = [cell.strip() for cell in row]
        if rows and not (len(cells) == len(rows[0]) or _is_short(cells, len(rows[0]))):
            break
        rows.append(cells)
    return rows


def _is_short(cells: list[str], width: int) -> bool:
    """Whether a row lacks no more than its last cell."""
    return len(cells) == width - 1 > 1


def _is_sure(rows: list[list[str]]) -> bool:
    if len(rows) <= _FEWEST_ROWS or len(rows[0]) < 2 or not all(rows[0][1:-1]):
        return False
    heads, body = rows[0], rows[1:]
    if any(VALUE.fullmatch(head) and not YEARS.fullmatch(head) for head in heads if head):
        return False
    columns = [[row[c] for row in body if c < len(row) and row[c]] for c in range(1, len(heads))]
    return any(len(own) > 1 and all(map(VALUE.fullmatch, own)) for own in columns)
