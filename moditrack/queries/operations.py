"""Operations: the list, and one page on each with all that the documents say."""

from __future__ import annotations

import sqlite3
from typing import Any

from moditrack.queries import about
from moditrack.queries.checks import checks, touching, without_touching
from moditrack.queries.commitments import commitments
from moditrack.queries.figures import figures
from moditrack.queries.names import find, find_document, find_id, find_strand
from moditrack.queries.timeline import timeline
from moditrack.tables import Column, Page, Row, Table, columns

COLUMNS = columns(
    "operation",
    "name",
    "kind",
    "levels",
    "lead",
    "partners",
    "parent",
    "start",
    "end",
    "status",
    "documents",
    "sources",
    "inferred",
)
SHOWN = (
    Column("name", "Operation"),
    Column("kind", "Kind"),
    Column("levels_text", "Level"),
    Column("lead_text", "Lead"),
    Column("dates", "Start, end", "list"),
    Column("documents", "Documents", "list"),
)
_LISTED = ("parent", "lead", "partner", "level", "start", "end", "status")


def operations(
    connection: sqlite3.Connection,
    *,
    agency: str | None = None,
    level: int | None = None,
    strand: str | None = None,
    document: str | None = None,
    kind: str | None = None,
) -> Table:
    """One row for each operation. levels, partners: every one that a document states; lead,
    parent, start, end, status: null where none is stated or the documents differ (ISO dates at the
    precision stated). agency: its lead, partner or one with a responsibility in it. Raises
    InputError for an unknown filter.
    """
    rows = _rows(
        connection,
        {
            "operation": None,
            "agency": None if agency is None else find(connection, "agency", agency),
            "level": None if level is None else str(level),
            "strand": None if strand is None else find_strand(connection, strand),
            "document": None if document is None else find_document(connection, document),
            "kind": None if kind is None else _kind(connection, kind),
        },
    )

    def notes(table: Table) -> list[str]:
        mark = "* Not printed in full; follows from the document."
        own = [row["operation"] for row in rows]
        return [
            "A lead or date that the documents state differently is left empty.",
            *([mark] if any(row["inferred"] for row in rows) else []),
            *touching(connection, table, kind="operation", ids=own),
        ]

    return Table("Operations", COLUMNS, rows, shown=SHOWN, noted=notes)


def _rows(connection: sqlite3.Connection, filters: dict[str, Any]) -> list[Row]:
    rows = [
        dict(row)
        for row in connection.execute(
            """
            SELECT o.operation, o.name, o.kind, o.lead, o.parent, o.start, o."end", o.status,
                coalesce(a.abbreviation, a.name) AS lead_name
            FROM operation AS o LEFT JOIN agency AS a ON a.agency = o.lead
            WHERE (:operation IS NULL OR o.operation = :operation)
                AND (:kind IS NULL OR o.kind = :kind)
                AND (:document IS NULL OR EXISTS (
                    SELECT 1 FROM name AS n
                    WHERE n.operation = o.operation AND n.document = :document))
                AND (:level IS NULL OR EXISTS (
                    SELECT 1 FROM statement AS s
                    WHERE s.operation = o.operation AND s.property = 'level'
                        AND s.value = :level))
                AND (:agency IS NULL OR EXISTS (
                    SELECT 1 FROM statement AS s
                    WHERE s.operation = o.operation AND s.property IN ('lead', 'partner')
                        AND s.value = :agency)
                    OR EXISTS (
                    SELECT 1 FROM responsibility AS r
                    WHERE r.operation = o.operation AND r.agency = :agency))
                AND (:strand IS NULL OR EXISTS (
                    SELECT 1 FROM responsibility AS r
                    WHERE r.operation = o.operation AND r.strand = :strand))
            ORDER BY o.rowid
            """,
            filters,
        )
    ]
    for row in rows:
        _add_lists(connection, row)
    return rows


def _add_lists(connection: sqlite3.Connection, row: Row) -> None:
    said = connection.execute(
        """
        SELECT s.property, s.value, s.inferred, s.citation
        FROM statement AS s JOIN document AS d ON d.document = s.document
        WHERE s.operation = ? ORDER BY d.date, s.position
        """,
        (row["operation"],),
    ).fetchall()
    named = connection.execute(
        """
        SELECT n.document, n.citation
        FROM name AS n JOIN document AS d ON d.document = n.document
        WHERE n.operation = ? AND n.kind <> 'reference' ORDER BY d.date, n.position
        """,
        (row["operation"],),
    ).fetchall()
    row["levels"] = sorted({int(s["value"]) for s in said if s["property"] == "level"})
    row["partners"] = list(dict.fromkeys(s["value"] for s in said if s["property"] == "partner"))
    row["documents"] = list(dict.fromkeys(n["document"] for n in named))
    cited = [n["citation"] for n in named] + [
        s["citation"] for s in said if s["property"] in _LISTED
    ]
    row["sources"] = list(dict.fromkeys(cited))
    # A value that no statement prints in full is marked; one that any prints is not.
    row["inferred"] = sorted(
        name
        for name in ("lead", "parent", "start", "end", "status")
        if row[name] is not None and all(s["inferred"] for s in said if s["property"] == name)
    )
    row["levels_text"] = ", ".join(str(level) for level in row["levels"]) or None
    marked = {name: "*" if name in row["inferred"] else "" for name in ("lead", "start", "end")}
    row["lead_text"] = row["lead_name"] and row["lead_name"] + marked["lead"]
    row["dates"] = [
        *([row["start"] + marked["start"]] if row["start"] else []),
        *([f"to {row['end']}{marked['end']}"] if row["end"] else []),
    ]


def _kind(connection: sqlite3.Connection, given: str) -> str:
    return find_id(connection, "kind", "SELECT DISTINCT kind, kind FROM operation", given)


def operation_page(connection: sqlite3.Connection, name: str) -> Page:
    """All that the documents say of one operation, each with its citation.

    The object holds the list's keys and statements, events, figures, responsibilities, parts,
    children, commitments, names, references and checks. Raises InputError for an unknown name.
    """
    operation = find(connection, "operation", name)
    row = _rows(
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
        "checks": checks(connection, subject=("operation", operation)),
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
        _facts(connection, row, children, statements),
        [tables[key] for key in order if len(tables[key])],
        data,
    )


def _results(connection: sqlite3.Connection, operation: str) -> Table:
    """The figures by operation: its own first, then those of its phases and other children."""
    table = without_touching(figures(connection, operation=operation))
    order = {
        row["operation"]: (row["operation"] != operation, row["rowid"], row["name"])
        for row in connection.execute("SELECT rowid, operation, name FROM operation")
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
    named = about.shown_names(connection)
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
            facts.append((label, f"{named.get(row[key], row[key])}{mark}"))
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
