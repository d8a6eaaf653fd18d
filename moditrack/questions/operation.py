"""One operation, with all that the documents say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moditrack.questions import profile
from moditrack.questions.agencies import OWN_RESPONSIBILITY, responsibilities_of
from moditrack.questions.check import CHECK, CHECKS, SEVERITIES, without_related_checks
from moditrack.questions.commitments import COMMITMENT, commitments
from moditrack.questions.figures import FIGURE, FIGURES
from moditrack.questions.filters import WITHIN
from moditrack.questions.names import ShownNames, find
from moditrack.questions.operations import OPERATION, OPERATIONS, levels_text, starred
from moditrack.questions.profile import NAME, PART, REFERENCE, STATEMENT
from moditrack.questions.timeline import EVENT, TIMELINE
from moditrack.tables import Column, Display, Page, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

OPERATION_PAGE = Record(
    "operation_page",
    "One operation, with all that the documents say of it.",
    (
        *OPERATION.columns,
        Column("statements", STATEMENT, "what each document says of each property", many=True),
        Column("events", EVENT, "its timeline", many=True),
        Column("figures", FIGURE, "its figures, and those of what belongs to it", many=True),
        Column("responsibilities", OWN_RESPONSIBILITY, "who does what in it", many=True),
        Column("parts", PART, "lists that documents give of it", many=True),
        Column("commitments", COMMITMENT, "what was promised", many=True),
        Column("names", NAME, "its names", many=True),
        Column("references", REFERENCE, "what is referred to for it", many=True),
        Column("checks", CHECK, "checks about it", many=True),
        Column("children", "text", "ids of the operations that belong to it", many=True),
    ),
)


def operation_page(connection: sqlite3.Connection, name: str) -> Page:
    """All that the documents say of one operation, each with its citation.

    The object holds the list's keys and statements, events, figures, responsibilities, parts,
    children, commitments, names, references and checks. Raises InputError for an unknown name.
    """
    operation = find(connection, "operation", name)
    about = {"operation": [operation]}
    (row,) = OPERATIONS.select(
        connection, OPERATION.columns, {}, "operation = :operation", {"operation": operation}
    )
    statements = profile.statements(connection, "operation", operation)
    tables = {
        "statements": statements,
        "events": without_related_checks(TIMELINE.answer(connection, about)),
        "figures": _results(connection, operation, FIGURES.answer(connection, about)),
        "responsibilities": responsibilities_of(connection, "operation", operation),
        "parts": profile.parts(connection, operation),
        "commitments": without_related_checks(commitments(connection, operation=operation)),
        "names": profile.names(connection, "operation", operation),
        "references": profile.references(connection, operation),
        "checks": CHECKS.answer(connection, about | {"severity": list(SEVERITIES)}),
    }
    children = [
        child["operation"]
        for child in connection.execute(
            "SELECT operation FROM operation WHERE parent = ? ORDER BY rowid", (operation,)
        )
    ]
    order = (
        "statements",
        "figures",
        "checks",
        "events",
        "parts",
        "responsibilities",
        "commitments",
        "references",
        "names",
    )
    return Page(
        row["name"],
        lambda: _facts(connection, row, children, statements),
        [tables[key] for key in order],
        row | tables | {"children": children},
    )


def _results(connection: sqlite3.Connection, operation: str, figures: Table) -> Table:
    """The figures by operation: its own first, then those of its phases and other children."""
    own = without_related_checks(figures)

    def rows() -> list[Row]:
        within = WITHIN.format(values=":operation")
        place = {
            row["operation"]: (row["operation"] != operation, row["rowid"])
            for row in connection.execute(
                f"SELECT rowid, operation FROM operation WHERE operation IN {within}",
                {"operation": operation},
            )
        }
        return sorted(own, key=lambda row: place[row["operation"]])

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        named = ShownNames(connection)
        for row in own.display.rows(rows) if own.display.rows else rows:
            yield row | {"heading": named[row["operation"]]}

    return Table(
        "Figures and results",
        own.columns,
        rows,
        display=Display(own.display.columns, display, group="heading"),
        notes=own.find_notes,
    )


def _facts(
    connection: sqlite3.Connection, row: Row, children: list[str], statements: Table
) -> list[tuple[str, str]]:
    stated = {s["property"] for s in statements.rows}
    named = ShownNames(connection)
    facts = [("Kind", row["kind"]), ("Id", row["operation"])]
    for label, key in (
        ("Lead", "lead"),
        ("Part of", "parent"),
        ("Start", "start"),
        ("End", "end"),
        ("Status", "status"),
    ):
        if row[key] is not None:
            facts.append((label, starred(row, key, named[row[key]])))
        elif key in stated:
            facts.append((label, "stated differently, see below"))
    for label, values in (
        ("Partners", [named[agency] for agency in row["partners"]]),
        ("Levels", [levels_text(row) or ""] if row["levels"] else []),
        ("Includes", [named[child] for child in children]),
        ("Documents", row["documents"]),
    ):
        if values:
            facts.append((label, "; ".join(values)))
    return facts
