"""Plain text for pipes and files: full width, nothing cut, no colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

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


def write_text(shown: Sequence[Table | Page | Chart], stream: TextIO) -> None:
    """Write what people see, a blank line between parts."""
    parts = []
    for item in shown:
        if isinstance(item, Chart):
            parts.append(draw(item, _CHART_WIDTH, plain=plain_console(stream)))
        elif isinstance(item, Table):
            parts.append(_table(item))
        else:
            parts.append(_page(item))
    stream.write("\n\n".join(parts) + "\n")


def _page(page: Page) -> str:
    width = max((len(label) for label, _ in page.facts), default=0)
    facts = "\n".join(f"{label:<{width}}  {value}" for label, value in page.facts)
    return "\n\n".join([f"{page.title}\n{facts}", *(_table(table) for table in page.sections)])


def _table(table: Table) -> str:
    # A trend is a picture, and a pipe gets data.
    columns = [c for c in table.shown or table.columns if c.kind != "trend"]
    if table.group is not None:
        columns.insert(0, Column(table.group, "Group"))
    if not table.rows:
        return f"{table.title}\nNothing found."
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
    body = "\n".join(line.rstrip() for line in body.split("\n"))
    return "\n".join([table.title, body, *table.notes])
