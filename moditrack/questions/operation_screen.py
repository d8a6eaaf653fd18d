"""The page of an operation for people: its facts, where documents differ, its first screen."""

from __future__ import annotations

import re

from moditrack.citations import CITATION, ID
from moditrack.pages import Page
from moditrack.questions import operation_or_agency
from moditrack.questions.first_screen import (
    ROOM,
    Facts,
    differing,
    findings_note,
    first_findings,
    first_rows,
    first_said,
    fitting_page,
    rows_of,
)
from moditrack.questions.inferred_star import due_text, starred
from moditrack.questions.names import ShownNames
from moditrack.questions.operation_properties import (
    differing_in,
    of_properties,
    properties,
    sides_of,
)
from moditrack.questions.operation_results import (
    first_figures,
    is_money_or_result,
    money_and_results_first,
    results,
    short_name,
)
from moditrack.questions.operations import levels_text
from moditrack.tables import Connection, Row, Table

_SPARE = ("Said", "Promise", "See too", "Run", "Also", "Parts", "Lists", "Figures", "Funding")
"""What a screen without room for all is without, the first of these first."""
_IS = ("aim", "scope", "role", "method", "governance")
"""The properties that say what an operation is; the first that is stated is shown."""


def facts(
    connection: Connection, row: Row, children: list[str], statements: Table
) -> list[tuple[str, str]]:
    """The facts above the whole page of an operation."""
    named = ShownNames(connection)
    facts = [("Kind", row["kind"]), ("Id", row["operation"])]
    facts += properties(connection, row, statements)
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
    connection: Connection, row: Row, children: list[str], tables: dict[str, Table]
) -> Page:
    """What it is, in a few lines, with the values where documents differ, and its results."""
    operation, statements = row["operation"], tables["statements"]
    named = ShownNames(connection)
    facts = _what_it_is(connection, operation, statements)
    place = len(facts)
    facts += properties(connection, row, statements)
    levels = levels_text(row)
    if levels and "level" in row["differing"]:
        levels = differing_in(connection, operation, "level", statements)
    reported = results(connection, operation, tables["figures"])
    named_parts = {line["part"] for line in reported.rows} if reported else set()
    parts = [short_name(named[child]) for child in children]
    others = ", ".join(part for part in parts if part not in named_parts)
    listed = [("Level", levels), ("Also" if named_parts else "Parts", others)]
    listed += _staff(connection, operation, tables["checks"])
    checks = tables["checks"]
    if reported is None:
        result = _result(statements)
        facts[place:place] = result
        status = first_said(statements, ("status",))
        if "status" not in row["differing"]:  # there is room for why
            facts = [(label, text) for label, text in facts if label != "Status"]
            facts[place + len(result) : place + len(result)] = status
        promise = _silent(tables["commitments"])
        if not any(label == "Governance" for label, _ in facts):
            listed += [("Run", said) for _, said in first_said(statements, ("governance",))]
        funding = first_said(statements, ("funding",))
        listed += promise
        shown = of_properties(connection, operation)
        differs = first_findings(checks, shown)
        said = "".join(text for _, text in result)
        figures = money_and_results_first(connection, tables["figures"], said)
        options = [_lists(tables["parts"]), first_figures(figures), first_figures(figures, 2)]
        options = [own for own in options if own] or [[]]
        if rows_of([*facts, *listed, *options[0]]) + bool(differs) > ROOM and _same(
            status, promise
        ):
            facts = [fact for fact in facts if fact not in status]
        facts[place + len(result) : place + len(result)] = funding
        so_far = rows_of([*facts, *listed])
        fitting = (own for own in options if so_far + rows_of(own) + bool(differs) <= ROOM)
        what = next(fitting, options[-1])
        first = not result and any(map(is_money_or_result, figures))
        early = [own for own in what if first and own[0] == "Figures"]
        facts[place:place] = early
        listed += [own for own in what if own not in early] + differs
        if not (result or what):
            listed += _same_passage(connection, operation)
    every = [(label, text) for label, text in (*facts, *listed) if text]
    more = () if reported is not None else ("statements", "commitments")
    return fitting_page(
        _title(row, named),
        every,
        findings_note(checks, f"check --operation {operation}"),
        _SPARE,
        reported,
        in_brief=_without_documents,
        more=lambda own: first_rows(own, tables, more),
    )


def _without_documents(facts: Facts) -> Facts:
    """Facts with what the documents state, without which of them state it."""
    where = rf" \((?:{ID}(?:, )?)+\)| {CITATION}"
    return [(label, re.sub(where, "", text)) for label, text in facts]


def _what_it_is(connection: Connection, operation: str, statements: Table) -> list[tuple[str, str]]:
    """The first statement of what it is, as a fact; where passages differ, what each document
    states first, or what each passage of the only one does."""
    facts = first_said(statements, _IS)
    for label, _ in facts:
        if sides := sides_of(connection, operation, label.lower()):
            first = {citation.partition("#")[0]: states for states, citation in reversed(sides)}
            several = differing(reversed(first.items())) if len(first) > 1 else ""
            return [(label, several or f"differs: {'; '.join(' '.join(own) for own in sides)}")]
    return facts


def _title(row: Row, named: ShownNames) -> str:
    """The name of an operation, what it is where its name does not say so, and its partners."""
    partners = ", ".join(named[agency] for agency in row["partners"])
    kind = "" if row["kind"] in row["name"].casefold() else f", {row['kind']}"
    return f"{row['name']}{kind}{partners and f', with {partners}'}"


def _same(status: list[tuple[str, str]], promise: list[tuple[str, str]]) -> bool:
    """Whether a status and a promise are from one passage, so that the promise says both."""
    return bool(status and promise) and status[0][1].split()[-1] in promise[0][1]


def _result(statements: Table) -> list[tuple[str, str]]:
    """What came of it, as the last document that says so puts it."""
    said = [row for row in statements.rows if row["property"] == "result"]
    own = [row for row in said if row["document"] == said[-1]["document"]]
    lines = [f"{starred(row['statement'], row['inferred'])} {row['sources'][0]}" for row in own]
    return [("Result", "\n".join(lines))] if lines else []


def _silent(commitments: Table) -> list[tuple[str, str]]:
    """The first promise that no later document mentions, those with a date first."""
    from moditrack.questions.commitments import IN_WORDS, SILENT

    silent = [row for row in commitments.rows if row["state"] == SILENT]
    if not silent:
        return []
    first = min(silent, key=lambda row: row["due"] is None)
    due = f", due {due_text(first)}" if first["due"] else ""
    said = f"{first['commitment']}{due}: {IN_WORDS[SILENT].lower()} {first['sources'][0]}"
    return [("Promise", said + (f"; {len(silent) - 1} more" if len(silent) > 1 else ""))]


def _same_passage(connection: Connection, operation: str) -> list[tuple[str, str]]:
    """What came of the other operations that its passages are about, or what they are."""
    named = ShownNames(connection)
    found = connection.execute(
        "SELECT DISTINCT o.operation FROM statement AS s JOIN statement AS o"
        " ON o.document = s.document AND o.locator = s.locator AND o.operation <> s.operation"
        " WHERE s.operation = ? ORDER BY o.rowid LIMIT ?",
        (operation, _FEW),
    )
    lines = []
    for (other,) in found.fetchall():
        own = operation_or_agency.statements(connection, "operation", other)
        said = _result(own) or _what_it_is(connection, other, own)
        about = f": {said[0][1].splitlines()[0]}" if said else ""
        if about.startswith(": differs:"):  # that says nothing without its label
            about = ""
        lines.append(f"{named[other]}{about}; moditrack operations {other}")
    return [("See too", "\n".join(lines))] if lines else []


def _staff(connection: Connection, operation: str, checks: Table) -> list[tuple[str, str]]:
    """How many officers and staff it has, from the first passage that counts them, as a fact."""
    counted = connection.execute(
        f"SELECT f.printed || ' ' || m.unit || {operation_or_agency.AIMED_AT}, f.citation"
        " FROM figure AS f JOIN measure AS m ON m.measure = f.measure"
        " WHERE f.operation = ? AND m.unit IN ('officers', 'staff') AND f.status = 'recorded'"
        " ORDER BY f.rowid",
        (operation,),
    ).fetchall()
    if not counted:
        return []
    passage = counted[0][1]
    said = ", ".join(text for text, citation in counted if citation == passage)
    differ = "(" not in said and any(
        check["verdict"] == "conflict" and passage in check["sources"] for check in checks.rows
    )
    return [("Staff", f"{said} {passage}{'; another passage differs' if differ else ''}")]


_FEW = 2
"""At most this many other operations of its passages are named."""


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
