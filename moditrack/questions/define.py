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


_LEVELS = {"one": "1", "two": "2", "three": "3", "i": "1", "ii": "2", "iii": "3"}
"""How the documents write the levels, too."""


def _term(connection: sqlite3.Connection, given: str) -> str:
    """A part of a term, in lower case; or the only term whose meaning has all of the words. Raises
    InputError where there is none."""
    words = given.strip().lower().split()
    if words[:1] == ["level"]:
        words[1:] = [_LEVELS.get(word, word) for word in words[1:]]
    part = " ".join(words)
    found = dict(
        connection.execute(
            "SELECT lower(term), group_concat(lower(definition)) FROM definition GROUP BY 1"
        )
    )
    if part and any(part in term for term in found):
        return part
    meant = [term for term, text in found.items() if words and all(word in text for word in words)]
    if len(meant) == 1:
        return str(meant[0])
    terms = {row[0].lower(): row[0] for row in connection.execute("SELECT term FROM definition")}
    raise unknown("term", given, terms, "moditrack define")


DEFINE = Question(
    "define",
    title="Definitions",
    noun=("definition", "definitions"),
    summary="What the documents say that their terms mean",
    asks="What is Level 2?",
    meaning="A row for each term that a document defines, in the order of the documents; term:"
    " terms with these words in them. The meaning is the one that its document gives.",
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
