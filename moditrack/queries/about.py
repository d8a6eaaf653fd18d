"""What the pages on an operation and on an agency share: their parts, one table each.

`kind` is the column that names the thing, "operation" or "agency".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moditrack.queries.names import ShownNames
from moditrack.tables import STARRED, Column, Row, Table, cited, columns

if TYPE_CHECKING:
    import sqlite3

_PROPERTIES = (
    "aim", "status", "start", "end", "lead", "governance", "partner", "parent", "level", "role",
    "scope", "method", "staffing", "location", "funding", "result", "publicity", "legal",
)  # fmt: skip
"""The order in which a page gives the properties."""
_SOURCE = Column("sources", "Source", "list")


def join_responsibilities(rows: list[Row], *, apart: str = "") -> None:
    """Rows of one responsibility in several strands and at several levels become one for people,
    except those that differ in the key `apart`."""
    whole: dict[tuple[object, ...], tuple[Row, dict[str, None], dict[str, None]]] = {}
    for row in rows:
        key = (row["document"], row["position"], row[apart] if apart else None)
        row["again"] = key in whole
        _, strands, levels = whole.setdefault(key, (row, {}, {}))
        strands[row["strand_name"]] = None
        if row["level"] is not None:
            levels[str(row["level"])] = None
    for row, strands, levels in whole.values():
        row |= {"strand_names": "; ".join(strands), "levels": ", ".join(levels) or None}


def flagged(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with `inferred` as true or false."""
    for row in rows:
        row["inferred"] = bool(row["inferred"])
        yield row


def does(row: Row) -> str:
    """A responsibility for people: `enforces (planned): …`, * where a part is inferred."""
    status = "" if row["status"] == "current" else f" ({row['status']})"
    return f"{row['role']}{status}: {row['responsibility']}{'*' if row['inferred'] else ''}"


def inferred_note(table: Table) -> list[str]:
    """What * means, where a row of the table has one."""
    return [STARRED] if any(row["inferred"] for row in table.rows) else []


def stated(connection: sqlite3.Connection, kind: str, value: str) -> list[Row]:
    """What each document says of each property, in the order of the documents."""
    sql = f"""
        SELECT document, property, value, statement, inferred, citation AS sources
        FROM statement WHERE {kind} = ? ORDER BY rowid
    """
    return list(flagged(cited(connection, sql, (value,))))


def statements(connection: sqlite3.Connection, said: list[Row]) -> Table:
    """What is stated, in the order of properties and dates."""
    rows = sorted(said, key=lambda row: _PROPERTIES.index(row["property"]))

    def dress(rows: list[Row]) -> None:
        named = ShownNames(connection)
        for row in rows:
            mark = "*" if row["inferred"] else ""
            row["said"] = row["statement"] + mark
            if row["property"] in ("start", "end", "lead", "partner", "parent", "level"):
                row["said"] = f"{named[row['value']]}{mark}: {row['statement']}"

    return Table(
        "What the documents say",
        columns("document", "property", "value", "statement", "inferred", "sources"),
        rows,
        shown=(Column("said", "Statement"), _SOURCE),
        group="property",
        dress=dress,
        noted=inferred_note,
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

    def dress(rows: list[Row]) -> None:
        named = ShownNames(connection)
        join_responsibilities(rows)
        for row in rows:
            if not row["again"]:
                row["who"] = named[row["agency"]]
                row["where"] = named[row["operation"]] if row["operation"] else row["strand_names"]
                row["does"] = does(row)

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
            "status",
            "responsibility",
            "as_at",
            "inferred",
            "sources",
        ),
        lambda: flagged(cited(connection, sql, (value,))),
        shown=(
            first,
            Column("levels", "Level", "id"),
            Column("does", "Role and responsibility"),
            _SOURCE,
        ),
        dress=dress,
        noted=inferred_note,
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
