"""The questions that Datasette offers (canned queries): those of the commands, and `citation`."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from moditrack.browse.fields import TRUE
from moditrack.db.rows import column_list
from moditrack.questions.all_questions import QUESTIONS
from moditrack.questions.filters import Filter
from moditrack.questions.question import Question


def canned() -> dict[str, dict[str, Any]]:
    """The questions by name, in the form of Datasette's metadata."""
    return {question.name: _canned(question) for question in QUESTIONS}


def _canned(question: Question) -> dict[str, Any]:
    description = f"{question.asks} {question.meaning}"
    params = {
        own.name: ("1 to " if own.unless or own.switch else "")
        + own.help[0].lower()
        + own.help[1:-1]
        for own in question.filters
        if own.condition or own.required
    }
    return {
        "title": question.summary,
        "asks": question.asks,
        "description": description,
        "description_html": _html(
            question.command, description, params, any(not own.required for own in question.filters)
        ),
        "sql": web_query(question),
        "params": list(params),
        "hide_sql": True,
    }


def _html(command: str, description: str, params: dict[str, str], optional: bool) -> str:
    question, _, meaning = description.partition("? ")
    parts = [f"<p><strong>{escape(question)}?</strong> {escape(meaning)}</p>"]
    if params:
        listed = "; ".join(f"<em>{key}</em>, {escape(text)}" for key, text in params.items())
        empty = " An empty field does not filter." if optional else ""
        parts.append(f"<p>To fill in: {listed}.{empty}</p>")
    parts.append(f"<p>In a terminal: <code>moditrack {command}</code></p>")
    return "".join(parts)


def web_query(question: Question) -> str:
    """A question in SQL for the web, where an empty parameter is not a filter."""
    keys = [column.key for column in question.of_view]
    listed, order = column_list(keys, question.expressions), question.order
    conditions = [web_conditions(question)]
    for own in question.filters:
        if own.required:
            name, found = f":{own.parameter}", _looked_up(question, own)
            listed, order = listed.replace(name, found), order.replace(name, found)
            if own.condition:
                conditions.insert(0, own.condition.replace(name, found))
    chosen = "\n    AND ".join(filter(None, conditions)) or "1"
    return f"SELECT {listed}\nFROM {question.view}\nWHERE {chosen}\nORDER BY {order}"


def _given(own: Filter) -> str:
    """Whether a filter is given: its box ticked, or its field not empty."""
    if own.unless or own.switch:
        return f"lower(:{own.name}) IN ({', '.join(map(repr, TRUE))})"
    return f"(:{own.name} <> '')"


def _looked_up(question: Question, own: Filter) -> str:
    """The value that a condition compares with, as SQL; `look_up` is a function of the server."""
    given = f":{own.name}"
    if own.found_by or (own.look_up is None and not own.choices):
        return (own.found_by or "{}").format(given)
    return f"look_up('{question.name}', '{own.name}', {given})"


def web_conditions(question: Question) -> str:
    """The conditions of the filters that can be left empty."""
    conditions = []
    for own in (own for own in question.filters if own.condition):
        given = f":{own.name}"
        if own.unless:
            lifting = (_given(o) for o in question.filters if o.parameter in own.unless)
            conditions.append(f"({' OR '.join(lifting)} OR {own.condition})")
        elif not own.required:
            found = _looked_up(question, own)
            parts = re.split(rf"\{{values\}}|:{own.parameter}\b", own.condition)
            condition = found.join(parts)
            unset = f"NOT {_given(own)}" if own.switch else f"{given} = ''"
            conditions.append(f"({unset} OR {condition})")
    return "\n    AND ".join(conditions)
