"""The properties of an operation, and what documents that differ state of each."""

from __future__ import annotations

from collections.abc import Iterator

from moditrack.questions.first_screen import differing
from moditrack.questions.inferred_star import starred
from moditrack.questions.names import ShownNames
from moditrack.tables import Connection, Row, Table

_PROPERTIES = (
    ("Lead", "lead"),
    ("Part of", "parent"),
    ("Start", "start"),
    ("End", "end"),
    ("Status", "status"),
)


def of_properties(connection: Connection, operation: str) -> set[str]:
    """The findings on properties of an operation."""
    return {
        finding
        for (finding,) in connection.execute(
            "SELECT f.finding FROM check_subject AS b"
            " JOIN check_result AS c ON c.check_id = b.check_id"
            " JOIN finding_check AS f ON f.check_id = c.check_id"
            " WHERE b.operation = ? AND c.property IS NOT NULL",
            (operation,),
        )
    }


def properties(connection: Connection, row: Row, statements: Table) -> Iterator[tuple[str, str]]:
    """The properties on which the documents agree, and what each states of the others."""
    named = ShownNames(connection)
    stated = {s["property"] for s in statements.rows}
    for label, key in _PROPERTIES:
        if row[key] is not None:
            own = {s["document"]: None for s in statements.rows if s["property"] == key}
            alone = key == "start" and "scope" in row["differing"] and len(own) == 1
            said = starred(named[row[key]], key in row["inferred"])
            yield label, said + (f" ({next(iter(own))})" if alone else "")
        elif key in stated:
            yield label, differing_in(connection, row["operation"], key, statements)


def differing_in(connection: Connection, operation: str, property: str, statements: Table) -> str:
    """What the documents state of a property on which they differ; where the value is the same,
    what they say about it, or what the sides of a check state. A status changes: each in turn."""
    named = ShownNames(connection)
    said = [s for s in statements.rows if s["property"] == property]
    pairs = [(s["document"], starred(named[s["value"]], s["inferred"])) for s in said]
    if property == "status" and len({value for _, value in pairs}) > 1:
        return differing(pairs).removeprefix("differs: ")
    if len({value for _, value in pairs}) < 2:
        pairs = [(s["document"], _for_whom(s["statement"], named[s["value"]])) for s in said]
    if len({value for _, value in pairs}) < 2:
        own = sides_of(connection, operation, property)
        pairs = [(citation.partition("#")[0], states) for states, citation in own] or pairs
    elif len({document for document, _ in pairs}) == 1:  # it differs from itself
        own = sides_of(connection, operation, property)
        pairs = [(citation, states) for states, citation in own] or pairs
    if property == "lead":
        pairs += [
            (document, named[agency])
            for document, agency in connection.execute(_LEADS_GOVERNANCE, (operation,))
        ]
    return differing(pairs)


def sides_of(connection: Connection, operation: str, property: str) -> list[tuple[str, str]]:
    """What passages state of a property that a conflict of the records names, and where."""
    found = connection.execute(
        "SELECT s.states, s.citation FROM check_subject AS b"
        " JOIN check_result AS c ON c.check_id = b.check_id"
        " JOIN check_source AS s ON s.check_id = c.check_id"
        " WHERE b.operation = ? AND c.property = ? ORDER BY c.position, s.position",
        (operation, property),
    )
    return [(states, citation) for states, citation in found]


_LEADS_GOVERNANCE = """
    SELECT r.document, r.agency FROM responsibility AS r
    JOIN responsibility_strand AS s ON s.document = r.document AND s.position = r.position
    WHERE r.operation = ? AND r.role = 'leads' AND s.strand = 'governance' ORDER BY r.rowid
"""
"""Who leads the structure that governs an operation, beside who is said to lead it."""


def _for_whom(statement: str, leader: str) -> str:
    """A statement of who leads, with who it is first."""
    led, ends, _ = statement.partition(f", led by {leader}")
    return f"{leader} for {led}" if ends else statement
