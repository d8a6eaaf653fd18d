"""Commitments: what was promised, what a later document says of it, and its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from moditrack.questions.filters import (
    AGENCY,
    DOCUMENT,
    FROM,
    OPERATION,
    TO,
    WITHIN,
    Filter,
    elsewhere,
    words_filter,
)
from moditrack.questions.question import Question, related_checks_note
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

STATES = (
    "reported-met",
    "reported-partly",
    "reported-not-met",
    "not-mentioned-again",
    "not-yet-due",
    "no-later-document",
)
_FIRST = (
    "reported-not-met",
    "not-mentioned-again",
    "not-yet-due",
    "reported-partly",
    "reported-met",
    "no-later-document",
)
"""The states in the order in which people see them: what is open first."""
SILENT = "not-mentioned-again"
_NAMED = 3
"""More silent documents than these are counted."""
IN_WORDS = {
    "reported-met": "Reported met",
    "reported-partly": "Taken up in part",
    "reported-not-met": "Reported not met",
    "not-mentioned-again": "Not mentioned again",
    "not-yet-due": "Due after the last document",
    "no-later-document": "No later document",
}
"""What people see of a state."""
LATER = Record(
    "later",
    "What a later document says about a commitment.",
    (
        Column("document", "document", "the later document"),
        Column("says", "text", "what it says, in the project's words"),
        Column(
            "state",
            "text",
            "as it reports; partly: something of it is done or planned",
            values=("met", "partly", "not-met"),
        ),
        Column("source", "citation", "where"),
    ),
)

SILENCE = Record(
    "silence",
    "A later document that says nothing of a commitment.",
    (
        Column("document", "document", "the document"),
        Column(
            "kind",
            "text",
            "what sort: a press release is short",
            values=("report", "press release"),
        ),
    ),
)

COMMITMENT = Record(
    "commitment",
    "What a document says will be done.",
    (
        Column("commitment", "text", "what will be done, in the project's words"),
        Column("made_in", "document", "the document"),
        Column("made_on", "date", "its date"),
        Column("due", "date", "when it is due", null=True),
        Column("by", "text", "ids of the agencies that make it", many=True),
        Column("operation", "text", "id of its operation", null=True),
        Column("target", "text", "the figure it aims at, with its unit", null=True),
        Column("later", LATER, "what later documents say", many=True),
        Column(
            "state",
            "text",
            "what became of it; not-yet-due: not when the last document about the force appeared",
            values=STATES,
        ),
        Column("sources", "citation", "the passages of it and of the later words", many=True),
        Column("id", "text", "id"),
        Column(
            "due_inferred",
            "boolean",
            "whether the due date is not printed but follows from the document",
        ),
        Column(
            "not_mentioned_in",
            SILENCE,
            "later documents about the same force that say nothing of it",
            many=True,
        ),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    from moditrack.citations import first_of  # data does without both
    from moditrack.questions.inferred_star import starred

    for row in rows:
        said = [entry["says"] for entry in row["later"]]
        says = "; ".join(said)
        yield row | {
            "by_text": ", ".join(row["by_names"]) or None,
            "due_text": row["due"] and starred(row["due"], row["due_inferred"]),
            "with_later": [
                f"{row['commitment']}{_by_whom(row['by_names'])}",
                *([f"Later: {first_of(said)}"] if said else []),
            ],
            "state_text": f"{IN_WORDS[row['state']]}: {says}" if said else _state(row),
        }


DISPLAY = Display(
    (
        DisplayColumn("commitment", "Commitment", "cited"),
        DisplayColumn("by_text", "By"),
        DisplayColumn("due_text", "Due", "unbroken"),
        DisplayColumn("state_text", "State"),
        DisplayColumn("sources", "Source", "list"),
    ),
    _display,
)
_BY_STATE = (
    DisplayColumn("with_later", "Commitment (by whom)", "items"),
    DisplayColumn("due_text", "Due", "unbroken"),
    DisplayColumn("sources", "Source", "list"),
)


def _by_whom(names: list[str]) -> str:
    """Who makes a commitment, in brackets and without what tells names apart: the first two of more
    than three; empty where that is not said."""
    short = [name.partition(" (")[0] for name in names]
    if len(short) > 3:
        short[2:] = [f"{len(short) - 2} others"]
    return f" ({', '.join(short)})" if short else ""


def _state(row: Row) -> str:
    """What became of a commitment, and which later documents say nothing of it."""
    own = IN_WORDS[row["state"]]
    if row["state"] == "not-yet-due":
        return f"{own} about the {row['force_name']} ({row['last_paper']})"
    if row["state"] != SILENT:
        return own
    if row["due"]:
        own = f"Due, and {own.lower()}"
    documents = row["not_mentioned_in"]
    return f"{own} in {_silent(documents, row.get('silent', len(documents)))}"


def _silent(documents: list[Row], number: int) -> str:
    if number > _NAMED:
        return f"{number} later documents"
    return " or ".join(
        one["document"] + ("" if one["kind"] == "report" else f" ({one['kind']})")
        for one in documents
    )


def _conclusion(connection: Connection, table: Table) -> str:
    by_due = Counter(f"{row['state']} {bool(row['due'])}" for row in table.rows)
    numbers: dict[str, int] = {}
    for own, number in by_due.items():
        state = own.split()[0]
        numbers[state] = numbers.get(state, 0) + number
    named = {state: words.lower() for state, words in IN_WORDS.items()}
    named["no-later-document"] = "without a later document"
    if len(table) == 1:
        named["no-later-document"] = "in the latest document, so no later one can mention it"
        about = "about the {force_name} ({last_paper})".format_map(table.rows[0])
        named["not-yet-due"] += f" {about}"
    many = len(numbers) > 1 or "state" in table.filters
    listed = [
        f"{numbers[own] if many else 'All' if numbers[own] > 1 else 'It is'} {named[own]}"
        for own in _FIRST
        if own in numbers
    ]
    if "due" in table.filters and numbers:
        was, them = ("was", "it") if len(table) == 1 else ("were", "them")
        return (
            f"{len(table)} {was} due by a date, and no later document mentions {them}, of"
            f" {_of_every_state(connection, table)} in all."
        )
    states = f"{', '.join(listed)}. " if listed else ""
    if "state" in table.filters and numbers:
        states = f"{', '.join(listed)}, of {_of_every_state(connection, table)} in all. "
    if due := by_due.get(f"{SILENT} True", 0):
        states += (
            f"{due} of those not mentioned again {'was' if due == 1 else 'were'} due by a date."
        )
    elif (
        len(table) > 1
        and "state" not in table.filters
        and not any(own.endswith(" True") for own in by_due)
    ):
        states += "None has a due date."
    return states.strip()


def _of_every_state(connection: Connection, table: Table) -> int:
    """How many commitments there are with the same filters but for the state."""
    others = {name: own for name, own in table.filters.items() if name not in ("state", "due")}
    condition, bound = COMMITMENTS.where_clause(others)
    found = connection.execute(f"SELECT count(*) FROM commitments WHERE {condition}", bound)
    return int(found.fetchone()[0])


def _due_later(connection: Connection, table: Table) -> Iterator[Note]:
    """Where only silence is asked for: how many more were due after the last document."""
    if table.filters.get("state") == [SILENT] or "due" in table.filters:
        later = table.filters | {"state": ["not-yet-due"]}
        later.pop("due", None)
        condition, bound = COMMITMENTS.where_clause(later)
        (more,) = connection.execute(
            f"SELECT count(*) FROM commitments WHERE {condition}", bound
        ).fetchone()
        if more:
            were = "was" if more == 1 else "were"
            yield Note(
                "pointer", f"{more} more {were} due after the last document: --state not-yet-due"
            )


_DUE = "iif(due LIKE 'FY%', (substr(due, 3) + 1) || '-03-31', due)"
"""When it is due, a financial year at its end; what is due in a month comes before its ~."""
COMMITMENTS = Question(
    "commitments",
    title="Commitments",
    noun=("commitment", "commitments"),
    conclusion=_conclusion,
    summary="What was promised, and what was reported later",
    asks="What was promised, and what was reported later?",
    meaning="due: a date at the precision stated; by: who makes or carries it; target: the figure"
    " aimed at, with its unit; later: what later documents say about it; state: the most that a"
    " later document reports, and where none mentions it, whether it was due when the last"
    " document about the same force appeared, and whether that is a later one; not_mentioned_in:"
    " the later documents about the same force that say nothing about it, with their kind.",
    record=COMMITMENT,
    view="commitments",
    names=(
        Column("by_names", "text", "what people call those who make or carry it", many=True),
        Column("last_paper", "date", "date of the last document about the force"),
        Column("force_name", "text", "what people call the police force of the document"),
    ),
    helpers=(Column("position", "integer", "order of documents, and of commitments in each"),),
    display=DISPLAY,
    filters=(
        words_filter(
            "commitment",
            "id IN (SELECT substr(e.command, 13) {entries})"
            " OR json_extract(:words, '$.text') IN (id, substr(id, instr(id, ':') + 1))",
            f"choose one --state of {', '.join(STATES)}",
        ),
        OPERATION.on(f"operation IN {WITHIN}"),
        AGENCY.on(
            "id IN (SELECT commitment FROM commitment_agency WHERE agency IN ({values}))",
            "Commitments of this agency.",
        ),
        DOCUMENT.on("made_in IN ({values})"),
        Filter(
            "state",
            f"Commitments in this state: {', '.join(STATES)}.",
            "state IN ({values})",
            metavar="STATE",
            found_by="lower({})",
            choices=STATES,
            elsewhere=dict.fromkeys(
                ("silent", "forgotten", "open"), "take 'not-mentioned-again' for what went silent"
            )
            | dict.fromkeys(("due", "overdue"), "'moditrack commitments --due' has what was due"),
        ),
        Filter(
            "due",
            "Only what was due by the last report, and is not mentioned again.",
            f"state = '{SILENT}' AND due IS NOT NULL",
            metavar="due and not mentioned again",
            switch=True,
        ),
        FROM.on(f"{_DUE} || '~' >= :first", "Commitments due on or after DATE."),
        TO.on(f"{_DUE} <= :last", "Commitments due on or before DATE."),
    ),
    undated=("due IS NULL", ("commitment", "without a date")),
    notes=(elsewhere, _due_later, related_checks_note),
)
_BY_SILENCE = (
    f"CASE WHEN state = '{SILENT}' THEN -json_array_length(not_mentioned_in) END,"
    f" CASE state WHEN '{SILENT}' THEN iif(json_array_length(not_mentioned_in) > {_NAMED}, NULL,"
    " not_mentioned_in) WHEN 'not-yet-due' THEN force_name END"
)
_FEW_SILENT = {
    "not_mentioned_in": f"iif(json_array_length(not_mentioned_in) > {_NAMED}, '[]',"
    " not_mentioned_in)",
    "silent": "json_array_length(not_mentioned_in)",
}
"""Many documents are counted alone: at 10,000, hundreds for each commitment took 400 MiB."""
commitments = COMMITMENTS.ask
"""One row for each commitment; filters as COMMITMENTS has them."""


def commitments_by_state(connection: Connection, /, **filters: Any) -> Table:
    """The same under what became of them, for people, first what was due by a date."""
    from moditrack.questions.grouping import under_headings

    display = under_headings(DISPLAY, _state, _BY_STATE)
    places = " ".join(f"WHEN '{state}' THEN {place}" for place, state in enumerate(_FIRST))
    by_state = COMMITMENTS.replace(
        order=f"CASE state {places} END, due IS NULL, {_BY_SILENCE}, position",
        display=display,
        names=(*COMMITMENTS.names, Column("silent", "integer")),
        expressions=_FEW_SILENT,
    )
    return by_state.ask(connection, **filters)
