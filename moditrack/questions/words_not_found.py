"""What is said where no row has the words: "has more than one of the 2 words", what search has."""

from __future__ import annotations

import re
from typing import Any

from moditrack.errors import InputError
from moditrack.questions.words_filter import best_of_kind, stands_for
from moditrack.tables import Connection

_NEAREST = 3
"""So many words are said to be in entries, of several of which each has one."""
_LISTED_BY = {
    "figure": "figures --list",
    "check": "check --all",
    "commitment": "commitments",
    "event": "timeline",
}
"""The command that lists all of a kind."""


def no_words(connection: Connection, kind: str, given: str, otherwise: str = "") -> InputError:
    """That nothing of a kind has a word of what is given, and what has it or else to do."""
    words = "any of the words" if " " in given.strip() else "the word"
    none = InputError(f"No {kind} has {words} '{given}'.")
    error = with_search(connection, given, none)
    searched = "'moditrack search " in str(error)
    if error is not none and not searched:
        return error
    if kind == "figure":
        return InputError(_no_figure(connection, str(none).removesuffix("."), given, searched))
    if searched:
        found = _first(connection, given)
        return InputError(f"{str(error).removesuffix('.')}: {found}") if found else error
    otherwise = otherwise or f"'moditrack {_LISTED_BY[kind]}' lists them"
    return InputError(f"{str(none).removesuffix('.')}: {otherwise}.")


def _no_figure(connection: Connection, none: str, given: str, searched: bool) -> str:
    """That no report states a figure, like the amount of a grant, what is near, and what to do."""
    from moditrack.questions.not_stated import not_stated, said_of

    absent = said_of(not_stated(connection, given))
    said = absent or f"{none}: no report is known to state one."
    if not searched:
        return f"{said} 'moditrack {_LISTED_BY['figure']}' lists what is counted."
    found = _first(connection, given, without="reference")
    nearest = f" Nearest: {found}" if found else ""
    return f"{said}{nearest} Everything near it: 'moditrack search {given}'."


def _first(connection: Connection, given: str, without: str = "") -> str:
    """The first that a search finds: often it is the answer."""
    from moditrack.questions.search import search

    for hit in search(connection, given).rows:
        if hit["citation"] and hit["kind"] != without:
            return f"{hit['title']} ({hit['citation']})."
    return ""


def with_search(connection: Connection, given: str, error: InputError) -> InputError:
    """The error for an unknown name, with the search that finds it or what is near, where no name
    is."""
    said = str(error).removesuffix(".")
    if stands_for(connection, given):
        none = said.partition(":")[0]
        return InputError(f"{none}: 'moditrack define {given}' says what it stands for.")
    if "did you mean" in said or not all(sign.isalnum() or sign in " -" for sign in given):
        return error
    if not given.strip(" -"):
        return error
    asked = best_of_kind(connection, "%", given)
    if asked["matched"] == asked["words"]:
        return InputError(f"{said}, and 'moditrack search {given}' finds it elsewhere.")
    if not asked["matched"] and asked["found"]:
        return InputError(f"{said}, and 'moditrack search {given}' shows what is near.")
    return error


def not_all(
    connection: Connection, text: str, chosen: str, values: dict[str, Any], asked: dict[str, Any]
) -> str:
    """That no entry has all of several words, which of them none of the `chosen` entries has, and
    how many of these have which, where none has two."""
    from moditrack.questions.search import has_texts

    numbers = _numbers(connection, text, chosen, values)
    nowhere = [f"'{word}'" for word, number in numbers if not number]
    none = "No entry has" if chosen == "1" else "No entry searched has"
    report = "" if has_texts(connection) else "; a report may"
    said = [f"{none} {' or '.join(nowhere)}{report}."] * bool(nowhere)
    if asked["matched"] > 1:
        if not nowhere:
            return having_most("No entry", asked)
        return f"{said[0]} Each of these has {asked['matched']} of the {asked['words']} words."
    near = [f"{number} with '{word}'" for word, number in numbers if number]
    if len(near) > 1:
        said.append("No entry has more than one of these words.")
    return " ".join([*said, f"Nearest: {', '.join(near[:_NEAREST])}."])


def _numbers(
    connection: Connection, text: str, chosen: str, values: dict[str, Any]
) -> list[tuple[str, int]]:
    """Each word as it was typed, and how many of the `chosen` entries have it."""
    from moditrack.questions.search_most_words import telling_terms

    typed = {
        term: piece.strip('",.;:!?*')
        for piece in re.findall(r'"[^"]+"|\S+', text)
        if any(map(str.isalnum, piece))
        for term in telling_terms(piece)
    }
    found = []
    for term in telling_terms(text):
        (number,) = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM search_entry_fts AS f"
            " JOIN search_entry AS e ON e.entry = f.rowid"
            f" WHERE search_entry_fts MATCH :term AND {chosen} LIMIT 1000)",
            values | {"term": term},
        ).fetchone()
        # The index has stems, and 1p1 for 1.1.
        word = typed.get(term) or re.sub(r"(?<=\d)p(?=\d)", ".", term.split('"')[1])
        found.append((word, number))
    return found


def having_most(none: str, asked: dict[str, Any]) -> str:
    """That no row has all of the words, and how many each has."""
    if asked["matched"] == 1:
        return f"{none} has more than one of the {asked['words']} words."
    some = f"{asked['matched']} of {asked['words']}"
    return f"{none} has all of the words: each of these has {some}."
