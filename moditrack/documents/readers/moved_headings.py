"""Headings one column too far left, where a converter dropped the empty cell above the labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moditrack.documents.blocks import Cell
from moditrack.documents.cells_and_marks import is_number

_FEWEST = 2
"""Rows of numbers in the last column that show where its heading is missing."""


def over_their_columns(cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a table, its headings above their columns: moved one right where that is sure.

    It is where the first rows have a heading in each column but the last, and below them the first
    column has only labels and the last has numbers.
    """
    rows: dict[int, dict[int, str]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell.text.strip()
    last = max((cell.column for cell in cells), default=0)
    heads = []
    for row, texts in sorted(rows.items()):
        filled = [bool(texts.get(column)) for column in range(last + 1)]
        if not all(filled[:-1]) or filled[-1] or any(map(is_number, texts.values())):
            break
        heads.append(row)
    body = [texts for row, texts in rows.items() if row not in heads and len(texts) > last]
    numbers = [texts for texts in body if is_number(texts[last])]
    sure = heads and last > 1 and len(numbers) >= _FEWEST
    if not sure or any(is_number(texts[0]) or not texts[0] for texts in numbers):
        return list(cells)
    kept = [cell for cell in cells if cell.row not in heads or cell.column < last]
    return [
        replace(cell, column=cell.column + 1, header=True) if cell.row in heads else cell
        for cell in kept
    ]
