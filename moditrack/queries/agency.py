"""One agency, with all that the documents say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.queries import about
from moditrack.queries.checks import checks, without_touching
from moditrack.queries.commitments import commitments
from moditrack.queries.figures import figures
from moditrack.queries.names import ShownNames, find
from moditrack.queries.timeline import timeline
from moditrack.tables import Page, Row, Table

if TYPE_CHECKING:
    import sqlite3


def agency_page(connection: sqlite3.Connection, name: str) -> Page:
    """All that the documents say of one agency, each with its citation.

    The object holds agency, abbreviation, name, kind, parent, units, names, statements,
    responsibilities, figures, events, commitments and checks. Raises InputError for an unknown
    name.
    """
    agency = find(connection, "agency", name)
    row = dict(
        connection.execute(
            "SELECT agency, abbreviation, name, kind, parent FROM agency WHERE agency = ?",
            (agency,),
        ).fetchone()
    )
    units = [
        unit["agency"]
        for unit in connection.execute(
            "SELECT agency FROM agency WHERE parent = ? ORDER BY rowid", (agency,)
        )
    ]
    tables = {
        "names": about.names(about.named(connection, "agency", agency)),
        "statements": about.statements(connection, about.stated(connection, "agency", agency)),
        "responsibilities": about.responsibilities(connection, "agency", agency),
        "figures": without_touching(figures(connection, agency=agency)),
        "events": without_touching(timeline(connection, agency=agency)),
        "commitments": without_touching(commitments(connection, agency=agency)),
        "checks": checks(connection, agency=agency),
    }
    parts = row | {"units": units} | tables
    parts["sources"] = list(dict.fromkeys(s for t in tables.values() for s in t.sources))
    return Page(
        row["name"],
        lambda: _facts(connection, row, units, tables["statements"]),
        list(tables.values()),
        parts,
    )


def _facts(
    connection: sqlite3.Connection, row: Row, units: list[str], statements: Table
) -> list[tuple[str, str]]:
    stated = any(s["property"] == "parent" for s in statements.rows)
    named = ShownNames(connection)
    parent = named[row["parent"]] if row["parent"] else None
    parent = parent or ("stated differently, see below" if stated else None)
    return [
        (label, value)
        for label, value in (
            ("Abbreviation", row["abbreviation"]),
            ("Kind", row["kind"]),
            ("Id", row["agency"]),
            ("Part of", parent),
            ("Units", "; ".join(named[unit] for unit in units) or None),
        )
        if value
    ]
