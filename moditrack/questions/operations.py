"""Operations: the list, and one page on each with all that the documents say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from moditrack.db.rows import select
from moditrack.questions import profile
from moditrack.questions.check import related_checks
from moditrack.questions.filters import Several, each, where
from moditrack.questions.names import find, find_document, find_id, find_strand
from moditrack.tables import STARRED, Column, Display, DisplayColumn, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

OPERATION = Record(
    "operation",
    "An operation, programme, phase, fund or agreement.",
    (
        Column("operation", "text", "id"),
        Column("name", "text", "name"),
        Column("kind", "text", "what sort"),
        Column(
            "levels",
            "integer",
            "National Intelligence Model levels that a document states",
            many=True,
        ),
        Column(
            "lead",
            "text",
            "id of the lead agency; null where none is stated or the documents differ",
            null=True,
        ),
        Column("partners", "text", "ids of the partners stated", many=True),
        Column(
            "parent",
            "text",
            "id of the operation it belongs to; null where none or not agreed",
            null=True,
        ),
        Column(
            "start", "date", "start; null where none is stated or the documents differ", null=True
        ),
        Column("end", "date", "end; null where none is stated or the documents differ", null=True),
        Column(
            "status", "text", "status; null where none is stated or the documents differ", null=True
        ),
        Column("documents", "document", "documents that name it", many=True),
        Column(
            "sources", "citation", "where it is named and where these properties stand", many=True
        ),
        Column(
            "inferred",
            "text",
            "which of lead, parent, start, end, status are not printed in full but follow from "
            "the document",
            many=True,
        ),
        Column(
            "differing",
            "text",
            "which of these the documents state differently; all that they state is among "
            "statements",
            many=True,
            values=("end", "lead", "level", "parent", "start", "status"),
        ),
    ),
)


def levels_text(row: Row) -> str | None:
    """The levels of an operation, and whether the documents differ on them."""
    levels = ", ".join(str(level) for level in row["levels"]) or None
    return f"{levels}, differing" if "level" in row["differing"] else levels


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        star = {name: "*" if name in row["inferred"] else "" for name in _STARRED}
        start, end = row["start"], row["end"]
        yield row | {
            "levels_text": levels_text(row),
            "lead_text": row["lead_name"] and row["lead_name"] + star["lead"],
            "dates": [
                *([start + star["start"]] if start else []),
                *([f"to {end}{star['end']}"] if end else []),
            ],
        }


DISPLAY = Display(
    (
        DisplayColumn("name", "Operation"),
        DisplayColumn("kind", "Kind"),
        DisplayColumn("levels_text", "Level"),
        DisplayColumn("lead_text", "Lead"),
        DisplayColumn("dates", "Start, end", "list"),
        DisplayColumn("named", "Named in", "list"),
    ),
    _display,
)
_STARRED = {"lead", "start", "end"}
_SINGLE = ("lead", "parent", "start", "end", "status")
_LISTED = ("parent", "lead", "partner", "level", "start", "end", "status")


def operations(
    connection: sqlite3.Connection,
    *,
    agency: Several = None,
    level: int | Sequence[int] | None = None,
    strand: Several = None,
    document: Several = None,
    kind: Several = None,
) -> Table:
    """One row for each operation. levels, partners: every one that a document states; lead,
    parent, start, end, status: null where none is stated or the documents differ (ISO dates at the
    precision stated); differing: the properties that they state differently. agency: its lead,
    partner or one with a responsibility in it. Raises InputError for an unknown filter.
    """
    filters = {
        "operation": None,
        "agency": each(agency, partial(find, connection, "agency")),
        "level": each(level, str),
        "strand": each(strand, partial(find_strand, connection)),
        "document": each(document, partial(find_document, connection)),
        "kind": each(kind, partial(_kind, connection)),
    }

    def rows() -> Iterator[Row]:
        for row in rows_of(connection, filters):
            said = profile.stated(connection, "operation", row["operation"])
            named = profile.named(connection, "operation", row["operation"])
            complete(row, said, named, differing(connection, row["operation"]))
            yield row

    def notes(table: Table) -> list[Note]:
        own = [row["operation"] for row in table.rows]
        return [
            *(
                [
                    Note(
                        "caution",
                        "A lead or date that the documents state differently is left empty.",
                    )
                ]
                if any(row["differing"] for row in table.rows)
                else []
            ),
            *([STARRED] if any(_STARRED & set(row["inferred"]) for row in table.rows) else []),
            *related_checks(connection, table, kind="operation", ids=own),
        ]

    return Table("Operations", OPERATION.columns, rows, display=DISPLAY, notes=notes)


_OPERATIONS = """
    SELECT o.operation, o.name, o.kind, o.lead, o.parent, o.start, o."end", o.status,
        coalesce(a.abbreviation, a.name) AS lead_name
    FROM operation AS o LEFT JOIN agency AS a ON a.agency = o.lead
    WHERE {where} ORDER BY o.rowid
"""
_CONDITIONS = {
    "operation": "o.operation IN ({values})",
    "kind": "o.kind IN ({values})",
    "document": """o.operation IN (
        SELECT n.operation FROM name AS n WHERE n.document IN ({values}))""",
    "level": """o.operation IN (
        SELECT s.operation FROM statement AS s
        WHERE s.property = 'level' AND s.value IN ({values}))""",
    "agency": """o.operation IN (
        SELECT s.operation FROM statement AS s
        WHERE s.property IN ('lead', 'partner') AND s.value IN ({values})
        UNION SELECT r.operation FROM responsibility AS r WHERE r.agency IN ({values}))""",
    "strand": """o.operation IN (
        SELECT r.operation FROM responsibility_strand AS i
        JOIN responsibility AS r ON r.document = i.document AND r.position = i.position
        WHERE i.strand IN ({values}))""",
}


def rows_of(connection: sqlite3.Connection, filters: dict[str, Any]) -> Iterator[Row]:
    """The operations that are chosen, without what `complete` adds; one value for each filter of
    the list, and `operation`."""
    chosen, values = where(_CONDITIONS, filters)
    return select(connection, _OPERATIONS.format(where=chosen), values)


def differing(connection: sqlite3.Connection, operation: str) -> list[str]:
    """The properties of an operation that a conflict of statements is profile."""
    return [
        row["property"]
        for row in connection.execute(
            "SELECT DISTINCT c.property FROM check_subject AS s"
            " JOIN check_result AS c ON c.check_id = s.check_id"
            " WHERE s.operation = ? AND c.property IS NOT NULL",
            (operation,),
        )
    ]


def complete(row: Row, said: list[Row], named: list[Row], conflicts: list[str]) -> None:
    """Add to an operation what its statements, names and conflicts say of it together."""
    row["levels"] = sorted({int(s["value"]) for s in said if s["property"] == "level"})
    row["partners"] = list(dict.fromkeys(s["value"] for s in said if s["property"] == "partner"))
    first = {n["document"]: n["sources"][0] for n in reversed(named)}
    row["documents"] = list(dict.fromkeys(n["document"] for n in named))
    row["named"] = [first[document] for document in row["documents"]]
    cited = [*named, *(s for s in said if s["property"] in _LISTED)]
    row["sources"] = list(dict.fromkeys(s for entry in cited for s in entry["sources"]))
    # A value that no statement prints in full is marked; one that any prints is not.
    row["inferred"] = sorted(
        name
        for name in _SINGLE
        if row[name] is not None and all(s["inferred"] for s in said if s["property"] == name)
    )
    row["differing"] = sorted(
        {name for name in _SINGLE if row[name] is None and name in {s["property"] for s in said}}
        | set(conflicts)
    )


def _kind(connection: sqlite3.Connection, given: str) -> str:
    return find_id(connection, "kind", "SELECT DISTINCT kind, kind FROM operation", given)
