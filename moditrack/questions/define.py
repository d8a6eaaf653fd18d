"""Definitions: what the documents say that their terms mean, abbreviations, outcome codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from moditrack.errors import InputError
from moditrack.name_key import name_key
from moditrack.nearest_names import unknown
from moditrack.questions.filters import DOCUMENT, Filter
from moditrack.questions.names import named
from moditrack.questions.question import Question, looked_up, partly
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

DEFINED_TERM = Record(
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


def _stems(words: Iterable[str]) -> set[str]:
    """The words without the endings of a verb: trafficking and trafficked are one."""
    endings = ("ing", "ed", "er")
    found = ((word, next(filter(word.endswith, endings), "")) for word in words)
    return {word.removesuffix(end) if len(word) > 6 else word for word, end in found}


def _terms(connection: Connection, given: str) -> str:
    """The terms asked for, as JSON: of that name, and of the kinds named after it; else with all of
    the words; else with the text as a part; else with all of the words in their name or kind; else
    one for each word; else (`meant`) in their meaning, too; else with most of them in their name
    or kind. Raises InputError where there is none."""
    import json

    from moditrack.questions.search_terms import COMMON

    known: dict[str, str] = {}
    of_kind: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for term, definition, kind in connection.execute("SELECT term, definition, kind FROM terms"):
        of_kind[term] = f"{of_kind.get(term, term)} {kind}"
        kinds[term] = kind.lower()
        known[term] = f"{known.get(term, term)} {kind} {definition}"
    every, part = _words(given), " ".join(given.lower().split())
    words = [word for word in every if word not in COMMON] or every
    of_term = {term: _words(term) for term in known}
    most, having_most = _having_most(words, of_kind)
    itself = [term for term, own in of_term.items() if own == every]
    below = tuple(f"{term} ".lower() for term in itself)
    each = [term for term, own in of_term.items() if len(own) == 1 and own[0] in words]
    all_found = {word for term in each for word in of_term[term]} == set(words)
    ways = (
        itself and [term for term in known if term in itself or kinds[term].startswith(below)],
        [term for term, own in of_term.items() if _stems(words) <= _stems(own)],
        [term for term in known if part in term.lower()],
        [term for term, text in of_kind.items() if set(words) <= set(_words(text))],
        each if all_found else [],
        [term for term, text in known.items() if set(words) <= set(_words(text))],
        having_most,
    )
    for number, found in enumerate(ways, 1):
        if words and found:
            meant, fewer = number == len(ways) - 1, number == len(ways)
            return json.dumps(
                {
                    "terms": [term.lower() for term in found],
                    "text": given,
                    "meant": meant,
                    "matched": most if fewer else len(words),
                    "words": len(words),
                }
            )
    if pages := _pages(connection, given):
        what = _what_it_is(connection, given)
        raise InputError(f"No document defines '{given}': '{pages[0]}' shows {what}.")
    from moditrack.questions.words_not_found import with_search

    listed = {term.lower(): term for term in known}
    raise with_search(connection, given, unknown("term", given, listed, "moditrack define"))


def _having_most(words: list[str], named: dict[str, str]) -> tuple[int, list[str]]:
    """How many of several words a term has in its name or kind, at the most; and which have them.

    A level has to have all: there is no Level 4.
    """
    telling = {word for word in words if len(word) > 2 and not word.isdecimal()}
    if len(words) < 2 or words[0] == "level":
        return 0, []
    numbers = {term: len(telling & set(_words(text))) for term, text in named.items()}
    most = max(numbers.values(), default=0)
    return most, [term for term, number in numbers.items() if 0 < number == most]


def _pages(connection: Connection, given: str) -> list[str]:
    """The commands that show an operation or agency of this name."""
    return [
        f"moditrack {command} {found[0]}"
        for kind, command in (("operation", "operations"), ("agency", "agencies"))
        if (found := named(connection, kind, given))
    ]


def _what_it_is(connection: Connection, given: str) -> str:
    """The operation of this name, and what it was; it, where that is another thing."""
    import json

    for operation in named(connection, "operation", given)[:1]:
        name, what = connection.execute(
            "SELECT name, what FROM operations WHERE operation = ?", (operation,)
        ).fetchone()
        return " ".join([name, *(f"({said})" for said in json.loads(what)[:1])])
    return "it"


def _named_differently(connection: Connection, terms: str) -> list[str]:
    """The findings on names that state one of these terms, which are JSON."""
    return [
        name.rpartition(":")[2]
        for (name,) in connection.execute(
            """
            SELECT f.finding FROM finding AS f WHERE f.severity = 4 AND EXISTS (
                SELECT 1 FROM check_source AS s JOIN json_each(?) AS t
                    ON t.value = lower(s.states) OR instr(lower(s.states), '(' || t.value || ')')
                WHERE s.check_id = f.finding
            ) ORDER BY f.position
            """,
            (terms,),
        )
    ]


def _lists(connection: Connection, table: Table) -> Iterator[Note]:
    """The lists in the passages of a single definition: the criteria that it speaks of."""
    if len(table) == 1:
        import json

        found: dict[tuple[str, str], list[str]] = {}
        for name, citation, part in connection.execute(
            "SELECT list, citation, part FROM part WHERE citation IN"
            " (SELECT value FROM json_each(?)) ORDER BY document, position",
            (json.dumps(table.rows[0]["sources"]),),
        ):
            found.setdefault((name, citation), []).append(part)
        for (name, citation), parts in found.items():
            yield Note("hint", f"{name}: {'; '.join(parts)} {citation}")


def _meant(connection: Connection, table: Table) -> Iterator[Note]:
    """That the words are in meanings alone, where that is so; and what has a page of that name."""
    if asked := looked_up(table, "term"):
        import json

        if pages := _pages(connection, asked["text"]):
            yield Note("hint", f"More: {', '.join(pages)}")
        yield from _lists(connection, table)
        if names := _named_differently(connection, json.dumps(asked["terms"])):
            yield Note("hint", f"Named in more than one way: moditrack check {', '.join(names)}")
        if asked["meant"]:
            yield Note("caution", f"No term has '{asked['text']}': these have it in their meaning.")


def _conclusion(connection: Connection, table: Table) -> str:
    """That none has all of the words, where that is so, and what the only one says, or how many
    definitions are of each kind."""
    from moditrack.questions.grouping import most_first

    kinds = Counter(table.values("kind"))
    said = [partly(table, "term"), _itself(connection, table)]
    if len(kinds) > 1:
        said.append(f"By kind: {most_first(kinds, _MOST_KINDS)}.")
    elif len(table) == 1 and not any(said):
        (row,) = table.rows
        said.append(f"{row['definition']}. {_terms_beside(connection, row)}")
    elif len(table) > 1:
        said.append(f"Each is of the kind {next(iter(kinds))}.")
    return " ".join(filter(None, said))


def _terms_beside(connection: Connection, row: Row) -> str:
    """Which document has a term, and the others of its sort, or of one that is named after it."""
    found = connection.execute(
        "SELECT DISTINCT term FROM terms WHERE (kind = :kind OR kind LIKE :kind || ' %')"
        " AND term <> :term AND EXISTS (SELECT 1 FROM json_each(sources) AS s"
        " WHERE s.value LIKE :document || '#%') ORDER BY place LIMIT :most",
        {key: row[key] for key in ("kind", "term", "document")} | {"most": _MOST_KINDS + 1},
    )
    others = [term for (term,) in found.fetchall()]
    beside = f", beside {', '.join(others)}" if 0 < len(others) <= _MOST_KINDS else ""
    documents = list(dict.fromkeys(source.partition("#")[0] for source in row["sources"]))
    verb = "has" if len(documents) == 1 else "have"
    return f"As {' and '.join(documents)} {verb} it{beside}."


def _itself(connection: Connection, table: Table) -> str:
    """What an operation is whose name is asked for, where no term is that name itself."""
    asked = looked_up(table, "term")
    if not asked or not len(table):
        return ""
    if name_key(asked["text"]) in {name_key(term) for term in table.values("term")}:
        return ""
    if not named(connection, "operation", asked["text"]):
        return ""
    return (
        f"No term is '{asked['text']}' itself, which is {_what_it_is(connection, asked['text'])}."
    )


_MOST_KINDS = 6
"""At most this many kinds are named in the answer."""
DEFINE = Question(
    "define",
    title="Definitions",
    noun=("definition", "definitions"),
    conclusion=_conclusion,
    summary="What the documents say that their terms mean",
    asks="What is Level 2?",
    meaning="A row for each term that a document defines, in the order of the documents, then for"
    " each abbreviation that they print and each outcome code. The meaning is the one that its"
    " document gives; of an abbreviation that it does not spell out, the usual one, which says so;"
    " of a code, the official name.",
    record=DEFINED_TERM,
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
