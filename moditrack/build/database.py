"""Build the database: refuse a foreign target, lock, write a temporary file, check, rename it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import sqlite_utils

from moditrack.atomic import WriteInProgressError, can_lock, default_mode, temporary_path
from moditrack.build.dictionary import dictionary
from moditrack.build.load import load
from moditrack.db.digest import content_digest, derived_digest
from moditrack.db.errors import external_cause, with_full_folder
from moditrack.db.schema import schema, search, summaries
from moditrack.db.schema_check import APPLICATION_ID, SCHEMA_VERSION
from moditrack.documents.normalise import NORMALISER
from moditrack.figure_text import figure_text
from moditrack.name_key import name_key
from moditrack.progress import Progress
from moditrack.search_stemming import STEMMER, words
from moditrack.validation.unfinished import refusal


class BuildError(Exception):
    """The database could not be built. The message is one sentence that says what to do next."""


_PATIENCE = 5.0
"""Seconds to wait for another program that is writing to the old database."""
_CANNOT_LOCK = (sqlite3.SQLITE_IOERR_LOCK, sqlite3.SQLITE_IOERR_RDLOCK)
"""What SQLite says on a file system without locks; on some it says that the file is busy."""
_CACHE = 64_000
"""KiB of memory for pages while building."""


class Built(NamedTuple):
    """A built database: its path, the row count of each table, the content digest, and the
    records that are not in it yet."""

    path: Path
    rows: dict[str, int]
    digest: str
    unfinished: list[dict[str, Any]]


def build(
    records: Path,
    target: Path,
    *,
    texts: dict[str, dict[str, str]] | None = None,
    overwrite: bool = False,
    final: bool = False,
    progress: Progress | None = None,
) -> Built:
    """Build a database from a folder of records and replace `target` with it atomically.

    `texts`, as {document: {locator: text}}, are stored and indexed too.

    Raises RecordsError with every problem of the records. Raises BuildError where the target is not
    a moditrack database (unless `overwrite`) or cannot be written, where rows do not fit the
    schema, or where some are unfinished and the database is to be `final`. The target is then
    unchanged.
    """
    try:
        target = target.resolve()
        there, ordinary, folder = target.exists(), target.is_file(), target.is_dir()
        if there and ordinary:
            target.open("rb").close()
    except (OSError, RuntimeError) as error:
        raise BuildError(_not_writable(target, error)) from None
    if there and not ordinary:
        what = "a folder" if folder else "not a regular file"
        raise BuildError(f"{target} is {what}: name a file with --db.")
    if not overwrite and there and not _is_ours(target):
        raise BuildError(
            f"{target} is not a moditrack database: name another file with --db,"
            " or replace it with --overwrite."
        )
    try:
        with temporary_path(target) as temporary:
            rows, digest, unfinished = _write(records, texts or {}, temporary, progress)
            if final and (sentence := refusal(unfinished)):
                raise BuildError(sentence)
            mode = stat.S_IMODE(target.stat().st_mode) if there else default_mode()
            temporary.chmod(mode)
            _remove_journals(target)
            temporary.replace(target)
    except WriteInProgressError:
        raise BuildError(f"Another seed is building {target}: wait until it is done.") from None
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, OSError) and not target.parent.is_dir():
            raise BuildError(_not_writable(target.parent, error)) from None
        why = with_full_folder(error)
        raise BuildError(
            f"{target} could not be built ({why}) and is unchanged: fix the cause and run"
            " this again."
        ) from None
    return Built(target, rows, digest, unfinished)


def _not_writable(path: Path, error: Exception) -> str:
    why = getattr(error, "strerror", None) or "it is a loop of links"
    return (
        f"{path} cannot be written to ({why}):"
        " name another place with --db PATH or the variable MODITRACK_DB."
    )


def _write(
    records: Path, texts: dict[str, dict[str, str]], path: Path, progress: Progress | None
) -> tuple[dict[str, int], str, list[dict[str, Any]]]:
    # No other program opens this file, and the file system may not support locks.
    connection = sqlite3.connect(f"{path.as_uri()}?nolock=1", uri=True, isolation_level=None)
    try:
        # The file is discarded on any failure, so it needs no journal.
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        # Checked row by row, constraints double the time; quick_check checks all rows at the end.
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        connection.executescript(f"BEGIN;\n{schema()}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        unfinished = load(records, connection, progress)
        digest = content_digest(connection)
        meta = {
            "title": "moditrack",
            "schema_version": str(SCHEMA_VERSION),
            "normaliser_version": str(NORMALISER),
            "content_digest": digest,
        }
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        connection.executemany(
            "INSERT INTO dictionary VALUES (:position, :table_name, :column_name, :type, :meaning,"
            " :joins)",
            dictionary(connection, schema()),
        )
        texts = store_texts(connection, texts)
        connection.create_function("name_key", 1, name_key, deterministic=True)
        connection.create_function("words", 1, words, deterministic=True)
        connection.create_function("joined", -1, _joined, deterministic=True)
        connection.create_function("figure_text", 2, figure_text, deterministic=True)
        fill_summaries(connection)
        for statement in search().split(";\n"):
            connection.execute(statement)
        connection.execute("COMMIT")
        _index(connection, texts)
        connection.execute(
            "INSERT INTO meta VALUES ('derived_digest', ?)", (derived_digest(connection),)
        )
        _check_integrity(connection)
        counts = _counts(connection)
    finally:
        connection.close()
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return counts, digest, unfinished


def _joined(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)


def _index(connection: sqlite3.Connection, texts: dict[str, dict[str, str]]) -> None:
    # Plugins could change what is built, and finding them takes 55 of 2,500 million instructions.
    database = sqlite_utils.Database(connection, execute_plugins=False)
    database.table("search_entry").enable_fts(["title_words", "text_words"], tokenize=STEMMER)
    if texts:
        database.table("passage_text").enable_fts(["text"], tokenize="porter")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The row count of each table of the dataset that has rows."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE '%_fts%' AND name NOT LIKE 'summary_%'"
        " AND name NOT IN ('meta', 'dictionary') ORDER BY name"
    ).fetchall()
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for (table,) in tables
    }
    return {table: count for table, count in counts.items() if count}


def _check_integrity(connection: sqlite3.Connection) -> None:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError(f"row {row} of {table} refers to a missing row of {parent}")
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    result = connection.execute("PRAGMA quick_check").fetchone()[0]
    if result != "ok":
        raise sqlite3.IntegrityError(str(result))


def _is_ours(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error as error:
        if (sentence := external_cause(error, str(path))) is not None:
            raise BuildError(sentence) from None
        return False
    return bool(found == APPLICATION_ID)


def _remove_journals(target: Path) -> None:
    """Remove the journals of the old database: SQLite would apply them to the new one.

    SQLite first waits for another program that is writing to it, and completes what one left
    unfinished, so the old database stays intact until it is replaced. Nothing else is written to
    it: the write-ahead log is only copied back, because a change would leave another journal.
    """
    left = [target.with_name(target.name + end) for end in ("-journal", "-wal", "-shm")]
    if target.exists():
        unfinished = any(os.path.lexists(path) for path in left)
        try:
            with closing(sqlite3.connect(target, timeout=_PATIENCE)) as connection:
                # In exclusive mode, the other program could not finish while this one waits.
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
                connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if not unfinished and _is_never_locked(target, error):
                return
            if (sentence := external_cause(error, str(target))) is not None:
                raise BuildError(sentence) from None
            if isinstance(error, sqlite3.OperationalError):
                raise
            # The file is damaged or not a database: there is nothing to complete.
    for path in left:
        if os.path.lexists(path):  # the name may leave no room for the ending
            path.unlink(missing_ok=True)


def _is_never_locked(target: Path, error: sqlite3.Error) -> bool:
    """Whether the lock failed because nobody can write to the file, or lock it where it is."""
    code = error.sqlite_errorcode
    if code & 0xFF == sqlite3.SQLITE_READONLY or code in _CANNOT_LOCK:
        return True
    try:
        with target.open("rb") as file:
            return not can_lock(file.fileno())
    except OSError:
        return False


def store_texts(
    connection: sqlite3.Connection, texts: dict[str, dict[str, str]]
) -> dict[str, dict[str, str]]:
    """Store the texts of the documents that are in the database, and return these: an unfinished
    document may not be in it."""
    known = {row[0] for row in connection.execute("SELECT document FROM document")}
    texts = {document: passages for document, passages in texts.items() if document in known}
    connection.executemany(
        "INSERT INTO passage_text VALUES (?, ?, ?)",
        (
            (document, locator, text)
            for document, passages in texts.items()
            for locator, text in passages.items()
        ),
    )
    return texts


def fill_summaries(connection: sqlite3.Connection) -> None:
    """Run the statements of summaries.sql, those with `:document` for each document.

    All passages at once would take 100 MiB to sort at 2,000 documents.
    """
    found = connection.execute("SELECT document FROM document ORDER BY rowid").fetchall()
    documents = [{"document": document} for (document,) in found]
    for statement in summaries().rstrip(";\n").split(";\n"):
        connection.executemany(statement, documents if ":document" in statement else [{}])
