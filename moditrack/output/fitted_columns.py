"""What of a table fits a terminal: its columns, their widths, and what goes below the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from moditrack.output.cells import Cells
from moditrack.output.grid import GAP, Cell, wrap
from moditrack.output.widths import cramped, drop_optional, fit, roomy
from moditrack.output.wrapped_rows import wrapped_rows
from moditrack.tables import DisplayColumn, Row, Table

if TYPE_CHECKING:
    from moditrack.output.stacked import Stacked

_LINES = 2
"""A label beside numbers that takes more lines gets room from the gaps between the numbers."""
_FEWER = 0.9
"""Where a table fits, its longest text goes below the others if that takes so many of its lines."""
_SAMPLE = 60
"""So many rows are counted for that: all 236 figures take 10 ms."""


def chosen(
    console: Console,
    table: Table,
    columns: list[DisplayColumn],
    cells: Cells,
    rows: Sequence[Row],
) -> list[int]:
    """Leave out the columns for which there is no room; return those whose lines are one."""
    if any(column.kind == "interval" for column in columns):
        from moditrack.output.narrow_intervals import narrow_intervals

        plain = console.options.ascii_only
        narrow_intervals(columns, cells, rows, console.width, plain=plain)
    drop_optional(columns, cells, console.width, totals=bool(table.display.totals))
    return roomy(columns, cells, console.width)


def fitted(
    console: Console, table: Table, columns: list[DisplayColumn], cells: Cells
) -> tuple[DisplayColumn | None, list[list[str]], list[int] | None, int]:
    """The column of the citations and these, where they have no room beside the longest text; the
    widths of the other columns, None if they do not fit, and the gap between them."""
    own, gap = None, GAP
    citation_lines: list[list[str]] = [[] for _ in cells]
    widths = fit(columns, cells, citation_lines, console.width)
    if columns[-1].kind == "list" and (widths is None or cramped(columns, cells, widths)):
        own = columns.pop()
        citation_lines = [row.pop() for row in cells]
        widths = fit(columns, cells, citation_lines, console.width)
    if table.display.totals and widths and _deep(cells, widths[0]):
        gap = 1
        widths = fit(columns, cells, citation_lines, console.width, gap)
    return own, citation_lines, widths, gap


def stacked_below(
    console: Console,
    table: Table,
    columns: Sequence[DisplayColumn],
    cells: Cells,
    citation_lines: list[list[str]],
    widths: list[int] | None,
) -> Stacked | None:
    """The columns with the longest text below the others, where that takes fewer lines."""
    if table.display.totals or (widths is not None and not cramped(columns, cells, widths)):
        return None
    from moditrack.output.stacked import lines_of_stacked, stacked

    found = stacked(console, columns, cells)
    if found is None or widths is None:
        return found
    some, their_lines = cells[:_SAMPLE], citation_lines[:_SAMPLE]
    beside = wrapped_rows(columns, some, their_lines, widths)
    lines = sum(max(map(len, row)) for row in beside) + apart(beside) * len(beside)
    fewer = lines_of_stacked(found.rows(some, their_lines)) < _FEWER * lines
    return found if fewer else None


def apart(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether there are blank lines between rows: where most take several lines."""
    return sum(any(len(cell) > 1 for cell in row) for row in rows) > len(rows) / 2


def _deep(cells: Cells, width: int) -> bool:
    """Whether a label takes too many lines."""
    return any(len(wrap(line, width)) > _LINES for row in cells for line in row[0])
