"""What the pages on an operation and on an agency share: their parts, one table each.

`kind` is the column that names the thing, "operation" or "agency".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.tables import Column, Row, Table, columns, row_of

if TYPE_CHECKING:
    import sqlite3

_PROPERTIES = (
    "aim status start end lead governance partner parent level role scope method staffing location"
    " funding result publicity legal"
)
"""The order in which a page gives the properties."""
_SOURCE = Column("sources", "Source", "list")


def _rows(connection: sqlite3.Connection, sql: str, value: str) -> list[Row]:
    rows = []
    for found in connection.execute(sql, (value,)):
        row = row_of(found)
        row["sources"] = [row.pop("citation")]
        rows.append(row)
    return rows


class ShownNames(dict[str, str]):
    """What people call an agency (its abbreviation, where it has one) or an operation, by id; an
    id that is neither is its own name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, given: str) -> str:
        found = self._connection.execute(
            "SELECT coalesce(abbreviation, name) FROM agency WHERE agency = ?1"
            " UNION ALL SELECT name FROM operation WHERE operation = ?1",
            (given,),
        ).fetchone()
        self[given] = given if found is None else str(found[0])
        return self[given]


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


def statements(connection: sqlite3.Connection, kind: str, value: str) -> Table:
    """What each document says of each property, in the order of properties and dates."""
    rows = _rows(
        connection,
        f"""
        SELECT s.document, s.property, s.value, s.statement, s.inferred, s.citation
        FROM statement AS s JOIN document AS d ON d.document = s.document
        WHERE s.{kind} = ?
        ORDER BY instr('{_PROPERTIES}', s.property), d.date, s.position
        """,
        value,
    )
    for row in rows:
        row["inferred"] = bool(row["inferred"])

    def dress(rows: list[Row]) -> None:
        named = ShownNames(connection)
        for row in rows:
            row["said"] = row["statement"]
            if row["property"] in ("start", "end", "lead", "partner", "parent", "level"):
                mark = "*" if row["inferred"] else ""
                row["said"] = f"{named[row['value']]}{mark}: {row['statement']}"

    notes = (
        ["* Not printed in full; follows from the document."]
        if any(row["inferred"] for row in rows)
        else []
    )
    return Table(
        "What the documents say",
        columns("document", "property", "value", "statement", "inferred", "sources"),
        rows,
        shown=(Column("said", "Statement"), _SOURCE),
        group="property",
        dress=dress,
        noted=lambda _: notes,
    )


def names(connection: sqlite3.Connection, kind: str, value: str) -> Table:
    """The names and abbreviations that each document gives."""
    rows = _rows(
        connection,
        f"""
        SELECT n.document, n.name, n.kind, n.citation
        FROM name AS n JOIN document AS d ON d.document = n.document
        WHERE n.{kind} = ? AND n.kind <> 'reference' ORDER BY d.date, n.position
        """,
        value,
    )
    return Table(
        "Names",
        columns("document", "name", "kind", "sources"),
        rows,
        shown=(Column("name", "Name"), Column("kind", "Kind"), _SOURCE),
    )


def responsibilities(connection: sqlite3.Connection, kind: str, value: str) -> Table:
    """Who does what in it, or what the agency does."""
    rows = _rows(
        connection,
        f"""
        SELECT r.document, r.agency, r.strand, r.operation, l.level, r.role, r.responsibility,
            r.as_at, r.citation, coalesce(a.abbreviation, a.name) AS who,
            coalesce(o.name, s.name) AS "where"
        FROM responsibility AS r
        JOIN document AS d ON d.document = r.document
        JOIN agency AS a ON a.agency = r.agency
        JOIN strand AS s ON s.strand = r.strand
        LEFT JOIN operation AS o ON o.operation = r.operation
        LEFT JOIN responsibility_level AS l
            ON l.document = r.document AND l.position = r.position
        WHERE r.{kind} = ? ORDER BY d.date, r.position, l.level
        """,
        value,
    )
    for row in rows:
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
        rows,
        shown=(
            first,
            Column("levels", "Level", "id"),
            Column("does", "Role and responsibility"),
            _SOURCE,
        ),
    )


def parts(connection: sqlite3.Connection, operation: str) -> Table:
    """The lists that documents give of an operation, item by item."""
    rows = _rows(
        connection,
        """
        SELECT p.document, p.list, p.part, p.citation
        FROM part AS p JOIN document AS d ON d.document = p.document
        WHERE p.operation = ? ORDER BY d.date, p.position
        """,
        operation,
    )
    for row in rows:
        row["heading"] = f"{row['list']} ({row['document']})"
    return Table(
        "Parts",
        columns("document", "list", "part", "sources"),
        rows,
        shown=(Column("part", "Part"), _SOURCE),
        group="heading",
    )


def references(connection: sqlite3.Connection, operation: str) -> Table:
    """What the documents refer to for it and do not contain."""
    rows = _rows(
        connection,
        """
        SELECT r.document, r.title, r.kind, r.note, r.citation
        FROM reference AS r JOIN document AS d ON d.document = r.document
        WHERE r.operation = ? ORDER BY d.date, r.position
        """,
        operation,
    )
    return Table(
        "Referred to, not contained",
        columns("document", "title", "kind", "note", "sources"),
        rows,
        shown=(Column("title", "Title"), Column("note", "Note"), _SOURCE),
    )
