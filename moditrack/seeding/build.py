"""Build the database from records: in a temporary file beside the target, checked, then renamed."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from moditrack.database import APPLICATION_ID, SCHEMA_VERSION
from moditrack.digest import content_digest
from moditrack.folding import fold
from moditrack.seeding.dictionary import dictionary
from moditrack.seeding.fields import schema, search
from moditrack.seeding.lines import NORMALISER
from moditrack.seeding.records import Tables


class BuildError(Exception):
    """The database could not be built. The message is one sentence that says what to do next."""


@dataclass(frozen=True)
class Built:
    """What was built: where, the rows of each table, and the content digest."""

    path: Path
    rows: dict[str, int]
    digest: str


def build(
    tables: Tables,
    target: Path,
    *,
    texts: dict[str, dict[str, str]] | None = None,
    force: bool = False,
) -> Built:
    """Write `tables` as a new database and put it in the place of `target` in one step.

    `texts`, {document: {locator: text}}, are stored too, with a full-text index over them.

    Raises BuildError where the target is no moditrack database (unless `force`), where it may not
    be written, or where the rows do not fit the schema; the target is then as it was.
    """
    try:
        target = target.resolve()
        there, ordinary, folder = target.exists(), target.is_file(), target.is_dir()
        if there and ordinary:
            target.open("rb").close()
    except (OSError, RuntimeError) as error:
        raise BuildError(_closed(target, error)) from None
    if there and not ordinary:
        what = "a folder" if folder else "no ordinary file"
        raise BuildError(f"{target} is {what}: name a file with --db.")
    if not force and there and not _is_ours(target):
        raise BuildError(
            f"{target} is not a moditrack database: name another file with --db,"
            " or overwrite it with --force."
        )
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise BuildError(_closed(target.parent, error)) from None
    temporary = Path(name)
    try:
        rows, digest = _write(tables, texts or {}, temporary)
        temporary.chmod(0o644)
        temporary.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise BuildError(
            f"{target} could not be built ({error}): it is as it was; free the cause and run again."
        ) from None
    finally:
        temporary.unlink(missing_ok=True)
    return Built(target, rows, digest)


def _closed(path: Path, error: Exception) -> str:
    why = getattr(error, "strerror", None) or "it leads to itself"
    return (
        f"{path} cannot be written to ({why}):"
        " name another place with --db PATH or the variable MODITRACK_DB."
    )


def _write(
    tables: Tables, texts: dict[str, dict[str, str]], path: Path
) -> tuple[dict[str, int], str]:
    connection = sqlite3.connect(path)
    try:
        database = sqlite_utils.Database(connection)
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.executescript(schema())
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        counts = {}
        with connection:
            for table in sorted(tables):
                database.table(table).insert_all(tables[table])
                counts[table] = len(tables[table])
            digest = content_digest(connection)
            meta = {
                "title": "moditrack",
                "schema_version": str(SCHEMA_VERSION),
                "normaliser_version": str(NORMALISER),
                "content_digest": digest,
            }
            database.table("meta").insert_all({"key": k, "value": v} for k, v in meta.items())
        database.table("dictionary").insert_all(dictionary(connection, schema()))
        if texts:
            counts["passage_text"] = _store(database, texts)
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.executescript(search())
        entries = database.table("search_entry")
        entries.enable_fts(["title", "text"], tokenize="porter unicode61")
        counts["search_entry"] = entries.count
        _check(connection)
        connection.execute("VACUUM")
    finally:
        connection.close()
    return counts, digest


def _store(database: sqlite_utils.Database, texts: dict[str, dict[str, str]]) -> int:
    rows = [
        {"document": document, "locator": locator, "text": text}
        for document, passages in texts.items()
        for locator, text in passages.items()
    ]
    table = database.table("passage_text")
    table.insert_all(rows)
    table.enable_fts(["text"], tokenize="porter")
    return len(rows)


def _check(connection: sqlite3.Connection) -> None:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError(f"row {row} of {table} refers to a missing row of {parent}")
    result = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if result != "ok":
        raise sqlite3.IntegrityError(str(result))


def _is_ours(path: Path) -> bool:
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            found = connection.execute("PRAGMA application_id").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return bool(found == APPLICATION_ID)
