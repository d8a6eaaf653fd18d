"""Plain text for pipes and files: full width, nothing cut, no colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

import click
from tabulate import tabulate, tabulate_formats

from moditrack.errors import InputError, unknown
from moditrack.render import plain_console
from moditrack.render.charts import draw
from moditrack.render.data import cell
from moditrack.render.values import RIGHT, lines
from moditrack.tables import Chart, Column, Page, Table

_CHART_WIDTH = 80
_JOIN = {"period": " "}


def write_format(result: Table | Page, way: str, stream: TextIO) -> None:
    """Write a table in a format of tabulate, its columns those of the data formats.

    Raises InputError for an unknown format, and for a page, which is no table.
    """
    if way not in tabulate_formats:
        raise unknown("format", way, {name: name for name in sorted(tabulate_formats)})
    if isinstance(result, Page):
        raise InputError("A page on one thing is no table: use --json or --jsonl.")
    body = tabulate(
        [[str(cell(value)) for value in row.values()] for row in result],
        headers=[column.key for column in result.columns],
        tablefmt=way,
        disable_numparse=True,
    )
    stream.write(body + "\n")


class Paint:
    """Plain text as it is, or with the terminal's colours and nothing else changed."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def _style(self, text: str, **how: Any) -> str:
        return click.style(text, **how) if self._colour and text else text

    def title(self, text: str) -> str:
        return self._style(text, bold=True)

    def aside(self, text: str) -> str:
        return self._style(text, dim=True)


def write_text(
    shown: Sequence[Table | Page | Chart], stream: TextIO, *, colour: bool = False
) -> None:
    """Write what people see, a blank line between parts."""
    paint = Paint(colour)
    parts = []
    for item in shown:
        if isinstance(item, Chart):
            title, bars = draw(item, _CHART_WIDTH, plain=plain_console(stream)).split("\n", 1)
            parts.append(f"{paint.title(title)}\n{bars}")
        elif isinstance(item, Table):
            parts.append(_table(item, paint))
        else:
            parts.append(_page(item, paint))
    stream.write("\n\n".join(parts) + "\n")


def _page(page: Page, paint: Paint) -> str:
    width = max((len(label) for label, _ in page.facts), default=0)
    facts = [f"{paint.aside(f'{label:<{width}}')}  {value}" for label, value in page.facts]
    head = "\n".join([paint.title(page.title), *facts])
    return "\n\n".join([head, *(_table(table, paint) for table in page.sections)])


def _table(table: Table, paint: Paint) -> str:
    # A trend is a picture, and a pipe gets data.
    columns = [c for c in table.shown or table.columns if c.kind != "trend"]
    if table.group is not None:
        columns.insert(0, Column(table.group, "Group"))
    if not table.rows:
        return f"{paint.title(table.title)}\nNothing found."
    body = tabulate(
        [
            [_JOIN.get(c.kind, "; ").join(lines(row.get(c.key), c.kind)) for c in columns]
            for row in table.seen
        ],
        headers=[c.heading for c in columns],
        tablefmt="simple",
        disable_numparse=True,
        colalign=["right" if c.kind in RIGHT else "left" for c in columns],
    )
    header, *rows = (line.rstrip() for line in body.split("\n"))
    notes = map(paint.aside, table.notes)
    return "\n".join([paint.title(table.title), paint.title(header), *rows, *notes])
