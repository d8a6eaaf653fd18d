"""The documents' own cautions against reading too much into their figures."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.tables import Connection, Note, Table


def cautions(connection: Connection, table: Table, *measures: str) -> list[Note]:
    """A note for each caution on these measures in the documents that a table rests on."""
    documents = {citation.partition("#")[0] for citation in table.sources}
    marks = ", ".join("?" for _ in measures)
    return [
        Note("report-caution", f"{row['caution']} ({row['citation']})")
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


def counted_cautions(notes: Iterable[Note]) -> list[Note]:
    """The notes with the documents' own cautions as one, which says where to read them."""
    listed = list(notes)
    own = [note for note in listed if note.kind == "report-caution"]
    if len(own) < 2:
        return listed
    documents = dict.fromkeys(note.rpartition("(")[2].partition("#")[0] for note in own)
    commands = ", ".join(f"moditrack sources {document} --show cautions" for document in documents)
    one = Note("pointer", f"{len(own)} cautions of the report: {commands}")
    first = listed.index(own[0])
    return [
        one if place == first else note
        for place, note in enumerate(listed)
        if place == first or note not in own
    ]
