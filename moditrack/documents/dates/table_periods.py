"""The periods in the cells of a table; a row of several months is read below its caption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import FINANCIAL_YEAR, RANGE, Period
from moditrack.documents.passages import Passage

Place = tuple[int, int]


def label_periods(passage: Passage) -> dict[Place, tuple[Period, ...]]:
    """The periods of each cell of a table, by row and column, with spans in the cell.

    A row of several months without years, or of a range among financial years, is read as one line
    below the caption: its months take their years from there, or from each other.
    """
    found: dict[Place, tuple[Period, ...]] = {}
    for row in sorted({cell.row for cell in passage.table}):
        cells = [cell for cell in passage.table if cell.row == row]
        own = [periods(cell.text, passage.style) for cell in cells]
        months = sum(1 for each in own for period in each if period.partial and period.month)
        kinds = {period.kind for each in own for period in each}
        if months > 1 or {RANGE, FINANCIAL_YEAR} <= kinds:  # 1998-99 | 1999-2000
            own = [*_in_row([cell.text for cell in cells], passage)]
        found |= {(cell.row, cell.column): each for cell, each in zip(cells, own, strict=True)}
    return found


def _in_row(texts: list[str], passage: Passage) -> Iterator[tuple[Period, ...]]:
    """The periods of the cells of a row, read as a line below the caption."""
    caption = " ".join(passage.caption.split())
    line = " | ".join(" ".join(text.split()) for text in texts)
    read = periods(f"{caption}\n{line}", passage.style)
    start = len(caption) + 1
    for text in texts:
        end = start + len(" ".join(text.split()))
        yield tuple(
            replace(period, start=period.start - start, end=period.end - start)
            for period in read
            if start <= period.start and period.end <= end
        )
        start = end + len(" | ")
