"""Charts on a terminal: in place of the table that they draw where the screen is too small."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from rich.console import Console
from rich.text import Text

from moditrack.charts_and_graphs import Chart
from moditrack.escaping import clean, clean_lines
from moditrack.output.charts import draw
from moditrack.output.grid import wrap
from moditrack.output.terminal_notes import Counted, fewest_rows, write_notes
from moditrack.output.text_width import text_width
from moditrack.tables import Table

if TYPE_CHECKING:
    from moditrack.pages import Page

_MARK = 2
"""How wide the mark before the name of a part is."""
_BESIDE = 6
"""How many rows a table takes besides its own, its answer and its notes: its title and headings,
blank lines and the prompt."""


def write_chart(console: Console, chart: Chart) -> None:
    """Write a chart below its title."""
    title, *bars = _lines(console, chart)
    console.print(Text("\n".join(wrap(clean(title), console.width)), style="bold"))
    console.print(Text(_wrapped(console, bars)))


def chart_instead(console: Console, items: Sequence[Table | Page | Chart]) -> bool:
    """Write charts in place of the one table that they draw, with its answer and notes, where the
    screen has no room for all; False where it has, or there is no such table."""
    charts = [item for item in items if isinstance(item, Chart)]
    tables = [item for item in items if isinstance(item, Table)]
    if not charts or len(tables) != 1 or len(items) != len(charts) + 1:
        return False
    (table,) = tables
    rows = sum(len(_lines(console, chart)) for chart in charts) + len(table.displayed)
    said = [table.answer, *(f"  {note}" for note in table.notes)]
    rows += sum(len(wrap(clean(text), console.width)) for text in said)
    if rows + _BESIDE <= console.height or not table.answer:
        return False
    for text in (table.heading, table.answer):
        console.print(Text("\n".join(wrap(clean(text), console.width)), style="bold"))
    for chart in charts:
        console.print()
        if len(charts) > 1:
            write_chart(console, chart)
        else:
            console.print(Text(_fitting(console, table, _lines(console, chart)[1:])))
    write_notes(console, table.notes)
    return True


def _fitting(console: Console, table: Table, lines: Sequence[str]) -> str:
    """Lines of a chart, the names of its parts cut where the screen has no room for all of them
    with the notes that are needed; their counts are not."""
    shown = _wrapped(console, lines)
    used = cast(Counted, console.file).lines + fewest_rows(console, table.notes)
    if used + shown.count("\n") + 1 < console.height:
        return shown
    more = "..." if console.options.ascii_only else "…"
    own = (line.rpartition(": ") for line in lines)
    return "\n".join(
        line if text_width(line) <= console.width else f"{name[:room]}{more}: {number}"
        for line, (name, _, number) in zip(lines, own, strict=True)
        for room in [console.width - len(number) - len(more) - 2]
    )


def _wrapped(console: Console, lines: Sequence[str]) -> str:
    """Lines of a chart, the names of its parts below their marks where they are too long."""
    return "\n".join(own for line in lines for own in wrap(line, console.width, _MARK))


def _lines(console: Console, chart: Chart) -> list[str]:
    drawn = draw(chart, console.width, plain=console.options.ascii_only)
    return clean_lines(drawn).split("\n")
