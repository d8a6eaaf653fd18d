"""Plain text for pipes and files: full width, nothing cut; colour only where forced.

Not by tabulate, whose import costs 34 ms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TextIO

import click

from moditrack.charts_and_graphs import Chart
from moditrack.escaping import clean, clean_lines
from moditrack.output.charts import draw
from moditrack.output.colour import plain_console
from moditrack.output.notes import in_order, mark
from moditrack.output.shown_values import DRAWN, RIGHT_ALIGNED, columns_of, first_source, lines
from moditrack.tables import DisplayColumn, Note, Table

if TYPE_CHECKING:
    from moditrack.pages import Page

_CHART_WIDTH = 80
_MEASURED = 2_000
"""How many rows are measured where they are too many to keep."""
_JOIN = {"period": " "}
_HEADING_GAP = 2
"""Blanks after a heading, as in tabulate."""


class Paint:
    """Plain text, optionally with colours."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def _style(self, text: str, **how: Any) -> str:
        return click.style(text, **how) if self._colour and text else text

    def title(self, text: str) -> str:
        return self._style(clean(text), bold=True)

    def aside(self, text: str) -> str:
        return self._style(clean(text), dim=True)


def write_text(
    items: Iterable[Table | Page | Chart],
    stream: TextIO,
    *,
    colour: bool = False,
    sources: bool = False,
) -> None:
    """Write tables, pages and charts, with a blank line between them; `sources` writes every
    citation."""
    paint = Paint(colour)
    plain = plain_console(stream)
    for number, item in enumerate(items):
        if number:
            stream.write("\n")
        if isinstance(item, Chart):
            title, bars = draw(item, _CHART_WIDTH, plain=plain).split("\n", 1)
            stream.write(f"{paint.title(title)}\n{clean_lines(bars)}\n")
        elif isinstance(item, Table):
            stream.writelines(f"{line}\n" for line in _table(item, paint, sources, plain))
        else:
            stream.write(f"{_page(item, paint, sources, plain)}\n")


def _page(page: Page, paint: Paint, sources: bool, plain: bool) -> str:
    width = max((len(label) for label, _ in page.facts), default=0)
    below_first = "\n" + " " * (width + 2)
    facts = [
        f"{paint.aside(f'{label:<{width}}')}  {clean_lines(value).replace(chr(10), below_first)}"
        for label, value in page.facts
    ]
    answer = [paint.title(page.answer), ""] if page.answer else []
    head = "\n".join([paint.title(page.title), *answer, *facts])
    tables = ["\n".join(_table(table, paint, sources, plain)) for table in page.sections]
    below = ["\n".join(_notes(page.below, paint))] if page.below else []
    return "\n\n".join([head, *tables, *below])


def _notes(notes: Sequence[Note], paint: Paint) -> list[str]:
    return [
        paint.aside(note) if note.kind == "source" else clean(mark(note) + note)
        for note in in_order(notes)
    ]


def _table(table: Table, paint: Paint, sources: bool, plain: bool) -> Iterator[str]:
    columns = [c for c in columns_of(table) if c.kind not in DRAWN]
    if table.display.group is not None:
        columns.insert(0, DisplayColumn(table.display.group, "Group"))
    head = [paint.title(table.heading), *([paint.title(table.answer), ""] if table.answer else [])]
    notes = _notes(table.notes, paint)
    if not table.rows:
        yield from [*head, table.nothing, *([""] if notes else []), *notes]
        return

    def found() -> Iterator[list[str]]:
        for row in table.displayed:
            own = row if sources else first_source(table, row)
            values = (lines(own.get(c.key), c.kind, plain=plain) for c in columns)
            yield [_JOIN.get(c.kind, "; ").join(v) for c, v in zip(columns, values, strict=True)]

    # Of rows that are too many to keep the first are measured; a longer cell later takes its room.
    cells = list(found()) if isinstance(table.displayed, list) else None
    headings = [column.heading for column in columns]
    widths = [len(heading) + _HEADING_GAP for heading in headings]
    for row in islice(found(), _MEASURED) if cells is None else cells:
        widths = list(map(max, widths, map(len, row)))
    sides = [str.rjust if column.kind in RIGHT_ALIGNED else str.ljust for column in columns]

    def line(values: Sequence[str]) -> str:
        set_ = (side(v, width) for side, v, width in zip(sides, values, widths, strict=True))
        return "  ".join(set_).rstrip()

    yield from head
    yield paint.title(line(headings))
    yield line(["-" * width for width in widths])
    yield from map(line, found() if cells is None else cells)
    yield from ["", *notes] if notes else []
