"""The questions that Datasette offers: those of the commands, and `citation`."""

from __future__ import annotations

from html import escape
from typing import Any

from moditrack.questions.agencies import RESPONSIBILITIES
from moditrack.questions.check import CHECKS
from moditrack.questions.commitments import COMMITMENTS
from moditrack.questions.compare import COMPARE
from moditrack.questions.figures import FIGURES
from moditrack.questions.operations import OPERATIONS
from moditrack.questions.outcomes import OUTCOMES
from moditrack.questions.passages import CITATION
from moditrack.questions.question import Question, web_query
from moditrack.questions.search import SEARCH
from moditrack.questions.sources import SOURCES
from moditrack.questions.timeline import TIMELINE
from moditrack.questions.victims import VICTIMS

QUESTIONS = (
    OUTCOMES, VICTIMS, COMPARE, FIGURES, TIMELINE, OPERATIONS, RESPONSIBILITIES, COMMITMENTS,
    CHECKS, SEARCH, SOURCES, CITATION,
)  # fmt: skip
"""In the order on the page, which is that of `moditrack --help`."""


def canned() -> dict[str, dict[str, Any]]:
    """The questions by name, in the form of Datasette's metadata."""
    return {question.name: _canned(question) for question in QUESTIONS}


def _canned(question: Question) -> dict[str, Any]:
    description = f"{question.asks} {question.meaning}"
    params = {
        own.name: ("1 to " if own.unless else "") + own.help[0].lower() + own.help[1:-1]
        for own in question.filters
        if own.condition or own.required
    }
    return {
        "title": question.summary,
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
