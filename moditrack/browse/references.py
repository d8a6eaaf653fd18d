"""What the tables and views refer to, by which name, made from the data dictionary."""

from __future__ import annotations

import sqlite3
from typing import Any

from moditrack.browse.metadata import LABELS


def names(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """For each table that others refer to by one column: the name to show of each id."""
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

    A column of a key that has two is followed to where it stands alone: `figure.document` refers to
    a passage's document, and so to a document. In a view, a column is what its name is elsewhere.
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
    here: tuple[str, str],
    joins: dict[tuple[str, str], list[Any]],
    keys: set[tuple[str, str]],
) -> tuple[str, str] | None:
    """The key that a column refers to, at once or through a column that it shares."""
    for target in joins.get(here, []):
        if target in keys:
            return (target[0], target[1])
        if target != here and (further := _followed(target, joins, keys)):
            return further
    return None
