"""The page of a passage: what the dataset holds of it, and its reference."""

from __future__ import annotations

from functools import cache

from moditrack.citations import place
from moditrack.errors import InputError
from moditrack.pages import Page
from moditrack.questions import bibtex
from moditrack.questions.names import find_document
from moditrack.questions.passages import PASSAGE, held_in, passages_where, stars_of
from moditrack.questions.sources import sources
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

CITATION_PAGE = Record(
    "citation_page",
    "One passage, and what the dataset holds of it.",
    (
        *PASSAGE.columns[:-1],  # its sources come last
        Column("reference", "text", "a reference to paste into a paper"),
        Column("bibtex", "text", "the same for BibTeX"),
        PASSAGE.columns[-1],
    ),
)

_NO_TEXT = Note(
    "hint",
    "The text itself is not held here: moditrack seed --documents DIR --db FILE makes a database"
    " with it, from a folder with the documents.",
)


def citation_page(connection: Connection, citation: str) -> Page:
    """What the dataset holds of one passage, with a reference to paste into a paper; its text, too,
    in a database that was built with the documents.

    The object holds the passage's lists, `reference` and `bibtex`. Raises InputError for an
    unknown document or passage.
    """
    given, _, locator = citation.partition("#")
    document = find_document(connection, given)
    row = next(iter(passages_where(connection, document, "locator = ?2", locator)), None)
    if row is None:
        raise _unknown(connection, citation, document)
    (source,) = sources(connection, document=document).rows
    words = place(row["kind"], locator)
    reference = bibtex.reference(source, words)
    text = connection.execute(
        "SELECT text FROM passage_text WHERE document = ? AND locator = ?", (document, locator)
    ).fetchone()

    @cache
    def below() -> list[Row]:
        within = "substr(locator, 1, length(?2)) = ?2"
        return list(passages_where(connection, document, within, f"{locator}."))

    def facts() -> list[tuple[str, str]]:
        found = [
            ("Kind", row["kind"]),
            ("Heading", row["heading"]),
            ("Reference", reference),
            ("Below it", "\n".join(_line(connection, own) for own in below())),
            ("Text", text and text["text"]),
        ]
        return [(label, own) for label, own in found if own]

    held = Table(
        "What the dataset holds of it",
        (),
        lambda: held_in(connection, row["citation"]),
        notes=lambda _: [*stars_of([row, *below()]), *([] if text else [_NO_TEXT])],
        display=Display((DisplayColumn("what", "What"), DisplayColumn("says", "In our words"))),
    )
    own = row | {"reference": reference, "bibtex": bibtex.entry(source, words, row["citation"])}
    data = {key: own[key] for key in CITATION_PAGE.keys}
    return Page(citation, facts, [held], data)


def _unknown(connection: Connection, citation: str, document: str) -> InputError:
    from moditrack.nearest_names import unknown

    found = connection.execute("SELECT locator FROM passage WHERE document = ?", (document,))
    known = {locator.lower(): f"{document}#{locator}" for (locator,) in found}
    return unknown(
        "passage", citation, known, f"moditrack sources {document}",
        lambda text: text.partition("#")[2].lower(),
    )  # fmt: skip


def _line(connection: Connection, row: Row) -> str:
    """A passage, and the first that the dataset holds of it."""
    says = [held["says"] for held in held_in(connection, row["citation"])[:1]]
    return ": ".join([row["citation"], *says])


def bibtex_entry(connection: Connection, given: str) -> str:
    """The BibTeX entry of a document or citation. Raises InputError where there is none."""
    if "#" in given:
        return str(citation_page(connection, given).data["bibtex"])
    document = find_document(connection, given)
    (source,) = sources(connection, document=document).rows
    return bibtex.entry(source, "", document)
