"""Tables and pages on a terminal, fitted to its width: headings, groups, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, TextIO, cast

from rich.console import Console
from rich.text import Text

from moditrack.charts_and_graphs import Chart
from moditrack.escaping import clean, clean_lines
from moditrack.output import screen_size
from moditrack.output.blocks import blocks, labelled
from moditrack.output.cells import Cells, cells_of, join_lines, printed_once
from moditrack.output.fitted_columns import apart, chosen, fitted, stacked_below
from moditrack.output.grid import GAP, Cell, Grid, wrap
from moditrack.output.numbers_beside import numbers_beside
from moditrack.output.shown_values import (
    RIGHT_ALIGNED,
    coloured,
    columns_of,
    first_source,
    group_heading,
    lines_of,
)
from moditrack.output.terminal_notes import Counted, closer_rows, write_notes
from moditrack.output.text_width import text_width
from moditrack.output.wrapped_rows import wrapped_rows
from moditrack.tables import DisplayColumn, Row, Table

if TYPE_CHECKING:
    from moditrack.output.stacked import Stacked
    from moditrack.pages import Page

_RUN = 1_000
"""The rows that are laid out at a time where a table has too many to keep."""
_USUAL = 24
"""The height of a screen that a page with more fills."""
_TALL = 10_000
"""The height of a screen on which every page fits."""
_HANG = 4
"""How far a label is indented below its first line, where no blank line separates the rows and
that takes no further line."""


def write_terminal(
    items: Iterable[Table | Page | Chart], stream: TextIO, *, sources: bool = False
) -> None:
    """Write tables, pages and charts to a terminal; `sources` writes every citation."""
    console = Console(
        file=cast(TextIO, Counted(stream)),
        width=screen_size.width(),
        height=screen_size.height(),
        force_terminal=True,
        highlight=False,
    )
    listed = list(items)
    if any(isinstance(item, Chart) for item in listed):
        from moditrack.output.terminal_charts import chart_instead

        if chart_instead(console, listed):
            return
    for number, item in enumerate(listed):
        if number:
            console.print()
        if isinstance(item, Chart):
            from moditrack.output.terminal_charts import write_chart

            write_chart(console, item)
        elif isinstance(item, Table):
            _table(console, item, sources)
        else:
            _page(console, item, sources)


def _plain(text: str, style: str = "", width: int = 0) -> Text:
    """A text without markup and control characters, wrapped to a width; rich leaves blanks."""
    own = clean_lines(text).split("\n")
    wrapped = [line for one in own for line in wrap(one, width)] if width else own
    return Text("\n".join(wrapped), style=style)


def _page(console: Console, page: Page, sources: bool) -> None:
    """Write a page, with as much of it as has room where it can be shorter or longer."""
    short = _height(console, page, sources) < console.height  # the last line is the prompt's
    for other in page.longer() if short else page.shorter():
        fits = _height(console, other, sources) < (_USUAL if short else console.height)
        page = other if fits or not short else page
        if fits is not short:
            break
    _written(console, page, sources)


def _height(console: Console, page: Page, sources: bool) -> int:
    """How many rows a page takes with all of its notes; an address that is too long takes two."""
    stream = StringIO()
    tall = Console(file=cast(TextIO, Counted(stream)), width=console.width, height=_TALL)
    _written(tall, page, sources)
    widths = (text_width(line) for line in stream.getvalue().splitlines())
    return sum(max(1, -(-width // console.width)) for width in widths)


def _written(console: Console, page: Page, sources: bool) -> None:
    console.print(_plain(page.title, "bold", console.width))
    if page.answer:
        console.print(_plain(page.answer, "bold", console.width))
        console.print()
    # Long values without blanks, like addresses and digests, go on lines of their own below.
    long = [(k, v) for k, v in page.facts if " " not in v and len(v) > console.width // 2]
    aligned = [fact for fact in page.facts if fact not in long]
    facts = [(label, lines_of(value)) for label, value in aligned]
    below = page.tables_first and _rows_of(facts, console.width) > console.height // 2
    for table in page.sections if below else ():
        _table(console, table, sources)
        console.print()
    labelled(
        console,
        [(own, list(map(coloured, texts)) if own == "Verdict" else texts) for own, texts in facts],
    )
    for label, value in long:
        console.print(_plain(label))
        console.print(_plain(value), soft_wrap=True)
    for table in () if below else page.sections:
        console.print()
        _table(console, table, sources)
    write_notes(console, page.below, sources=sources)


def _rows_of(facts: list[tuple[str, list[str]]], width: int) -> int:
    """How many rows facts take beside their labels."""
    room = max(width - max((text_width(label) for label, _ in facts), default=0) - GAP, 1)
    return sum(len(wrap(line, room)) for _, lines in facts for line in lines)


def _table(console: Console, table: Table, sources: bool) -> None:
    _head(console, table)
    if not table.rows:
        console.print(table.nothing)
        write_notes(console, table.notes, sources=sources)
        return
    plain = console.options.ascii_only
    columns = [
        DisplayColumn(c.key, _heading(table, c), c.kind, optional=c.optional)
        for c in columns_of(table)
    ]
    own: DisplayColumn | None = None
    widths: list[int] | None = None
    stack: Stacked | None = None
    gap = GAP
    above: str | None = None
    joined: list[int] = []
    for number, rows in enumerate(_runs(table.displayed)):
        displayed = rows if sources else [first_source(table, row) for row in rows]
        every = [*columns, own] if own else columns
        cells = cells_of(every, displayed, table.display.group, plain=plain)
        citation_lines = [row.pop() if own else [] for row in cells]
        if number == 0:  # the first run is measured for all
            joined = chosen(console, table, columns, cells, rows)
        join_lines(cells, joined)
        if number == 0:
            own, citation_lines, widths, gap = fitted(console, table, columns, cells)
            if widths is None and rows is table.displayed:
                widths = numbers_beside(columns, cells, console.width)
            stack = stacked_below(console, table, columns, cells, citation_lines, widths)
        if stack is not None:
            if number == 0:
                stack.head()
            once = printed_once(columns, cells, rows, table.display.group)
            lined = stack.rows(once, citation_lines)
            above = stack.write(lined, rows, table.display.group, above)
            continue
        if widths is None:
            if number or (table.display.totals and table.answer):
                console.print()
            above = blocks(
                console, table.display.group, rows, columns, cells, citation_lines, above,
                in_order=table.display.empty,
            )  # fmt: skip
            continue
        cells = printed_once(columns, cells, rows, table.display.group)
        wrapped = wrapped_rows(
            columns, cells, citation_lines, widths, hang=_hang(table, cells, widths[0])
        )
        grid = Grid(console, widths, [column.kind in RIGHT_ALIGNED for column in columns], gap)
        heads = [wrap(c.heading, width) for c, width in zip(columns, widths, strict=True)]
        ruled = True
        if table.display.totals:
            wrapped, ruled = closer_rows(console, table, wrapped, heads, widths[0])
        if number == 0:
            grid.head(heads)
        above = _rows(grid, table, rows, wrapped, above, ruled=ruled)
    write_notes(console, table.notes, sources=sources)


def _head(console: Console, table: Table) -> None:
    """Write the heading and the answer of a table, with a blank line below: where there are totals,
    that is written with the rows."""
    console.print(_plain(table.heading, "bold", console.width))
    if table.answer:
        console.print(_plain(table.answer, "bold", console.width))
        if not (table.rows and table.display.totals):
            console.print()


def _runs(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows in one piece, or in runs where they are too many to keep."""
    if isinstance(rows, list):
        yield rows
        return
    found = iter(rows)
    while run := list(islice(found, _RUN)):
        yield run


def _hang(table: Table, cells: Cells, width: int) -> int:
    """How far all labels are indented below their first lines."""
    if not table.display.totals:
        return 0
    broken = [text for row in cells for text in row[0] if len(wrap(text, width)) > 1]
    return _HANG if all(wrap(text, width, _HANG) != wrap(text, width) for text in broken) else 0


def _heading(table: Table, column: DisplayColumn) -> str:
    """The heading of a column; of a drawn interval, its scale."""
    if column.kind == "interval":
        from moditrack.output.charts import interval_scale

        return interval_scale(table.displayed[0][column.key][-1], column.heading)
    return clean(column.heading)


def _rows(
    grid: Grid,
    table: Table,
    displayed: Sequence[Row],
    rows: list[list[Cell]],
    above: str | None,
    *,
    ruled: bool,
) -> str | None:
    """Write a run of rows below the group `above`, and return the group of the last; with a rule
    above the totals."""
    spaced = apart(rows) and not table.display.totals and len(rows) > 1
    for number, (row, cells) in enumerate(zip(displayed, rows, strict=True)):
        if ruled and 0 < number == len(rows) - table.display.totals:
            grid.rule()
        heading = group_heading(row, table.display.group)
        if table.display.group is not None and heading != above:
            if above is not None:
                grid.blank()
            grid.title(heading)
            above = heading
        elif spaced and number and any(cells[0]):
            grid.blank()
        total = number == len(rows) - table.display.totals
        grid.row(cells, bold=total or bool(row.get(table.display.strong or "")))
    grid.print()
    return above
