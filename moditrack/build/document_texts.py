"""The texts of documents in the database, which only `seed --documents` stores."""

from __future__ import annotations

import sqlite3


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
