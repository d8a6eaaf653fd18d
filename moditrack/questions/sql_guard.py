"""The guard of `sql`: SQLite refuses to write, attach, load or set, and stops at limits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from moditrack.db.time_limit import Limited

LONGEST = 1_000_000
"""The most characters or bytes of one value."""
_LIMITS = {sqlite3.SQLITE_LIMIT_LENGTH: LONGEST, sqlite3.SQLITE_LIMIT_COLUMN: 200}
_STEPS = 10_000
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}


@contextmanager
def guarded(connection: sqlite3.Connection, is_over: Callable[[], bool]) -> Iterator[None]:
    """Let a connection only read, within limits; SQLite asks `is_over` whether to stop."""
    before = {kind: connection.setlimit(kind, most) for kind, most in _LIMITS.items()}
    connection.set_authorizer(_authorise)
    connection.set_progress_handler(is_over, _STEPS)
    try:
        yield
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
        if isinstance(connection, Limited):
            connection.limit()
        for kind, most in before.items():
            connection.setlimit(kind, most)


def connect_virtual_tables(connection: sqlite3.Connection) -> None:
    """SQLite connects these once, by statements that the authoriser would refuse."""
    connection.execute("SELECT 1 FROM search_entry_fts LIMIT 0")
    connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')")


def _authorise(action: int, one: str | None, two: str | None, *_: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and two != "load_extension":
        return sqlite3.SQLITE_OK
    # The full-text index asks whether the file has changed.
    if action == sqlite3.SQLITE_PRAGMA and one == "data_version" and two is None:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
