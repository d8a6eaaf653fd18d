"""Rich tables for a terminal, fitted to its width."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from shutil import get_terminal_size
from textwrap import fill
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from moditrack.render.values import RIGHT, WHOLE_WORDS, clean_lines, lines
from moditrack.tables import Chart, Column, Page, Row, Table

_GAP = 2
_FLOOR = 10
"""Where there is no room, words of side columns are broken down to this width."""
_READABLE = 34
"""The longest text wants at least this, before citations get a column of their own."""
_COMFORT = 60
"""Prose wants no more than this before the other columns have what they want."""


def write_terminal(shown: Sequence[Table | Page | Chart], stream: TextIO) -> None:
    """Write tables and pages one under the other, for a terminal."""
    told = os.environ.get("COLUMNS", "")
    width = get_terminal_size().columns if told.isdecimal() and not int(told) else None
    console = Console(file=stream, width=width, force_terminal=True, highlight=False)
    for number, item in enumerate(shown):
        if number:
            console.print()
        if isinstance(item, Chart):
            from moditrack.render.charts import draw

            title, *bars = draw(item, console.width, plain=console.options.ascii_only).split("\n")
            console.print(_plain(title, "bold"))
            console.print(_plain("\n".join(bars)))
        elif isinstance(item, Table):
            _table(console, item)
        else:
            _page(console, item)


def _plain(text: str, style: str = "") -> Text:
    """A text as it stands: no markup, and nothing that a terminal would obey."""
    return Text(clean_lines(text), style=style)


def _page(console: Console, page: Page) -> None:
    console.print(_plain(page.title, "bold"))
    grid = RichTable.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    # What has no blank to break at, an address or a digest, stands whole below.
    whole = [(k, v) for k, v in page.facts if " " not in v and len(v) > console.width // 2]
    for label, value in page.facts:
        if (label, value) not in whole:
            grid.add_row(label, _plain(value))
    console.print(grid)
    for label, value in whole:
        console.print(Text(label, style="dim"))
        console.print(_plain(value), soft_wrap=True)
    for table in page.sections:
        console.print()
        _table(console, table)


def _table(console: Console, table: Table) -> None:
    console.print(_plain(table.title, "bold"))
    if not table.rows:
        console.print("Nothing found.")
        for note in table.notes:
            console.print(_plain(note, "dim"))
        return
    plain = console.options.ascii_only
    columns = list(table.shown or table.columns)
    cells = [[lines(row.get(c.key), c.kind, plain=plain) for c in columns] for row in table.seen]
    cited: list[list[str]] = [[] for _ in cells]
    widths = fit(columns, cells, cited, console.width)
    if columns[-1].kind == "list" and (widths is None or _cramped(columns, cells, widths)):
        columns.pop()
        cited = [row.pop() for row in cells]
        widths = fit(columns, cells, cited, console.width)
    if widths is None:
        _blocks(console, table, columns, cells, cited)
    else:
        main = _main(columns, cells)
        painted = [_painted(row, own, main) for row, own in zip(cells, cited, strict=True)]
        _rows(console, table, columns, painted, widths)
    for note in table.notes:
        console.print(_plain(note, "dim"))


def _rows(
    console: Console,
    table: Table,
    columns: Sequence[Column],
    painted: list[list[Text]],
    widths: list[int],
) -> None:
    if table.group is None:
        console.print(_grid(columns, painted, widths, header=True, total=table.total))
        return
    key = table.group
    console.print(_grid(columns, [], widths, header=True))
    paired = zip(table.seen, painted, strict=True)
    for heading, members in groupby(paired, key=lambda pair: _heading(pair[0], key)):
        console.print(Text(heading, style="bold cyan"))
        console.print(_grid(columns, [cell for _, cell in members], widths, header=False))


def _blocks(
    console: Console,
    table: Table,
    columns: Sequence[Column],
    cells: list[list[list[str]]],
    cited: list[list[str]],
) -> None:
    """Where the columns do not fit side by side: a row under the other, a line for each value."""
    for row, values, citations in zip(table.seen, cells, cited, strict=True):
        if table.group is not None:
            console.print(Text(_heading(row, table.group), style="bold cyan"), soft_wrap=True)
        for column, value in zip(columns, values, strict=True):
            if value:
                joined = (" " if column.kind == "period" else "; ").join(value)
                console.print(Text(f"{column.heading}: {joined}"), soft_wrap=True)
        for citation in citations:
            console.print(Text(citation, style="dim"), soft_wrap=True)
        console.print()


def _heading(row: Row, key: str) -> str:
    return " ".join(lines(row.get(key), "text"))


def _painted(row: list[list[str]], cited: list[str], main: int) -> list[Text]:
    """The cells of a row; on a narrow terminal its citations follow the longest text."""
    painted = [Text("\n".join(cell)) for cell in row]
    for citation in cited:
        # What has a blank in it would be broken there.
        painted[main].append("\n" if " " in citation else " ").append(citation, style="dim")
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


def _main(columns: Sequence[Column], cells: list[list[list[str]]]) -> int:
    """The column with the most text: citations go there where they have no column of their own."""
    most = [sum(len(line) for row in cells for line in row[i]) for i in range(len(columns))]
    prose = [i for i, column in enumerate(columns) if column.kind not in WHOLE_WORDS]
    return max(prose or range(len(columns)), key=lambda i: most[i])


def _cramped(columns: Sequence[Column], cells: list[list[list[str]]], widths: list[int]) -> bool:
    """Whether the longest text has become too narrow to read."""
    main = _main(columns, cells)
    longest = max((len(line) for row in cells for line in row[main]), default=0)
    return widths[main] < min(longest, _READABLE)


def fit(
    columns: Sequence[Column],
    cells: list[list[list[str]]],
    cited: list[list[str]],
    available: int,
) -> list[int] | None:
    """A width for each column, gaps left out; None where they do not fit.

    What must not be broken gets all it needs. Prose gets its longest word, or less where there is
    no room for it, down to a floor; what is left goes to the columns that want it.
    """
    main = _main(columns, cells)
    least, most, floor = [], [], []
    for index, column in enumerate(columns):
        texts = [line for row in cells for line in row[index]]
        whole = column.kind in WHOLE_WORDS
        words = texts if whole else [word for text in texts for word in text.split()]
        word = max((len(text) for text in [*words, *column.heading.split()]), default=1)
        if index == main:
            word = max([word, *(len(line) for row in cited for line in row)])
        least.append(word)
        most.append(max([word, *(len(text) for text in texts)]))
        floor.append(word if whole or index == main else min(word, _FLOOR))
    rest = available - _GAP * (len(columns) - 1)
    if sum(floor) > rest:
        return None
    widths = list(floor)
    for wanted in (least, [min(m, _COMFORT) for m in most], most):
        wants = [max(want - width, 0) for want, width in zip(wanted, widths, strict=True)]
        spare = rest - sum(widths)
        if sum(wants) <= spare:
            given = wants
        else:
            given = [spare * want // sum(wants) for want in wants]
            given[main] += min(spare - sum(given), wants[main] - given[main])
        widths = [width + extra for width, extra in zip(widths, given, strict=True)]
    return widths
