"""Cells of printed tables behind an answer: notes on marks, and on rows that are parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from moditrack.tables import Note, Table

if TYPE_CHECKING:
    import sqlite3


def printed_cells(connection: sqlite3.Connection, table: Table, measure: str) -> list[sqlite3.Row]:
    """The cells of a measure in the documents of a table."""
    documents = list(dict.fromkeys(row["document"] for row in table.rows))
    listed = ", ".join("?" for _ in documents)
    return connection.execute(
        f"SELECT * FROM figure WHERE measure = ? AND cell IS NOT NULL AND document IN ({listed})",
        (measure, *documents),
    ).fetchall()


def marks_and_parts(connection: sqlite3.Connection, table: Table, measure: str) -> Iterator[Note]:
    """What the marks of a table mean, and how many rows are parts of others and not shown."""
    documents = list(dict.fromkeys(row["document"] for row in table.rows))
    listed = ", ".join("?" for _ in documents)
    found = connection.execute(
        "SELECT DISTINCT mark, cell = 'part', iif(mark IS NULL, \"row\", printed) FROM figure"
        f" WHERE measure = ? AND document IN ({listed}) AND (mark IS NOT NULL OR cell = 'part')",
        (measure, *documents),
    ).fetchall()
    marks = {row["mark"] for row in table.rows}
    for mark, part, printed in found:
        if mark and not part and printed in marks:
            yield Note("explanation", f"'{printed}' is printed: {mark.replace('-', ' ')}.")
    if number := sum(part for _, part, _ in found):
        what = "row is a part of another" if number == 1 else "rows are parts of others"
        yield Note(
            "left-out",
            f"{number} {what} ('of which') and not counted again:"
            f" moditrack figures --measure {measure}.",
        )
