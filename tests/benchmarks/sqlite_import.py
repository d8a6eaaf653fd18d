"""The same rows by sqlite3's own `.import`: what loading them costs with nothing validated."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

from measure import Measured, once

SQLITE = shutil.which("sqlite3") or "sqlite3"
_GENERATED = re.compile(r"\n *\w+ TEXT GENERATED ALWAYS AS \([^)]*\),[^\n]*")
"""`.import` cannot fill a table with a generated column. These are not stored: none is missed."""


def tables(database: Path) -> list[str]:
    """The tables of a database, without those of its full-text indexes."""
    connection = sqlite3.connect(database)
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    every = dict(found.fetchall())
    connection.close()
    virtual = tuple(f"{name}_" for name, sql in every.items() if sql.startswith("CREATE VIRTUAL"))
    return [
        name
        for name, sql in every.items()
        if not sql.startswith("CREATE VIRTUAL") and not name.startswith((*virtual, "sqlite_"))
    ]


def counts(database: Path) -> dict[str, int]:
    """The rows of each table."""
    connection = sqlite3.connect(database)
    found = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in tables(database)
    }
    connection.close()
    return found


def import_rows(database: Path, folder: Path) -> tuple[Measured, Measured]:
    """Export every table as CSV, and import it into a new database with the same tables and
    indexes; what the import took, and what making the full-text index took after it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    schema = _schema(database)
    connection = sqlite3.connect(database)
    script = []
    for name in tables(database):
        columns = [
            f'"{row[1]}"'
            for row in connection.execute(f'PRAGMA table_xinfo("{name}")')
            if row[6] == 0
        ]
        with (folder / f"{name}.csv").open("w", encoding="utf-8") as stream:
            select = f'SELECT {", ".join(columns)} FROM "{name}"'
            command = [SQLITE, "-csv", "-header", str(database), select]
            subprocess.run(command, check=True, stdout=stream)
        if (folder / f"{name}.csv").stat().st_size:  # no header where there are no rows
            script.append(f'.import --csv --skip 1 "{folder / name}.csv" {name}')
    connection.close()
    target = folder / "imported.db"
    copy = sqlite3.connect(target)
    copy.executescript(schema)
    copy.close()
    loading, indexing = folder / "load.sql", folder / "index.sql"
    loading.write_text("\n".join(["PRAGMA ignore_check_constraints = 1;", *script]), "utf-8")
    indexing.write_text(_INDEX, "utf-8")
    load = once([SQLITE, str(target), f".read {loading}"])
    if counts(target) != counts(database):
        raise RuntimeError(f"{target} does not have the rows of {database}")
    index = once([SQLITE, str(target), f".read {indexing}"])
    shutil.rmtree(folder)
    return load, index


_INDEX = """
CREATE VIRTUAL TABLE found USING fts5
    (title_words, text_words, tokenize = 'porter unicode61', content = 'search_entry');
INSERT INTO found (found) VALUES ('rebuild');
"""


def _schema(database: Path) -> str:
    """Tables and indexes as they are, save that columns take any type: a CSV has none, and an
    empty field would be no number."""
    own = tables(database)
    connection = sqlite3.connect(database)
    found = connection.execute(
        "SELECT tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql NOT NULL"
    ).fetchall()
    connection.close()
    statements = [_GENERATED.sub("", sql) for table, sql in found if table in own]
    return "\n".join(re.sub(r"\) STRICT(, )?", ") ", sql) + ";" for sql in statements)
