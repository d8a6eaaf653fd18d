"""The rows that a query finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from moditrack.tables import Row

if TYPE_CHECKING:
    import sqlite3

    Values = Sequence[Any] | Mapping[str, Any]


def select(connection: sqlite3.Connection, sql: str, values: Values = ()) -> Iterator[Row]:
    """The rows that a query finds, as dicts, one by one."""
    found = connection.execute(sql, values)
    found.row_factory = None  # tuples: the names are the same for all rows
    names = [name for name, *_ in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def select_with_sources(
    connection: sqlite3.Connection, sql: str, values: Values = ()
) -> Iterator[Row]:
    """The same of a query that gives one citation as `sources`, which are a list."""
    for row in select(connection, sql, values):
        row["sources"] = [row["sources"]]
        yield row
