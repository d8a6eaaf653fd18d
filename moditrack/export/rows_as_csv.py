"""Rows of the database as CSV: UTF-8, line feeds, quotes as in RFC 4180."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from moditrack.errors import DatabaseError
from moditrack.export.resources import VIEWS, days

_QUOTED = re.compile(r'[",\r\n]')
_BATCH = 1000
"""The number of rows held in memory."""


def write_rows(connection: sqlite3.Connection, resource: dict[str, Any], folder: Path) -> int:
    """Write a resource's file, set its size in bytes and its hash, and return the number of rows.

    NULL is an empty cell, so an empty text raises DatabaseError, and so does an invalid day.
    """
    names = [field["name"] for field in resource["schema"]["fields"]]
    _check_days(connection, resource)
    digest = hashlib.sha256()
    size = count = 0
    rows = _rows(connection, resource["name"], names)
    with (folder / resource["path"]).open("wb") as file:
        lines = [",".join(names) + "\n"]
        while lines:
            data = "".join(lines).encode()
            file.write(data)
            digest.update(data)
            size += len(data)
            lines = []
            for row in islice(rows, _BATCH):
                if "" in row:
                    raise _not_exportable(resource["name"], names[row.index("")], "an empty text")
                lines.append(",".join(map(_cell, row)) + "\n")
            count += len(lines)
    resource["bytes"] = size
    resource["hash"] = f"sha256:{digest.hexdigest()}"
    return count


def _rows(
    connection: sqlite3.Connection, table: str, names: list[str]
) -> Iterator[tuple[Any, ...]]:
    """The rows of a table in loading order; the rows of a view, which has none, sorted by all
    columns. SQLite sorts them in bounded memory."""
    columns = ", ".join(f'"{name}"' for name in names)
    order = ", ".join(map(str, range(1, len(names) + 1))) if table in VIEWS else "rowid"
    found = connection.execute(f'SELECT {columns} FROM "{table}" ORDER BY {order}')
    found.row_factory = None
    return found


def _cell(value: str | float | None) -> str:
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"' if _QUOTED.search(value) else value
    return "" if value is None else repr(value)


def _check_days(connection: sqlite3.Connection, resource: dict[str, Any]) -> None:
    for name in days(resource):
        found = connection.execute(  # adding no days turns 30 February into 2 March
            f'SELECT 1 FROM "{resource["name"]}"'
            f' WHERE date("{name}", \'+0 days\') IS NOT "{name}" LIMIT 1'
        ).fetchone()
        if found:
            raise _not_exportable(resource["name"], name, "a text that is not a day")


def _not_exportable(table: str, column: str, what: str) -> DatabaseError:
    return DatabaseError(
        f"{table}.{column} holds {what}, which cannot be exported: rebuild the database with"
        " 'moditrack seed', or name another with --db."
    )
