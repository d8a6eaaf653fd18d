"""Search: the hits and their rank."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from moditrack.questions import search_most_words
from moditrack.questions.filters import DOCUMENT, Filter
from moditrack.questions.question import Question, looked_up
from moditrack.questions.search_snippets import snippet
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
        Column("matched", "integer", "how many of the words it has; 0 for what is only near"),
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
_NO_NAMES = (
    "Private people are not named here: only authors, holders of an office, and people named for"
    " their work are. Of anyone else, search what happened."
)

_OURS = "Entries are in our own words: a report may use {} all the same."
_OWN_WORDS = (
    "'moditrack seed --help' says how to store the documents' own words; add --db FILE to search"
    " them, too."
)
_DEFAULT_LIMIT, _ONE_OF_MANY = 20, 5
"""So many hits are shown; of several words, this many that have one alone, which say little."""


_COLUMNS = (
    DisplayColumn("kind", "Kind"),
    DisplayColumn("found", "Found", "marked"),
    DisplayColumn("more", "Where, and what shows more", "list"),
)


def _display(rows: Iterable[Row]) -> Iterable[Row]:
    from moditrack.questions.search_screen import displayed  # data does without

    return displayed(rows)


def _measures(connection: Connection, asked: dict[str, Any]) -> list[Note]:
    """Where the figures are of a measure that is named."""
    import json

    words = asked["begins"].removesuffix("%")
    found = connection.execute(
        "SELECT measure FROM measure WHERE lower(name) IN (SELECT value FROM json_each(?))",
        (json.dumps([words, *words.split()]),),
    )
    return [
        Note("hint", f"Figures of this measure: moditrack figures --measure {measure}")
        for (measure,) in found
    ]


def _notes(connection: Connection, table: Table) -> list[Note]:
    asked = looked_up(table, "text")
    if not table.rows:
        none = [] if has_texts(connection) else [_OWN_WORDS]
        none.append("Try the beginning of a word, with a * after it.")
        none += [_NO_NAMES] if _may_be_a_name(table) else []
        return [Note("hint", text) for text in none]
    most = Note("hint", "--limit N shows more; a word more, or --kind, shows fewer.")
    notes = _measures(connection, asked)
    notes += [most] if asked["found"] > len(table) else []
    if not asked["matched"] and not has_texts(connection):
        notes.append(Note("hint", _OWN_WORDS))
    if asked["last"] < search_most_words.MOST:
        ranked = f"{search_most_words.RANKED:,} entries with these words are ranked: add a word."
        notes.append(Note("left-out", f"Only the first {ranked}"))
    return notes


def nothing(table: Table) -> str:
    """That no entry has a word of what was typed."""
    text = typed(table)
    return f"No entry {'has any of the words' if ' ' in text else 'says'} '{text}'."


def _nothing_in_ours(connection: Connection, table: Table) -> str:
    """The same, and that a report may have it, unless the reports are searched, too."""
    ours = (
        "" if has_texts(connection) else f" {_OURS.format('them' if ' ' in typed(table) else 'it')}"
    )
    return f"{nothing(table)}{ours}"


def typed(table: Table) -> str:
    """What is searched for."""
    return table.title.removeprefix("Search: ")


def has_texts(connection: Connection) -> bool:
    """Whether the documents' own words are in the database."""
    return connection.execute("SELECT 1 FROM passage_text LIMIT 1").fetchone() is not None


def _may_be_a_name(table: Table) -> bool:
    """Whether what was typed may be somebody's name: a word begins with a capital letter and is no
    abbreviation."""
    return any(word[:1].isupper() and not word.isupper() for word in typed(table).split())


def _conclusion(connection: Connection, table: Table) -> str:
    from moditrack.questions.search_screen import conclusion

    return conclusion(connection, table)


SEARCH = Question(
    "search",
    title="Search",
    conclusion=_conclusion,
    summary="Search everything, best first",
    asks="Where is anything said about forged passports?",
    meaning='Words are stemmed; word* finds what begins so, "two words" a phrase. Where nothing has'
    " all of the words, the hits have most of them: matched of words; where nothing has any, they"
    " have words that are near. snippet: where the words"
    " are; citation: the passage, or the first of several; command: what shows more.",
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
            choices=KINDS,
        ),
        DOCUMENT.on("substr(citation, 1, instr(citation, '#') - 1) IN ({values})"),
        Filter(
            "limit",
            f"The most hits, {_DEFAULT_LIMIT} where it is empty.",
            found_by=f"iif(CAST({{0}} AS INTEGER) > 0, CAST({{0}} AS INTEGER), {_DEFAULT_LIMIT})",
            required=True,
        ),
    ),
    notes=(_notes,),
    # What is named with these words comes first, then lists with all of several words, which are
    # long, threats and figures; a check repeats what it is about and comes last.
    order="bm25(search_entry_fts, 4.0, 1.0) * CASE WHEN kind IN ('operation', 'agency') AND"
    " e.title_words LIKE json_extract(:text, '$.begins') THEN 4 WHEN e.title LIKE"
    " json_extract(:text, '$.signed') THEN 8 WHEN kind = 'operation' OR"
    " kind = 'part' AND json_extract(:text, '$.matched') = json_extract(:text, '$.words') AND"
    " json_extract(:text, '$.words') > 1 THEN 2 WHEN kind = 'threat' THEN 1.4 WHEN kind IN"
    " ('figure', 'outcome') THEN 1.3 WHEN kind = 'commitment' THEN 1.2 WHEN kind = 'check'"
    " THEN 0.25 ELSE 1 END,"
    " entry LIMIT iif(json_extract(:text, '$.matched') = 1 AND json_extract(:text, '$.words') > 2"
    f" AND :limit = {_DEFAULT_LIMIT}, {_ONE_OF_MANY}, :limit)",
)


def search(
    connection: Connection, /, text: str, *, limit: int = _DEFAULT_LIMIT, **given: Any
) -> Table:
    """One row for each hit, best first; filters as SEARCH has them.

    Words are stemmed; `word*` finds what begins so, `"two words"` a phrase. Where nothing has all
    of the words, the hits are what has most of them: `matched` of `words`. Raises InputError where
    there is no word to search for.
    """
    where, asked_for = "", text
    if " " in text and not given.get("document"):
        from moditrack.questions.search_in_reports import in_reports

        text, where, reports = in_reports(connection, text)
        given |= {"document": reports} if reports else {}
    values = SEARCH.values(connection, given)
    asked = search_most_words.best(connection, text, *SEARCH.where_clause(values))
    if where and not _finds(connection, asked):  # then it is no matter of whose reports they are
        text, where = asked_for, ""
        values = {name: value for name, value in values.items() if name != "document"}
        asked = search_most_words.best(connection, text, *SEARCH.where_clause(values))
    if any(word.isdigit() for word in text.split()) and not _has_all(connection, asked):
        from moditrack.questions.search_in_reports import of_year

        rest, year, reports = of_year(connection, text, values.get("document", []))
        chosen = values | {"document": reports}
        own = search_most_words.best(connection, rest, *SEARCH.where_clause(chosen))
        if reports and _has_all(connection, own):
            text, where, values, asked = rest, f"{where} of {year}", chosen, own
    connection.create_function("excerpt", 4, snippet, deterministic=True)
    table = SEARCH.answer(
        connection, values | {"text": [asked], "limit": [min(limit, search_most_words.MOST)]}
    )

    def with_others(rows: Iterable[Row]) -> Iterable[Row]:
        from moditrack.questions.search_screen import with_others

        return _display(with_others(connection, rows, len(table)))

    def heading(own: Table) -> str:
        from moditrack.questions.search_screen import heading

        return heading(own, where)

    table.display = Display(_COLUMNS, with_others)
    table.title = f"Search: {text}"
    table.find_heading = heading
    table.find_none = lambda: _nothing_in_ours(connection, table)
    return table


def _finds(connection: Connection, asked: str) -> bool:
    """Whether some entry has a word."""
    (found,) = connection.execute("SELECT json_extract(?, '$.found')", (asked,)).fetchone()
    return bool(found)


def _has_all(connection: Connection, asked: str) -> bool:
    """Whether some entry has all words; the database reads the JSON, as it wrote it."""
    matched, words = connection.execute(
        "SELECT json_extract(?1, '$.matched'), json_extract(?1, '$.words')", (asked,)
    ).fetchone()
    return bool(matched == words)
