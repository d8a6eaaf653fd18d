"""Digests of a database's content, which name the dataset in a briefing, and of derived data.

They are the same for every version of SQLite.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Any

_CONTENT = (
    "type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('meta', 'dictionary')"
    " AND name NOT LIKE 'passage_text%' AND name NOT LIKE 'search_%'"
    " AND name NOT LIKE 'summary_%'"
)
_DERIVED = (
    f"type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT ({_CONTENT})"
    " AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'"
)
_PLAIN = ("TEXT", "INTEGER")
"""The types of columns whose JSON SQLite writes: half of the time. It rounds what is not whole."""
_CHUNK = 1000
"""Rows in memory at once. Part of the digest's definition."""
_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=bytes.hex).encode
DIGESTS = ("content_digest", "derived_digest")
"""The keys of both digests in `meta`."""


def content_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 (hex) over the rows of the dataset's tables, in stored order.

    `meta`, the data dictionary, passage texts, summary and search tables are excluded. A table is
    its name and columns as JSON, then its columns of text and whole numbers, a JSON array on a line
    for each row, then its other columns, an array for a thousand rows. So 1 and "1" differ.
    """
    digest = hashlib.sha256()
    _tables(connection, _CONTENT, digest.update)
    return digest.hexdigest()


def derived_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 (hex) over everything that the content digest excludes.

    That is the schema, the rest of `meta`, the data dictionary, passage texts, summary and search
    tables.
    """
    digest = hashlib.sha256()
    definitions = (
        "SELECT json_array(type, name, tbl_name, sql) FROM sqlite_master ORDER BY type, name"
    )
    _rows(connection.execute(definitions), digest.update, plain=True)
    _tables(connection, _DERIVED, digest.update)
    return digest.hexdigest()


def _tables(connection: sqlite3.Connection, which: str, update: Any) -> None:
    named = connection.execute(
        f"SELECT name, sql LIKE '%WITHOUT ROWID' FROM sqlite_master WHERE {which} ORDER BY name"
    )
    for table, keyed in named.fetchall():
        info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        update(_ENCODE([table, [row[1] for row in info]]).encode())
        # Without a rowid, rows are stored in the order of their key.
        keys = [f'"{name}"' for _, name in sorted((row[5], row[1]) for row in info if row[5])]
        order = ", ".join(keys) if keyed else "rowid"
        condition = f"key NOT IN {DIGESTS}" if table == "meta" else "true"
        rows = f'FROM "{table}" WHERE {condition} ORDER BY {order}'
        for plain in (True, False):
            if columns := ", ".join(f'"{row[1]}"' for row in info if (row[2] in _PLAIN) is plain):
                listed = f"json_array({columns})" if plain else columns
                _rows(connection.execute(f"SELECT {listed} {rows}"), update, plain=plain)


def _rows(rows: sqlite3.Cursor, update: Any, *, plain: bool) -> None:
    """Add rows: the one column of each, which is `plain` JSON, as a line; others as an array."""
    rows.row_factory = None
    while chunk := rows.fetchmany(_CHUNK):
        piece = "".join([f"{line}\n" for (line,) in chunk]) if plain else _ENCODE(chunk)
        update(piece.encode())
