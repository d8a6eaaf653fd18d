"""The filters of a question as fields of a form: a box to tick, a list to choose from, or text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from moditrack.questions.filters import Filter
from moditrack.questions.known_values import known_values
from moditrack.questions.question import Question

Choices = dict[str, dict[str, str]]
_FEW = 30
"""At most this many choices are a list; of more, some are offered while one types."""
_OPEN = ("date", "term")
"""Kinds of value of which any other can be typed as well."""


TRUE = ("1", "on", "true", "yes")
"""The values in an address that tick a box."""


def given_to(own: Filter, value: str | None) -> str:
    """What an address gives to a filter; empty where it does not tick its box."""
    ticked = not (own.unless or own.switch) or (value or "").casefold() in TRUE
    return value or "" if ticked else ""


def choices_of(connection: Any, questions: Iterable[Question]) -> Choices:
    """What there is to choose from for the filters of questions, by its kind: each value, and the
    words beside it."""
    kinds = {own.suggestions for question in questions for own in question.filters}
    return {
        kind: {
            str(value): _words(str(value), str(name or ""))
            for value, name, *_ in known_values(connection, kind)
        }
        for kind in kinds
        if kind
    }


def _words(value: str, name: str) -> str:
    if value.casefold() in name.casefold():
        return name
    return f"{value}: {name}" if name else value


def field(own: Filter, value: str, known: Choices) -> dict[str, Any]:
    """A filter as a field of a form: its name, kind, value and choices."""
    choices = dict.fromkeys(own.choices) or known.get(own.suggestions or "", {})
    listed = {one: words or one for one, words in choices.items()}
    if own.unless or own.switch:
        kind = "tick"
    elif listed and len(listed) <= _FEW and own.suggestions not in _OPEN:
        kind = "list"
        value = next((one for one in listed if one.casefold() == value.casefold()), value)
        if value and value not in listed:  # typed in the address, in other words
            listed = {value: value, **listed}
    else:
        kind = "text"
    return {"name": own.name, "kind": kind, "value": value, "choices": listed, "help": own.help}
