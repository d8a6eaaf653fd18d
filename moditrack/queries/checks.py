"""What does not fit: derived numbers recomputed, and statements that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from moditrack.counting import counted
from moditrack.queries.filters import Several, each, where
from moditrack.queries.names import find, find_document, id_of, one_of
from moditrack.tables import TOUCHING, Column, Page, Row, Table, columns, select

if TYPE_CHECKING:
    import sqlite3

COLUMNS = columns(
    "check", "kind", "statement", "stated", "recomputed", "verdict", "why", "sources", "sides"
)
SHOWN = (
    Column("verdict", "Verdict", "id"),
    Column("what", "What does not fit, and why"),
    Column("sources", "Source", "list"),
)
VERDICTS = (
    "consistent",
    "truncated",
    "rounded-up",
    "inconsistent",
    "impossible",
    "ambiguous",
    "conflict",
    "not-checkable",
)
_ABOUT = "c.check_id IN (SELECT check_id FROM check_subject WHERE {} IN ({{own}}))"
_CONDITIONS = {
    "every": "c.verdict <> 'consistent'",
    "verdict": "c.verdict IN ({own})",
    "document": "c.check_id IN (SELECT check_id FROM check_source WHERE document IN ({own}))",
    "figure": """c.check_id IN (
        SELECT check_id FROM check_subject WHERE figure = :figure
        UNION SELECT s.check_id FROM figure AS f
        JOIN check_source AS s ON s.document = f.document AND s.locator = f.locator
        WHERE f.figure = :figure)""",
    **{kind: _ABOUT.format(kind) for kind in ("operation", "agency")},
}
_SEVERITY = (
    "impossible", "inconsistent", "conflict", "truncated", "rounded-up", "ambiguous",
    "not-checkable", "consistent",
)  # fmt: skip
_WORST_FIRST = f"""CASE c.verdict
        {" ".join(f"WHEN '{verdict}' THEN {n}" for n, verdict in enumerate(_SEVERITY))} END,
    """
_FEW = 6
"""So many checks are named under a table; more are counted."""


def checks(
    connection: sqlite3.Connection,
    *,
    document: Several = None,
    verdict: Several = None,
    every: bool = False,
    figure: str | None = None,
    operation: Several = None,
    agency: Several = None,
) -> Table:
    """One row for each check that is not consistent; with `every` or a `verdict`, the others too.

    stated: as printed; recomputed: what the figures give, null where nothing can be computed;
    sides: for statements, what each passage states. figure: an
    id, for the checks that use it or cite its passage, worst verdict first. Raises InputError for
    an unknown name.
    """
    filters = {
        "every": None if every or verdict else 1,
        "verdict": each(verdict, lambda one: one_of("verdict", one, VERDICTS)),
        "document": each(document, partial(find_document, connection)),
        "figure": figure,
        "operation": each(operation, partial(find, connection, "operation")),
        "agency": each(agency, partial(find, connection, "agency")),
    }
    chosen, values = where(_CONDITIONS, filters)
    return Table(
        "Checks",
        COLUMNS,
        lambda: _rows(connection, chosen, values, _WORST_FIRST if figure else ""),
        shown=SHOWN,
        group="check",
        dress=_dress,
        noted=lambda table: [_how_many(table, filters)],
    )


def _how_many(table: Table, filters: dict[str, Any]) -> str:
    numbers: dict[str, int] = {}
    for row in table.rows:
        numbers[row["verdict"]] = numbers.get(row["verdict"], 0) + 1
    listed = ", ".join(f"{number} {verdict}" for verdict, number in numbers.items())
    only = "".join(
        f" --{name} {one}"
        for name in ("document", "operation", "agency")
        for one in filters[name] or ()
    )
    hint = f"; 'moditrack check --all{only}' shows what is consistent, too"
    more = "" if filters["every"] is None else hint
    return f"{counted(len(table), 'check')}: {listed}{more}." if numbers else f"No check{more}."


def _rows(
    connection: sqlite3.Connection, chosen: str, filters: dict[str, Any], order: str = ""
) -> Iterator[Row]:
    """The checks that are chosen, each with its sources and sides."""
    found = select(
        connection,
        f"""
        SELECT c.check_id AS "check", c.kind, c.statement, c.stated, c.recomputed, c.verdict, c.why,
            s.states, s.citation AS source
        FROM check_result AS c JOIN check_source AS s ON s.check_id = c.check_id
        WHERE {chosen} ORDER BY {order} c.position, s.position
        """,
        filters,
    )
    for _, members in groupby(found, key=lambda side: side["check"]):
        same = list(members)
        row = same[0]
        sides = [{"states": one.pop("states"), "source": one.pop("source")} for one in same]
        row["sources"] = list(dict.fromkeys(side["source"] for side in sides))
        row["sides"] = [side for side in sides if side["states"] is not None]
        yield row


def _dress(rows: list[Row]) -> None:
    for row in rows:
        row["what"] = f"{row['statement']}: {row['why']}"


def check_page(connection: sqlite3.Connection, name: str) -> Page:
    """One check with its arithmetic step by step, or its sides. Raises InputError if unknown."""
    check = id_of(connection, "check_result", "check_id", "statement", name)
    (row,) = _rows(connection, "c.check_id = :check", {"check": check})
    row["steps"] = [
        step["step"]
        for step in connection.execute(
            "SELECT step FROM check_step WHERE check_id = ? ORDER BY position", (check,)
        )
    ]
    facts = [
        (label, row[key])
        for label, key in (
            ("Check", "check"),
            ("Kind", "kind"),
            ("Verdict", "verdict"),
            ("Stated", "stated"),
            ("Recomputed", "recomputed"),
            ("Why", "why"),
        )
        if row[key] is not None
    ]
    sections = []
    if row["steps"]:
        steps = [{"number": n, "step": step} for n, step in enumerate(row["steps"], start=1)]
        shown = (Column("number", "", "whole"), Column("step", "Step"))
        sections.append(Table("Step by step", (), steps, shown=shown))
    if row["sides"]:
        sides = [{"states": s["states"], "sources": [s["source"]]} for s in row["sides"]]
        shown = (Column("states", "States"), Column("sources", "Source", "list"))
        sections.append(Table("What each passage states", (), sides, shown=shown))
    else:
        facts.append(("Sources", ", ".join(row["sources"])))
    data = {column.key: row[column.key] for column in COLUMNS} | {"steps": row["steps"]}
    return Page(row["statement"], facts, sections, data)


def touching(
    connection: sqlite3.Connection,
    table: Table,
    *,
    kind: str = "figure",
    ids: Sequence[str] | None = None,
) -> list[str]:
    """A note on what does not fit in a table, nothing where there is none: the checks of the
    figures `ids`, by name where they are few, else the worst, and how many others rest on the
    passages cited and are about no other figure. For operations or agencies, those of them that
    rest on a passage cited; a check of the same agency on another matter is left out."""
    import json  # only where there is something to ask: help lists the fields without it

    citations = table.sources
    found = connection.execute(
        f"""
        SELECT c.check_id, c.verdict IN ('impossible', 'inconsistent') AS worst,
            EXISTS (
                SELECT 1 FROM check_subject AS s WHERE s.check_id = c.check_id
                    AND s.{kind} IN (SELECT value FROM json_each(:ids))
            ) AS own,
            EXISTS (
                SELECT 1 FROM check_subject AS s WHERE s.check_id = c.check_id
                    AND s.figure IS NOT NULL
            ) AS counted,
            EXISTS (
                SELECT 1 FROM check_source AS s WHERE s.check_id = c.check_id
                    AND s.citation IN (SELECT value FROM json_each(:citations))
            ) AS near
        FROM check_result AS c WHERE c.verdict <> 'consistent' ORDER BY c.position
        """,
        {"ids": json.dumps(ids or ()), "citations": json.dumps(citations)},
    ).fetchall()
    if kind != "figure":
        found = [row for row in found if row["near"]]
    elif ids is not None:
        found = [row for row in found if row["own"] or not row["counted"]]
    own = [row["check_id"].rpartition(":")[2] for row in found if row["own"]]
    near = sum(1 for row in found if row["near"] and not row["own"])
    if kind != "figure":
        if len(own) <= _FEW:
            return [f"{TOUCHING}{', '.join(own)} (moditrack check NAME)."] if own else []
        many = counted(len(own), "check")
        return [f"{TOUCHING}{many}; 'moditrack check --{kind} NAME' lists those of one."]
    documents = list(dict.fromkeys(citation.partition("#")[0] for citation in citations))
    only = f" --document {documents[0]}" if len(documents) == 1 else ""
    if len(own) > _FEW:
        worst = [row["check_id"].rpartition(":")[2] for row in found if row["own"] and row["worst"]]
        worst = worst if len(worst) <= _FEW else []
        near, own = near + len(own) - len(worst), worst
    parts = [f"{', '.join(own)} (moditrack check NAME)"] if own else []
    if near:
        more = counted(near, "other" if own else "check")
        parts.append(f"{more} of these passages, among 'moditrack check{only}'")
    return [f"{TOUCHING}{'; '.join(parts)}."] if parts else []


def without_touching(table: Table) -> Table:
    """The table for a page that lists its checks itself."""
    noted = table.noted
    if noted is not None:
        table.noted = lambda own: [n for n in noted(own) if not n.startswith(TOUCHING)]
    return table
