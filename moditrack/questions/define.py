"""What the documents say that their terms mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.errors import unknown
from moditrack.names import name_key
from moditrack.questions.filters import DOCUMENT
from moditrack.questions.question import Filter, Question
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, Table

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

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


def _words(text: str) -> list[str]:
    """The words of a term as they are compared: OCGs is OCG, DWO's is DWO."""
    plain = text.replace("'s", "").replace("\u2019s", "")
    found = [w.removesuffix("s") if len(w) > 3 else w for w in name_key(plain).split()]
    if found[:1] == ["level"]:
        found[1:] = [_LEVELS.get(word, word) for word in found[1:]]
    return found


def _terms(connection: sqlite3.Connection, given: str) -> str:
    """The terms asked for, as JSON: of that name; else with all of the words; else with the text
    as a part; else (`meant`) with all of the words in their meaning. Raises InputError where there
    is none."""
    import json

    known: dict[str, str] = {}
    for term, definition in connection.execute("SELECT term, definition FROM terms"):
        known[term] = f"{known.get(term, '')} {definition}"
    words, part = _words(given), " ".join(given.lower().split())
    of_term = {term: _words(term) for term in known}
    ways = (
        [term for term, own in of_term.items() if own == words],
        [term for term, own in of_term.items() if set(words) <= set(own)],
        [term for term in known if part in term.lower()],
        [term for term, text in known.items() if set(words) <= set(_words(text))],
    )
    for number, found in enumerate(ways, 1):
        if words and found:
            terms = [term.lower() for term in found]
            return json.dumps({"terms": terms, "meant": number == len(ways), "text": given})
    from moditrack.questions.by_words import with_search

    listed = {term.lower(): term for term in known}
    raise with_search(connection, given, unknown("term", given, listed, "moditrack define"))


def _meant(_: sqlite3.Connection, table: Table) -> Iterator[Note]:
    """That the words are in meanings alone, where they are."""
    if "term" in table.filters:
        import json

        asked = json.loads(table.filters["term"][0])
        if asked["meant"]:
            yield Note("caution", f"No term has '{asked['text']}': these have it in their meaning.")


DEFINE = Question(
    "define",
    title="Definitions",
    noun=("definition", "definitions"),
    summary="What the documents say that their terms mean",
    asks="What is Level 2?",
    meaning="A row for each term that a document defines, in the order of the documents, then for"
    " each abbreviation that they print and each outcome code. The meaning is the one that its"
    " document gives; of an abbreviation that it does not spell out, the usual one, which says so;"
    " of a code, the official name.",
    record=DEFINITION,
    view="terms",
    helpers=(Column("place", "number", "order: of the documents, then abbreviations, then codes"),),
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
            "lower(term) IN (SELECT value FROM json_each(:term, '$.terms'))",
            look_up=_terms,
            found_by="(SELECT json_object('terms', json_group_array(lower(term))) FROM terms"
            " WHERE instr(lower(term), lower({})))",
            suggestions="term",
        ),
        DOCUMENT.on(
            "EXISTS (SELECT 1 FROM json_each(sources) AS s"
            " WHERE substr(s.value, 1, instr(s.value, '#') - 1) IN ({values}))"
        ),
    ),
    notes=(_meant,),
    order="place",
)
definitions = DEFINE.ask
"""One row for each definition; filters as DEFINE has them."""
