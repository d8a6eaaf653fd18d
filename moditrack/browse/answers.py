"""The answer to a question above its rows on the web, in the words of its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from datasette import hookimpl
from datasette.utils.sqlite import sqlite3

from moditrack.browse.fields import field, given_to
from moditrack.browse.links import Names, item_link, sentence
from moditrack.browse.metadata import NAME
from moditrack.browse.screens import linked_notes, screen
from moditrack.errors import InputError
from moditrack.output.notes import in_order
from moditrack.questions import check_screen, compare_screen, outcomes_screen, victims_screen
from moditrack.questions.agencies_screen import responsibilities_with_overview
from moditrack.questions.all_questions import QUESTIONS
from moditrack.questions.commitments_screen import commitments_by_state
from moditrack.questions.figures_screen import figures_by_report
from moditrack.questions.operations_screen import operations_with_overview
from moditrack.questions.outcomes import outcomes
from moditrack.questions.question import Question
from moditrack.questions.search import search
from moditrack.questions.sources import referred_to
from moditrack.questions.timeline import timeline_by_year
from moditrack.tables import Table

_MOST_COLUMNS = 13
_ASKED = {question.name: question for question in QUESTIONS}


def _search(connection: Any, text: str, limit: str = "", **given: Any) -> Table:
    return search(connection, text, limit=int(limit) if limit.isdigit() else 20, **given)


_ASK: dict[str, Callable[..., Table]] = {"outcomes": outcomes, "search": _search}
_SCREENS: dict[str, Callable[[Any, Table, Mapping[str, Any]], Sequence[Table]]] = {
    "operations": lambda connection, _, given: operations_with_overview(connection, **given),
    "agencies": lambda connection, _, given: responsibilities_with_overview(connection, **given),
    "sources": lambda _, asked, given: [asked, *referred_to(asked).sections],
    "outcomes": lambda _, asked, given: outcomes_screen.by_year(asked),
    "compare": lambda _, asked, given: [compare_screen.readings(asked)],
    "victims": lambda _, asked, given: victims_screen.by_category(asked) or [asked],
    "check": lambda _, asked, given: check_screen.tables(asked),
    "commitments": lambda connection, _, given: [commitments_by_state(connection, **given)],
    "timeline": lambda connection, _, given: [timeline_by_year(connection, **given)],
    "figures": lambda connection, _, given: [figures_by_report(connection, **given)],
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
        own.parameter: [value] if own.repeatable else value
        for own in question.filters
        if (value := given_to(own, request.args.get(own.name)))
    }
    database = datasette.databases[NAME]
    found: dict[str, Any] = {
        "as_list": _as_list(question),
        "fields": [
            field(own, given_to(own, request.args.get(own.name)), database.choices)
            for own in question.filters
        ],
    }
    if any(
        own.required and own.condition and own.parameter not in given for own in question.filters
    ):
        return found

    async def answer_and_found() -> dict[str, Any]:
        try:
            answered: dict[str, Any] = await database.execute_fn(
                lambda connection: answer(connection, question, given, database.names)
            )
        except sqlite3.Error:  # the time is up: the rows say so
            return found
        return found | answered

    return answer_and_found


def _as_list(question: Question) -> bool:
    """Whether a row is a list of its columns: there are too many, or they hold objects."""
    columns = question.of_view
    return len(columns) > _MOST_COLUMNS or any(not isinstance(own.type, str) for own in columns)


def answer(
    connection: Any, question: Question, given: Mapping[str, Any], names: Names
) -> dict[str, Any]:
    """The answer, the verdicts, the tables and the notes of a question, as its command prints
    them."""
    ask: Callable[..., Table] = _ASK.get(question.name, question.ask)
    try:
        asked = ask(connection, **given)
        view = _SCREENS.get(question.name)
        tables = view(connection, asked, given) if view else [asked]
        seen = [screen(table, names) for table in tables if view or question.display]
    except InputError as error:
        return {"answer": str(error)}
    every = dict.fromkeys(note for table in (asked, *tables) for note in table.notes)
    for table, shown in zip(tables[:-1], seen, strict=False):  # those of the last are at the end
        shown["notes"] = linked_notes([n for n in in_order(table.notes) if n in every], names)
        for note in table.notes:
            if note.kind != "conclusion":
                every.pop(note, None)
    own = any(note.kind == "report-caution" for note in every)  # they are here in full
    brief = ("report-cautions", "pointer") if own else ()
    notes = [note for note in in_order([*every]) if note.kind not in brief]
    cited = any(column.key == "sources" for own in tables for column in own.display.columns)
    answered = [table for table in tables if table.answer]
    answers = [
        own.answer if len(answered) == 1 else f"{own.heading}: {own.answer}" for own in answered
    ]
    return {
        "answer": sentence(" ".join(answers), names),
        "verdicts": [str(note) for note in notes if note.kind == "conclusion"],
        "notes": linked_notes(notes, names),
        "screens": seen,
        "sources": [] if cited else [item_link(own, "source", names) for own in asked.sources],
        "title": asked.heading if seen and any(own.required for own in question.filters) else "",
    }
