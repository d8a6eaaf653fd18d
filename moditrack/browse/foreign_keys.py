"""What the tables and views refer to (foreign keys), and which column names a row."""

from __future__ import annotations

import sqlite3
from typing import Any

from moditrack.browse.metadata import LABELS


def names(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """For each table that others refer to by one column: the name of each id."""
    keys = _primary_keys(connection)
    return {
        table: {
            row[0]: row[1]
            for row in connection.execute(f'SELECT "{keys[table][0]}", "{label}" FROM "{table}"')
        }
        for table, label in LABELS.items()
    }


def references(connection: sqlite3.Connection) -> dict[str, list[dict[str, str]]]:
    """What each table and view refers to by one column, as Datasette lists foreign keys.

    A column of a two-column key is followed to a key of one: `figure.document` refers to the
    document of a passage, and so to a document. A column of a view refers to what its
    namesakes in tables do.
    """
    keys = {
        (table, own[0])
        for table, own in _primary_keys(connection).items()
        if len(own) == 1
    }  # fmt: skip
    joins = {
        (table, column): [tuple(target.split(".")) for target in (joined or "").split(", ")]
        for table, column, joined in connection.execute(
            "SELECT table_name, column_name, joins FROM dictionary WHERE column_name NOT NULL"
        )
    }
    tables = {table for table, _ in joins}
    found = {here: _followed(here, joins, keys) for here in joins}
    elsewhere: dict[str, set[tuple[str, str]]] = {}
    for (_, column), target in found.items():
        if target is not None:
            elsewhere.setdefault(column, set()).add(target)
    views = {
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    }
    listed: dict[str, list[dict[str, str]]] = {}
    for (table, column), own in found.items():
        same = elsewhere.get(column, set())
        unnamed = own is None and table in views and column not in tables and len(same) == 1
        target = next(iter(same)) if unnamed else own
        if target is not None and (table, column) not in keys:
            listed.setdefault(table, []).append(
                {"column": column, "other_table": target[0], "other_column": target[1]}
            )
    return listed


def _primary_keys(connection: sqlite3.Connection) -> dict[str, list[str]]:
    own: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.pk"
    ):
        own.setdefault(table, []).append(column)
    return own


def _followed(
    here: tuple[str, str], joins: dict[tuple[str, str], list[Any]], keys: set[tuple[str, str]]
) -> tuple[str, str] | None:
    """The key that a column refers to, directly or through other columns."""
    for target in joins.get(here, []):
        if target in keys:
            return (target[0], target[1])
        if target != here and (further := _followed(target, joins, keys)):
            return further
    return None
