"""Numbers that people may look for, and that no document states: what is said of them, what is
nearest, and whom to ask."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from moditrack.figure_text import figure_text
from moditrack.long_rows import LongRows
from moditrack.questions.figures import FIGURES
from moditrack.questions.question import looked_up
from moditrack.questions.search_terms import EMPTY, fts_terms
from moditrack.search_stemming import words
from moditrack.tables import Connection, Note, Row, Table

_YEAR = r"\b(?:19|20)\d\d\b"
_PLACES = ("document", "operation", "agency")
_MOST, _NEAREST = 4, 5
"""At most this many numbers that are not stated are named, and figures of their passages; of a
table, or of long lists, none says more than others."""


def not_stated(connection: Connection, text: str, documents: Sequence[str] = ()) -> list[Row]:
    """What documents refer to with all of these words, has numbers, and is in none of them."""
    # A year is no word of what is not stated: disruptions 2023.
    own = re.sub(_YEAR, "", text).strip() or text
    terms = fts_terms(own)
    found = connection.execute(
        """
        SELECT document, title, citation, note FROM reference
        WHERE kind = 'data' AND (' ' || lower(title) LIKE '% ' || :begins OR (title, citation) IN (
            SELECT e.title, e.citation FROM search_entry_fts AS s
            JOIN search_entry AS e ON e.entry = s.rowid
            WHERE search_entry_fts MATCH '{title_words} : (' || :query || ')'
            AND e.kind = 'reference'))
            AND (:documents = '[]' OR document IN (SELECT value FROM json_each(:documents)))
        ORDER BY rowid LIMIT :most
        """,
        {
            "begins": f"{words(own)}%",
            "query": " AND ".join([t for t in terms if t.strip('"') not in EMPTY] or terms),
            "documents": json.dumps([*documents]),
            "most": _MOST,
        },
    )
    return [dict(row) for row in found]


def asked_for(connection: Connection, table: Table) -> list[Row]:
    """The same of the words that an answer was asked with, in the documents asked for, or in those
    with figures of the operation or agency asked for."""
    if "words" not in table.filters:
        return []
    asked = {name: own for name, own in table.filters.items() if name in _PLACES}
    documents = asked.get("document", [])
    if asked.keys() - {"document"}:
        condition, bound = FIGURES.where_clause(asked)
        query = f"SELECT DISTINCT document FROM figures WHERE {condition}"
        documents = [document for (document,) in connection.execute(query, bound)] or [""]
    return not_stated(connection, looked_up(table, "words")["text"], documents)


def said_of(found: Sequence[Row]) -> str:
    """That no report states these numbers, and what is said of them; empty where there are none."""
    listed = "; ".join(f"{row['title']}{_note(row)}, {row['citation']}" for row in found)
    return f"No report states: {listed}." if found else ""


def _note(row: Row) -> str:
    return f" ({row['note'][:1].lower()}{row['note'][1:]})" if row["note"] else ""


def others_of_the_passages(connection: Connection, found: Sequence[Row], table: Table) -> str:
    """The figures of the same passages that a table does not show."""
    if isinstance(table.rows, LongRows):
        return ""
    shown = {row["figure"] for row in table.rows}
    places = json.dumps([row["citation"] for row in found])
    lines = [
        figure_text(row["printed"], row["description"])
        for row in connection.execute(
            "SELECT figure, printed, description FROM figures"
            " WHERE document || '#' || locator IN (SELECT value FROM json_each(?))"
            " ORDER BY position",
            (places,),
        )
        if row["figure"] not in shown
    ]
    return f"In the same passage: {'; '.join(lines)}." if 0 < len(lines) <= _NEAREST else ""


def whom_to_ask(found: Sequence[Row]) -> Iterator[Note]:
    """Who may have what no report states: the authors of the report that refers to it."""
    for document in dict.fromkeys(row["document"] for row in found):
        who = f"moditrack sources {document}"
        yield Note("count", f"The authors may have what is not stated: {who} names them.")
