"""Where the database is, and opening it to read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from moditrack.errors import DatabaseError

APPLICATION_ID = 0x4D4F4454  # "MODT"
SCHEMA_VERSION = 1

_PACKAGE = Path(__file__).resolve().parent


def database_path(path: str | Path | None = None) -> Path:
    """Where the database is read from: `path`, else MODITRACK_DB, else the one beside the package
    (an installed wheel), else data/moditrack.db of the checkout; nowhere else."""
    if path is not None:
        return Path(path)
    if named := os.environ.get("MODITRACK_DB"):
        return Path(named)
    beside = _PACKAGE / "moditrack.db"
    checkout = _PACKAGE.parent
    if not beside.exists() and (checkout / "pyproject.toml").exists():
        return checkout / "data" / "moditrack.db"
    return beside


def open_database(path: str | Path | None = None) -> sqlite3.Connection:
    """Open the database read-only; rows come back as sqlite3.Row.

    Raises DatabaseError where it is missing, not a moditrack database, or of another schema.
    """
    found = database_path(path)
    if not found.is_file():
        raise DatabaseError(
            f"There is no database at {found}: run 'moditrack seed' to build it,"
            " or name another with --db."
        )
    try:
        connection = sqlite3.connect(f"{found.resolve().as_uri()}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error:
        raise DatabaseError(
            f"{found} cannot be read as a database: run 'moditrack seed --force' to rebuild it,"
            " or name another with --db."
        ) from None
    if application != APPLICATION_ID:
        connection.close()
        raise DatabaseError(
            f"{found} is not a moditrack database: name another with --db or MODITRACK_DB."
        )
    if version != SCHEMA_VERSION:
        connection.close()
        which, what = ("newer", "upgrade") if version > SCHEMA_VERSION else ("older", "rebuild")
        how = "moditrack" if which == "newer" else "it with 'moditrack seed'"
        raise DatabaseError(
            f"{found} has a {which} schema (version {version}; this moditrack reads"
            f" {SCHEMA_VERSION}): {what} {how}."
        )
    return connection
