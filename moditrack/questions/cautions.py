"""Cautions against reading too much into figures: the documents' own, and on small counts."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack import caveats
from moditrack.tables import Connection, Note, Table


def small_counts(counts: Iterable[int | None]) -> list[Note]:
    """The note on small counts, if one of these counts is small."""
    small = any(count is not None and count < caveats.SMALL for count in counts)
    return [Note("small-counts", caveats.SMALL_COUNTS)] if small else []


class ReportCaution(Note):
    """A caution of a document, with its topic and the document."""

    topic: str
    document: str


def cautions(connection: Connection, table: Table, *measures: str) -> list[Note]:
    """A note for each caution on these measures in the documents that a table rests on."""
    documents = {citation.partition("#")[0] for citation in table.sources}
    marks = ", ".join("?" for _ in measures)
    found: list[Note] = []
    for row in connection.execute(
        f"""
        SELECT c.document, c.topic, c.caution, c.citation FROM caution AS c
        WHERE EXISTS (
            SELECT 1 FROM caution_measure AS m
            WHERE m.document = c.document AND m.position = c.position AND m.measure IN ({marks})
        )
        ORDER BY c.rowid
        """,
        measures,
    ):
        if row["document"] in documents:
            note = ReportCaution("report-caution", f"{row['caution']} ({row['citation']})")
            note.topic, note.document = row["topic"], row["document"]
            found.append(note)
    return found


def counted_cautions(notes: Iterable[Note]) -> list[Note]:
    """The notes with several cautions of the documents' own as one with their topics, and one that
    says where to read them."""
    listed = list(notes)
    own = [note for note in listed if isinstance(note, ReportCaution)]
    if len(own) < 2:
        return listed
    topics = ", ".join(dict.fromkeys(note.topic for note in own))
    commands = ", ".join(
        f"moditrack sources {document} --show cautions"
        for document in dict.fromkeys(note.document for note in own)
    )
    instead = [
        Note("report-cautions", f"The report cautions: {topics}."),
        Note("pointer", f"Its cautions in full: {commands}"),
    ]
    first = listed.index(own[0])
    listed[first:first] = instead
    return [note for note in listed if note not in own]
