"""Rich tables for a terminal, fitted to its width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from textwrap import fill

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from moditrack.render.values import RIGHT, WHOLE_WORDS, lines
from moditrack.tables import Column, Page, Row, Table

_GAP = 2
_WIDE = 100
"""From this width on, citations have a column of their own."""
_NARROWEST = 6
_COMFORT = 70
"""Prose wants no more than this before the other columns have what they want."""


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
    columns = list(table.shown or table.columns)
    cells = [[lines(row.get(c.key), c.kind) for c in columns] for row in table.rows]
    sources: list[list[str]] = [[] for _ in cells]
    if console.width < _WIDE and columns[-1].key == "sources":
        columns.pop()
        sources = [row.pop() for row in cells]
    widths, main = _widths(columns, cells, sources, console.width)
    painted = [_painted(row, cited, main) for row, cited in zip(cells, sources, strict=True)]
    if table.group is None:
        console.print(_grid(columns, painted, widths, header=True, total=table.total))
    else:
        key = table.group
        console.print(_grid(columns, [], widths, header=True))
        paired = zip(table.rows, painted, strict=True)
        for heading, members in groupby(paired, key=lambda pair: _heading(pair[0], key)):
            console.print(Text(heading, style="bold cyan"))
            console.print(_grid(columns, [cell for _, cell in members], widths, header=False))
    for note in table.notes:
        console.print(Text(note, style="dim"))


def _heading(row: Row, key: str) -> str:
    return " ".join(lines(row.get(key), "text"))


def _painted(row: list[list[str]], cited: list[str], main: int) -> list[Text]:
    """The cells of a row; on a narrow terminal its citations follow the longest text."""
    painted = [Text("\n".join(cell)) for cell in row]
    for citation in cited:
        painted[main].append(" ").append(citation, style="dim")
    return painted


def _grid(
    columns: Sequence[Column],
    cells: list[list[Text]],
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
        padding=(0, _GAP - 1 if header else _GAP, 0, 0),
        header_style="bold",
    )
    for column, width in zip(columns, widths, strict=True):
        grid.add_column(
            fill(column.heading, width, break_long_words=False),
            width=width,
            justify="right" if column.kind in RIGHT else "left",
            no_wrap=column.kind in WHOLE_WORDS,
            overflow="fold",
            vertical="bottom" if not cells else "top",
        )
    for number, row in enumerate(cells):
        grid.add_row(*row, end_section=bool(total) and number == len(cells) - total - 1)
    return grid


def _widths(
    columns: Sequence[Column],
    cells: list[list[list[str]]],
    sources: list[list[str]],
    available: int,
) -> tuple[list[int], int]:
    """A width for each column, and which column holds the most text.

    What must not be broken gets all it needs; prose gets its longest word, and shares the rest.
    """
    least, most = [], []
    for index, column in enumerate(columns):
        texts = [line for row in cells for line in row[index]]
        if column.kind not in WHOLE_WORDS:
            most.append(max((len(text) for text in texts), default=1))
            texts = [word for text in texts for word in text.split()]
        texts += column.heading.split()
        least.append(max((len(text) for text in texts), default=1))
        if column.kind in WHOLE_WORDS:
            most.append(least[-1])
    most = [max(pair) for pair in zip(least, most, strict=True)]
    main = max(range(len(columns)), key=lambda i: most[i])
    cited = max((len(line) for lines_ in sources for line in lines_), default=0)
    least[main] = max(least[main], cited)
    rest = available - _GAP * (len(columns) - 1) - sum(least)
    for index in sorted(range(len(columns)), key=lambda i: -least[i]):
        # No room for every longest word: break words, before anything that must stay whole.
        if rest < 0 and index != main and columns[index].kind not in WHOLE_WORDS:
            narrower = min(least[index], max(least[index] + rest, _NARROWEST))
            rest += least[index] - narrower
            least[index] = narrower
    widths = list(least)
    wants = [min(most[i], _COMFORT) - least[i] for i in range(len(columns))]
    wants = [max(want, 0) for want in wants]
    if rest > 0 and any(wants):
        given = [min(want, rest * want // sum(wants)) for want in wants]
        widths = [width + extra for width, extra in zip(widths, given, strict=True)]
        widths[main] += min(rest - sum(given), most[main] - widths[main])
    return widths, main
