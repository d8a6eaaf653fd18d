"""SQLite's errors in one sentence: locked, full, unreadable; which say that a file is damaged."""

from __future__ import annotations

import os
import sqlite3

from moditrack.db import time_limit
from moditrack.errors import LAST_QUERY, DatabaseError

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_LOCKED = "is locked by another program: run this again when that is done"
_CLOSED = "cannot be opened ({}): change who may read it, or name another with --db"
_NO_ROOM = (
    "SQLite has no room for temporary files ({}): free some, or name another folder with the"
    " variable TMPDIR."
)
_JOURNAL = (
    "{} has a journal of changes that were cut short: open it once with a program that may write"
    " to it, or name another with --db."
)
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_PROTOCOL: _LOCKED,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_PERM: _CLOSED,
    sqlite3.SQLITE_IOERR: "cannot be read ({}): look at the disk that it is on, or name another"
    " with --db",
}
_OUTGROWN = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}
_CUT_SHORT = {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}


def with_full_folder(error: Exception) -> str:
    """The error as SQLite words it, with the folder of temporary files where that may be full."""
    if getattr(error, "sqlite_errorname", "") != "SQLITE_FULL":
        return str(error)
    from tempfile import gettempdir

    # gettempdir alone would pass over a folder that is full.
    folder = os.environ.get("SQLITE_TMPDIR") or os.environ.get("TMPDIR") or gettempdir()
    return f"{error}; temporary files are in {folder}"


def is_damage(error: Exception) -> bool:
    """Whether SQLite says that the file is damaged."""
    return _code(error) & 0xFF in _DAMAGE


def external_cause(error: Exception, path: str) -> str | None:
    """One sentence where a lock, the disk, memory or the time limit is the cause; else None."""
    code = _code(error)
    if code in _CUT_SHORT:
        return _JOURNAL.format(path)
    if code in _OUTGROWN:
        return _NO_ROOM.format(error)
    if isinstance(error, MemoryError) or code == sqlite3.SQLITE_IOERR_NOMEM:
        return "There is not enough memory for this: ask for less, or free some."
    if code == sqlite3.SQLITE_INTERRUPT:
        return f"That took longer than {time_limit.LIMIT} seconds: ask for less."
    sentence = _SENTENCES.get(code & 0xFF)
    return None if sentence is None else f"The database {path} {sentence.format(error)}."


def unreadable(error: sqlite3.Error, path: str) -> str:
    """One sentence for a file that SQLite cannot open as a database."""
    return external_cause(error, path) or (
        f"{path} cannot be read as a database ({error}): name another with --db, or MODITRACK_DB."
    )


def damaged_sentence(path: str, parts: str = "", *, altered: bool = False) -> str:
    """The message for a damaged database, or one whose file is whole and that was altered; `parts`
    names what is damaged or altered."""
    what = "is not as moditrack wrote it" if altered else "is damaged"
    return (
        f"The database {path} {what}{f' ({parts})' if parts else ''}: rebuild it with"
        f" 'moditrack seed --overwrite --db {path}', or name another with --db."
    )


def database_cause(error: Exception) -> str | None:
    """One sentence where the database opened last caused an error; None where moditrack did.

    The database is not the cause where it still matches its digests.
    """
    path = LAST_QUERY.database
    sentence = external_cause(error, path or "")
    if sentence is not None or path is None:
        return sentence
    if is_damage(error):
        return damaged_sentence(path)
    from moditrack.db.connection import open_database
    from moditrack.db.integrity import fault_in, integrity

    try:
        connection = open_database(path)
        return fault_in(connection, path, integrity(connection, shipped=False))
    except DatabaseError:
        return damaged_sentence(path)
    except sqlite3.Error as other:
        return external_cause(other, path)


def _code(error: Exception) -> int:
    """SQLite's error code; 0 for other errors."""
    return getattr(error, "sqlite_errorcode", 0) if isinstance(error, sqlite3.Error) else 0
