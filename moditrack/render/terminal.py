"""Rich tables for a terminal, fitted to its width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from moditrack.render.values import RIGHT, WHOLE_WORDS, lines
from moditrack.tables import Column, Page, Row, Table

_GAP = 2
_NARROWEST = 8


def write_terminal(shown: Sequence[Table | Page]) -> None:
    """Print tables and pages one under the other."""
    console = Console(highlight=False)
    for number, item in enumerate(shown):
        if number:
            console.print()
        if isinstance(item, Table):
            _table(console, item)
        else:
            _page(console, item)


def _page(console: Console, page: Page) -> None:
    console.print(Text(page.title, style="bold"))
    grid = RichTable.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for label, value in page.facts:
        grid.add_row(label, Text(value))
    console.print(grid)
    for table in page.sections:
        console.print()
        _table(console, table)
    for note in page.notes:
        console.print(Text(note, style="dim"))


def _table(console: Console, table: Table) -> None:
    console.print(Text(table.title, style="bold"))
    if not table.rows:
        console.print("Nothing found.")
        return
    columns = table.shown or table.columns
    cells = [[lines(row.get(c.key), c.kind) for c in columns] for row in table.rows]
    widths = _widths(columns, cells, console.width)
    if table.group is None:
        console.print(_grid(columns, cells, widths, header=True, total=table.total))
    else:
        key = table.group
        console.print(_grid(columns, [], widths, header=True))
        paired = zip(table.rows, cells, strict=True)
        for heading, members in groupby(paired, key=lambda pair: _heading(pair[0], key)):
            console.print(Text(heading, style="bold cyan"))
            console.print(_grid(columns, [cell for _, cell in members], widths, header=False))
    for note in table.notes:
        console.print(Padding(Text(note, style="dim"), (0, 0)))


def _heading(row: Row, key: str) -> str:
    return " ".join(lines(row.get(key), "text"))


def _grid(
    columns: Sequence[Column],
    cells: list[list[list[str]]],
    widths: list[int],
    *,
    header: bool,
    total: int = 0,
) -> RichTable:
    grid = RichTable(
        box=box.SIMPLE_HEAD if header else None,
        show_header=header,
        show_edge=False,
        pad_edge=False,
        padding=(0, _GAP, 0, 0) if not header else (0, 1, 0, 0),
        header_style="bold",
    )
    for column, width in zip(columns, widths, strict=True):
        grid.add_column(
            column.heading,
            width=width,
            justify="right" if column.kind in RIGHT else "left",
            no_wrap=column.kind in WHOLE_WORDS,
            overflow="fold",
        )
    for number, row in enumerate(cells):
        grid.add_row(
            *(Text("\n".join(cell)) for cell in row),
            end_section=bool(total) and number == len(cells) - total - 1,
        )
    return grid


def _widths(
    columns: Sequence[Column], cells: list[list[list[str]]], available: int
) -> list[int]:
    """A width for each column: what must not be broken gets all it needs, prose shares the rest."""
    needs = []
    for index, column in enumerate(columns):
        words = column.heading.split() if column.kind not in WHOLE_WORDS else [column.heading]
        longest = max((len(line) for row in cells for line in row[index]), default=0)
        needs.append(max(longest, *(len(word) for word in words), 1))
    rest = available - _GAP * len(columns)
    prose = [i for i, column in enumerate(columns) if column.kind not in WHOLE_WORDS]
    rest -= sum(need for i, need in enumerate(needs) if i not in prose)
    widths = list(needs)
    # The narrowest first: a column that needs less than its share leaves the rest to the others.
    for position, index in enumerate(sorted(prose, key=lambda i: needs[i])):
        share = rest // (len(prose) - position)
        widths[index] = max(min(needs[index], share), min(_NARROWEST, needs[index]))
        rest -= widths[index]
    return widths
