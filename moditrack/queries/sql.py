"""Any question in SQL, read-only, and the data dictionary to ask it by."""

from __future__ import annotations

import math
import re
import sqlite3
import time
from collections.abc import Iterator, Mapping
from typing import Any

from moditrack.errors import InputError, unknown
from moditrack.tables import Column, Row, Table, columns, select

COLUMNS = columns("table", "column", "type", "meaning", "joins")
SHOWN = (
    Column("column", "Column"),
    Column("type", "Type"),
    Column("meaning", "Meaning"),
    Column("joins", "Joins"),
)
MOST_ROWS = 100_000
"""More rows than this are a result without end."""
_LONGEST = 1_000_000
"""The most characters or bytes of one value."""
_MOST_BYTES = 100_000_000
_STEPS = 10_000
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}


def sql(
    connection: sqlite3.Connection,
    query: str,
    parameters: Mapping[str, str | float | None] | None = None,
    *,
    seconds: float = 10,
) -> Table:
    """The rows of one SELECT, its columns as they are named there; units are those of the columns
    (`schema` tells), and a row has the sources that it asks for.

    Nothing can be written, attached, loaded or set. `parameters` are bound by name; a text that is
    a plain number is bound as a number. Raises InputError for what is no SELECT, takes longer than
    `seconds`, or gives more rows or longer values than any question needs.
    """
    if not seconds > 0:
        raise InputError("--seconds is not a time: give a number of seconds above 0.")
    _connect_virtual_tables(connection)
    deadline = time.monotonic() + seconds
    longest = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.set_authorizer(_authorise)
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    try:
        cursor = connection.execute(query, _typed(parameters or {}))
        names = _names([column[0] for column in cursor.description or ()])
        rows = _gathered(cursor, names)
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
        from moditrack.trouble import is_damage, outside

        if isinstance(error, InputError) or is_damage(error) or outside(error, ""):
            raise
        if "interrupted" in str(error) and time.monotonic() <= deadline:
            raise KeyboardInterrupt from None  # SQLite swallowed it in the progress handler
        raise _explained(connection, query, str(error), seconds) from None
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
    if not names:
        raise InputError("That is no SELECT: write one question to the database.")
    return Table("SQL", tuple(Column(name, name) for name in names), rows)


def _connect_virtual_tables(connection: sqlite3.Connection) -> None:
    """SQLite connects these once, by statements that the authoriser would refuse."""
    connection.execute("SELECT 1 FROM search_entry_fts LIMIT 0")
    connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')")


def _gathered(cursor: sqlite3.Cursor, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    room = _MOST_BYTES
    for found in cursor:
        row = dict(zip(names, map(_plain, found), strict=True))
        room -= sum(len(value) for value in row.values() if isinstance(value, str))
        if len(rows) == MOST_ROWS or room < 0:
            what = f"{MOST_ROWS} rows" if room >= 0 else f"{_MOST_BYTES} characters"
            raise InputError(f"The result has more than {what}: add a LIMIT.")
        rows.append(row)
    return rows


def _plain(value: Any) -> Any:
    """A value as JSON can hold it: bytes in hexadecimal, no infinity."""
    if isinstance(value, bytes):
        return value.hex()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _authorise(action: int, one: str | None, two: str | None, *_: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and two != "load_extension":
        return sqlite3.SQLITE_OK
    # The full-text index asks whether the file has changed.
    if action == sqlite3.SQLITE_PRAGMA and one == "data_version" and two is None:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _typed(parameters: Mapping[str, str | float | None]) -> dict[str, str | float | None]:
    """Values as typed: a plain number binds as a number, 007 does not."""
    typed: dict[str, str | float | None] = {}
    for name, value in parameters.items():
        if not isinstance(value, str):
            typed[name] = value
        elif re.fullmatch(r"-?(0|[1-9][0-9]{0,17})", value):
            typed[name] = int(value)
        elif re.fullmatch(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}", value):
            typed[name] = float(value)
        else:
            typed[name] = value
    return typed


def _names(given: list[str]) -> list[str]:
    """Names of columns, each once: a second `name` is `name_2`."""
    names: list[str] = []
    for name in given:
        number, own = 1, name
        while own in names:
            number += 1
            own = f"{name}_{number}"
        names.append(own)
    return names


_SAID = {
    "too big": f"A value is longer than {_LONGEST} characters: ask for a part of it.",
    "authoriz": "Only SELECT is allowed here: the database is for reading.",
    "prohibited": "Only SELECT is allowed here: the database is for reading.",
    "cannot modify": "Only SELECT is allowed here: the database is for reading.",
    "readonly": "Only SELECT is allowed here: the database is for reading.",
    "one statement": "One statement at a time: leave out what follows the first.",
}


def _explained(
    connection: sqlite3.Connection, query: str, message: str, seconds: float
) -> InputError:
    """What SQLite says, in one sentence that says what to do next."""
    if "interrupted" in message:
        return InputError(f"That took longer than {seconds:g} seconds: narrow it, or --seconds.")
    for part, sentence in _SAID.items():
        if part in message:
            return InputError(sentence)
    found = re.match(r"no such (table|column): (?:(\w+)\.)?(\S+)", message)
    if found is None:
        return InputError(f"SQLite says: {message.rstrip('.')}; 'moditrack sql --schema' helps.")
    kind, table, name = found.groups()
    listed, words = _listed(connection), query.lower()
    if table and table.lower() not in re.findall(r"\w+(?!\w*\.)", words):
        kind, name = "table", table
    if kind == "table":
        return unknown(kind, name, {t.lower(): t for t in listed}, "moditrack sql --schema")
    named = set(re.findall(r"\w+", words)) & set(listed)
    having = [table for table in listed if name.lower() in map(str.lower, listed[table])]
    if named and having:
        where = ", ".join(having[:6])
        return InputError(
            f"There is no column '{name}' in {', '.join(sorted(named))}: see {where}."
        )
    columns = sorted({column for t in named or set(listed) for column in listed[t]})
    own = f" {min(named)}" if len(named) == 1 else ""
    known = {column.lower(): column for column in columns}
    return unknown(kind, name, known, f"moditrack sql --schema{own}")


def schema(connection: sqlite3.Connection, name: str | None = None) -> Table:
    """The data dictionary: one row for each table and view, and for each of its columns.

    type: as stored; meaning: what it holds, with its unit; joins: the columns it refers to. Raises
    InputError for an unknown table.
    """
    known = {table.lower(): table for table in _listed(connection)}
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

    return Table("Data dictionary", COLUMNS, rows, shown=SHOWN, group="table")


def _listed(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table and view."""
    listed: dict[str, list[str]] = {}
    for row in connection.execute("SELECT table_name, column_name FROM dictionary"):
        listed.setdefault(row["table_name"], []).extend(filter(None, [row["column_name"]]))
    return listed
