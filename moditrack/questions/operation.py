"""The page of an operation: all that the documents say about it, as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from moditrack.pages import Page
from moditrack.questions import operation_or_agency
from moditrack.questions.agencies import OWN_RESPONSIBILITY, responsibilities_of
from moditrack.questions.check import CHECK, CHECKS, SEVERITIES
from moditrack.questions.commitments import COMMITMENT, COMMITMENTS
from moditrack.questions.figures import FIGURE, FIGURES
from moditrack.questions.names import ShownNames, find
from moditrack.questions.operation_or_agency import NAME, PART, REFERENCE, SECTIONS, STATEMENT
from moditrack.questions.operations import OPERATION, OPERATIONS
from moditrack.questions.timeline import EVENT, TIMELINE
from moditrack.tables import Column, Connection, Display, Record, Row, Table

OPERATION_PAGE = Record(
    "operation_page",
    "One operation, with all that the documents say about it.",
    (
        *OPERATION.columns,
        Column("statements", STATEMENT, "what each document says about each property", many=True),
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
_OWN_FIRST = """operation <> :operation_0,
    (SELECT o.rowid FROM operation AS o WHERE o.operation = figures.operation), position"""


def operation_page(connection: Connection, name: str) -> Page:
    """All that the documents say about one operation, each with its citation.

    The object holds the list's keys and statements, events, figures, responsibilities, parts,
    children, commitments, names, references and checks. Raises InputError for an unknown name.
    """
    operation = find(connection, "operation", name)
    about = {"operation": [operation]}
    own = OPERATIONS.select(
        connection, OPERATION.columns, {}, "operation = :operation", {"operation": operation}
    )

    @cache
    def row() -> Row:
        return next(iter(own))

    statements = operation_or_agency.statements(connection, "operation", operation)
    tables = {
        "statements": statements,
        "events": operation_or_agency.without_related_checks(TIMELINE.answer(connection, about)),
        "figures": _results(connection, about),
        "responsibilities": responsibilities_of(connection, "operation", operation),
        "parts": operation_or_agency.parts(connection, operation),
        "commitments": operation_or_agency.without_related_checks(
            COMMITMENTS.answer(connection, about)
        ),
        "names": operation_or_agency.names(connection, "operation", operation),
        "references": operation_or_agency.references(connection, operation),
        "checks": CHECKS.answer(connection, about | {"severity": list(SEVERITIES)}),
    }
    checks = operation_or_agency.findings(connection, "operation", operation)
    children = operation_or_agency.ids_below(connection, "operation", operation)

    def facts() -> list[tuple[str, str]]:
        from moditrack.questions import operation_screen

        return operation_screen.facts(connection, row(), children.value, statements)

    def first() -> Page:
        from moditrack.questions import operation_screen

        sections = tables | {"checks": checks}
        return operation_screen.first_screen(connection, row(), children.value, sections)

    return Page(
        lambda: str(row()["name"]),
        facts,
        {name: (tables | {"checks": checks})[name] for name in SECTIONS["operations"]},
        own.json_values() | tables | {"children": children},
        first=first,
    )


def _results(connection: Connection, about: dict[str, list[str]]) -> Table:
    """The figures by operation: its own, then the figures of its phases and other children."""
    own = operation_or_agency.without_related_checks(
        FIGURES.replace(order=_OWN_FIRST).answer(connection, about)
    )

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        named = ShownNames(connection)
        for row in own.display.rows(rows) if own.display.rows else rows:
            yield row | {"heading": named[row["operation"]]}

    return Table(
        "Figures and results",
        own.columns,
        own.find_rows,
        display=Display(own.display.columns, display, group="heading"),
        notes=own.find_notes,
        filters=own.filters,
        data=own.data,
    )
