"""The questions that Datasette offers, one SQL file each: those of the commands, and `citation`.

A file starts with comments: its title, a description, and a line for each parameter,
`-- :name what to write`. An empty parameter does not filter.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
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

QUESTIONS = {
    question.name: question
    for question in (
        OUTCOMES,
        VICTIMS,
        COMPARE,
        FIGURES,
        TIMELINE,
        OPERATIONS,
        RESPONSIBILITIES,
        COMMITMENTS,
        CHECKS,
        SEARCH,
        SOURCES,
        CITATION,
    )
}
"""The questions that are defined once; the others have a file of SQL here."""
QUERIES = Path(__file__).parent / "queries"
ORDER = (
    "outcomes", "victims", "compare", "figures", "timeline", "operations", "agencies",
    "commitments", "check", "search", "sources", "citation",
)  # fmt: skip
"""The order on the page, which is that of `moditrack --help`."""


def canned() -> dict[str, dict[str, Any]]:
    """The questions by name, in the form of Datasette's metadata."""
    return {name: _canned(QUESTIONS[name]) if name in QUESTIONS else _read(name) for name in ORDER}


def _canned(question: Question) -> dict[str, Any]:
    """A question from its own definition."""
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


def _read(name: str) -> dict[str, Any]:
    text = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    head = re.match(r"(?:-- .*\n)+", text)
    assert head is not None, name
    title, description, *rest = (line.removeprefix("-- ") for line in head[0].splitlines())
    params = dict(re.findall(r"^:(\w+) (.*)$", "\n".join(rest), re.MULTILINE))
    return {
        "title": title,
        "description": description,
        "description_html": _html(name, description, params),
        "sql": text[head.end() :].strip(),
        "params": list(params),
        "hide_sql": True,
    }


def _html(command: str, description: str, params: dict[str, str], optional: bool = True) -> str:
    question, _, meaning = description.partition("? ")
    parts = [f"<p><strong>{escape(question)}?</strong> {escape(meaning)}</p>"]
    if params:
        listed = "; ".join(f"<em>{key}</em>, {escape(text)}" for key, text in params.items())
        empty = " An empty field does not filter." if optional else ""
        parts.append(f"<p>To fill in: {listed}.{empty}</p>")
    parts.append(f"<p>In a terminal: <code>moditrack {command}</code></p>")
    return "".join(parts)
