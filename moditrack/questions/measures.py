"""`figures --list`: the measures and units to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from moditrack.counting import counted
from moditrack.questions.figures import FIGURES
from moditrack.tables import Column, Connection, Display, DisplayColumn, Record, Row, Table

MEASURE = Record(
    "measure",
    "A measure that figures count, to choose by.",
    (
        Column("measure", "text", "id"),
        Column("unit", "text", "its unit"),
        Column("name", "text", "name"),
        Column("definition", "text", "what it counts"),
        Column("figures", "integer", "how many figures there are"),
    ),
)

_UNITS = 8
"""At most this many units are named in the answer."""


def measures(connection: Connection, /, **filters: Any) -> Table:
    """What --measure and --unit choose from: the measures of the figures that filters keep, those
    with most figures first."""
    chosen, bound = FIGURES.where_clause(FIGURES.values(connection, filters))

    def rows() -> Iterator[Row]:
        found = connection.execute(
            f"""
            SELECT m.measure, m.unit, m.name, m.definition, n.figures
            FROM (
                SELECT measure, count(*) AS figures FROM figures WHERE {chosen} GROUP BY measure
            ) AS n
            JOIN measure AS m ON m.measure = n.measure
            ORDER BY n.figures DESC, m.rowid
            """,
            bound,
        )
        return map(dict, found)

    def units(table: Table) -> str:
        listed = list(dict.fromkeys(row["unit"] for row in table.rows))
        first = f"{', '.join(listed[:_UNITS])}{' …' * (len(listed) > _UNITS)}"
        return f"{counted(len(listed), 'unit')}: {first}" if listed else ""

    return Table(
        "Measures",
        MEASURE.columns,
        rows,
        display=Display(
            (
                DisplayColumn("measure", "--measure", "id"),
                DisplayColumn("unit", "--unit", "id"),
                DisplayColumn("figures", "Figures", "whole"),
                DisplayColumn("name", "Name"),
            )
        ),
        heading=lambda table: f"Measures: {len(table)}",
        answer=units,
    )
