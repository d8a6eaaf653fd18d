"""What the pages on an operation and on an agency share: statements, names, staff, references.

`kind` is the column that names the thing, "operation" or "agency".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from moditrack.db.rows import Selection, select_with_sources
from moditrack.questions.check import CHECKS, NAMING, SEVERITIES
from moditrack.questions.names import ShownNames
from moditrack.tables import (
    Column,
    Connection,
    Display,
    DisplayColumn,
    Json,
    Note,
    Record,
    Row,
    Table,
)

SECTIONS = {
    "operations": (
        "statements", "figures", "checks", "events", "parts", "responsibilities", "commitments",
        "references", "names",
    ),
    "agencies": (
        "names", "staff", "statements", "responsibilities", "figures", "events", "commitments",
        "checks",
    ),
    "sources": ("passages", "threats", "definitions", "cautions", "references"),
}  # fmt: skip
"""The sections of the page that each command shows, in their order there."""
STATEMENT = Record(
    "statement",
    "What one document says about one property.",
    (
        Column("document", "document", "the document"),
        Column("property", "text", "which property"),
        Column("value", "text", "an id, a date, a level or a short phrase"),
        Column("statement", "text", "what is said, in the project's words"),
        Column(
            "inferred", "boolean", "whether a part is not printed but follows from the document"
        ),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)

PART = Record(
    "part",
    "One item of a list that a document gives.",
    (
        Column("document", "document", "the document"),
        Column("list", "text", "which list"),
        Column("part", "text", "the item, in the project's words"),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)

NAME = Record(
    "name",
    "A name that a document gives.",
    (
        Column("document", "document", "the document"),
        Column("name", "text", "as printed"),
        Column("kind", "text", "what sort", values=("name", "abbreviation", "variant")),
        Column("sources", "citation", "the passages that state it", many=True),
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


_LISTED_STAFF = """
    SELECT p.part AS who, 0 AS said, p.citation AS sources FROM part AS p
    WHERE p.list LIKE 'Staff of %' AND EXISTS (
        SELECT 1 FROM name AS n WHERE n.agency = :agency AND n.document = p.document
            AND p.list IN ('Staff of ' || n.name, 'Staff of the ' || n.name)
    )
    ORDER BY p.rowid
"""
AIMED_AT = """coalesce((
    SELECT iif(t.status = 'target', ' (a target in ', ' (planned in ') || t.locator || ')'
    FROM figure AS t JOIN measure AS o ON o.measure = t.measure
    WHERE t.document = f.document AND t.operation = f.operation AND t.value = f.value
        AND o.unit = m.unit AND f.status = 'recorded' AND t.status IN ('target', 'planned')
), '')"""
"""That another passage has the number of staff f, in the unit m, as a target or plan."""
_COUNTED_STAFF = f"""
    SELECT f.printed || ': ' || f.description || iif(f.status = 'recorded', '', ', ' || f.status)
        || {AIMED_AT} AS who, 0 AS said, f.citation AS sources
    FROM figure AS f JOIN measure AS m ON m.measure = f.measure
    WHERE f.agency = :agency AND m.unit IN ('officers', 'staff', 'posts') ORDER BY f.rowid
"""
_STAFFING = """
    SELECT statement AS who, 1 AS said, citation AS sources FROM statement
    WHERE agency = :agency AND property = 'staffing' ORDER BY rowid
"""


def _selected(
    connection: Connection, record: Record, query: str, id: str
) -> tuple[Callable[[], Iterator[Row]], Selection]:
    """The rows of a query for the table of a page: for people, and as data."""
    found = Selection(connection, record.columns, query, (id,), {"sources": "json_array(citation)"})
    return found.__iter__, found


def statements(connection: Connection, kind: str, value: str) -> Table:
    """What is stated, in the order of properties and dates."""
    places = " ".join(f"WHEN '{own}' THEN {place}" for place, own in enumerate(_PROPERTIES))
    query = f"FROM statement WHERE {kind} = ? ORDER BY CASE property {places} END, rowid"
    rows, data = _selected(connection, STATEMENT, query, value)

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        from moditrack.questions.inferred_star import starred  # data does without

        named = ShownNames(connection)
        for row in rows:
            said = starred(row["statement"], row["inferred"])
            if row["property"] in ("start", "end", "lead", "partner", "parent", "level"):
                said = f"{starred(named[row['value']], row['inferred'])}: {row['statement']}"
            yield row | {"said": said}

    def notes(table: Table) -> list[Note]:
        from moditrack.questions.inferred_star import star_notes

        return star_notes(row["inferred"] for row in table.rows)

    return Table(
        "What the documents say",
        STATEMENT.columns,
        rows,
        display=Display((DisplayColumn("said", "Statement"), _SOURCE), display, group="property"),
        notes=notes,
        data=data,
    )


def naming(connection: Connection, kind: str, value: str) -> list[tuple[str, str]]:
    """How documents differ in what they call it, each with its check."""
    found = CHECKS.answer(connection, {kind: [value], "severity": [NAMING]}).rows
    pairs = ((f"{row['title']}: {row['differs']}", row["finding"]) for row in found)
    return list(dict.fromkeys(pairs))


def findings(connection: Connection, kind: str, value: str) -> Table:
    """The checks about it that people see; the names show how documents differ in names."""
    severities = [severity for severity in SEVERITIES if severity != NAMING]
    return CHECKS.answer(connection, {kind: [value], "severity": severities})


def names(connection: Connection, kind: str, value: str) -> Table:
    """The names and abbreviations that each document gives, in the order of the documents."""
    query = f"FROM name WHERE {kind} = ? AND kind <> 'reference' ORDER BY rowid"
    rows, data = _selected(connection, NAME, query, value)
    return Table(
        "Names",
        NAME.columns,
        rows,
        display=Display((DisplayColumn("name", "Name"), DisplayColumn("kind", "Kind"), _SOURCE)),
        notes=lambda _: [
            Note("explanation", f"{said}: moditrack check {check}")
            for said, check in naming(connection, kind, value)
        ],
        data=data,
    )


def staff(connection: Connection, agency: str) -> Table:
    """Who works in an agency: what a list "Staff of the NAME" gives, or its figures of staff; and
    what is said about its staffing."""

    def rows() -> Iterator[Row]:
        listed = list(select_with_sources(connection, _LISTED_STAFF, {"agency": agency}))
        yield from listed or select_with_sources(connection, _COUNTED_STAFF, {"agency": agency})
        yield from select_with_sources(connection, _STAFFING, {"agency": agency})

    columns = (Column("who"), Column("sources", "citation", many=True))
    return Table("Staff", columns, rows, display=Display((DisplayColumn("who", "Who"), _SOURCE)))


def parts(connection: Connection, operation: str) -> Table:
    """The lists that documents give of an operation, item by item."""
    query = "FROM part WHERE operation = ? ORDER BY rowid"
    rows, data = _selected(connection, PART, query, operation)

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            yield row | {"heading": f"{row['list']} ({row['document']})"}

    return Table(
        "Parts",
        PART.columns,
        rows,
        display=Display((DisplayColumn("part", "Part"), _SOURCE), display, group="heading"),
        data=data,
    )


def references(connection: Connection, operation: str) -> Table:
    """What the documents refer to for it and do not contain."""
    query = "FROM reference WHERE operation = ? ORDER BY rowid"
    rows, data = _selected(connection, REFERENCE, query, operation)
    return Table(
        "Referred to, not contained",
        REFERENCE.columns,
        rows,
        display=Display((DisplayColumn("title", "Title"), DisplayColumn("note", "Note"), _SOURCE)),
        data=data,
    )


def without_related_checks(table: Table) -> Table:
    """The table for a page that lists its checks itself."""
    return Table(
        table.title,
        table.columns,
        table.find_rows,
        display=table.display,
        notes=lambda _: [note for note in table.notes if not note.kind.endswith("-checks")],
        filters=table.filters,
        answer=table.find_answer,
        data=table.data,
    )


def ids_below(connection: Connection, kind: str, id: str) -> Json:
    """The ids of the operations or agencies that belong to one."""
    (listed,) = connection.execute(
        f"SELECT json_group_array({kind}) FROM"  # a literal of the code
        f" (SELECT {kind} FROM {kind} WHERE parent = ? ORDER BY rowid)",
        (id,),
    ).fetchone()
    return Json(listed)
