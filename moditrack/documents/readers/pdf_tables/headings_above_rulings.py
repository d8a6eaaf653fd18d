"""Headings above the rulings of a table that has none of its own; labels left of its rows."""

from __future__ import annotations

from itertools import pairwise

from moditrack.documents.blocks import Cell
from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.lines import Line, lines_of, rows_of
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


_FEWEST = 3
"""Rows with a label beside them at least."""
_LEVEL = 0.3
"""Ems between the feet of a label and of its row at most."""


def with_side_labels(tables: list[Table], words: list[Word]) -> list[Word]:
    """Give tables of nothing but numbers the labels beside them; return the words in none."""
    for table in tables:
        lines = _left_lines(table, words)
        feet = _feet(table) if lines else {}
        if not feet or not _are_labels(lines, feet):
            continue
        used = {id(word) for line in lines for word in line.words}
        if table.loose is None:
            _place(table, lines, feet)
        else:
            table.loose += [word for word in words if id(word) in used]
        left = min(line.x0 for line in lines)
        table.columns = [(left, table.box[0]), *table.columns]
        table.box = (left, *table.box[1:])
        words = [word for word in words if id(word) not in used]
    return words


def _left_lines(table: Table, words: list[Word]) -> list[Line]:
    """The lines left of a table; none where it has labels, or two are side by side."""
    left, top, _, bottom = table.box
    if table.loose is None:
        first = [c.text for c in table.cells if c.column == 0 and c.text]
    else:
        first = [row[0].text for row in rows_of(table.loose)]
    if len(first) < _FEWEST or 2 * sum(map(is_value, first)) <= len(first):
        return []
    left_words = [
        w for w in words if w.x1 <= left + 2 and top - 2 <= w.y - 0.3 * w.size <= bottom + 2
    ]
    lines = [line for row in rows_of(left_words) for line in lines_of(row)]
    return [] if any(abs(a.y - b.y) < 1 for a, b in pairwise(lines)) else lines


def _feet(table: Table) -> dict[int, float]:
    """Where the feet of the numbers in each row of a table are."""
    if table.loose is not None:
        rows = rows_of(table.loose)
        return {at: row[-1].y for at, row in enumerate(rows) if is_value(row[-1].text)}
    feet: dict[int, float] = {}
    for cell in table.cells:
        if cell.box is not None and cell.rows == 1:
            size = (cell.box[3] - cell.box[1]) / (0.75 + 0.2)
            feet[cell.row] = max(feet.get(cell.row, 0.0), cell.box[3] - 0.2 * size)
    return feet


def _are_labels(lines: list[Line], feet: dict[int, float]) -> bool:
    """Whether most lines are level with a row, and most rows with a line."""
    level = sum(
        any(abs(foot - line.y) < _LEVEL * line.size for foot in feet.values()) for line in lines
    )
    return level >= _FEWEST and 2 * level >= len(feet) and 1.5 * level >= len(lines)


def _place(table: Table, lines: list[Line], feet: dict[int, float]) -> None:
    """The labels as the first column of a table."""
    labels: dict[int, list[Line]] = {}
    for line in lines:
        labels.setdefault(min(feet, key=lambda row: abs(feet[row] - line.y)), []).append(line)
    numbered = {cell.row for cell in table.cells if is_value(cell.text)}
    headers = {cell.row for cell in table.cells if cell.header} - numbered
    for cell in table.cells:
        cell.column, cell.header = cell.column + 1, cell.row in headers
    for row in {cell.row for cell in table.cells}:
        own = labels.get(row, [])
        text = joined(line.text for line in own)
        table.cells.append(Cell(text, row, 0, header=row in headers, box=box_of(own)))
    table.cells.sort(key=lambda cell: (cell.row, cell.column))
