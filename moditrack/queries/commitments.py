"""What was promised, and what a later document says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from moditrack.queries.checks import touching
from moditrack.queries.filters import WITHIN, where
from moditrack.queries.names import find, find_document, one_of
from moditrack.tables import Column, Row, Table, columns, row_of

if TYPE_CHECKING:
    import sqlite3

COLUMNS = columns(
    "commitment",
    "made_in",
    "made_on",
    "due",
    "by",
    "operation",
    "target",
    "later",
    "state",
    "sources",
    "id",
    "due_inferred",
)
SHOWN = (
    Column("commitment", "Commitment"),
    Column("by_text", "By"),
    Column("due_text", "Due", "id"),
    Column("state_text", "State"),
    Column("sources", "Source", "list"),
)
STATES = (
    "reported-met",
    "reported-partly",
    "reported-not-met",
    "not-mentioned-again",
    "no-later-document",
)
_COMMITMENTS = """
    SELECT c.id, c.commitment, c.document AS made_in, d.date AS made_on, c.due, c.due_inferred,
        c.operation, c.citation, f.bound, f.value, f.printed, m.unit,
        EXISTS (
            SELECT 1 FROM document AS other
            WHERE other.force = d.force AND other.date > d.date
        ) AS followed,
        (
            SELECT json_group_array(json_object(
                'document', document, 'says', followup, 'state', state, 'source', citation
            )) FROM (
                SELECT u.document, u.followup, u.state, u.citation
                FROM followup AS u JOIN document AS o ON o.document = u.document
                WHERE u.commitment = c.id ORDER BY o.date, u.position
            )
        ) AS later,
        (
            SELECT json_group_object(agency, name) FROM (
                SELECT b.agency, coalesce(a.abbreviation, a.name) AS name
                FROM commitment_agency AS b JOIN agency AS a ON a.agency = b.agency
                WHERE b.commitment = c.id ORDER BY b.position
            )
        ) AS makers
    FROM commitment AS c
    JOIN document AS d ON d.document = c.document
    LEFT JOIN figure AS f ON f.figure = c.target
    LEFT JOIN measure AS m ON m.measure = f.measure
    WHERE {where}
    ORDER BY d.date, c.position
"""
_CONDITIONS = {
    "operation": f"c.operation IN {WITHIN}",
    "agency": "c.id IN (SELECT commitment FROM commitment_agency WHERE agency = :agency)",
    "document": "c.document = :document",
}


def commitments(
    connection: sqlite3.Connection,
    *,
    operation: str | None = None,
    agency: str | None = None,
    document: str | None = None,
    state: str | None = None,
) -> Table:
    """One row for each commitment. due: ISO at the precision stated; by: agency ids; target: the
    figure aimed at, with its unit; later: what later documents say, each with its citation. state:
    the most that a later document reports; where none mentions it, whether there is a later
    document about the same force. Raises InputError for an unknown name.
    """
    one_of("state", state, STATES)
    filters = {
        "operation": None if operation is None else find(connection, "operation", operation),
        "agency": None if agency is None else find(connection, "agency", agency),
        "document": None if document is None else find_document(connection, document),
    }

    query = _COMMITMENTS.format(where=where(_CONDITIONS, filters))

    def rows() -> Iterator[Row]:
        for found in connection.execute(query, filters):
            row = row_of(found)
            row["later"] = json.loads(row["later"])
            row["state"] = _state(row)
            if state is None or row["state"] == state:
                yield _complete(row)

    def notes(table: Table) -> list[str]:
        return touching(connection, table)

    return Table("Commitments", COLUMNS, rows, shown=SHOWN, noted=notes)


def _state(row: Row) -> str:
    reported = {entry["state"] for entry in row["later"]}
    for state in ("met", "partly", "not-met"):
        if state in reported:
            return f"reported-{state}"
    return "not-mentioned-again" if row["followed"] else "no-later-document"


def _complete(row: Row) -> Row:
    makers = json.loads(row["makers"])
    row["by"], row["by_text"] = list(makers), ", ".join(makers.values()) or None
    bound = {"up-to": "up to ", "at-least": "at least ", "about": "about "}.get(row["bound"], "")
    row["target"] = None if row["value"] is None else f"{bound}{row['value']} {row['unit']}"
    row["sources"] = [row.pop("citation"), *(entry["source"] for entry in row["later"])]
    row["due_inferred"] = bool(row["due_inferred"])
    row["due_text"] = row["due"] and row["due"] + ("*" if row["due_inferred"] else "")
    says = "; ".join(entry["says"] for entry in row["later"])
    row["state_text"] = f"{row['state'].replace('-', ' ')}{': ' if says else ''}{says}"
    return row
