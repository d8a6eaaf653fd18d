"""Fill the summary tables of a database that has all other rows."""

from __future__ import annotations

import sqlite3

from moditrack.db.schema import summaries


def fill_summaries(connection: sqlite3.Connection) -> None:
    """Run the statements of summaries.sql, those with `:document` for each document.

    All passages at once would take 100 MiB to sort at 2,000 documents.
    """
    found = connection.execute("SELECT document FROM document ORDER BY rowid").fetchall()
    documents = [{"document": document} for (document,) in found]
    for statement in summaries().rstrip(";\n").split(";\n"):
        connection.executemany(statement, documents if ":document" in statement else [{}])
