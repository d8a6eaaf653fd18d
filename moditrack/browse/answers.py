"""The answer to a question above its rows on the web, in the words of its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from datasette import hookimpl
from datasette.utils.sqlite import sqlite3

from moditrack.browse.metadata import NAME
from moditrack.errors import InputError
from moditrack.questions import compare_screen, outcomes_screen, victims
from moditrack.questions.every import QUESTIONS
from moditrack.questions.outcomes import outcomes
from moditrack.questions.question import Question
from moditrack.tables import Table

_MOST_COLUMNS = 13
_ASKED = {question.name: question for question in QUESTIONS}
_ASK: dict[str, Callable[..., Table]] = {"outcomes": outcomes}
_VIEWS: dict[str, Callable[[Table], Sequence[Table]]] = {
    "outcomes": outcomes_screen.by_year,
    "compare": lambda table: [compare_screen.readings(table)],
    "victims": lambda table: victims.by_category(table) or [table],
}
"""What people see of a question, where that is another table, or several."""


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(template: str, request: Any, datasette: Any) -> Any:
    """The answer and the notes for the page of a question."""
    name = request.path.rpartition("/")[2] if request is not None else ""
    question = _ASKED.get(name)
    if question is None or template != "query.html":
        return {}
    given = {
        own.parameter: value
        for own in question.filters
        if (own.condition or own.required) and (value := request.args.get(own.name))
    }
    if any(own.required for own in question.filters):
        return {}  # the rows of a search and of a citation are the answer

    async def answered() -> dict[str, Any]:
        try:
            found: dict[str, Any] = await datasette.databases[NAME].execute_fn(
                lambda connection: answer(connection, question, given)
            )
        except sqlite3.Error:  # the time is up: the rows say so
            found = {}
        return found | {"as_list": _as_list(question)}

    return answered


def _as_list(question: Question) -> bool:
    """Whether a row is a list of its columns: there are too many, or they hold objects."""
    columns = question.of_view
    return len(columns) > _MOST_COLUMNS or any(not isinstance(own.type, str) for own in columns)


def answer(connection: Any, question: Question, given: Mapping[str, str]) -> dict[str, Any]:
    """The answer, the verdicts and the notes of a question, as its command prints them."""
    ask: Callable[..., Table] = _ASK.get(question.name, question.ask)
    try:
        asked = ask(connection, **given)
    except InputError as error:
        return {"answer": str(error)}
    view = _VIEWS.get(question.name)
    tables = view(asked) if view else [asked]
    verdicts = [note for note in asked.notes if note.kind == "conclusion"]
    notes = [
        str(note)
        for table in tables
        for note in table.notes
        if note.kind not in ("source", "conclusion")
    ]
    single = len(tables) == 1
    answers = [
        own.answer if single else f"{own.heading}: {own.answer}" for own in tables if own.answer
    ]
    return {
        "answer": " ".join(answers),
        "verdicts": list(map(str, verdicts)),
        "notes": notes,
    }
