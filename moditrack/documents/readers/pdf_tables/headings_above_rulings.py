"""Headings that are printed above the rulings of a table, which has none of its own."""

from __future__ import annotations

from moditrack.documents.readers.pdf_pages.lines import lines_of, rows_of
from moditrack.documents.readers.pdf_pages.words import Word
from moditrack.documents.readers.pdf_tables.cells import box_of, is_value
from moditrack.documents.readers.pdf_tables.columns_without_rulings import (
    Part,
    Rules,
    has_numbers,
    parts_of,
)
from moditrack.documents.readers.pdf_tables.headings_without_rulings import heading_cells
from moditrack.documents.readers.pdf_tables.with_rulings import Table

_PITCH = 1.9
"""Ems from one line of headings to the next, and from the last to the table, at most."""
_MOST = 5
"""Lines of headings at most."""


def with_headings_above(tables: list[Table], words: list[Word], rules: Rules) -> list[Word]:
    """Give tables without headings those right above them; return the words that are in none."""
    for table in tables:
        if table.loose is None and _begins_with_numbers(table):
            used = set(map(id, _add(table, words, rules)))
            words = [word for word in words if id(word) not in used]
    return words


def _begins_with_numbers(table: Table) -> bool:
    """Whether the first row of a table has a label and numbers beside it."""
    first = {cell.column: cell for cell in table.cells if cell.row == 0}
    others = [cell.text for column, cell in first.items() if column]
    return (
        0 in first
        and len(others) > 1
        and not is_value(first[0].text)
        and all(map(is_value, others))
    )


def _add(table: Table, words: list[Word], rules: Rules) -> list[Word]:
    """Add the headings above a table to it; return their words."""
    left, top, right, _ = table.box
    columns = table.columns
    above = [w for w in words if left < (w.x0 + w.x1) / 2 < right and w.y <= top + 2]
    bands: list[list[Part]] = []
    y = top
    for row in reversed(rows_of(above)[-_MOST:]):
        cuts = [low for low, _ in columns[1:]]
        band = [part for line in lines_of(row, cuts) for part in parts_of(line, columns)]
        low = max(part.line.y for part in band)
        if y - low > _PITCH * max(part.line.size for part in band) or has_numbers(band):
            break
        if any(part.first == 0 < part.last for part in band):
            break  # a title or prose
        bands.insert(0, band)
        y = min(part.line.y for part in band)
    headed = {k for band in bands for part in band for k in range(part.first, part.last + 1) if k}
    lines = [part.line for band in bands for part in band]
    if len(headed) < len(columns) - 1:
        return []
    headings = heading_cells(bands, columns, rules)
    rows = 1 + max(cell.row for cell in headings)
    for cell in table.cells:
        cell.row, cell.header = cell.row + rows, False
    table.cells = headings + table.cells
    around = box_of(lines)
    assert around is not None
    table.box = (left, min(top, around[1]), right, table.box[3])
    return [word for line in lines for word in line.words]
