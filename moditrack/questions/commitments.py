"""Commitments: what was promised, what a later document says of it, and its state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moditrack.questions.filters import (
    AGENCY,
    DOCUMENT,
    FROM,
    OPERATION,
    TO,
    WITHIN,
    Filter,
    elsewhere,
    of_the_agency,
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
SILENT = "not-mentioned-again"
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


def _display(rows: Iterable[Row]) -> Iterable[Row]:
    from moditrack.questions.commitments_screen import displayed  # data does without

    return displayed(rows)


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


def _conclusion(connection: Connection, table: Table) -> str:
    from moditrack.questions.commitments_screen import conclusion

    return conclusion(connection, table)


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
            which = f"{more} more" if len(table) else str(more)
            yield Note(
                "pointer", f"{which} {were} due after the last document: --state not-yet-due"
            )


def _measured_at(_: Connection, table: Table) -> Iterator[Note]:
    """Where what was due is asked for: by which date, the last report on each force."""
    if "due" in table.filters and len(table):
        dates = sorted({(row["force_name"], row["last_paper"]) for row in table.rows})
        by = ", ".join(f"{date} ({force})" for force, date in dates)
        yield Note("caution", f"Due by the last report on the force: {by}")


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
            choices=STATES,
            elsewhere=dict.fromkeys(
                ("silent", "forgotten", "open"), "take 'not-mentioned-again' for what went silent"
            )
            | dict.fromkeys(("due", "overdue"), "'moditrack commitments --due' has what was due"),
        ),
        Filter(
            "due",
            "Only what was due by the last report on the force, and is not mentioned again.",
            f"state = '{SILENT}' AND due IS NOT NULL",
            metavar="due and not mentioned again",
            switch=True,
        ),
        FROM.on(f"{_DUE} || '~' >= :first", "Commitments due on or after DATE."),
        TO.on(f"{_DUE} <= :last", "Commitments due on or before DATE."),
    ),
    undated=("due IS NULL", ("commitment", "without a date")),
    notes=(
        of_the_agency("commitment_agency", "commitment", "by"),
        elsewhere,
        _due_later,
        _measured_at,
        related_checks_note,
    ),
)
commitments = COMMITMENTS.ask
"""One row for each commitment; filters as COMMITMENTS has them."""
