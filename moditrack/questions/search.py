"""Full-text search over everything in the dataset."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from moditrack.db.rows import select
from moditrack.questions.filters import Several, each, where
from moditrack.questions.names import find_document, one_of
from moditrack.questions.search_terms import COMMON, fts_terms
from moditrack.search_words import marked, window, words
from moditrack.tables import Column, Display, DisplayColumn, Marked, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

KINDS = (
    "operation", "agency", "document", "outcome", "statement", "figure", "event", "responsibility",
    "part", "commitment", "definition", "threat", "caution", "reference", "check", "passage",
)  # fmt: skip
SEARCH_HIT = Record(
    "search_hit",
    "One thing found.",
    (
        Column("kind", "text", "what it is"),
        Column("title", "text", "its name or what it says first"),
        Column(
            "snippet", "text", "where the words stand: the title, or a part of what else is indexed"
        ),
        Column(
            "citation", "citation", "where it stands, or the first of several places", null=True
        ),
        Column("command", "text", "the moditrack command that shows more"),
        Column("matched", "integer", "how many of the words it has"),
        Column(
            "words",
            "integer",
            "how many words were searched for; where nothing has all, common ones (the, of) do "
            "not count",
        ),
        Column("sources", "citation", "the citation, where there is one", many=True),
    ),
)
DISPLAY = Display(
    (
        DisplayColumn("kind", "Kind"),
        DisplayColumn("found", "Found", "marked"),
        DisplayColumn("more", "Where, and what shows more", "list"),
    )
)
_MOST = 2**31
"""No more hits than this are asked of SQLite, which counts no further than 2**63."""
_CONDITIONS = {
    "kind": "e.kind IN ({values})",
    "document": "substr(e.citation, 1, instr(e.citation, '#') - 1) IN ({values})",
}
_MOST_SETS = 50
"""So many different sets of words are asked for where no entry has all."""


class Asked:
    """What the index is asked for, and how many of the words each hit has."""

    def __init__(self, query: str, matched: int, words: int) -> None:
        self.query = query
        self.matched = matched
        self.words = words


def search(
    connection: sqlite3.Connection,
    text: str,
    *,
    kind: Several = None,
    document: Several = None,
    limit: int = 20,
) -> Table:
    """One row for each hit, best first: what it is, its title, a snippet with the words, its
    citation (the first, where it stands in several places) and the command that shows more.

    Words are stemmed; `word*` finds what begins so, `"two words"` a phrase. Where nothing has all
    of the words, the hits are what has most of them: `matched` of `words`. Raises InputError where
    there is no word to search for.
    """
    filters = {
        "kind": each(kind, lambda one: one_of("kind", one, KINDS)),
        "document": each(document, partial(find_document, connection)),
    }
    chosen, values = where(_CONDITIONS, filters)
    asked = best(connection, text, chosen, values)
    rows = select(
        connection,
        f"""
        SELECT e.kind, e.title, e.text, e.citation, e.command,
            highlight(search_entry_fts, 0, char(2), char(3)) AS in_title,
            highlight(search_entry_fts, 1, char(2), char(3)) AS in_text
        FROM search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid
        WHERE search_entry_fts MATCH :query AND {chosen}
        ORDER BY bm25(search_entry_fts, 4.0, 1.0) * iif(e.kind IN ('operation', 'agency'),
            iif(e.title_words LIKE :begins, 4, 2), 1), e.entry LIMIT :limit
        """,
        values | {"query": asked.query, "begins": f"{words(text)}%", "limit": min(limit, _MOST)},
    )
    hits = [_hit(row, asked) for row in rows]
    notes = _notes(len(hits), asked, limit)
    return Table(
        f"Search: {text}", SEARCH_HIT.columns, hits, display=DISPLAY, notes=lambda _: notes
    )


def best(connection: sqlite3.Connection, text: str, chosen: str, values: dict[str, Any]) -> Asked:
    """What to ask for: all of the words, or, where no entry has all, the most that one has.

    `chosen` is a condition on the entries, with its `values`.
    """
    together, apart = fts_terms(text), fts_terms(text, apart=True)
    for terms in (together, apart):
        query = " AND ".join(terms)
        if connection.execute(
            "SELECT 1 FROM search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid"
            f" WHERE search_entry_fts MATCH :query AND {chosen} LIMIT 1",
            values | {"query": query},
        ).fetchone():
            return Asked(query, len(terms), len(terms))
    telling = [term for term in apart if term.strip('"') not in COMMON]
    found = connection.execute(
        f"""
        WITH hit AS (
            SELECT sum(1 << w.key) AS places, count(*) AS number
            FROM json_each(:terms) AS w CROSS JOIN search_entry_fts AS f
                CROSS JOIN search_entry AS e ON e.entry = f.rowid
            WHERE search_entry_fts MATCH w.value AND {chosen}
            GROUP BY f.rowid
        )
        SELECT DISTINCT places, number FROM hit
        WHERE number = (SELECT max(number) FROM hit) ORDER BY places LIMIT {_MOST_SETS}
        """,
        values | {"terms": _as_json(telling)},
    ).fetchall()
    if not found:
        return Asked(" AND ".join(together), 0, len(apart))
    sets = [[term for n, term in enumerate(telling) if row["places"] >> n & 1] for row in found]
    query = " OR ".join(f"({' AND '.join(terms)})" for terms in sets)
    return Asked(query, found[0]["number"], len(telling))


def _as_json(terms: list[str]) -> str:
    quoted = (term.replace('"', '\\"') for term in terms)  # words have no other sign to escape
    return "[" + ",".join(f'"{term}"' for term in quoted) + "]"


def _hit(row: Row, asked: Asked) -> Row:
    title = _marked(row["title"], row.pop("in_title"))
    cut = _excerpt(title, _marked(row.pop("text"), row.pop("in_text")))
    row["snippet"] = str(cut)
    row["matched"], row["words"] = asked.matched, asked.words
    row["sources"] = [] if row["citation"] is None else [row["citation"]]
    row["found"] = [title] if cut is title else [title, cut]
    row["more"] = [*row["sources"], f"moditrack {row['command']}"]
    return row


def snippet(title: str, in_title: str, text: str, in_text: str) -> str:
    """Where the words stand, of a title and a text and what the index marked in their words."""
    return str(_excerpt(_marked(title, in_title), _marked(text, in_text)))


def _marked(text: str, highlighted: str) -> Marked:
    return Marked(text, marked(text, highlighted, "\x02", "\x03"))


def _excerpt(title: Marked, text: Marked) -> Marked:
    """The title, or the part of the text where words stand that the title has not."""
    missing = [span for span in text.spans if text[slice(*span)].casefold() not in title.casefold()]
    if not missing:
        return title
    first, last = window(text, missing[0])
    before, after = "… " * (first > 0), " …" * (last < len(text))
    moved = len(before) - first
    return Marked(
        before + text[first:last] + after,
        [(a + moved, b + moved) for a, b in text.spans if first <= a and b <= last],
    )


def _notes(hits: int, asked: Asked, limit: int) -> list[Note]:
    if not hits:
        return [Note("count", "No entry has any of these words: write how one begins and a *.")]
    notes = [Note("left-out", f"The best {limit}; --limit shows more.")] if hits == limit else []
    if asked.matched < asked.words:
        text = f"No entry has all of the words: each of these has {asked.matched} of {asked.words}."
        notes.append(Note("caution", text))
    return notes
