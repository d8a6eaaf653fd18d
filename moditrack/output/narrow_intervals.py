"""Intervals drawn narrower, where the screen has no room for them as they are."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.escaping import clean
from moditrack.output.cells import Cells
from moditrack.output.charts import INTERVAL, interval, interval_scale
from moditrack.output.grid import GAP
from moditrack.output.text_width import column_width
from moditrack.tables import DisplayColumn, Row

_NARROWEST = 14
"""An interval is drawn no narrower: it is left out."""


def narrow_intervals(
    columns: Sequence[DisplayColumn],
    cells: Cells,
    rows: Sequence[Row],
    available: int,
    *,
    plain: bool,
) -> None:
    """Draw intervals in what columns that are always shown leave."""
    drawn = [i for i, column in enumerate(columns) if column.kind == "interval"]
    others = [
        column_width(column.heading, cells, i)
        for i, column in enumerate(columns)
        if not column.optional
    ]
    room = available - sum(others) - GAP * len(others)
    if len(drawn) != 1 or not _NARROWEST <= room < INTERVAL:
        return
    column = columns[drawn[0]]
    for row, own in zip(cells, rows, strict=True):
        row[drawn[0]] = [interval(*own[column.key], plain=plain, width=room)]
    one = clean(column.heading.strip("0 ").removesuffix("1").strip())
    column.heading = interval_scale(rows[0][column.key][-1], one, room)
