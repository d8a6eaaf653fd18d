"""The threat picture of the reports, as records."""

from __future__ import annotations

from moditrack.db.rows import Selection
from moditrack.tables import Column, Connection, Display, DisplayColumn, Record, Table

THREAT = Record(
    "threat",
    "What a document says about who threatens whom, as its own statement.",
    (
        Column("strand", "text", "id of the area of work"),
        Column("who", "text", "who acts or is affected, as the document describes them"),
        Column("origin", "text", "where they come from, as the document says", null=True),
        Column("threat", "text", "what is said about them, in the project's words"),
        Column("hedge", "text", "how sure the document says it is, in its words", null=True),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)


_CITED = {"sources": "json_array(citation)"}


def threats_of(connection: Connection, document: str | None = None) -> Table:
    """Who, by a document or all of them, is or does what threatens, by area of work."""
    query = (
        "FROM threat JOIN (SELECT strand, name AS strand_name, rowid AS strand_place FROM strand)"
        f" USING (strand) WHERE {'1' if document is None else 'document = ?'}"
        " ORDER BY strand <> 'human-trafficking', strand_place, threat.rowid"
    )
    values = () if document is None else (document,)

    def answer(table: Table) -> str:
        from collections import Counter

        from moditrack.questions.grouping import in_two_lines

        areas = Counter(row["strand_name"] for row in table.rows)
        sure = sum(row["hedge"] is not None for row in table.rows)
        said = f"{sure} of {len(table)} say how sure the document is."
        most = [f"{own}: {number}" for own, number in areas.most_common()]
        whose = {row["sources"][0].partition("#")[0] for row in table.rows}
        only = f" All are of {whose.pop()}." if document is None and len(whose) == 1 else ""
        listed = in_two_lines(f"{said} ", most, f".{only}")
        return listed if len(areas) > 1 else said if len(table) else ""

    named = (*THREAT.columns, Column("strand_name"))
    return Table(
        "Threat picture, as the document puts it"
        if document
        else "Threat picture, as the documents put it",
        THREAT.columns,
        Selection(connection, named, query, values, _CITED).__iter__,
        display=Display(
            (
                DisplayColumn("who", "Who"),
                DisplayColumn("origin", "From"),
                DisplayColumn("threat", "What is said about them"),
                DisplayColumn("hedge", "How sure, in its words"),
                DisplayColumn("sources", "Source", "list"),
            ),
            group="strand_name",
        ),
        data=Selection(connection, THREAT.columns, query, values, _CITED),
        answer=answer,
        heading=lambda table: f"{table.title}: {len(table)}",
        none=None if document is None else lambda: _no_threats(connection, document),
    )


def _no_threats(connection: Connection, document: str) -> str:
    """What is said where the threats of a document are no records: whose are."""
    recorded = connection.execute(
        "SELECT document, count(*) FROM threat GROUP BY document ORDER BY min(rowid)"
    )
    listed = ", ".join(f"{own} ({number})" for own, number in recorded)
    others = f" Those of {listed} are: moditrack sources --show threats." if listed else ""
    return (
        f"No threats of {document} are recorded as such: see its passages,"
        f" with moditrack sources {document} --show passages.{others}"
    )
