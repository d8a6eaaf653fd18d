"""The documents, what they refer to and do not contain, and what the dataset holds of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from moditrack.queries.names import find_document
from moditrack.tables import Column, Page, Row, Table, cited, columns, select

if TYPE_CHECKING:
    import sqlite3

COLUMNS = columns(
    "document",
    "title",
    "kind",
    "publisher",
    "force",
    "committee",
    "reference",
    "date",
    "data_to",
    "url",
    "licence",
    "sha256",
    "authors",
    "passages",
    "figures",
    "not_contained",
    "note",
    "sources",
)
SHOWN = (
    Column("document", "Document", "id"),
    Column("title", "Title"),
    Column("reference", "Reference"),
    Column("passages", "Passages", "whole"),
    Column("figures", "Figures", "whole"),
)
_REFERENCE = (
    Column("title", "Title"),
    Column("note", "Note"),
    Column("sources", "Source", "list"),
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

    notes = [
        "The dataset holds what these documents state, as of their dates, in our own words, and"
        " nothing else; the language of 2003 and what is said of communities are the reports' own.",
        "Most counts are small: below 10 they are too small to conclude from.",
        "Licences of the documents are not known.",
        "Outcome names were not checked against the Home Office's own page.",
    ]
    missing = Table(
        "Referred to, and not contained",
        columns("document", "title", "kind", "note", "sources"),
        lambda: _references(connection, document),
        shown=_REFERENCE,
        group="document",
    )
    return Table("Documents", COLUMNS, rows, shown=SHOWN, noted=lambda _: notes), missing


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
    parts = {column.key: row[column.key] for column in COLUMNS}
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
        columns("kind", "term", "definition", "sources"),
        lambda: cited(connection, query, (document,)),
        shown=(
            Column("term", "Term"),
            Column("definition", "Meaning there, in our words"),
            Column("sources", "Source", "list"),
        ),
        group="kind",
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
        columns("strand", "who", "origin", "threat", "hedge", "sources"),
        lambda: cited(connection, query, (document,)),
        shown=(
            Column("who", "Who"),
            Column("origin", "From"),
            Column("threat", "What is said of them"),
            Column("hedge", "Hedge"),
            Column("sources", "Source", "list"),
        ),
        group="strand_name",
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
    keys = ("citation", "locator", "kind", "heading", *(key for key, _, _ in HOLDS), "sources")
    return Table(
        "Passages, and what the dataset holds of each",
        columns(*keys),
        rows,
        shown=(Column("kind", "Kind"), Column("holds", "Holds", "items")),
        group="citation",
    )


def _one(key: str) -> str:
    """The name of one item: figures are figures, a responsibility is one."""
    return {"responsibilities": "responsibility"}.get(key, key.removesuffix("s"))
