"""The responsibility map, and one page on each agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from moditrack.db.rows import cited
from moditrack.questions import profile
from moditrack.questions.check import related_checks
from moditrack.questions.filters import WITHIN, Several, each, where
from moditrack.questions.names import find, find_document, find_id, find_strand, one_of
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

RESPONSIBILITY = Record(
    "responsibility",
    "An agency's role in an area of work or operation.",
    (
        Column("agency", "text", "id"),
        Column("abbreviation", "text", "usual abbreviation", null=True),
        Column("name", "text", "name"),
        Column("parent", "text", "id of the agency it belongs to", null=True),
        Column("strand", "text", "id of the area of work; a responsibility in two is two rows"),
        Column("operation", "text", "id of the operation", null=True),
        Column(
            "level",
            "integer",
            "National Intelligence Model level; a responsibility at two levels is two rows",
            null=True,
        ),
        Column("role", "text", "id of the role"),
        Column(
            "status",
            "text",
            "current, planned, proposed or past, as of its day",
            values=("current", "planned", "proposed", "past"),
        ),
        Column("responsibility", "text", "what it does, in the project's words"),
        Column("as_at", "date", "day as of which it is stated"),
        Column(
            "inferred", "boolean", "whether a part is not printed but follows from the document"
        ),
        Column("sources", "citation", "where it stands", many=True),
        Column("document", "document", "the document"),
    ),
)
_RESPONSIBILITIES = """
    SELECT r.agency, a.abbreviation, a.name, a.parent, i.strand, r.operation, l.level, r.role,
        r.status, r.responsibility, r.as_at, r.inferred, r.citation AS sources, r.document,
        r.position, s.name AS strand_name, o.name AS operation_name
    FROM responsibility AS r
    JOIN agency AS a ON a.agency = r.agency
    JOIN responsibility_strand AS i ON i.document = r.document AND i.position = r.position
    JOIN strand AS s ON s.strand = i.strand
    LEFT JOIN operation AS o ON o.operation = r.operation
    LEFT JOIN responsibility_level AS l ON l.document = r.document AND l.position = r.position
    WHERE {where} ORDER BY {order}
"""
_CONDITIONS = {
    "agency": "r.agency IN ({values})",
    "document": "r.document IN ({values})",
    "strand": "i.strand IN ({values})",
    "operation": f"r.operation IN {WITHIN}",
    "level": "l.level IN ({values})",
    "role": "r.role IN ({values})",
}
_ORDER = {
    "agency": "a.rowid, r.rowid, s.rowid, l.level",
    "strand": "s.rowid, r.rowid, l.level",
    "level": "l.level IS NULL, l.level, r.rowid, s.rowid",
    "operation": "o.rowid IS NULL, o.rowid, r.rowid, s.rowid, l.level",
}


def agencies(
    connection: sqlite3.Connection,
    *,
    by: str = "agency",
    agency: Several = None,
    document: Several = None,
    strand: Several = None,
    operation: Several = None,
    level: int | Sequence[int] | None = None,
    role: Several = None,
) -> Table:
    """The responsibility map, in the order of `by`: a row for each strand and level of each.

    level: of the National Intelligence Model, null where none is stated; as_at: ISO day as of which
    it is stated; status: current, planned, proposed or past on that day; inferred: whether a part
    is not printed but follows from the document. Every row cites its passage. Raises InputError for
    an unknown document or strand.
    """
    one_of("order", by, tuple(_ORDER))
    filters = {
        "agency": each(agency, partial(find, connection, "agency")),
        "document": each(document, partial(find_document, connection)),
        "strand": each(strand, partial(find_strand, connection)),
        "operation": each(operation, partial(find, connection, "operation")),
        "level": each(level, int),
        "role": each(role, partial(_role, connection)),
    }
    chosen, values = where(_CONDITIONS, filters)
    query = _RESPONSIBILITIES.format(where=chosen, order=_ORDER[by])

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        for row in profile.join_responsibilities(rows, apart=by):
            yield row | {
                "who": row["abbreviation"] or row["name"],
                "heading": _heading(row, by),
                "where": row["operation_name"] or row["strand_names"],
                "does": profile.does(row),
            }

    def notes(table: Table) -> list[Note]:
        own = list(dict.fromkeys(row["agency"] for row in table.rows))
        return [
            *profile.inferred_note(table),
            *related_checks(connection, table, kind="agency", ids=own),
        ]

    columns = (
        *((DisplayColumn("who", "Agency"),) if by != "agency" else ()),
        *((DisplayColumn("where", "Operation or strand"),) if by in ("agency", "level") else ()),
        *((DisplayColumn("strand_names", "Strand"),) if by == "operation" else ()),
        *((DisplayColumn("levels", "Level", "id"),) if by != "level" else ()),
        DisplayColumn("does", "Role and responsibility"),
        DisplayColumn("sources", "Source", "list"),
    )
    return Table(
        "Responsibilities",
        RESPONSIBILITY.columns,
        lambda: profile.flagged(cited(connection, query, values)),
        display=Display(columns, display, group="heading"),
        notes=notes,
    )


def _role(connection: sqlite3.Connection, given: str) -> str:
    return find_id(connection, "role", "SELECT role, role FROM role ORDER BY rowid", given)


def _heading(row: Row, by: str) -> str:
    if by == "agency":
        return full_name(row)
    if by == "strand":
        return str(row["strand_name"])
    if by == "operation":
        return str(row["operation_name"] or "No operation named")
    return "No level stated" if row["level"] is None else f"Level {row['level']}"


def full_name(agency: Mapping[str, Any]) -> str:
    """The name of an agency, with its abbreviation where that is not in it."""
    name, short = str(agency["name"]), agency["abbreviation"]
    return name if short is None or short in name else f"{name} ({short})"
