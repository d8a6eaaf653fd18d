"""Full-text search over everything in the dataset."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from moditrack.errors import InputError
from moditrack.queries.filters import Several, each, where
from moditrack.queries.names import find_document, one_of
from moditrack.tables import Column, Row, Table, columns, select

if TYPE_CHECKING:
    import sqlite3

KINDS = (
    "operation", "agency", "statement", "figure", "event", "responsibility", "part", "commitment",
    "definition", "reference", "check", "passage",
)  # fmt: skip
COLUMNS = columns("kind", "title", "snippet", "citation", "command", "sources")
SHOWN = (
    Column("kind", "Kind"),
    Column("snippet", "Found"),
    Column("more", "Where, and what shows more", "list"),
)


_CONDITIONS = {
    "kind": "e.kind IN ({own})",
    "document": "substr(e.citation, 1, instr(e.citation, '#') - 1) IN ({own})",
}


def search(
    connection: sqlite3.Connection,
    text: str,
    *,
    kind: Several = None,
    document: Several = None,
    limit: int = 20,
) -> Table:
    """One row for each hit, best first: what it is, a snippet with what was found in brackets, its
    citation (the first, where it stands in several places) and the command that shows more.

    Words are stemmed; `word*` finds what begins so, `"two words"` a phrase; all have to be there.
    Raises InputError where there is no word to search for.
    """
    filters = {
        "query": fts_query(text),
        "kind": each(kind, lambda one: one_of("kind", one, KINDS)),
        "document": each(document, partial(find_document, connection)),
        "limit": limit,
    }
    chosen, values = where(_CONDITIONS, filters)
    rows: list[Row] = []
    for row in select(
        connection,
        f"""
        SELECT e.kind, e.title, snippet(search_entry_fts, -1, '[', ']', '…', 16) AS snippet,
            e.citation, e.command
        FROM search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid
        WHERE search_entry_fts MATCH :query AND {chosen}
        ORDER BY bm25(search_entry_fts, 4.0, 1.0), e.entry LIMIT :limit
        """,
        values,
    ):
        row["sources"] = [] if row["citation"] is None else [row["citation"]]
        row["more"] = [*row["sources"], f"moditrack {row['command']}"]
        rows.append(row)
    notes = [f"The best {limit}; --limit shows more."] if len(rows) == limit else []
    if not rows:
        notes = ["All words have to be there: leave one out, or write how one begins and a *."]
    return Table(f"Search: {text}", COLUMNS, rows, shown=SHOWN, noted=lambda _: notes)


def fts_query(text: str) -> str:
    """What a person types, as a query that SQLite cannot misread: every word quoted."""
    parts = []
    for phrase, word, star in re.findall(r'"([^"]*)"|([\w\'’-]+)(\*?)', text):
        words = re.findall(r"\w+", phrase or word)
        if words:
            parts.append(f'"{" ".join(words)}"{star}')
    if not parts:
        raise InputError(f"There is no word in '{text}' to search for: write one or more.")
    return " AND ".join(parts)
