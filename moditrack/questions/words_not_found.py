"""What is said where no row has the words: "has more than one of the 2 words", what search has."""

from __future__ import annotations

from typing import Any

from moditrack.errors import InputError
from moditrack.questions.words_filter import best_of_kind, stands_for
from moditrack.tables import Connection

_LISTED_BY = {
    "figure": "figures --fields figure",
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
    if "'moditrack search " in str(error):
        return _with_first(connection, kind, given, error)
    if error is not none:
        return error
    otherwise = otherwise or f"'moditrack {_LISTED_BY[kind]}' lists them"
    return InputError(f"{str(none).removesuffix('.')}: {otherwise}.")


def _with_first(connection: Connection, kind: str, given: str, error: InputError) -> InputError:
    """The same with the first of what the search that is named finds: often it is the answer. Of a
    figure, like a grant whose amount is not stated, that no report states it, and what is near."""
    from moditrack.questions.search import search

    hits = (hit for hit in search(connection, given).rows if hit["citation"])
    hit = next((hit for hit in hits if kind != "figure" or hit["kind"] != "reference"), None)
    found = f"{hit['title']} ({hit['citation']})." if hit else ""
    if kind != "figure":
        return InputError(f"{str(error).removesuffix('.')}: {found}") if found else error
    from moditrack.questions.not_stated import not_stated, said_of

    none = f"{str(error).partition(', and ')[0]}: no report is known to state one."
    absent = said_of(not_stated(connection, given)) or none
    nearest = f" Nearest: {found}" if found else ""
    return InputError(f"{absent}{nearest} Everything near it: 'moditrack search {given}'.")


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


def having_most(none: str, asked: dict[str, Any]) -> str:
    """That no row has all of the words, and how many each has."""
    if asked["matched"] == 1:
        return f"{none} has more than one of the {asked['words']} words."
    some = f"{asked['matched']} of {asked['words']}"
    return f"{none} has all of the words: each of these has {some}."
