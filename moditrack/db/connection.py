"""Where the database is, and opening it to read. Every command starts here: no pathlib."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import Any, ClassVar

from moditrack.errors import DatabaseError, InputError

APPLICATION_ID = 0x4D4F4454  # "MODT"
SCHEMA_VERSION = 3

LIMIT = 300
"""The most seconds of processor time for one question; a list of 2,000,000 rows takes 41."""
_STEPS = 10_000
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def database_path(path: str | None = None) -> str:
    """Where the database is read from: `path`, else MODITRACK_DB, else the one beside the package
    (an installed wheel), else data/moditrack.db of the checkout; nowhere else."""
    if path is not None:
        return path
    return os.environ.get("MODITRACK_DB") or shipped_path()


def shipped_path() -> str:
    """Where the database is that ships, and that is read where no other is named."""
    beside = os.path.join(_PACKAGE, "moditrack.db")
    checkout = os.path.dirname(_PACKAGE)
    if not os.path.exists(beside) and os.path.exists(os.path.join(checkout, "pyproject.toml")):
        return os.path.join(checkout, "data", "moditrack.db")
    return beside


class Limited(sqlite3.Connection):
    """A connection on which no question runs without end, nor on when a signal has come."""

    clock: ClassVar = [0.0]

    def execute(self, *given: Any) -> sqlite3.Cursor:
        """The same as that of sqlite3; the time that it may take begins."""
        self.clock[0] = time.process_time() + LIMIT
        return super().execute(*given)


def limit(connection: sqlite3.Connection) -> None:
    """Let no question to a connection take longer than LIMIT."""
    # Python looks for signals, too, when it is called.
    connection.set_progress_handler(time_is_up, _STEPS)


def time_is_up() -> bool:
    """Whether the question asked last has taken longer than LIMIT."""
    return time.process_time() > Limited.clock[0]


opened: str | None = None
"""The database opened last: what to look into when a query fails."""


def open_database(path: str | None = None, *, as_it_is: bool = False) -> sqlite3.Connection:
    """Open the database read-only; rows come back as sqlite3.Row.

    Raises DatabaseError where it is missing, not a moditrack database, or of another schema; one
    whose tables are to be looked at first is opened `as_it_is`.
    """
    global opened  # noqa: PLW0603
    opened = None
    if path == "":
        raise InputError("--db is empty: name a file.")
    found = database_path(path)
    if found == "-":
        raise InputError("A database cannot be read from standard input: name a file with --db.")
    rebuild = "'moditrack seed'" if path is None else f"'moditrack seed --db {found}'"
    if not os.path.isfile(found):
        what = "is a folder" if os.path.isdir(found) else "is not there"
        raise DatabaseError(
            f"The database {found} {what}: build one with {rebuild}, or name another with --db."
        )
    try:
        connection = sqlite3.connect(_read_only(found), uri=True, factory=Limited)
        limit(connection)
        connection.row_factory = sqlite3.Row
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        from moditrack.db.errors import outside

        raise DatabaseError(
            outside(error, found)
            or f"{found} cannot be read as a database ({error}): name another with --db,"
            " or MODITRACK_DB."
        ) from None
    if application != APPLICATION_ID:
        connection.close()
        raise DatabaseError(
            f"{found} is not a moditrack database: name another with --db or MODITRACK_DB."
        )
    if version != SCHEMA_VERSION:
        connection.close()
        which = "a newer" if version > SCHEMA_VERSION else "an older"
        how = "upgrade moditrack" if version > SCHEMA_VERSION else f"rebuild it with {rebuild}"
        raise DatabaseError(
            f"{found} has {which} schema (version {version}; this moditrack reads"
            f" {SCHEMA_VERSION}): {how}."
        )
    opened = found
    if not as_it_is and not _as_shipped(connection):
        connection.close()
        raise DatabaseError(
            f"{found} has other tables, views or triggers than moditrack makes: rebuild it with"
            f" {rebuild}, or name another with --db."
        )
    return connection


def _as_shipped(connection: sqlite3.Connection) -> bool:
    from moditrack.db.schema_check import as_shipped

    try:
        return as_shipped(connection)
    except (sqlite3.Error, ValueError) as error:
        from moditrack.db.errors import is_damage, outside

        if is_damage(error) or outside(error, ""):
            raise
        return False


def _read_only(path: str) -> str:
    """The address by which SQLite opens a file to read."""
    address = os.path.realpath(path).replace(os.sep, "/")
    for sign in "%?#":  # these mean something in an address
        address = address.replace(sign, f"%{ord(sign):02X}")
    return f"file://{'' if address.startswith('/') else '/'}{address}?mode=ro"


def damaged_sentence(path: str, parts: str = "") -> str:
    """What is said of a damaged database; `parts` names what of it is not as it was built."""
    return (
        f"The database {path} is damaged{f' ({parts})' if parts else ''}: rebuild it with"
        f" 'moditrack seed --force --db {path}', or name another with --db."
    )
