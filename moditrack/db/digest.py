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
_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=bytes.hex).encode
_CHUNK = 1000
"""Rows encoded at once, which halves the time of one by one. Part of the digest's definition."""
DIGESTS = ("content_digest", "derived_digest")
"""The keys of both digests in `meta`."""


def content_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 (hex) over the rows of the dataset's tables, in stored order.

    `meta`, the data dictionary, passage texts, summary and search tables are excluded. Rows are
    encoded as JSON arrays of their stored columns, a thousand at a time, so 1 and "1" differ.
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
    definitions = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    )
    _rows(definitions, digest.update)
    _tables(connection, _DERIVED, digest.update)
    return digest.hexdigest()


def _tables(connection: sqlite3.Connection, which: str, update: Any) -> None:
    named = connection.execute(
        "SELECT name, (SELECT wr FROM pragma_table_list(m.name) WHERE schema = 'main')"
        f" FROM sqlite_master AS m WHERE {which} ORDER BY name"
    )
    for table, keyed in named.fetchall():
        info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        columns = [row[1] for row in info]
        # Without a rowid, rows are stored in the order of their key.
        keys = [f'"{name}"' for _, name in sorted((row[5], row[1]) for row in info if row[5])]
        order = ", ".join(keys) if keyed else "rowid"
        listed = ", ".join(f'"{column}"' for column in columns)
        update(json.dumps([table, columns]).encode())
        condition = f"key NOT IN {DIGESTS}" if table == "meta" else "true"
        query = f'SELECT {listed} FROM "{table}" WHERE {condition} ORDER BY {order}'
        _rows(connection.execute(query), update)


def _rows(rows: sqlite3.Cursor, update: Any) -> None:
    rows.row_factory = None
    while chunk := rows.fetchmany(_CHUNK):
        update(_ENCODE(chunk).encode())
