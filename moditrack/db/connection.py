"""Find the database (--db, MODITRACK_DB) and open it read-only."""

from __future__ import annotations

import os
import sqlite3

from moditrack.db.time_limit import Limited
from moditrack.errors import LAST_QUERY, DatabaseError, InputError

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def database_path(path: str | None = None) -> str:
    """The path of the database: `path`, else MODITRACK_DB, else the one that ships."""
    if path is not None:
        return path
    return os.environ.get("MODITRACK_DB") or shipped_path()


def shipped_path() -> str:
    """The path of the shipped database: beside the package, or data/moditrack.db of a checkout."""
    installed = os.path.join(_PACKAGE, "moditrack.db")
    checkout = os.path.dirname(_PACKAGE)
    if not os.path.exists(installed) and os.path.exists(os.path.join(checkout, "pyproject.toml")):
        return os.path.join(checkout, "data", "moditrack.db")
    return installed


def open_database(path: str | None = None, *, unchecked: bool = False) -> Limited:
    """Open the database read-only; rows come back as sqlite3.Row.

    Raises DatabaseError where it is missing, not a moditrack database, or has another schema.
    `unchecked` skips the comparison of its tables, views and triggers.
    """
    LAST_QUERY.database = None
    if path == "":
        raise InputError("--db is empty: name a file.")
    found = database_path(path)
    if found == "-":
        raise InputError("A database cannot be read from standard input: name a file with --db.")
    rebuild = "'moditrack seed'" if path is None else f"'moditrack seed --db {found}'"
    if not os.path.isfile(found):
        what = "is a folder" if os.path.isdir(found) else "is not there"
        if what == "is not there" and os.path.exists(found):
            raise DatabaseError(f"{found} is not a regular file: name another with --db.")
        raise DatabaseError(
            f"The database {found} {what}: build one with {rebuild}, or name another with --db."
        )
    from moditrack.db.schema_check import other_objects, other_version

    try:
        connection = sqlite3.connect(  # most statements run once: 128 kept ones take 0.1 MiB
            _read_only(found), uri=True, factory=Limited, cached_statements=8
        )
        connection.row_factory = sqlite3.Row
        refused = other_version(connection, rebuild)
    except sqlite3.Error as error:
        from moditrack.db.errors import unreadable

        raise DatabaseError(unreadable(error, found)) from None
    if refused is None:
        LAST_QUERY.database = found
        refused = None if unchecked else other_objects(connection, rebuild)
    if refused is not None:
        connection.close()
        raise DatabaseError(f"{found} {refused}")
    return connection


def _read_only(path: str) -> str:
    """The URI with which SQLite opens a file read-only."""
    address = os.path.realpath(path).replace(os.sep, "/")
    for sign in "%?#":  # special in a URI
        address = address.replace(sign, f"%{ord(sign):02X}")
    return f"file://{'' if address.startswith('/') else '/'}{address}?mode=ro"
