"""Plain text for pipes and files: full width, nothing cut, no colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

import click

from moditrack.escaping import clean, clean_lines
from moditrack.output import plain_console
from moditrack.output.charts import draw
from moditrack.output.values import RIGHT_ALIGNED, lines
from moditrack.tables import Chart, DisplayColumn, Page, Table

_CHART_WIDTH = 80
_JOIN = {"period": " "}
_ROOM = 2
"""Blanks that a heading has beside it, as tabulate sets them."""


class Paint:
    """Plain text as it is, or with the terminal's colours and nothing else changed."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def _style(self, text: str, **how: Any) -> str:
        return click.style(text, **how) if self._colour and text else text

    def title(self, text: str) -> str:
        return self._style(clean(text), bold=True)

    def aside(self, text: str) -> str:
        return self._style(clean(text), dim=True)


def write_text(
    shown: Sequence[Table | Page | Chart], stream: TextIO, *, colour: bool = False
) -> None:
    """Write what people see, a blank line between parts."""
    paint = Paint(colour)
    parts = []
    for item in shown:
        if isinstance(item, Chart):
            title, bars = draw(item, _CHART_WIDTH, plain=plain_console(stream)).split("\n", 1)
            parts.append(f"{paint.title(title)}\n{clean_lines(bars)}")
        elif isinstance(item, Table):
            parts.append(_table(item, paint))
        else:
            parts.append(_page(item, paint))
    stream.write("\n\n".join(parts) + "\n")


def _page(page: Page, paint: Paint) -> str:
    width = max((len(label) for label, _ in page.facts), default=0)
    facts = [
        f"{paint.aside(f'{label:<{width}}')}  {clean_lines(value)}" for label, value in page.facts
    ]
    head = "\n".join([paint.title(page.title), *facts])
    return "\n\n".join([head, *(_table(table, paint) for table in page.sections)])


def _table(table: Table, paint: Paint) -> str:
    # A trend is a picture, and a pipe gets data.
    columns = [c for c in table.display.columns if c.kind != "trend"]
    if table.display.group is not None:
        columns.insert(0, DisplayColumn(table.display.group, "Group"))
    if not table.rows:
        return "\n".join([paint.title(table.title), "Nothing found.", *map(clean, table.notes)])
    cells = [
        [_JOIN.get(c.kind, "; ").join(lines(row.get(c.key), c.kind)) for c in columns]
        for row in table.displayed
    ]
    headings = [column.heading for column in columns]
    widths = [
        max(len(heading) + _ROOM, *map(len, cell))
        for heading, *cell in zip(headings, *cells, strict=True)
    ]
    sides = [str.rjust if column.kind in RIGHT_ALIGNED else str.ljust for column in columns]

    def line(values: Sequence[str]) -> str:
        set_ = (side(v, width) for side, v, width in zip(sides, values, widths, strict=True))
        return "  ".join(set_).rstrip()

    return "\n".join(
        [
            paint.title(table.title),
            paint.title(line(headings)),
            line(["-" * width for width in widths]),
            *map(line, cells),
            *map(paint.aside, table.notes),
        ]
    )
