"""One operation, with all that the documents say about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moditrack.questions import profile
from moditrack.questions.agencies import OWN_RESPONSIBILITY, responsibilities_of
from moditrack.questions.check import CHECK, CHECKS, SEVERITIES, without_related_checks
from moditrack.questions.commitments import COMMITMENT, COMMITMENTS
from moditrack.questions.figures import FIGURE, FIGURES
from moditrack.questions.filters import WITHIN
from moditrack.questions.first_screen import (
    SECTIONS,
    differing,
    findings_note,
    first_findings,
    first_said,
)
from moditrack.questions.names import ShownNames, find
from moditrack.questions.operations import OPERATION, OPERATIONS, levels_text
from moditrack.questions.profile import NAME, PART, REFERENCE, STATEMENT
from moditrack.questions.results import first_figures, results, short_name
from moditrack.questions.stars import starred
from moditrack.questions.timeline import EVENT, TIMELINE
from moditrack.tables import Column, Display, Page, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

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


def operation_page(connection: sqlite3.Connection, name: str) -> Page:
    """All that the documents say about one operation, each with its citation.

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
        "commitments": without_related_checks(COMMITMENTS.answer(connection, about)),
        "names": profile.names(connection, "operation", operation),
        "references": profile.references(connection, operation),
        "checks": CHECKS.answer(connection, about | {"severity": list(SEVERITIES)}),
    }
    checks = profile.findings(connection, "operation", operation)
    children = [
        child["operation"]
        for child in connection.execute(
            "SELECT operation FROM operation WHERE parent = ? ORDER BY rowid", (operation,)
        )
    ]
    return Page(
        row["name"],
        lambda: _facts(connection, row, children, statements),
        {name: (tables | {"checks": checks})[name] for name in SECTIONS["operations"]},
        row | tables | {"children": children},
        first=lambda: _first_screen(connection, row, children, tables | {"checks": checks}),
    )


def _results(connection: sqlite3.Connection, operation: str, figures: Table) -> Table:
    """The figures by operation: its own, then the figures of its phases and other children."""
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


_PROPERTIES = (
    ("Lead", "lead"),
    ("Part of", "parent"),
    ("Start", "start"),
    ("End", "end"),
    ("Status", "status"),
)
_IS = ("aim", "scope", "role", "method", "governance")
"""The properties that say what an operation is; the first that is stated is shown."""


def _facts(
    connection: sqlite3.Connection, row: Row, children: list[str], statements: Table
) -> list[tuple[str, str]]:
    named = ShownNames(connection)
    facts = [("Kind", row["kind"]), ("Id", row["operation"])]
    facts += _properties(connection, row, statements)
    for label, values in (
        ("Partners", [named[agency] for agency in row["partners"]]),
        ("Levels", [levels_text(row) or ""] if row["levels"] else []),
        ("Includes", [named[child] for child in children]),
        ("Documents", row["documents"]),
    ):
        if values:
            facts.append((label, "; ".join(values)))
    return facts


def _first_screen(
    connection: sqlite3.Connection, row: Row, children: list[str], tables: dict[str, Table]
) -> Page:
    """What it is, in a few lines, with the values where documents differ, and its results."""
    operation, statements = row["operation"], tables["statements"]
    named = ShownNames(connection)
    facts = first_said(statements, _IS)
    facts += _properties(connection, row, statements)
    levels = levels_text(row)
    if levels and "level" in row["differing"]:
        levels = _differing(connection, operation, "level", statements)
    reported = results(connection, operation, tables["figures"])
    seen = {line["part"] for line in reported.rows} if reported else set()
    parts = [short_name(named[child]) for child in children]
    others = ", ".join(part for part in parts if part not in seen)
    listed = [("Level", levels), ("Also" if seen else "Parts", others)]
    partners = ", ".join(named[agency] for agency in row["partners"])
    kind = "" if row["kind"] in row["name"].casefold() else f", {row['kind']}"
    checks = tables["checks"]
    if reported is None:
        status = first_said(statements, ("status",))
        if "status" not in row["differing"]:  # there is room for why
            facts = [(label, text) for label, text in facts if label != "Status"] + status
        listed += first_said(statements, ("funding",))
        listed += first_figures(tables["figures"])
        listed += first_findings(checks, _of_properties(connection, operation))
    return Page(
        f"{row['name']}{kind}{partners and f', with {partners}'}",
        [*facts, *((label, text) for label, text in listed if text)],
        [reported] if reported else [],
        {},
        below=findings_note(checks, f"check --operation {operation}"),
    )


def _of_properties(connection: sqlite3.Connection, operation: str) -> set[str]:
    """The findings on properties of an operation."""
    return {
        finding
        for (finding,) in connection.execute(
            "SELECT f.finding FROM check_subject AS b"
            " JOIN check_result AS c ON c.check_id = b.check_id"
            " JOIN finding_check AS f ON f.check_id = c.check_id"
            " WHERE b.operation = ? AND c.property IS NOT NULL",
            (operation,),
        )
    }


def _properties(
    connection: sqlite3.Connection, row: Row, statements: Table
) -> Iterator[tuple[str, str]]:
    """The properties on which the documents agree, and what each states of the others."""
    named = ShownNames(connection)
    stated = {s["property"] for s in statements.rows}
    for label, key in _PROPERTIES:
        if row[key] is not None:
            yield label, starred(named[row[key]], key in row["inferred"])
        elif key in stated:
            yield label, _differing(connection, row["operation"], key, statements)


def _differing(
    connection: sqlite3.Connection, operation: str, property: str, statements: Table
) -> str:
    """What the documents state of a property on which they differ; where the value is the same,
    what they say about it, or what the sides of a check state."""
    named = ShownNames(connection)
    said = [s for s in statements.rows if s["property"] == property]
    pairs = [(s["document"], starred(named[s["value"]], s["inferred"])) for s in said]
    if len({value for _, value in pairs}) < 2:
        pairs = [(s["document"], s["statement"]) for s in said]
    if len({value for _, value in pairs}) < 2:
        pairs = [
            tuple(side)
            for side in connection.execute(
                "SELECT s.document, s.states FROM check_subject AS b"
                " JOIN check_result AS c ON c.check_id = b.check_id"
                " JOIN check_source AS s ON s.check_id = c.check_id"
                " WHERE b.operation = ? AND c.property = ? ORDER BY c.position, s.position",
                (operation, property),
            )
        ] or pairs
    return differing(pairs)
