"""What the documents say that their terms mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.errors import unknown
from moditrack.questions.filters import DOCUMENT
from moditrack.questions.question import Filter, Question
from moditrack.tables import Column, Display, DisplayColumn, Record

if TYPE_CHECKING:
    import sqlite3

DEFINITION = Record(
    "defined_term",
    "What a document says that a term means.",
    (
        Column("term", "text", "the term"),
        Column("definition", "text", "its meaning there, in the project's words"),
        Column("kind", "text", "what sort of term"),
        Column("document", "document", "the document"),
        Column("sources", "citation", "where it is defined", many=True),
    ),
)


def _term(connection: sqlite3.Connection, given: str) -> str:
    """A part of a term, in lower case; raises InputError where no term has it."""
    part = given.strip().lower()
    terms = [row[0] for row in connection.execute("SELECT DISTINCT term FROM definition")]
    if part and any(part in term.lower() for term in terms):
        return part
    raise unknown("term", given, {term.lower(): term for term in terms}, "moditrack define")


DEFINE = Question(
    "define",
    title="Definitions",
    noun=("definition", "definitions"),
    summary="What the documents say that their terms mean",
    asks="What is Level 2?",
    meaning="A row for each term that a document defines, in the order of the documents; term:"
    " terms with these words in them. The meaning is that of its document.",
    record=DEFINITION,
    view="definition",
    expressions={"sources": "json_array(citation)"},
    display=Display(
        (
            DisplayColumn("term", "Term"),
            DisplayColumn("definition", "Meaning"),
            DisplayColumn("kind", "Kind"),
            DisplayColumn("sources", "Source", "list"),
        )
    ),
    filters=(
        Filter(
            "term",
            "Terms with these words in them.",
            "instr(lower(term), :term)",
            look_up=_term,
            found_by="lower({})",
            suggestions="term",
        ),
        DOCUMENT.on("document IN ({values})"),
    ),
    order="rowid",
)
definitions = DEFINE.ask
"""One row for each definition; filters as DEFINE has them."""
