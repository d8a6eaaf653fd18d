"""What the documents themselves say against reading too much into their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.tables import Note

if TYPE_CHECKING:
    import sqlite3

    from moditrack.tables import Table


def cautions(connection: sqlite3.Connection, table: Table, *measures: str) -> list[Note]:
    """A note for each caution on these measures in the documents that a table rests on."""
    documents = {citation.partition("#")[0] for citation in table.sources}
    marks = ", ".join("?" for _ in measures)
    return [
        Note("caution", f"{row['caution']} ({row['citation']})")
        for row in connection.execute(
            f"""
            SELECT c.document, c.caution, c.citation FROM caution AS c
            WHERE EXISTS (
                SELECT 1 FROM caution_measure AS m
                WHERE m.document = c.document AND m.position = c.position AND m.measure IN ({marks})
            )
            ORDER BY c.rowid
            """,
            measures,
        )
        if row["document"] in documents
    ]
