"""Any question in SQL, read-only, within limits: of time, rows and memory."""

from __future__ import annotations

import math
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from sys import getsizeof
from typing import Any

from moditrack.db.connection import Limited
from moditrack.errors import InputError
from moditrack.questions.dictionary import columns_by_table
from moditrack.tables import Column, Table

SECONDS = 10
"""How long a query may take, unless the user allows more."""
MOST_ROWS = 100_000
"""A result with more rows than this is refused."""
_LONGEST = 1_000_000
"""The most characters or bytes of one value."""
_MEMORY = 200_000_000
"""The most bytes that the rows of an answer take."""
_WIDEST = 50_000_000
"""The most characters of a table for people, in which every row is as wide as the widest."""
_MOST_WRAPPED = 2_000_000
"""The most characters of a table on a terminal; with wide characters it takes some 3 seconds."""
_LIMITS = {sqlite3.SQLITE_LIMIT_LENGTH: _LONGEST, sqlite3.SQLITE_LIMIT_COLUMN: 200}
_STEPS = 10_000
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}


def sql(
    connection: sqlite3.Connection,
    query: str,
    parameters: Mapping[str, str | float | None] | None = None,
    *,
    seconds: float = SECONDS,
) -> Table:
    """The rows of one SELECT, with its own names of columns; `schema` has the units of columns. A
    row has sources only if the query selects them.

    Nothing can be written, attached, loaded or set. `parameters` are bound by name; a text that is
    a plain number is bound as a number. Raises InputError for anything but a SELECT, for a
    query that takes longer than `seconds`, and for too many rows or too long a value.
    """
    return table_of(answer(connection, query, parameters or {}, seconds=seconds))


def answer(
    connection: sqlite3.Connection,
    query: str,
    parameters: Mapping[str, str | float | None],
    *,
    seconds: float,
    left: Callable[[], bool] = bool,
) -> Iterator[Any]:
    """The names of the columns as a list, then the values of each row; raises as `sql` does.

    It also ends when `left()` is true: nobody is waiting for the answer.
    """
    check_time(seconds)
    _connect_virtual_tables(connection)
    deadline = time.monotonic() + seconds
    before = {kind: connection.setlimit(kind, most) for kind, most in _LIMITS.items()}
    connection.set_authorizer(_authorise)
    connection.set_progress_handler(lambda: time.monotonic() > deadline or left(), _STEPS)
    try:
        cursor = connection.execute(query, _typed(parameters))
        cursor.row_factory = None
        if not cursor.description:
            raise InputError("That is not a SELECT: write a query that returns rows.")
        yield _names([column[0] for column in cursor.description])
        room = _MEMORY
        for number, found in enumerate(cursor):
            values = tuple(map(_plain, found))
            room -= 200 + 30 * len(values) + sum(map(getsizeof, values))
            if number == MOST_ROWS or room < 0:
                many = f"{MOST_ROWS} rows" if room >= 0 else f"{_MEMORY // 1_000_000} MB"
                raise InputError(f"The result has more than {many}: add a LIMIT.")
            yield values
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        _free(connection)
        if isinstance(error, InputError):
            raise
        if "interrupted" in str(error):
            if time.monotonic() <= deadline:
                raise KeyboardInterrupt from None  # SQLite swallowed it in the progress handler
            raise too_long(seconds) from None
        from moditrack.db.errors import external_cause, is_damage

        if is_damage(error) or external_cause(error, ""):
            raise
        raise _explained(connection, query, str(error)) from None
    finally:
        _free(connection)
        for kind, most in before.items():
            connection.setlimit(kind, most)


def check_time(seconds: float) -> None:
    """Raise InputError unless a number of seconds is above 0 and finite."""
    if not 0 < seconds < float("inf"):
        raise InputError("--seconds must be above 0: give a number of seconds.")


def table_of(answered: Iterator[Any]) -> Table:
    """A table from what `answer` gives."""
    names = next(answered)
    rows = [dict(zip(names, values, strict=True)) for values in answered]
    return Table("SQL", tuple(Column(name) for name in names), rows)


def refuse_padding(table: Table) -> None:
    """Raise InputError for a table that is too large when every line is as wide as the widest."""
    width = sum(
        max(
            [
                20,
                len(c.key),
                *(len(row[c.key]) for row in table.rows if isinstance(row[c.key], str)),
            ]
        )
        for c in table.columns
    )
    # A grid sets each line of a value in a line of its own, as wide as the table.
    height = sum(
        max((len(v.splitlines()) for v in row.values() if isinstance(v, str)), default=1) or 1
        for row in table.rows
    )
    if width * height > _WIDEST:
        what = "rows" if height == len(table.rows) else "lines"
        raise InputError(
            f"{height} {what} of {width} characters are too large for a table: ask for less"
            " of the longest value, or use --json."
        )


def refuse_wrapping(table: Table) -> None:
    """Raise InputError for a table whose texts take too long to break into lines."""
    length = sum(len(v) for row in table.rows for v in row.values() if isinstance(v, str))
    if length > _MOST_WRAPPED:
        raise InputError(
            f"{length} characters are too many for a terminal: ask for less, or use --output FILE."
        )


def too_long(seconds: float) -> InputError:
    """The error for a query that takes too long."""
    unit = "second" if seconds == 1 else "seconds"
    return InputError(
        f"The query took longer than {seconds:g} {unit}: narrow it, or allow more with --seconds."
    )


def _free(connection: sqlite3.Connection) -> None:
    connection.set_authorizer(None)
    connection.set_progress_handler(None, 0)
    if isinstance(connection, Limited):
        connection.limit()


def _connect_virtual_tables(connection: sqlite3.Connection) -> None:
    """SQLite connects these once, by statements that the authoriser would refuse."""
    connection.execute("SELECT 1 FROM search_entry_fts LIMIT 0")
    connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')")


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
    names: dict[str, None] = {}
    for name in given:
        number, own = 1, name
        while own in names:
            number += 1
            own = f"{name}_{number}"
        names[own] = None
    return list(names)


_READ_ONLY = "Only SELECT is allowed here: the database is for reading."
_SAID = {
    "too many columns": "A question has at most 200 columns: ask for fewer.",
    "too big": f"A value is longer than {_LONGEST} characters: ask for a part of it.",
    **dict.fromkeys(("authoriz", "prohibited", "cannot modify", "readonly"), _READ_ONLY),
    "has no name": "A value has a name: write :a instead of ?, and give it with -p a VALUE.",
    "one statement": "One statement at a time: leave out what follows the first.",
}


def _explained(connection: sqlite3.Connection, query: str, message: str) -> InputError:
    """What SQLite says, in one sentence that says what to do next."""
    for part, sentence in _SAID.items():
        if part in message:
            return InputError(sentence)
    if unbound := re.search(r"binding (?:parameter )?:(\w+)", message):
        return InputError(
            f"There is no value for :{unbound[1]}: give one with -p {unbound[1]} VALUE."
        )
    found = re.match(r"no such (table|column): (?:(\w+)\.)?(\S+)", message)
    if found is None:
        return InputError(f"SQLite says: {message.rstrip('.')}; 'moditrack sql --schema' helps.")
    from moditrack.nearest_names import unknown

    kind, table, name = found.groups()
    listed, words = columns_by_table(connection), query.lower()
    if table and table.lower() not in re.findall(r"\w+(?!\w*\.)", words):
        kind, name = "table", table
    if kind == "table":
        return unknown(kind, name, {t.lower(): t for t in listed}, "moditrack sql --schema")
    named = set(re.findall(r"\w+", words)) & set(listed)
    having = [table for table in listed if name.lower() in map(str.lower, listed[table])]
    if named and having:
        tables = ", ".join(having[:6])
        return InputError(
            f"There is no column '{name}' in {', '.join(sorted(named))}: see {tables}."
        )
    columns = sorted({column for t in named or set(listed) for column in listed[t]})
    own = f" {min(named)}" if len(named) == 1 else ""
    known = {column.lower(): column for column in columns}
    return unknown(kind, name, known, f"moditrack sql --schema{own}")
