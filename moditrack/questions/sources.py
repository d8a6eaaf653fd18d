"""The documents, what they refer to and do not contain, and what the dataset holds of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from moditrack.db.rows import cited, select
from moditrack.questions.names import find_document
from moditrack.questions.profile import REFERENCE
from moditrack.tables import Column, Display, DisplayColumn, Note, Page, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

AUTHOR = Record(
    "author",
    "An author or speaker.",
    (
        Column("name", "text", "name"),
        Column("post", "text", "post, as printed"),
        Column("role", "text", "author or speaker"),
    ),
)

MISSING = Record(
    "missing",
    "What a document refers to and does not contain.",
    (
        Column("title", "text", "what is referred to"),
        Column("kind", "text", "what sort"),
        Column("note", "text", "what is known of it", null=True),
        Column("sources", "citation", "where it is referred to", many=True),
    ),
)

DOCUMENT = Record(
    "document",
    "A document.",
    (
        Column("document", "document", "id"),
        Column("title", "text", "title as printed"),
        Column("kind", "text", "what sort", values=("report", "press release")),
        Column("publisher", "text", "id of the agency that published it"),
        Column("force", "text", "id of the police force that it is about"),
        Column("committee", "text", "id of the committee that received it", null=True),
        Column("reference", "text", "its number, as printed", null=True),
        Column("date", "date", "date of the meeting or release"),
        Column("data_to", "date", "last day of its data, where stated", null=True),
        Column("url", "text", "address, where known", null=True),
        Column("licence", "text", "licence, where known", null=True),
        Column("sha256", "text", "digest of the text it was verified against"),
        Column("authors", AUTHOR, "authors and speakers", many=True),
        Column("passages", "integer", "how many passages it has"),
        Column("figures", "integer", "how many figures it states"),
        Column("not_contained", MISSING, "what it refers to and does not contain", many=True),
        Column("note", "text", "anything a reader should know", null=True),
        Column("sources", "citation", "where its title stands", many=True),
    ),
)

PASSAGE = Record(
    "passage",
    "A passage, and what the dataset holds of it.",
    (
        Column("citation", "citation", "its citation"),
        Column("locator", "text", "its address in the document"),
        Column(
            "kind",
            "text",
            "what it is on the page",
            values=("header", "heading", "paragraph", "unnumbered", "bullet", "table", "footnote"),
        ),
        Column("heading", "text", "sub-heading it stands under", null=True),
        Column("figures", "text", "figures, as printed and what they count", many=True),
        Column("names", "text", "names of agencies and operations", many=True),
        Column("statements", "text", "statements", many=True),
        Column("responsibilities", "text", "responsibilities", many=True),
        Column("events", "text", "events", many=True),
        Column("parts", "text", "items of lists", many=True),
        Column("definitions", "text", "definitions", many=True),
        Column("commitments", "text", "commitments", many=True),
        Column("followups", "text", "what is said of earlier commitments", many=True),
        Column(
            "threats",
            "text",
            "who threatens whom, as the document puts it, with its hedge",
            many=True,
        ),
        Column(
            "cautions", "text", "what it says against reading too much into its figures", many=True
        ),
        Column("references", "text", "what is referred to", many=True),
        Column("checks", "text", "checks that rest on it", many=True),
        Column("numerals", "text", "numbers that are no quantities, with the reason", many=True),
        Column("sources", "citation", "the citation", many=True),
    ),
)

DEFINITION = Record(
    "definition",
    "A definition that a document gives.",
    (
        Column("kind", "text", "what sort of term"),
        Column("term", "text", "the term"),
        Column("definition", "text", "its meaning there, in the project's words"),
        Column("sources", "citation", "where it stands", many=True),
    ),
)

THREAT = Record(
    "threat",
    "What a document says of who threatens whom, as its own statement.",
    (
        Column("strand", "text", "id of the area of work"),
        Column("who", "text", "who acts or is affected, as the document describes them"),
        Column("origin", "text", "where they come from, as the document says", null=True),
        Column("threat", "text", "what is said of them, in the project's words"),
        Column("hedge", "text", "how sure the document says it is, in its words", null=True),
        Column("sources", "citation", "where it stands", many=True),
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
SHOWN = (
    DisplayColumn("document", "Document", "id"),
    DisplayColumn("title", "Title"),
    DisplayColumn("reference", "Reference"),
    DisplayColumn("passages", "Passages", "whole"),
    DisplayColumn("figures", "Figures", "whole"),
)
_REFERENCE = (
    DisplayColumn("title", "Title"),
    DisplayColumn("note", "Note"),
    DisplayColumn("sources", "Source", "list"),
)
# What a passage can hold: key, table, and the text of an item.
HOLDS = (
    ("figures", "figure", "printed || ': ' || description"),
    ("names", "name", "iif(kind = 'reference', name || ' (by reference)', name)"),
    ("statements", "statement", "statement"),
    (
        "responsibilities",
        "responsibility",
        "agency || ' ' || role || iif(status = 'current', '', ', ' || status) || ': '"
        " || responsibility || iif(inferred, '*', '')",
    ),
    ("events", "event", "coalesce(printed || ': ', '') || event"),
    ("parts", "part", "list || ': ' || part"),
    ("definitions", "definition", "term || ': ' || definition"),
    ("commitments", "commitment", "commitment"),
    ("followups", "followup", "commitment || ', ' || state || ': ' || followup"),
    (
        "threats",
        "threat",
        "who || coalesce(' (' || origin || ')', '') || ': ' || threat"
        " || coalesce('; hedge: ' || hedge, '')",
    ),
    ("cautions", "caution", "caution"),
    ("references", "reference", "title"),
    ("checks", "check_source", "check_id || coalesce(': ' || states, '')"),
    ("numerals", "numeral", "printed || ': ' || reason"),
)


_NOTES = [
    Note(
        "caution",
        "The dataset holds what these documents state, as of their dates, in our own words, and"
        " nothing else; the language of 2003 and what is said of communities are the reports' own.",
    ),
    Note("caution", "Most counts are small: below 10 they are too small to conclude from."),
    Note("caution", "Licences of the documents are not known."),
    Note("caution", "Outcome names were not checked against the Home Office's own page."),
]


def sources(connection: sqlite3.Connection, document: str | None = None) -> tuple[Table, Table]:
    """The documents, or one of them by its id, and what they refer to but do not contain.

    url and licence are null where not known; sha256 is of the text that the records were verified
    against; data_to is the last day of the document's data (ISO), where stated.
    """
    only = "1" if document is None else "d.document = :document"
    query = f"""
        SELECT p.name AS publisher_name, c.name AS committee_name,
            d.document, d.title, d.kind, d.publisher, d.force, d.committee, d.reference, d.date,
            d.data_to, d.url, d.licence, d.sha256, d.note,
            (SELECT count(*) FROM passage AS p WHERE p.document = d.document) AS passages,
            (SELECT count(*) FROM figure AS f WHERE f.document = d.document) AS figures
        FROM document AS d
        JOIN agency AS p ON p.agency = d.publisher
        LEFT JOIN agency AS c ON c.agency = d.committee
        WHERE {only} ORDER BY d.rowid
    """

    def rows() -> Iterator[Row]:
        for row in select(connection, query, {"document": document}):
            own = row["document"]
            row["authors"] = list(
                select(
                    connection,
                    "SELECT name, post, role FROM document_author WHERE document = ?"
                    " ORDER BY position",
                    (own,),
                )
            )
            row["not_contained"] = [
                {key: entry[key] for key in ("title", "kind", "note", "sources")}
                for entry in _references(connection, own)
            ]
            row["sources"] = [f"{own}#header"]
            yield row

    missing = Table(
        "Referred to, and not contained",
        REFERENCE.columns,
        lambda: _references(connection, document),
        display=Display(_REFERENCE, group="document"),
    )
    documents = Table(
        "Documents", DOCUMENT.columns, rows, display=Display(SHOWN), notes=lambda _: _NOTES
    )
    return documents, missing


def _references(connection: sqlite3.Connection, document: str | None) -> Iterator[Row]:
    only = "1" if document is None else "document = :document"
    query = f"""
        SELECT document, title, kind, note, citation AS sources
        FROM reference WHERE {only} ORDER BY rowid
    """
    return cited(connection, query, {"document": document})


def document_page(connection: sqlite3.Connection, name: str) -> Page:
    """One document: its facts, and each passage with what the dataset holds of it.

    As rows: citation, locator, kind, heading, and the figures, names, statements, responsibilities
    and the like as lists of texts. Raises InputError for an unknown document.
    """
    document = find_document(connection, name)
    listed, missing = sources(connection, document)
    (row,) = listed.rows
    passages = passages_of(connection, document)
    facts = [
        ("Document", document),
        ("Kind", row["kind"]),
        ("Date", row["date"]),
        ("Reference", row["reference"]),
        ("Published by", row["publisher_name"]),
        ("Committee", row["committee_name"]),
        ("Authors", "; ".join(f"{a['name']}, {a['post']}" for a in row["authors"])),
        ("Address", row["url"] or "not known"),
        ("Licence", row["licence"] or "not known"),
        ("SHA-256", row["sha256"]),
        ("Note", row["note"]),
    ]
    definitions = _definitions(connection, document)
    parts = {key: row[key] for key in DOCUMENT.keys}
    threats = _threats(connection, document)
    parts |= {"passages": passages, "definitions": definitions, "threats": threats}
    tables = [passages, *([threats] if len(threats) else []), definitions, missing]
    return Page(row["title"], [(k, v) for k, v in facts if v], tables, parts)


def _definitions(connection: sqlite3.Connection, document: str) -> Table:
    query = """
        SELECT kind, term, definition, citation AS sources
        FROM definition WHERE document = ? ORDER BY position
    """
    return Table(
        "Definitions",
        DEFINITION.columns,
        lambda: cited(connection, query, (document,)),
        display=Display(
            (
                DisplayColumn("term", "Term"),
                DisplayColumn("definition", "Meaning there, in our words"),
                DisplayColumn("sources", "Source", "list"),
            ),
            group="kind",
        ),
    )


def _threats(connection: sqlite3.Connection, document: str) -> Table:
    query = """
        SELECT t.strand, t.who, t.origin, t.threat, t.hedge, t.citation AS sources,
            s.name AS strand_name
        FROM threat AS t JOIN strand AS s ON s.strand = t.strand
        WHERE t.document = ? ORDER BY s.rowid, t.position
    """
    return Table(
        "Threat picture, as the document puts it",
        THREAT.columns,
        lambda: cited(connection, query, (document,)),
        display=Display(
            (
                DisplayColumn("who", "Who"),
                DisplayColumn("origin", "From"),
                DisplayColumn("threat", "What is said of them"),
                DisplayColumn("hedge", "Hedge"),
                DisplayColumn("sources", "Source", "list"),
            ),
            group="strand_name",
        ),
    )


def passages_of(connection: sqlite3.Connection, document: str) -> Table:
    """The passages of a document, each with what the dataset holds of it."""
    held: dict[str, dict[str, list[str]]] = {}
    for key, table, text in HOLDS:
        for found in connection.execute(
            f"SELECT locator, {text} AS item FROM {table} WHERE document = ? ORDER BY position",
            (document,),
        ):
            held.setdefault(found["locator"], {}).setdefault(key, []).append(found["item"])
    rows: list[Row] = []
    for row in select(
        connection,
        "SELECT citation, locator, kind, heading FROM passage WHERE document = ? ORDER BY position",
        (document,),
    ):
        own = held.get(row["locator"], {})
        row |= {key: own.get(key, []) for key, _, _ in HOLDS}
        row["sources"] = [row["citation"]]
        row["holds"] = [f"{_one(key)}: {item}" for key, _, _ in HOLDS for item in row[key]]
        rows.append(row)
    return Table(
        "Passages, and what the dataset holds of each",
        PASSAGE.columns,
        rows,
        display=Display(
            (DisplayColumn("kind", "Kind"), DisplayColumn("holds", "Holds", "items")),
            group="citation",
        ),
    )


def _one(key: str) -> str:
    """The name of one item: figures are figures, a responsibility is one."""
    return {"responsibilities": "responsibility"}.get(key, key.removesuffix("s"))
