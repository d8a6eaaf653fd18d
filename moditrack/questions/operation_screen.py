"""What people see of the page of an operation: its facts, and its first screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from moditrack.questions.first_screen import (
    differing,
    findings_note,
    first_findings,
    first_said,
)
from moditrack.questions.names import ShownNames
from moditrack.questions.operations import levels_text
from moditrack.questions.results import first_figures, results, short_name
from moditrack.questions.stars import starred
from moditrack.tables import Page, Row, Table

if TYPE_CHECKING:
    import sqlite3

_PROPERTIES = (
    ("Lead", "lead"),
    ("Part of", "parent"),
    ("Start", "start"),
    ("End", "end"),
    ("Status", "status"),
)
_IS = ("aim", "scope", "role", "method", "governance")
"""The properties that say what an operation is; the first that is stated is shown."""


def facts(
    connection: sqlite3.Connection, row: Row, children: list[str], statements: Table
) -> list[tuple[str, str]]:
    """The facts above the whole page of an operation."""
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


def first_screen(
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
    named_parts = {line["part"] for line in reported.rows} if reported else set()
    parts = [short_name(named[child]) for child in children]
    others = ", ".join(part for part in parts if part not in named_parts)
    listed = [("Level", levels), ("Also" if named_parts else "Parts", others)]
    listed += _staff(tables["figures"], tables["checks"])
    partners = ", ".join(named[agency] for agency in row["partners"])
    kind = "" if row["kind"] in row["name"].casefold() else f", {row['kind']}"
    checks = tables["checks"]
    if reported is None:
        status = first_said(statements, ("status",))
        if "status" not in row["differing"]:  # there is room for why
            facts = [(label, text) for label, text in facts if label != "Status"] + status
        funding = first_said(statements, ("funding",))
        differs = first_findings(checks, _of_properties(connection, operation))
        lists = _lists(tables["parts"])
        said = sum(len(text or "") for _, text in [*facts, *listed, *lists, *funding, *differs])
        fitting = lists if said <= _ROOM else []
        listed += [*funding, *(fitting or first_figures(tables["figures"])), *differs]
    return Page(
        f"{row['name']}{kind}{partners and f', with {partners}'}",
        [*facts, *((label, text) for label, text in listed if text)],
        [reported] if reported else [],
        {},
        below=findings_note(checks, f"check --operation {operation}"),
    )


def _staff(figures: Table, checks: Table) -> list[tuple[str, str]]:
    """How many officers and staff it has, from the first passage that counts them, as a fact."""
    counted = [
        row
        for row in figures.rows
        if row["unit"] in ("officers", "staff") and row["status"] == "recorded"
    ]
    own = [row for row in counted if row["sources"] == counted[0]["sources"]]
    if not own:
        return []
    said = ", ".join(f"{row['printed']} {row['unit']}" for row in own)
    passage = own[0]["sources"][0]
    differ = any(
        check["verdict"] == "conflict" and passage in check["sources"] for check in checks.rows
    )
    return [("Staff", f"{said} {passage}{'; another passage differs' if differ else ''}")]


_ROOM = 950
"""The most characters that the first screen of an operation has, if its lists are to be on it."""


def _lists(parts: Table) -> list[tuple[str, str]]:
    """The lists that documents give of it, item by item, as a fact."""
    lists: dict[tuple[str, str], list[Row]] = {}
    for row in parts.rows:
        lists.setdefault((row["list"], row["document"]), []).append(row)
    lines = [
        f"{name}: {'; '.join(item['part'] for item in items)} {items[0]['sources'][0]}"
        for (name, _), items in lists.items()
    ]
    return [("Lists", "\n".join(lines))] if lines else []


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
