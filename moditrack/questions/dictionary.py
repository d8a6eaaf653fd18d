"""`sql --schema`: what each table and column of the database holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from moditrack.counting import counted
from moditrack.db.rows import select
from moditrack.nearest_names import unknown
from moditrack.tables import Column, Display, DisplayColumn, Record, Row, Table

COLUMN = Record(
    "column",
    "A column of the database; the first row of a table has no column.",
    (
        Column("table", "text", "table or view"),
        Column("column", "text", "column; null for the table itself", null=True),
        Column("type", "text", "as stored; table or view for the table itself"),
        Column("meaning", "text", "what it holds, with its unit"),
        Column("joins", "text", "the column it refers to", null=True),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        joins = f"; joins {row['joins']}" if row["joins"] else ""
        yield row | {"meaning": f"{row['meaning']}{joins}"}


DISPLAY = Display(
    (
        DisplayColumn("column", "Column", "id"),
        DisplayColumn("type", "Type"),
        DisplayColumn("meaning", "Meaning"),
    ),
    _display,
    group="table",
)


def schema(connection: sqlite3.Connection, name: str | None = None) -> Table:
    """The data dictionary: one row for each table and view, and for each of its columns.

    type: as stored; meaning: what it holds, with its unit; joins: the columns it refers to. Raises
    InputError for an unknown table.
    """
    known = {table.lower(): table for table in columns_by_table(connection)}
    if name is not None and name.lower() not in known:
        raise unknown("table", name, known)

    def rows() -> Iterator[Row]:
        return select(
            connection,
            """
            SELECT table_name AS "table", column_name AS "column", type, meaning, joins
            FROM dictionary WHERE :name IS NULL OR table_name = :name ORDER BY position
            """,
            {"name": name and known[name.lower()]},
        )

    def answer(table: Table) -> str:
        if name is not None:
            return ""
        views = [row["table"] for row in table.rows if row["type"] == "view"]
        return f"To ask questions of, the views: {', '.join(views)}. Of one: --schema TABLE."

    return Table(
        "Data dictionary",
        COLUMN.columns,
        rows,
        display=DISPLAY,
        heading=lambda table: f"{table.title}: {_counts(table)}",
        answer=answer,
    )


def _counts(table: Table) -> str:
    tables = sum(row["column"] is None for row in table.rows)
    one = [counted(tables, "table or view", "tables and views")] if tables > 1 else []
    return ", ".join([*one, counted(len(table) - tables, "column")])


def columns_by_table(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table and view."""
    listed: dict[str, list[str]] = {}
    for row in connection.execute("SELECT table_name, column_name FROM dictionary"):
        listed.setdefault(row["table_name"], []).extend(filter(None, [row["column_name"]]))
    return listed
