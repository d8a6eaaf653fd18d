"""One operation, with all that the documents say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.queries import about
from moditrack.queries.checks import checks, without_touching
from moditrack.queries.commitments import commitments
from moditrack.queries.figures import figures
from moditrack.queries.filters import WITHIN
from moditrack.queries.names import ShownNames, find
from moditrack.queries.operations import COLUMNS, complete, differing, rows_of
from moditrack.queries.timeline import timeline
from moditrack.tables import Page, Row, Table

if TYPE_CHECKING:
    import sqlite3


def operation_page(connection: sqlite3.Connection, name: str) -> Page:
    """All that the documents say of one operation, each with its citation.

    The object holds the list's keys and statements, events, figures, responsibilities, parts,
    children, commitments, names, references and checks. Raises InputError for an unknown name.
    """
    operation = find(connection, "operation", name)
    (row,) = rows_of(
        connection,
        dict.fromkeys(("agency", "level", "strand", "document", "kind"))
        | {"operation": [operation]},
    )
    said = about.stated(connection, "operation", operation)
    named = about.named(connection, "operation", operation)
    complete(row, said, named, differing(connection, operation))
    statements = about.statements(connection, said)
    tables = {
        "statements": statements,
        "events": without_touching(timeline(connection, operation=operation)),
        "figures": _results(connection, operation),
        "responsibilities": about.responsibilities(connection, "operation", operation),
        "parts": about.parts(connection, operation),
        "commitments": without_touching(commitments(connection, operation=operation)),
        "names": about.names(named),
        "references": about.references(connection, operation),
        "checks": checks(connection, operation=operation),
    }
    children = [
        child["operation"]
        for child in connection.execute(
            "SELECT operation FROM operation WHERE parent = ? ORDER BY rowid", (operation,)
        )
    ]
    parts = {column.key: row[column.key] for column in COLUMNS}
    parts |= tables | {"children": children}
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
        parts,
    )


def _results(connection: sqlite3.Connection, operation: str) -> Table:
    """The figures by operation: its own first, then those of its phases and other children."""
    own = without_touching(figures(connection, operation=operation))

    def rows() -> list[Row]:
        within = WITHIN.format(own=":operation")
        place = {
            row["operation"]: (row["operation"] != operation, row["rowid"])
            for row in connection.execute(
                f"SELECT rowid, operation FROM operation WHERE operation IN {within}",
                {"operation": operation},
            )
        }
        return sorted(own, key=lambda row: place[row["operation"]])

    def dress(rows: list[Row]) -> None:
        if own.dress is not None:
            own.dress(rows)
        named = ShownNames(connection)
        for row in rows:
            row["heading"] = named[row["operation"]]

    return Table(
        "Figures and results",
        own.columns,
        rows,
        shown=own.shown,
        group="heading",
        noted=own.noted,
        dress=dress,
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
            mark = "*" if key in row["inferred"] else ""
            facts.append((label, f"{named[row[key]]}{mark}"))
        elif key in stated:
            facts.append((label, "stated differently, see below"))
    for label, values in (
        ("Partners", [named[agency] for agency in row["partners"]]),
        ("Levels", [row["levels_text"]] if row["levels"] else []),
        ("Includes", [named[child] for child in children]),
        ("Documents", row["documents"]),
    ):
        if values:
            facts.append((label, "; ".join(values)))
    return facts
