"""Operations: the list, and one page on each with all that the documents say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from moditrack.queries import about
from moditrack.queries.checks import touching
from moditrack.queries.filters import Several, each, where
from moditrack.queries.names import find, find_document, find_id, find_strand
from moditrack.tables import STARRED, Column, Row, Table, columns, select

if TYPE_CHECKING:
    import sqlite3

COLUMNS = columns(
    "operation",
    "name",
    "kind",
    "levels",
    "lead",
    "partners",
    "parent",
    "start",
    "end",
    "status",
    "documents",
    "sources",
    "inferred",
    "differing",
)
SHOWN = (
    Column("name", "Operation"),
    Column("kind", "Kind"),
    Column("levels_text", "Level"),
    Column("lead_text", "Lead"),
    Column("dates", "Start, end", "list"),
    Column("named", "Named in", "list"),
)
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
            said = about.stated(connection, "operation", row["operation"])
            named = about.named(connection, "operation", row["operation"])
            complete(row, said, named, differing(connection, row["operation"]))
            yield row

    def notes(table: Table) -> list[str]:
        own = [row["operation"] for row in table.rows]
        return [
            *(
                ["A lead or date that the documents state differently is left empty."]
                if any(row["differing"] for row in table.rows)
                else []
            ),
            *([STARRED] if any(row["starred"] for row in table.rows) else []),
            *touching(connection, table, kind="operation", ids=own),
        ]

    return Table("Operations", COLUMNS, rows, shown=SHOWN, noted=notes)


_OPERATIONS = """
    SELECT o.operation, o.name, o.kind, o.lead, o.parent, o.start, o."end", o.status,
        coalesce(a.abbreviation, a.name) AS lead_name
    FROM operation AS o LEFT JOIN agency AS a ON a.agency = o.lead
    WHERE {where} ORDER BY o.rowid
"""
_CONDITIONS = {
    "operation": "o.operation IN ({own})",
    "kind": "o.kind IN ({own})",
    "document": """o.operation IN (
        SELECT n.operation FROM name AS n WHERE n.document IN ({own}))""",
    "level": """o.operation IN (
        SELECT s.operation FROM statement AS s
        WHERE s.property = 'level' AND s.value IN ({own}))""",
    "agency": """o.operation IN (
        SELECT s.operation FROM statement AS s
        WHERE s.property IN ('lead', 'partner') AND s.value IN ({own})
        UNION SELECT r.operation FROM responsibility AS r WHERE r.agency IN ({own}))""",
    "strand": """o.operation IN (
        SELECT r.operation FROM responsibility_strand AS i
        JOIN responsibility AS r ON r.document = i.document AND r.position = i.position
        WHERE i.strand IN ({own}))""",
}


def rows_of(connection: sqlite3.Connection, filters: dict[str, Any]) -> Iterator[Row]:
    """The operations that are chosen, without what `complete` adds; one value for each filter of
    the list, and `operation`."""
    chosen, values = where(_CONDITIONS, filters)
    return select(connection, _OPERATIONS.format(where=chosen), values)


def differing(connection: sqlite3.Connection, operation: str) -> list[str]:
    """The properties of an operation that a conflict of statements is about."""
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
    levels = ", ".join(str(level) for level in row["levels"]) or None
    row["levels_text"] = f"{levels}, differing" if "level" in row["differing"] else levels
    marked = {name: "*" if name in row["inferred"] else "" for name in ("lead", "start", "end")}
    row["starred"] = any(marked.values())
    row["lead_text"] = row["lead_name"] and row["lead_name"] + marked["lead"]
    row["dates"] = [
        *([row["start"] + marked["start"]] if row["start"] else []),
        *([f"to {row['end']}{marked['end']}"] if row["end"] else []),
    ]


def _kind(connection: sqlite3.Connection, given: str) -> str:
    return find_id(connection, "kind", "SELECT DISTINCT kind, kind FROM operation", given)
