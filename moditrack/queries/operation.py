"""One operation, with all that the documents say of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from moditrack.queries import about
from moditrack.queries.checks import checks, without_touching
from moditrack.queries.commitments import commitments
from moditrack.queries.figures import figures
from moditrack.queries.names import find
from moditrack.queries.operations import COLUMNS, rows_of
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
    row = rows_of(
        connection,
        dict.fromkeys(("agency", "level", "strand", "document", "kind")) | {"operation": operation},
    )[0]
    statements = about.statements(connection, "operation", operation)
    tables = {
        "statements": statements,
        "events": without_touching(timeline(connection, operation=operation)),
        "figures": _results(connection, operation),
        "responsibilities": about.responsibilities(connection, "operation", operation),
        "parts": about.parts(connection, operation),
        "commitments": without_touching(commitments(connection, operation=operation)),
        "names": about.names(connection, "operation", operation),
        "references": about.references(connection, operation),
        "checks": checks(connection, operation=operation),
    }
    children = [
        child["operation"]
        for child in connection.execute(
            "SELECT operation FROM operation WHERE parent = ? ORDER BY rowid", (operation,)
        )
    ]
    data = {column.key: row[column.key] for column in COLUMNS}
    data |= {key: list(table) for key, table in tables.items()} | {"children": children}
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
        [tables[key] for key in order if len(tables[key])],
        data,
    )


def _results(connection: sqlite3.Connection, operation: str) -> Table:
    """The figures by operation: its own first, then those of its phases and other children."""
    table = without_touching(figures(connection, operation=operation))
    order = {
        row["operation"]: (row["operation"] != operation, row["rowid"], row["name"])
        for row in connection.execute(
            "SELECT rowid, operation, name FROM operation"
            " WHERE operation IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({row["operation"] for row in table.rows})),),
        )
    }
    table.rows.sort(key=lambda row: order[row["operation"]][:2])
    for row in table.rows:
        row["heading"] = order[row["operation"]][2]
    table.group = "heading"
    table.title = "Figures and results"
    return table


def _facts(
    connection: sqlite3.Connection, row: Row, children: list[str], statements: Table
) -> list[tuple[str, str]]:
    stated = {s["property"] for s in statements.rows}
    named = about.ShownNames(connection)
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
        ("Levels", [str(level) for level in row["levels"]]),
        ("Includes", [named[child] for child in children]),
        ("Documents", row["documents"]),
    ):
        if values:
            facts.append((label, "; ".join(values)))
    return facts
