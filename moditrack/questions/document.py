"""The page of a document: its facts, passages, definitions, threats and cautions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

from moditrack.db.rows import Selection
from moditrack.pages import Page
from moditrack.questions.names import find_document
from moditrack.questions.passages import PASSAGE, passages_of
from moditrack.questions.sources import DOCUMENT, MISSING, SOURCES
from moditrack.questions.threat_picture import THREAT, threats_of
from moditrack.questions.timeline import when
from moditrack.tables import Column, Connection, Display, DisplayColumn, Record, Row, Table

DEFINITION = Record(
    "definition",
    "A definition that a document gives.",
    (
        Column("kind", "text", "what sort of term"),
        Column("term", "text", "the term"),
        Column("definition", "text", "its meaning there, in the project's words"),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)

_PASSAGES = Column("passages", PASSAGE, "every passage, in order", many=True)
"""In place of their number, which the list of documents has."""
DOCUMENT_PAGE = Record(
    "document_page",
    "One document, passage by passage.",
    (
        *(_PASSAGES if column.key == "passages" else column for column in DOCUMENT.columns),
        Column("definitions", DEFINITION, "definitions that it gives", many=True),
        Column("threats", THREAT, "its picture of the threat", many=True),
    ),
)


def document_page(connection: Connection, name: str) -> Page:
    """One document: its facts, and each passage with what the dataset holds of it.

    As rows: citation, locator, kind, heading, and the figures, names, statements, responsibilities
    and the like as lists of texts. Raises InputError for an unknown document.
    """
    document = find_document(connection, name)
    about = {"document": [document]}

    @cache
    def row() -> Row:
        (own,) = SOURCES.select(connection, [*DOCUMENT.columns, *SOURCES.names], about)
        return own

    sections = {
        "passages": passages_of(connection, document),
        "threats": threats_of(connection, document),
        "definitions": _definitions(connection, document),
        "cautions": cautions_of(connection, document),
        "references": _not_contained(row),
    }
    parts: Row = dict(SOURCES.select(connection, DOCUMENT.columns, about).json_values())
    return Page(
        lambda: str(row()["title"]),
        lambda: _facts(row()),
        sections,
        parts
        | _objects(connection, parts)
        | {name: sections[name] for name in ("passages", "definitions", "threats")},
        first=lambda: _first_screen(connection, row(), sections),
    )


def _objects(connection: Connection, parts: Row) -> dict[str, Table]:
    """The columns that hold objects as tables, which data have with a line for each row."""
    found = {}
    for column in DOCUMENT.columns:
        if isinstance(column.type, Record):
            columns = column.type.columns
            values = {own.key: f"json_extract(value, '$.{own.key}')" for own in columns}
            listed = (parts[column.key],)
            data = Selection(connection, columns, "FROM json_each(?)", listed, values)
            found[column.key] = Table(column.meaning, columns, data.__iter__, data=data)
    return found


_FINDINGS = 2
_TERMS = 6
"""The most findings and terms that the first screen shows."""
_SPARE = ("Note", "Defines", "People", "Data")
"""What a screen without room for all is without, the first of these first."""
_HELD = (
    "figures",
    "statements",
    "responsibilities",
    "events",
    "commitments",
    "threats",
    "cautions",
)
"""The records that are counted there."""


def _facts(row: Row) -> list[tuple[str, str]]:
    facts = [
        ("Document", row["document"]),
        ("Kind", row["kind"]),
        ("Date", row["date"]),
        ("Reference", row["reference"]),
        ("Published by", row["publisher_name"]),
        ("Committee", row["committee_name"]),
        *((role, "; ".join(f"{a['name']}, {a['post']}" for a in own)) for role, own in _by(row)),
        ("Address", row["url"] or "not known"),
        ("Licence", row["licence"] or "not known"),
        ("SHA-256", row["sha256"]),
        ("Note", row["note"]),
    ]
    return [(label, text) for label, text in facts if text]


def _by(document: Row) -> list[tuple[str, list[Row]]]:
    """Who submitted a document, wrote it or is quoted in it, by role."""
    found: dict[str, list[Row]] = {}
    for person in document["authors"]:
        found.setdefault(person["role"].capitalize(), []).append(person)
    return list(found.items())


def _names(people: list[Row]) -> str:
    return ", ".join(person["name"] for person in people)


def _first_screen(connection: Connection, row: Row, sections: dict[str, Table]) -> Page:
    """What it is, what the dataset holds of it, what it defines, and what does not fit in it."""
    from moditrack.questions.check import CHECKS
    from moditrack.questions.first_screen import findings_note, first_findings, fitting_page

    document = row["document"]
    checks = CHECKS.answer(connection, {"document": [document], "severity": [1, 2]})
    received = row["committee_name"] and f"to the {row['committee_name']}"
    licence = f"licence {row['licence'] or 'not known'}; --bibtex cites it"
    issued = [row["reference"], row["date"], f"by {row['publisher_name']}", received, licence]
    held = ((key, sum(len(passage[key]) for passage in sections["passages"].rows)) for key in _HELD)
    terms = list(dict.fromkeys(term["term"] for term in sections["definitions"].rows))
    more = [f"{len(terms) - _TERMS} more"] if len(terms) > _TERMS else []
    facts = [
        (row["kind"].capitalize(), ", ".join(text for text in issued if text)),
        ("People", "; ".join(f"{_names(own)} ({role.lower()})" for role, own in _by(row))),
        ("Data", _data(connection, row)),
        ("Address", row["url"]),
        ("Note", row["note"]),
        ("Holds", ", ".join(f"{key} {number}" for key, number in held if number)),
        ("Defines", ", ".join([*terms[:_TERMS], *more])),
        *first_findings(checks, most=_FINDINGS),
    ]
    return fitting_page(
        row["title"],
        [(label, text) for label, text in facts if text],
        findings_note(checks, f"check --document {document}"),
        _SPARE,
    )


def _data(connection: Connection, row: Row) -> str | None:
    """From when to when its data go, and what they leave out."""
    if row["data_to"] is None:
        return None
    period = connection.execute(
        'SELECT * FROM event WHERE document = ? AND "end" = ? AND date < "end" ORDER BY date',
        (row["document"], row["data_to"]),
    ).fetchone()
    # As exactly as it is printed: "Dec 2023" does not say that it is the 31st.
    said = when(dict(period)) if period else f"to {row['data_to']}"
    counted = connection.execute(
        "SELECT definition, citation FROM definition WHERE document = ? AND kind = 'Data'"
        " AND definition LIKE '%left out%' ORDER BY position",
        (row["document"],),
    )
    return "; ".join([said, *(f"{text.rpartition('; ')[2]} {where}" for text, where in counted)])


_CITED = {"sources": "json_array(citation)"}


def _definitions(connection: Connection, document: str) -> Table:
    query = "FROM definition WHERE document = ? ORDER BY position"
    found = Selection(connection, DEFINITION.columns, query, (document,), _CITED)
    return Table(
        "Definitions",
        DEFINITION.columns,
        found.__iter__,
        display=Display(
            (
                DisplayColumn("term", "Term"),
                DisplayColumn("definition", "Meaning there, in our words"),
                DisplayColumn("sources", "Source", "list"),
            ),
            group="kind",
        ),
        data=found,
    )


def cautions_of(connection: Connection, document: str | None = None) -> Table:
    """What a document, or each of them, says against reading too much into its figures."""
    chosen = "" if document is None else "WHERE document = ?"
    query = f"FROM caution {chosen} ORDER BY rowid"
    columns = (Column("caution"), Column("sources", "citation", many=True))
    values = () if document is None else (document,)
    return Table(
        "What it says itself against reading too much into its figures"
        if document
        else "Cautions of the documents' own, against reading too much into their figures",
        columns,
        Selection(connection, columns, query, values, _CITED).__iter__,
        display=Display(
            (DisplayColumn("caution", "Caution"), DisplayColumn("sources", "Source", "list"))
        ),
        heading=lambda table: f"{table.title}: {len(table)}",
        answer=_of_each,
    )


def _of_each(table: Table) -> str:
    """How many there are of each document, where there are several."""
    of = Counter(row["sources"][0].partition("#")[0] for row in table.rows)
    said = "; ".join(f"{document}: {number}" for document, number in of.items())
    return f"{said}." if len(of) > 1 else ""


def _not_contained(document: Callable[[], Row]) -> Table:
    return Table(
        "Referred to, and not contained",
        (Column("document", "document", "the document"), *MISSING.columns),
        lambda: (
            {"document": document()["document"]} | entry for entry in document()["not_contained"]
        ),
        display=Display(
            (
                DisplayColumn("title", "Title"),
                DisplayColumn("note", "Note"),
                DisplayColumn("sources", "Source", "list"),
            ),
            group="document",
        ),
        heading=lambda table: f"{table.title}: {len(table)}",
        answer=lambda _: "The document refers to these, and they are not here.",
    )
