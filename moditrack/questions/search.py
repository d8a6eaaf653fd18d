"""Search: hits and their rank, excerpts, and hits with most words where none has all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from moditrack.counting import counted
from moditrack.marked_text import Marked
from moditrack.questions.filters import DOCUMENT, Filter
from moditrack.questions.question import Question, looked_up
from moditrack.questions.search_terms import COMMON, EMPTY, fts_terms
from moditrack.search_words import marked, window, words
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

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
        Column("snippet", "text", "the words found: the title, or a part of what else is indexed"),
        Column("citation", "citation", "the passage, or the first of several", null=True),
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
_MARKED = {
    "title": "highlight(search_entry_fts, 0, char(2), char(3))",
    "text": "highlight(search_entry_fts, 1, char(2), char(3))",
}
"""The words of the index, with signs around those found."""
_FEW = 3
"""Of so few hits there is room to say more."""
_MOST = 2**31
"""No more hits than this are asked of SQLite, which counts no further than 2**63."""
_RANKED = 10_000
"""The most entries that are ranked, operations and agencies first: millions take seconds."""
_TITLED = ("threat",)
"""Kinds of entry whose title says all; further words only help to find them."""
_NO_NAMES = (
    "Private people are not named here: only authors, holders of an office, and people named for"
    " their work are. Of anyone else, search what happened."
)
_MOST_SETS = 50
"""At most this many sets of words are tried where no entry has all words."""


_FINDINGS = """
    WITH hit AS MATERIALIZED (
        SELECT substr(e.command, 7) AS check_id, bm25(search_entry_fts, 4.0, 1.0) AS rank
        FROM search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid
        WHERE search_entry_fts MATCH '{title_words} : (' || :query || ')' AND f.rowid <= :last
            AND e.kind = 'check'
    )
    SELECT h.finding FROM hit JOIN finding_check AS c ON c.check_id = hit.check_id
    JOIN finding AS h ON h.finding = c.finding
    WHERE h.severity <= 2 GROUP BY h.finding ORDER BY min(hit.rank), h.position LIMIT 3
"""
"""The findings of the two highest severities that have the words, best first."""


_COLUMNS = (
    DisplayColumn("kind", "Kind"),
    DisplayColumn("found", "Found", "marked"),
    DisplayColumn("more", "Where, and what shows more", "list"),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    from moditrack.questions.search_screen import grouped  # data does without

    return grouped(_found(rows))


def _found(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        title = _marked(row["title"], row["title_marked"])
        cut = _excerpt(title, _marked(row["text"], row["text_marked"]))
        found = [title] if cut is title or row["kind"] in _TITLED else [title, cut]
        if row["kind"] == "reference":
            found[0] = Marked(f"{title} (not held here)", title.spans)
        beside = row.get("beside")
        others = [f"In the same passage: {'; '.join(beside)}"] if beside else []
        if items := row.get("items"):
            others = [f"They are: {'; '.join(items)}"]
        yield row | {"found": [*found, *others]}


def _beside(connection: Connection, rows: Iterable[Row], *, few: bool) -> Iterator[Row]:
    """The rows, a statement with the other operations that its passage says something of (where
    there are few rows, with their results), and a number of the items of a list with the items."""
    query = """
        SELECT o.name || coalesce(': ' || max(iif(s.property = 'result', s.statement, NULL)), '')
        FROM statement AS s JOIN operation AS o ON o.operation = s.operation
        WHERE s.document = ? AND s.locator = ? AND ? <> 'operations ' || s.operation
        GROUP BY o.operation ORDER BY min(s.rowid)
    """
    if not few:
        query = query.replace("s.property = 'result'", "0")
    for row in rows:
        if row["kind"] == "figure":
            yield row | {"items": _items(connection, row["command"].removeprefix("figures "))}
            continue
        if row["kind"] != "statement" or not row["command"].startswith("operations "):
            yield row
            continue
        document, _, locator = row["citation"].partition("#")
        others = connection.execute(query, (document, locator, row["command"]))
        yield row | {"beside": [name for (name,) in others]}


def _items(connection: Connection, figure: str) -> list[str]:
    """The items of the list that a figure counts, which its passage or those below it give."""
    query = """
        SELECT p.list, p.part FROM figure AS f JOIN part AS p ON p.document = f.document
            AND substr(p.locator || '.', 1, length(f.locator) + 1) = f.locator || '.'
        WHERE f.figure = ? AND f.measure = 'list-items' AND f.value = (
            SELECT count(*) FROM part AS q WHERE q.document = p.document AND q.list = p.list
                AND q.operation IS p.operation
        )
        ORDER BY p.rowid
    """
    found = connection.execute(query, (figure,)).fetchall()
    return [part for name, part in found if name == found[0][0]]


def _notes(_: Connection, table: Table) -> list[Note]:
    asked = looked_up(table, "text")
    if not table.rows:
        none = "No entry has any of these words: try the beginning of one, with a * after it."
        own = "'moditrack seed --help' says how to search the documents' own words, too."
        return [Note("count", none), Note("count", _NO_NAMES), Note("count", own)]
    most = Note("count", "--limit N shows more; a word more, or --kind, shows fewer.")
    notes = [most] if asked["found"] > len(table) else []
    if asked["last"] < _MOST:
        text = f"Only the first {_RANKED:,} entries with these words are ranked: add a word."
        notes.append(Note("left-out", text))
    return notes


def _conclusion(connection: Connection, table: Table) -> str:
    """What does not fit about the words, or that no entry has all of them."""
    asked = looked_up(table, "text")
    if table.rows and asked["matched"] < asked["words"]:
        from moditrack.questions.by_words import having_most

        return having_most("No entry", asked)
    if not table.rows or not table.filters.keys().isdisjoint(("kind", "document")):
        return ""
    found = connection.execute(_FINDINGS, asked).fetchall()
    names = ", ".join(finding.rpartition(":")[2] for (finding,) in found)
    return f"Does not fit: moditrack check {names}" if names else ""


SEARCH = Question(
    "search",
    title="Search",
    conclusion=_conclusion,
    summary="Search everything, best first",
    asks="Where is anything said about forged passports?",
    meaning='Words are stemmed; word* finds what begins so, "two words" a phrase. Where nothing has'
    " all of the words, the hits have most of them: matched of words. snippet: where the words"
    " stand; citation: the passage, or the first of several; command: what shows more.",
    record=SEARCH_HIT,
    # No view: the index is made after the views, and its functions work beside a match alone.
    view="search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid",
    expressions={
        "snippet": "excerpt(title, {title}, text, {text})".format(**_MARKED),
        "matched": "json_extract(:text, '$.matched')",
        "words": "json_extract(:text, '$.words')",
        "sources": "iif(citation IS NULL, json_array(), json_array(citation))",
        "title_marked": _MARKED["title"],
        "text_marked": _MARKED["text"],
    },
    names=(Column("text"), Column("title_marked"), Column("text_marked")),
    display=Display(_COLUMNS, _display),
    filters=(
        Filter(
            "text",
            "One or more words: forged passports.",
            "search_entry_fts MATCH json_extract(:text, '$.query')"
            " AND f.rowid <= json_extract(:text, '$.last')",
            found_by="search_query({}, :kind, :document)",
            required=True,
        ),
        Filter(
            "kind",
            f"Kind of match: {', '.join(KINDS)}.",
            "kind IN ({values})",
            metavar="KIND",
            found_by="lower({})",
            choices=KINDS,
        ),
        DOCUMENT.on("substr(citation, 1, instr(citation, '#') - 1) IN ({values})"),
        Filter(
            "limit",
            "The most hits, 20 where it is empty.",
            found_by="iif(CAST({0} AS INTEGER) > 0, CAST({0} AS INTEGER), 20)",
            required=True,
        ),
    ),
    notes=(_notes,),
    # What is named with these words comes first, then lists with all of several words, which are
    # long, threats and figures; a check repeats what it is about and comes last.
    order="bm25(search_entry_fts, 4.0, 1.0) * CASE WHEN kind IN ('operation', 'agency') AND"
    " e.title_words LIKE json_extract(:text, '$.begins') THEN 4 WHEN kind = 'operation' OR"
    " kind = 'part' AND json_extract(:text, '$.matched') = json_extract(:text, '$.words') AND"
    " json_extract(:text, '$.words') > 1 THEN 2 WHEN kind = 'threat' THEN 1.4 WHEN kind = 'figure'"
    " THEN 1.3 WHEN kind = 'commitment' THEN 1.2 WHEN kind = 'check' THEN 0.25 ELSE 1 END,"
    " entry LIMIT :limit",
)


def search(connection: Connection, /, text: str, *, limit: int = 20, **given: Any) -> Table:
    """One row for each hit, best first; filters as SEARCH has them.

    Words are stemmed; `word*` finds what begins so, `"two words"` a phrase. Where nothing has all
    of the words, the hits are what has most of them: `matched` of `words`. Raises InputError where
    there is no word to search for.
    """
    values = SEARCH.values(connection, given)
    asked = best(connection, text, *SEARCH.where_clause(values))
    connection.create_function("excerpt", 4, snippet, deterministic=True)
    table = SEARCH.answer(connection, values | {"text": [asked], "limit": [min(limit, _MOST)]})
    table.display = Display(
        _COLUMNS, lambda rows: _display(_beside(connection, rows, few=len(table) <= _FEW))
    )
    table.title = f"Search: {text}"
    table.find_heading = _heading
    return table


def _heading(table: Table) -> str:
    """The title with the number of matches, also of those that are not shown."""
    asked = looked_up(table, "text")
    listed, found = len(table), asked["found"]
    if found <= listed:
        return f"{table.title}: {counted(listed, 'match', 'matches')}"
    more = " or more" if asked["last"] < _MOST else ""
    return f"{table.title}: {listed} of {found:,}{more} matches, the best first"


def best(connection: Connection, text: str, chosen: str, values: dict[str, Any]) -> str:
    """What to ask for: all of the words, or, where no entry has all, the most that one has.

    `chosen` is a condition on the entries, with its `values`. The result is JSON: the `query`, how
    many of the `words` a hit has (`matched`), how the titles begin that come first (`begins`), and
    the number of the last entry to rank (`last`), and how many there are up to it (`found`).
    """

    # The database writes the JSON: Python's takes longer to load than the search.
    def asked(query: str, matched: int, number: int) -> str:
        (asked_for,) = connection.execute(
            f"""
            SELECT json_object('query', :query, 'matched', :matched, 'words', :words, 'begins',
                :begins, 'last', iif(count(*) = {_RANKED}, max(entry), {_MOST}), 'found', count(*))
            FROM (
                SELECT entry FROM search_entry_fts AS f JOIN search_entry AS e ON entry = f.rowid
                WHERE search_entry_fts MATCH :query AND {chosen} ORDER BY f.rowid LIMIT {_RANKED}
            )
            """,
            values
            | {"query": query, "matched": matched, "words": number, "begins": f"{words(text)}%"},
        ).fetchone()
        return str(asked_for)

    together, apart = (_telling(fts_terms(text, apart=own)) for own in (False, True))
    for terms in (together, apart):
        query = " AND ".join(terms)
        if connection.execute(
            "SELECT 1 FROM search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid"
            f" WHERE search_entry_fts MATCH :query AND {chosen} LIMIT 1",
            values | {"query": query},
        ).fetchone():
            return asked(query, len(terms), len(terms))
    import json  # where no entry has all words

    telling = [term for term in apart if len(term.strip('"')) > 1 and term.strip('"') not in COMMON]
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
        values | {"terms": json.dumps(telling)},
    ).fetchall()
    if not found:
        return asked(" AND ".join(together), 0, len(apart))
    sets = [[term for n, term in enumerate(telling) if row["places"] >> n & 1] for row in found]
    query = " OR ".join(f"({' AND '.join(terms)})" for terms in sets)
    return asked(query, found[0]["number"], len(telling))


def _telling(terms: list[str]) -> list[str]:
    """The terms without words that say nothing, unless there are no others."""
    return [term for term in terms if term.strip('"') not in EMPTY] or terms


def snippet(title: str, in_title: str, text: str, in_text: str) -> str:
    """Where the words are: in a title and a text, of which the index marked the words."""
    return str(_excerpt(_marked(title, in_title), _marked(text, in_text)))


def _marked(text: str, highlighted: str) -> Marked:
    return Marked(text, marked(text, highlighted, "\x02", "\x03"))


def _excerpt(title: Marked, text: Marked) -> Marked:
    """The title, or the part of the text with words that the title does not have."""
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
