"""Search for people: the answer, and the hits on one thing in one row, each text once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from moditrack.citations import first_of, sources_of
from moditrack.counting import counted
from moditrack.questions import search_most_words
from moditrack.questions.question import looked_up
from moditrack.questions.search import SEARCH, nothing, search, typed
from moditrack.questions.search_most_words import telling_terms
from moditrack.questions.search_snippets import excerpt, marked_in
from moditrack.tables import Connection, Marked, Row, Table

_MOST = 4
"""At most this many hits of a thing are shown; more are counted."""
_TITLED = ("threat",)
"""Kinds of entry whose title says all; further words only help to find them."""
_FEW = 3
"""Of so few hits there is room to say more."""
_MANY = 1000
"""No more entries with one word are counted."""
_THINGS = ("operations ", "agencies ")
"""The commands of things that have hits of several kinds."""

_COUNTED = {"victims": "victims", "offences": "outcomes", "outcomes": "outcomes"}
"""Words of what other commands count."""
_MOST_KINDS = 6
"""At most this many kinds of hits are named in the answer."""
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


def _found(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        title = marked_in(row["title"], row["title_marked"])
        cut = excerpt(title, marked_in(row["text"], row["text_marked"]))
        found = [title] if cut is title or row["kind"] in _TITLED else [title, cut]
        if row["kind"] == "reference":
            found[0] = Marked(f"{title} (not held here)", title.spans)
        beside = row.get("beside")
        others = [f"In the same passage: {'; '.join(beside)}"] if beside else []
        if items := row.get("items"):
            others = [f"They are: {'; '.join(items)}"]
        yield row | {"found": [*found, *others]}


def with_others(connection: Connection, rows: Iterable[Row], number: int) -> Iterator[Row]:
    """The rows, a statement with the other operations that its passage says something of (where
    there are few rows, with their results), and a number of the items of a list with the items."""
    query = """
        SELECT o.name || coalesce(': ' || max(iif(s.property = 'result', s.statement, NULL)), '')
        FROM statement AS s JOIN operation AS o ON o.operation = s.operation
        WHERE s.document = ? AND s.locator = ? AND ? <> 'operations ' || s.operation
        GROUP BY o.operation ORDER BY min(s.rowid)
    """
    if number > _FEW:
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


def displayed(rows: Iterable[Row]) -> Iterator[Row]:
    """The hits as people see them."""
    return _grouped(_found(rows))


def _grouped(rows: Iterable[Row]) -> Iterator[Row]:
    """The hits on one thing in one row, where the first of them is: each text once, with its
    citation where they differ, and the command once. A hit has its texts as `found`."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    texts: dict[str, Row] = {}
    for row in rows:
        text = "\n".join(row["found"])
        if text in texts:  # two records of one text
            texts[text]["sources"] += [s for s in row["sources"] if s not in texts[text]["sources"]]
            continue
        texts[text] = row | {"sources": [*row["sources"]]}
        command = row["command"]
        key = (command,) if command.startswith(_THINGS) else (row["kind"], command)
        groups.setdefault(key, []).append(texts[text])
    for hits in groups.values():
        yield hits[0] | {"found": list(_lines(hits)), "more": _more(hits)}


def _lines(hits: list[Row]) -> Iterator[str]:
    name = _name(hits[0])
    apart = len({own for hit in hits for own in hit["sources"]}) > 1 and len(hits) > 1
    said: set[str] = set()
    for number, hit in enumerate(hits[:_MOST]):
        first, *others = hit["found"]
        others = [text for text in others if text not in said]
        said.update(others)
        cited = f" {first_of(hit['sources'])}" if apart and hit["sources"] else ""
        shown = _without(first, f"{name}: ") if number else first
        last = others.pop() if others else None
        yield from (_with(shown, cited if last is None else ""), *others)
        if last is not None:
            yield _with(last, cited)


def _name(hit: Row) -> str:
    """What the thing is called, as its other hits begin."""
    title = str(hit["title"])
    if hit["kind"] in ("operation", "agency"):
        return title.partition(" (")[0]
    return title.partition(": ")[0]


def _more(hits: list[Row]) -> list[str]:
    sources = sources_of(hits)
    cited = [first_of(sources)] if sources and (len(hits) == 1 or len(sources) == 1) else []
    others = f"{len(hits) - _MOST} more: " if len(hits) > _MOST else ""
    return [*cited, f"{others}moditrack {hits[0]['command']}"]


def _with(text: str, end: str) -> str:
    return Marked(text + end, text.spans, text.verdict) if isinstance(text, Marked) else text + end


def _without(text: str, begin: str) -> str:
    """A text without how it begins, what is marked in it kept."""
    if not text.startswith(begin):
        return text
    cut = len(begin)
    if not isinstance(text, Marked):
        return text[cut:]
    return Marked(text[cut:], [(a - cut, b - cut) for a, b in text.spans if a >= cut], text.verdict)


def _terms(query: str) -> str:
    """The words of a query that any of them fits."""
    return ", ".join(term.strip('"') for term in query.split(" OR "))


def conclusion(connection: Connection, table: Table) -> str:
    """What does not fit about the words, or that no entry has all of them."""
    asked = looked_up(table, "text")
    if table.rows and not asked["matched"]:
        return f"{nothing(table)} These are near: {_terms(asked['query'])}."
    if table.rows and asked["matched"] < asked["words"]:
        from moditrack.questions.words_not_found import not_all

        chosen = {key: own for key, own in table.filters.items() if key in ("kind", "document")}
        return not_all(connection, typed(table), *SEARCH.where_clause(chosen), asked)
    if not table.rows:
        return ""
    from moditrack.questions.grouping import most_first

    best_first = dict.fromkeys(row["kind"] for row in table.rows)
    every = {kind: asked["kinds"][kind] for kind in best_first | asked["kinds"]}
    kinds = most_first(every, _MOST_KINDS)
    all_counts = [
        f"All counts: moditrack {command}."
        for word, command in _COUNTED.items()
        if word in typed(table).lower().split()
    ][:1]
    if not table.filters.keys().isdisjoint(("kind", "document")):
        return " ".join([f"By kind: {kinds}.", *all_counts])
    found = connection.execute(_FINDINGS, asked).fetchall()
    page = _page_of(table)
    figure = _nearest_figure(connection, table, asked)
    names = ", ".join(finding.rpartition(":")[2] for (finding,) in found)
    misfits = f"Does not fit: moditrack check {names}" if names else ""
    return " ".join(
        filter(
            None,
            [
                f"By kind: {kinds}.",
                page,
                *all_counts,
                figure or _of_one_word(connection, table, asked),
                _not_stated(connection, table),
                misfits,
            ],
        )
    )


def _page_of(table: Table) -> str:
    """The page of what has the name that is searched for."""
    from moditrack.name_key import name_key

    first = table.rows[0]
    if not first["command"].startswith(_THINGS) or name_key(_name(first)) != name_key(typed(table)):
        return ""
    return f"Its page: moditrack {first['command']}."


def _of_one_word(connection: Connection, table: Table, asked: dict[str, Any]) -> str:
    """How many entries have each word alone, where few have all: the rest may be the answer."""
    if asked["found"] > _FEW or not typed(table).replace(" ", "").isalpha():
        return ""
    each = [word for word in typed(table).split() if telling_terms(word)]
    query = f"SELECT 1 FROM search_entry_fts WHERE search_entry_fts MATCH ? LIMIT {_MANY}"
    listed = []
    for word in each:
        number = len(connection.execute(query, telling_terms(word)).fetchall())
        listed.append(f"{word} {number:,}{' or more' * (number == _MANY)}")
    return f"Each word alone: {', '.join(listed)}." if len(each) > 1 else ""


def _nearest_figure(connection: Connection, table: Table, asked: dict[str, Any]) -> str:
    """The figure that has all of the words but one, where few entries have all and none is one."""
    if asked["found"] > _FEW or asked["words"] < 3 or "figure" in asked["kinds"]:
        return ""
    for row in search(connection, typed(table), kind="figure", limit=1).rows:
        if row["matched"] == row["words"] - 1:
            return f"Nearest figure: {row['title']} ({row['citation']})."
    return ""


def _not_stated(connection: Connection, table: Table) -> str:
    """What no report states of the words, where they refer to it."""
    if all(row["kind"] != "reference" for row in table.rows):
        return ""
    from moditrack.questions.not_stated import not_stated, said_of

    return said_of(not_stated(connection, typed(table)))


def heading(table: Table, where: str) -> str:
    """The title with the number of matches, also of those that are not shown, and which reports are
    searched where the words say so."""
    title = f"{table.title}, in the reports{where}" if where else table.title
    asked = looked_up(table, "text")
    listed, found = len(table), asked["found"]
    if listed and not asked["matched"]:
        return f"{title}: 0 matches; near it: {listed}"
    partial = "partial " if listed and asked["matched"] < asked["words"] else ""
    if found <= listed:
        return f"{title}: {counted(listed, f'{partial}match', f'{partial}matches')}"
    more = " or more" if asked["last"] < search_most_words.MOST else ""
    return f"{title}: {listed:,} of {found:,}{more} {partial}matches, the best first"
