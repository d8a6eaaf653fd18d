"""The responsibility map, and one page on each agency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from moditrack.queries import about
from moditrack.queries.checks import touching
from moditrack.queries.filters import WITHIN, Several, each, where
from moditrack.queries.names import find, find_document, find_id, find_strand, one_of
from moditrack.tables import Column, Row, Table, cited, columns

if TYPE_CHECKING:
    import sqlite3

COLUMNS = columns(
    "agency",
    "abbreviation",
    "name",
    "parent",
    "strand",
    "operation",
    "level",
    "role",
    "status",
    "responsibility",
    "as_at",
    "inferred",
    "sources",
    "document",
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
    "agency": "r.agency IN ({own})",
    "document": "r.document IN ({own})",
    "strand": "i.strand IN ({own})",
    "operation": f"r.operation IN {WITHIN}",
    "level": "l.level IN ({own})",
    "role": "r.role IN ({own})",
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

    def dress(rows: list[Row]) -> None:
        about.join_responsibilities(rows, apart=by)
        for row in rows:
            row["who"] = row["abbreviation"] or row["name"]
            row["heading"] = _heading(row, by)
            if not row["again"]:
                row["where"] = row["operation_name"] or row["strand_names"]
                row["does"] = about.does(row)

    def notes(table: Table) -> list[str]:
        own = list(dict.fromkeys(row["agency"] for row in table.rows))
        return [
            *about.inferred_note(table),
            *touching(connection, table, kind="agency", ids=own),
        ]

    shown = (
        *((Column("who", "Agency"),) if by != "agency" else ()),
        *((Column("where", "Operation or strand"),) if by in ("agency", "level") else ()),
        *((Column("strand_names", "Strand"),) if by == "operation" else ()),
        *((Column("levels", "Level", "id"),) if by != "level" else ()),
        Column("does", "Role and responsibility"),
        Column("sources", "Source", "list"),
    )
    return Table(
        "Responsibilities",
        COLUMNS,
        lambda: about.flagged(cited(connection, query, values)),
        shown=shown,
        group="heading",
        noted=notes,
        dress=dress,
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
