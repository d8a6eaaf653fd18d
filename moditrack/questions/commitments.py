"""What was promised, and what a later document says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from moditrack.db.rows import select
from moditrack.questions.check import related_checks
from moditrack.questions.filters import WITHIN, Several, each, where
from moditrack.questions.names import ShownNames, find, find_document, one_of
from moditrack.tables import STARRED, Column, Display, DisplayColumn, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

LATER = Record(
    "later",
    "What a later document says of a commitment.",
    (
        Column("document", "document", "the later document"),
        Column("says", "text", "what it says, in the project's words"),
        Column("state", "text", "as it reports", values=("met", "partly", "not-met")),
        Column("source", "citation", "where"),
    ),
)

SILENCE = Record(
    "silence",
    "A later document that says nothing of a commitment.",
    (
        Column("document", "document", "the document"),
        Column(
            "kind",
            "text",
            "what sort: a press release is short",
            values=("report", "press release"),
        ),
    ),
)

COMMITMENT = Record(
    "commitment",
    "What a document says will be done.",
    (
        Column("commitment", "text", "what will be done, in the project's words"),
        Column("made_in", "document", "the document"),
        Column("made_on", "date", "its date"),
        Column("due", "date", "when it is due", null=True),
        Column("by", "text", "ids of the agencies that make it", many=True),
        Column("operation", "text", "id of its operation", null=True),
        Column("target", "text", "the figure it aims at, with its unit", null=True),
        Column("later", LATER, "what later documents say", many=True),
        Column(
            "state",
            "text",
            "what became of it; not-yet-due: not when the last document about the force appeared",
            values=(
                "reported-met",
                "reported-partly",
                "reported-not-met",
                "not-mentioned-again",
                "not-yet-due",
                "no-later-document",
            ),
        ),
        Column("sources", "citation", "where it and the later words stand", many=True),
        Column("id", "text", "id"),
        Column(
            "due_inferred",
            "boolean",
            "whether the due date is not printed but follows from the document",
        ),
        Column(
            "not_mentioned_in",
            SILENCE,
            "later documents about the same force that say nothing of it",
            many=True,
        ),
    ),
)
_COLUMNS = (
    DisplayColumn("commitment", "Commitment"),
    DisplayColumn("by_text", "By"),
    DisplayColumn("due_text", "Due", "id"),
    DisplayColumn("state_text", "State"),
    DisplayColumn("sources", "Source", "list"),
)
STATES = (
    "reported-met",
    "reported-partly",
    "reported-not-met",
    "not-mentioned-again",
    "not-yet-due",
    "no-later-document",
)
_COMMITMENTS = """
    SELECT c.id, c.commitment, c.document AS made_in, d.date AS made_on, c.due, c.due_inferred,
        c.operation, c.citation, f.bound, f.value, m.unit,
        (SELECT max(other.date) FROM document AS other WHERE other.force = d.force) AS last,
        (
            SELECT group_concat(document || ' ' || kind, '/') FROM (
                SELECT other.document, other.kind FROM document AS other
                WHERE other.force = d.force AND other.date > d.date ORDER BY other.date
            )
        ) AS following,
        (
            SELECT group_concat(agency, ' ') FROM (
                SELECT agency FROM commitment_agency WHERE commitment = c.id ORDER BY position
            )
        ) AS by,
        u.document AS later, u.followup AS says, u.state AS reported, u.citation AS source
    FROM commitment AS c
    JOIN document AS d ON d.document = c.document
    LEFT JOIN figure AS f ON f.figure = c.target
    LEFT JOIN measure AS m ON m.measure = f.measure
    LEFT JOIN followup AS u ON u.commitment = c.id
    WHERE {where} ORDER BY c.rowid, u.rowid
"""
_CONDITIONS = {
    "operation": f"c.operation IN {WITHIN}",
    "agency": "c.id IN (SELECT commitment FROM commitment_agency WHERE agency IN ({values}))",
    "document": "c.document IN ({values})",
}


def commitments(
    connection: sqlite3.Connection,
    *,
    operation: Several = None,
    agency: Several = None,
    document: Several = None,
    state: Several = None,
) -> Table:
    """One row for each commitment. due: ISO at the precision stated; by: agency ids; target: the
    figure aimed at, with its unit; later: what later documents say, each with its citation. state:
    the most that a later document reports; where none mentions it, whether it was due when the last
    document about the same force appeared, and whether that is a later one. not_mentioned_in: the
    later documents about the same force that say nothing of it, with their kind. Raises InputError
    for an unknown name.
    """
    states = each(state, lambda one: one_of("state", one, STATES))
    filters = {
        "operation": each(operation, partial(find, connection, "operation")),
        "agency": each(agency, partial(find, connection, "agency")),
        "document": each(document, partial(find_document, connection)),
    }

    chosen, values = where(_CONDITIONS, filters)

    def rows() -> Iterator[Row]:
        found = select(connection, _COMMITMENTS.format(where=chosen), values)
        for _, same in groupby(found, key=itemgetter("id")):
            row = _complete(list(same))
            if states is None or row["state"] in states:
                yield row

    def notes(table: Table) -> list[Note]:
        inferred = any(row["due"] and row["due_inferred"] for row in table.rows)
        return [*([STARRED] if inferred else []), *related_checks(connection, table)]

    display = Display(_COLUMNS, partial(_display, connection))
    return Table("Commitments", COMMITMENT.columns, rows, display=display, notes=notes)


def _display(connection: sqlite3.Connection, rows: Iterable[Row]) -> Iterator[Row]:
    named = ShownNames(connection)
    for row in rows:
        says = "; ".join(entry["says"] for entry in row["later"])
        if not says:
            silent = [f"{one['document']} ({one['kind']})" for one in row["not_mentioned_in"]]
            says = f"nothing in {', '.join(silent)}" if silent else ""
        yield row | {
            "by_text": ", ".join(named[agency] for agency in row["by"]) or None,
            "due_text": row["due"] and row["due"] + ("*" if row["due_inferred"] else ""),
            "state_text": row["state"].replace("-", " ") + (f": {says}" if says else ""),
        }


def _complete(found: list[Row]) -> Row:
    """A commitment, of which there is a row for each later passage that mentions it, or one."""
    first = found[0]
    later = [
        {"document": f["later"], "says": f["says"], "state": f["reported"], "source": f["source"]}
        for f in found
        if f["later"] is not None
    ]
    bound = "" if first["bound"] == "exact" else f"{(first['bound'] or '').replace('-', ' ')} "
    target = None if first["value"] is None else f"{bound}{first['value']} {first['unit']}"
    return {
        "commitment": first["commitment"],
        "made_in": first["made_in"],
        "made_on": first["made_on"],
        "due": first["due"],
        "by": (first["by"] or "").split(),
        "operation": first["operation"],
        "target": target,
        "later": later,
        "state": _state({entry["state"] for entry in later}, first),
        "sources": [first["citation"], *(entry["source"] for entry in later)],
        "id": first["id"],
        "due_inferred": bool(first["due_inferred"]),
        "not_mentioned_in": [
            {"document": document, "kind": kind}
            for document, _, kind in (
                text.partition(" ") for text in (first["following"] or "").split("/") if text
            )
            if document not in {entry["document"] for entry in later}
        ],
    }


def _state(reported: set[str], made: Row) -> str:
    for state in ("met", "partly", "not-met"):
        if state in reported:
            return f"reported-{state}"
    due, last = made["due"], made["last"]
    # A month or year is over, and what is due in it due, after its last day.
    if due is not None and (due > last[: len(due)] or (due == last[: len(due)] and due != last)):
        return "not-yet-due"
    return "not-mentioned-again" if last > made["made_on"] else "no-later-document"
