"""What the pages on an operation and on an agency share: their parts, one table each.

`kind` is the column that names the thing, "operation" or "agency".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.queries.names import ShownNames
from moditrack.tables import Column, Row, Table, cited, columns

if TYPE_CHECKING:
    import sqlite3

_PROPERTIES = (
    "aim", "status", "start", "end", "lead", "governance", "partner", "parent", "level", "role",
    "scope", "method", "staffing", "location", "funding", "result", "publicity", "legal",
)  # fmt: skip
"""The order in which a page gives the properties."""
_SOURCE = Column("sources", "Source", "list")


def join_levels(rows: list[Row]) -> None:
    """Rows of one responsibility at several levels become one for people, with all its levels."""
    first: Row = {}
    for row in rows:
        row["levels"] = None if row["level"] is None else str(row["level"])
        key = ("document", "agency", "strand", "operation", "role", "responsibility", "sources")
        row["again"] = bool(first) and all(row[k] == first[k] for k in key)
        if row["again"]:
            first["levels"] = f"{first['levels']}, {row['levels']}"
        else:
            first = row


def stated(connection: sqlite3.Connection, kind: str, value: str) -> list[Row]:
    """What each document says of each property, in the order of the documents."""
    sql = f"""
        SELECT document, property, value, statement, inferred, citation AS sources
        FROM statement WHERE {kind} = ? ORDER BY rowid
    """
    rows = list(cited(connection, sql, (value,)))
    for row in rows:
        row["inferred"] = bool(row["inferred"])
    return rows


def statements(connection: sqlite3.Connection, said: list[Row]) -> Table:
    """What is stated, in the order of properties and dates."""
    rows = sorted(said, key=lambda row: _PROPERTIES.index(row["property"]))

    def dress(rows: list[Row]) -> None:
        named = ShownNames(connection)
        for row in rows:
            row["said"] = row["statement"]
            if row["property"] in ("start", "end", "lead", "partner", "parent", "level"):
                mark = "*" if row["inferred"] else ""
                row["said"] = f"{named[row['value']]}{mark}: {row['statement']}"

    mark = "* Not printed in full; follows from the document."
    return Table(
        "What the documents say",
        columns("document", "property", "value", "statement", "inferred", "sources"),
        rows,
        shown=(Column("said", "Statement"), _SOURCE),
        group="property",
        dress=dress,
        noted=lambda table: [mark] if any(row["inferred"] for row in table.rows) else [],
    )


def named(connection: sqlite3.Connection, kind: str, value: str) -> list[Row]:
    """The names and abbreviations that each document gives, in the order of the documents."""
    sql = f"""
        SELECT document, name, kind, citation AS sources
        FROM name WHERE {kind} = ? AND kind <> 'reference' ORDER BY rowid
    """
    return list(cited(connection, sql, (value,)))


def names(rows: list[Row]) -> Table:
    """The names and abbreviations."""
    return Table(
        "Names",
        columns("document", "name", "kind", "sources"),
        rows,
        shown=(Column("name", "Name"), Column("kind", "Kind"), _SOURCE),
    )


def responsibilities(connection: sqlite3.Connection, kind: str, value: str) -> Table:
    """Who does what in it, or what the agency does."""
    sql = f"""
        SELECT r.document, r.agency, r.strand, r.operation, l.level, r.role, r.responsibility,
            r.as_at, r.citation AS sources
        FROM responsibility AS r
        LEFT JOIN responsibility_level AS l
            ON l.document = r.document AND l.position = r.position
        WHERE r.{kind} = ? ORDER BY r.rowid, l.level
    """

    def dress(rows: list[Row]) -> None:
        named = ShownNames(connection)
        strands = dict(connection.execute("SELECT strand, name FROM strand"))
        for row in rows:
            row["who"] = named[row["agency"]]
            row["where"] = named[row["operation"]] if row["operation"] else strands[row["strand"]]
            row["does"] = f"{row['role'].replace('-', ' ')}: {row['responsibility']}"
        join_levels(rows)

    first = (
        Column("who", "Agency") if kind == "operation" else Column("where", "Operation or strand")
    )
    return Table(
        "Responsibilities",
        columns(
            "document",
            "agency",
            "strand",
            "operation",
            "level",
            "role",
            "responsibility",
            "as_at",
            "sources",
        ),
        lambda: cited(connection, sql, (value,)),
        shown=(
            first,
            Column("levels", "Level", "id"),
            Column("does", "Role and responsibility"),
            _SOURCE,
        ),
        dress=dress,
    )


def parts(connection: sqlite3.Connection, operation: str) -> Table:
    """The lists that documents give of an operation, item by item."""
    sql = """
        SELECT document, list, part, citation AS sources
        FROM part WHERE operation = ? ORDER BY rowid
    """

    def dress(rows: list[Row]) -> None:
        for row in rows:
            row["heading"] = f"{row['list']} ({row['document']})"

    return Table(
        "Parts",
        columns("document", "list", "part", "sources"),
        lambda: cited(connection, sql, (operation,)),
        shown=(Column("part", "Part"), _SOURCE),
        group="heading",
        dress=dress,
    )


def references(connection: sqlite3.Connection, operation: str) -> Table:
    """What the documents refer to for it and do not contain."""
    sql = """
        SELECT document, title, kind, note, citation AS sources
        FROM reference WHERE operation = ? ORDER BY rowid
    """
    return Table(
        "Referred to, not contained",
        columns("document", "title", "kind", "note", "sources"),
        lambda: cited(connection, sql, (operation,)),
        shown=(Column("title", "Title"), Column("note", "Note"), _SOURCE),
    )
