"""Any question in SQL, read-only, within limits: of time, rows and memory."""

from __future__ import annotations

import math
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from sys import getsizeof
from typing import Any

from moditrack.errors import InputError
from moditrack.questions.sql_errors import explained, too_long
from moditrack.questions.sql_guard import connect_virtual_tables, guarded
from moditrack.questions.sql_limits import MEMORY, MOST_ROWS, SECONDS, check_time
from moditrack.tables import Column, Table


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
    connect_virtual_tables(connection)
    deadline = time.monotonic() + seconds
    try:
        with guarded(connection, lambda: time.monotonic() > deadline or left()):
            cursor = connection.execute(
                query, {name: _typed(own) for name, own in parameters.items()}
            )
            cursor.row_factory = None
            if not cursor.description:
                raise InputError("That is not a SELECT: write a query that returns rows.")
            yield _names([column[0] for column in cursor.description])
            room = MEMORY
            for number, found in enumerate(cursor):
                values = tuple(map(_plain, found))
                room -= 200 + 30 * len(values) + sum(map(getsizeof, values))
                if number == MOST_ROWS or room < 0:
                    many = f"{MOST_ROWS} rows" if room >= 0 else f"{MEMORY // 1_000_000} MB"
                    raise InputError(f"The result has more than {many}: add a LIMIT.")
                yield values
    except InputError:
        raise
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        if "interrupted" in str(error):
            if time.monotonic() <= deadline:
                raise KeyboardInterrupt from None  # SQLite swallowed it in the progress handler
            raise too_long(seconds) from None
        from moditrack.db.errors import external_cause, is_damage

        if is_damage(error) or external_cause(error, ""):
            raise
        raise explained(connection, query, str(error)) from None


def table_of(answered: Iterator[Any]) -> Table:
    """A table from what `answer` gives."""
    names = next(answered)
    rows = [dict(zip(names, values, strict=True)) for values in answered]

    def heading(table: Table) -> str:
        from moditrack.counting import counted

        return f"{table.title}: {counted(len(table), 'row')}"

    columns = tuple(Column(name, _type([row[name] for row in rows])) for name in names)
    return Table("SQL", columns, rows, heading=heading)


def _type(values: list[Any]) -> str:
    """The type of a column: number if it has nothing else."""
    known = [value for value in values if value is not None]
    return "number" if known and all(isinstance(own, int | float) for own in known) else "text"


def _plain(value: Any) -> Any:
    """A value as JSON can hold it: bytes in hexadecimal, no infinity."""
    if isinstance(value, bytes):
        return value.hex()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _typed(value: str | float | None) -> str | float | None:
    """A value as typed: a plain number binds as a number, 007 does not."""
    if isinstance(value, str) and re.fullmatch(r"-?(0|[1-9][0-9]{0,17})", value):
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}", value):
        return float(value)
    return value


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
