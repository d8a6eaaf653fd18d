"""A digest of what a database holds, whatever version of SQLite wrote it."""

from __future__ import annotations

import hashlib
import json
import sqlite3


def content_digest(connection: sqlite3.Connection) -> str:
    """SHA-256 (hex) over the rows of every table but `meta`, the data dictionary, the documents'
    text and what is made from the others to be searched, in order.

    A row counts as the JSON array of its stored columns, so a whole number and its text differ.
    """
    digest = hashlib.sha256()
    encode = json.JSONEncoder(ensure_ascii=False).encode
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT IN ('meta', 'dictionary') AND name NOT LIKE 'passage_text%'"
        " AND name NOT LIKE 'search_%'"
        " ORDER BY name"
    )
    for (table,) in tables.fetchall():
        info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        columns = [row[1] for row in info]
        keys = sorted((row[5], row[1]) for row in info if row[5])
        listed = ", ".join(f'"{column}"' for column in columns)
        order = ", ".join(f'"{key}"' for _, key in keys)
        digest.update(json.dumps([table, columns]).encode())
        for row in connection.execute(f'SELECT {listed} FROM "{table}" ORDER BY {order}'):
            digest.update(encode(list(row)).encode())
    return digest.hexdigest()
