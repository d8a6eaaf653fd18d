"""Any question in SQL, read-only, and the data dictionary to ask it by."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from importlib import resources

from moditrack.errors import InputError, unknown
from moditrack.tables import Column, Row, Table, columns

COLUMNS = columns("table", "column", "type", "meaning", "joins")
SHOWN = (
    Column("column", "Column"),
    Column("type", "Type"),
    Column("meaning", "Meaning"),
    Column("joins", "Joins"),
)
MOST_ROWS = 100_000
"""More rows than this are a result without end."""
_STEPS = 10_000
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}


def sql(
    connection: sqlite3.Connection,
    query: str,
    parameters: dict[str, str] | None = None,
    *,
    seconds: float = 10,
) -> Table:
    """The rows of one SELECT. Nothing can be written, attached, loaded or set; `parameters` are
    bound by name. Raises InputError for what is no SELECT, takes longer or gives too many rows.
    """
    deadline = time.monotonic() + seconds
    connection.set_authorizer(_authorise)
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    try:
        cursor = connection.execute(query, _typed(parameters or {}))
        names = _names([column[0] for column in cursor.description or ()])
        found = cursor.fetchmany(MOST_ROWS + 1)
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        raise _explained(connection, str(error), seconds) from None
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
    if not names:
        raise InputError("That is no SELECT: write one question to the database.")
    if len(found) > MOST_ROWS:
        raise InputError(f"The result has more than {MOST_ROWS} rows: add a LIMIT.")
    rows: list[Row] = [
        {n: v.hex() if isinstance(v, bytes) else v for n, v in zip(names, row, strict=True)}
        for row in found
    ]
    shown = tuple(Column(name, name) for name in names)
    return Table("SQL", shown, rows)


def _authorise(action: int, one: str | None, two: str | None, *_: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and two != "load_extension":
        return sqlite3.SQLITE_OK
    # The full-text index asks whether the file has changed.
    if action == sqlite3.SQLITE_PRAGMA and one == "data_version" and two is None:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _typed(parameters: dict[str, str]) -> dict[str, str | int | float]:
    """Values as typed: a plain number binds as a number."""
    typed: dict[str, str | int | float] = {}
    for name, value in parameters.items():
        if re.fullmatch(r"-?[0-9]{1,18}", value):
            typed[name] = int(value)
        elif re.fullmatch(r"-?[0-9]{1,15}\.[0-9]{1,15}", value):
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


def _explained(connection: sqlite3.Connection, message: str, seconds: float) -> InputError:
    """What SQLite says, in one sentence that says what to do next."""
    connection.set_authorizer(None)
    connection.set_progress_handler(None, 0)
    found = re.match(r"no such (table|column): (?:\w+\.)?(\S+)", message)
    if found:
        kind, name = found[1], found[2]
        listed = {row["table" if kind == "table" else "column"] for row in schema().rows} - {None}
        hint = f"moditrack sql --schema{'' if kind == 'table' else ' TABLE'}"
        return unknown(kind, name, {item.lower(): item for item in sorted(listed)}, hint)
    if "interrupted" in message:
        return InputError(f"That took longer than {seconds:g} seconds: narrow it, or --seconds.")
    if "authoriz" in message or "prohibited" in message or "readonly" in message:
        return InputError("Only SELECT is allowed here: the database is for reading.")
    if "one statement" in message:
        return InputError("One statement at a time: leave out what follows the first.")
    return InputError(f"SQLite says: {message.rstrip('.')}; 'moditrack sql --schema' helps.")


def schema(name: str | None = None) -> Table:
    """The data dictionary, from schema.sql: one row for each column of each table and view.

    type: as stored; meaning: what it holds, with its unit; joins: the columns it refers to. Raises
    InputError for an unknown table.
    """
    text = resources.files("moditrack.seeding").joinpath("schema.sql").read_text("utf-8")
    types, joins = _as_sqlite_sees(text)
    rows: list[Row] = []
    pattern = r"-- ([^\n]*(?:\n-- [^\n]*)*)\nCREATE (TABLE|VIEW) (\w+)(.*?);\n"
    for about, kind, table, body in re.findall(pattern, text, re.DOTALL):
        meaning = about.replace("\n-- ", " ")
        rows.append(_row(table, None, kind.lower(), meaning, None))
        for column, expression, said in _commented(kind, body):
            joined = ", ".join(joins.get((table, column), [])) or None
            rows.append(_row(table, column, expression or types[table, column], said, joined))
    known = {row["table"]: row["table"] for row in rows}
    if name is not None and name.lower() not in known:
        raise unknown("table", name, known)
    if name is not None:
        rows = [row for row in rows if row["table"] == name.lower()]
    return Table("Data dictionary", COLUMNS, rows, shown=SHOWN, group="table")


def _row(table: str, column: str | None, kind: str, meaning: str, joins: str | None) -> Row:
    return {"table": table, "column": column, "type": kind, "meaning": meaning, "joins": joins}


def _commented(kind: str, body: str) -> list[tuple[str, str, str]]:
    """Name, type (of an expression in a view, else empty) and comment of each column.

    A comment stands at the end of its column or on the line below.
    """
    if kind == "VIEW":
        pattern = r'^    (?:\S.*[ .])?"?(\w+)"?,?(?:  |\n        )-- (?:(TEXT|INTEGER): )?(.*)$'
        return re.findall(pattern, body, re.MULTILINE)
    found = []
    for entry in re.split(r"\n    (?=[a-z\"])", body.partition("(\n")[2].join(("\n", ""))):
        named = re.match(r'"?(\w+)"? (TEXT|INTEGER|ANY)\b', entry.strip())
        if named:
            found.append((named[1], "", " ".join(re.findall(r"-- ([^\n]*)", entry))))
    return found


def _as_sqlite_sees(
    text: str,
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], list[str]]]:
    """The type of each column (empty for a view's expressions), and what it refers to."""
    joins: dict[tuple[str, str], list[str]] = {}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(text)
        types = {
            (table, column): kind
            for table, column, kind in connection.execute(
                "SELECT m.name, c.name, c.type FROM sqlite_master AS m,"
                " pragma_table_xinfo(m.name) AS c"
            )
        }
        for table, column, parent, key in connection.execute(
            'SELECT m.name, f."from", f."table", f."to" FROM sqlite_master AS m,'
            " pragma_foreign_key_list(m.name) AS f ORDER BY m.name, f.id DESC, f.seq"
        ):
            joins.setdefault((table, column), []).append(f"{parent}.{key}")
    return types, joins
