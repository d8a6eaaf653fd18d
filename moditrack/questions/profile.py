"""What the pages on an operation and on an agency share: their parts, one table each.

`kind` is the column that names the thing, "operation" or "agency".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moditrack.db.rows import cited
from moditrack.questions.names import ShownNames
from moditrack.tables import STARRED, Column, Display, DisplayColumn, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

STATEMENT = Record(
    "statement",
    "What one document says of one property.",
    (
        Column("document", "document", "the document"),
        Column("property", "text", "which property"),
        Column("value", "text", "an id, a date, a level or a short phrase"),
        Column("statement", "text", "what is said, in the project's words"),
        Column(
            "inferred", "boolean", "whether a part is not printed but follows from the document"
        ),
        Column("sources", "citation", "where it stands", many=True),
    ),
)

OWN_RESPONSIBILITY = Record(
    "own_responsibility",
    "An agency's role, on the page of an agency or operation.",
    (
        Column("document", "document", "the document"),
        Column("agency", "text", "id of the agency"),
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
    ),
)

PART = Record(
    "part",
    "One item of a list that a document gives.",
    (
        Column("document", "document", "the document"),
        Column("list", "text", "which list"),
        Column("part", "text", "the item, in the project's words"),
        Column("sources", "citation", "where it stands", many=True),
    ),
)

NAME = Record(
    "name",
    "A name that a document gives.",
    (
        Column("document", "document", "the document"),
        Column("name", "text", "as printed"),
        Column("kind", "text", "what sort", values=("name", "abbreviation", "variant")),
        Column("sources", "citation", "where it stands", many=True),
    ),
)

REFERENCE = Record(
    "reference",
    "What a document refers to and does not contain.",
    (
        Column("document", "document", "the document"),
        Column("title", "text", "what is referred to"),
        Column("kind", "text", "what sort"),
        Column("note", "text", "what is known of it", null=True),
        Column("sources", "citation", "where it is referred to", many=True),
    ),
)


_PROPERTIES = (
    "aim", "status", "start", "end", "lead", "governance", "partner", "parent", "level", "role",
    "scope", "method", "staffing", "location", "funding", "result", "publicity", "legal",
)  # fmt: skip
"""The order in which a page gives the properties."""
_SOURCE = DisplayColumn("sources", "Source", "list")


def join_responsibilities(rows: Iterable[Row], *, apart: str = "") -> list[Row]:
    """One row for each responsibility, with all its strands and levels as `strand_names` and
    `levels`; rows that differ in the key `apart` are kept apart."""
    joined: dict[tuple[object, ...], tuple[Row, dict[str, None], dict[str, None]]] = {}
    for row in rows:
        key = (row["document"], row["position"], row[apart] if apart else None)
        _, strands, levels = joined.setdefault(key, (row, {}, {}))
        strands[row["strand_name"]] = None
        if row["level"] is not None:
            levels[str(row["level"])] = None
    return [
        row | {"strand_names": "; ".join(strands), "levels": ", ".join(levels) or None}
        for row, strands, levels in joined.values()
    ]


def flagged(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with `inferred` as true or false."""
    for row in rows:
        row["inferred"] = bool(row["inferred"])
        yield row


def does(row: Row) -> str:
    """A responsibility for people: `enforces (planned): …`, * where a part is inferred."""
    status = "" if row["status"] == "current" else f" ({row['status']})"
    return f"{row['role']}{status}: {row['responsibility']}{'*' if row['inferred'] else ''}"


def inferred_note(table: Table) -> list[Note]:
    """What * means, where a row of the table has one."""
    return [STARRED] if any(row["inferred"] for row in table.rows) else []


def statements(connection: sqlite3.Connection, kind: str, value: str) -> Table:
    """What is stated, in the order of properties and dates."""
    sql = f"""
        SELECT document, property, value, statement, inferred, citation AS sources
        FROM statement WHERE {kind} = ? ORDER BY rowid
    """

    def rows() -> list[Row]:
        found = flagged(cited(connection, sql, (value,)))
        return sorted(found, key=lambda row: _PROPERTIES.index(row["property"]))

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        named = ShownNames(connection)
        for row in rows:
            star = "*" if row["inferred"] else ""
            said = row["statement"] + star
            if row["property"] in ("start", "end", "lead", "partner", "parent", "level"):
                said = f"{named[row['value']]}{star}: {row['statement']}"
            yield row | {"said": said}

    return Table(
        "What the documents say",
        STATEMENT.columns,
        rows,
        display=Display((DisplayColumn("said", "Statement"), _SOURCE), display, group="property"),
        notes=inferred_note,
    )


def names(connection: sqlite3.Connection, kind: str, value: str) -> Table:
    """The names and abbreviations that each document gives, in the order of the documents."""
    sql = f"""
        SELECT document, name, kind, citation AS sources
        FROM name WHERE {kind} = ? AND kind <> 'reference' ORDER BY rowid
    """
    return Table(
        "Names",
        NAME.columns,
        lambda: cited(connection, sql, (value,)),
        display=Display((DisplayColumn("name", "Name"), DisplayColumn("kind", "Kind"), _SOURCE)),
    )


def responsibilities(connection: sqlite3.Connection, kind: str, value: str) -> Table:
    """Who does what in it, or what the agency does."""
    sql = f"""
        SELECT r.document, r.agency, i.strand, r.operation, l.level, r.role, r.status,
            r.responsibility, r.as_at, r.inferred, r.citation AS sources, r.position,
            s.name AS strand_name
        FROM responsibility AS r
        JOIN responsibility_strand AS i ON i.document = r.document AND i.position = r.position
        JOIN strand AS s ON s.strand = i.strand
        LEFT JOIN responsibility_level AS l
            ON l.document = r.document AND l.position = r.position
        WHERE r.{kind} = ? ORDER BY r.rowid, s.rowid, l.level
    """

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        named = ShownNames(connection)
        for row in join_responsibilities(rows):
            operation = row["operation"]
            yield row | {
                "who": named[row["agency"]],
                "where": named[operation] if operation else row["strand_names"],
                "does": does(row),
            }

    first = (
        DisplayColumn("who", "Agency")
        if kind == "operation"
        else DisplayColumn("where", "Operation or strand")
    )
    return Table(
        "Responsibilities",
        OWN_RESPONSIBILITY.columns,
        lambda: flagged(cited(connection, sql, (value,))),
        display=Display(
            (
                first,
                DisplayColumn("levels", "Level", "id"),
                DisplayColumn("does", "Role and responsibility"),
                _SOURCE,
            ),
            display,
        ),
        notes=inferred_note,
    )


def parts(connection: sqlite3.Connection, operation: str) -> Table:
    """The lists that documents give of an operation, item by item."""
    sql = """
        SELECT document, list, part, citation AS sources
        FROM part WHERE operation = ? ORDER BY rowid
    """

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            yield row | {"heading": f"{row['list']} ({row['document']})"}

    return Table(
        "Parts",
        PART.columns,
        lambda: cited(connection, sql, (operation,)),
        display=Display((DisplayColumn("part", "Part"), _SOURCE), display, group="heading"),
    )


def references(connection: sqlite3.Connection, operation: str) -> Table:
    """What the documents refer to for it and do not contain."""
    sql = """
        SELECT document, title, kind, note, citation AS sources
        FROM reference WHERE operation = ? ORDER BY rowid
    """
    return Table(
        "Referred to, not contained",
        REFERENCE.columns,
        lambda: cited(connection, sql, (operation,)),
        display=Display((DisplayColumn("title", "Title"), DisplayColumn("note", "Note"), _SOURCE)),
    )
