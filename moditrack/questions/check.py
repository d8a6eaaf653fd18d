"""What does not fit: derived numbers recomputed, and statements that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from moditrack.counting import counted
from moditrack.db.rows import select
from moditrack.questions.filters import Several, each, where
from moditrack.questions.names import find, find_document, id_of, one_of
from moditrack.tables import Column, Display, DisplayColumn, Note, Page, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

SIDE = Record(
    "side",
    "What one passage states, of statements that differ.",
    (
        Column("states", "text", "what it states, in the project's words"),
        Column("source", "citation", "where"),
    ),
)

CHECK = Record(
    "check",
    "A derived number recomputed, or statements that differ.",
    (
        Column("check", "text", "id"),
        Column("kind", "text", "what is checked"),
        Column("statement", "text", "what is claimed, or what the statements are about"),
        Column("stated", "text", "as printed; null for statements", null=True),
        Column(
            "recomputed",
            "text",
            "what the figures give; null where nothing can be computed",
            null=True,
        ),
        Column(
            "verdict",
            "text",
            "what came out",
            values=(
                "consistent",
                "truncated",
                "rounded-up",
                "inconsistent",
                "impossible",
                "ambiguous",
                "conflict",
                "not-checkable",
            ),
        ),
        Column("why", "text", "the reason"),
        Column("sources", "citation", "the passages it rests on", many=True),
        Column("sides", SIDE, "for statements, what each passage states", many=True),
    ),
)

CHECK_PAGE = Record(
    "check_page",
    "One check, with its arithmetic.",
    (
        *CHECK.columns,
        Column("steps", "text", "the arithmetic, step by step", many=True),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row | {"what": f"{row['statement']}: {row['why']}"}


DISPLAY = Display(
    (
        DisplayColumn("verdict", "Verdict", "id"),
        DisplayColumn("what", "What does not fit, and why"),
        DisplayColumn("sources", "Source", "list"),
    ),
    _display,
    group="check",
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
_ABOUT = "c.check_id IN (SELECT check_id FROM check_subject WHERE {} IN ({{values}}))"
_CONDITIONS = {
    "every": "c.verdict <> 'consistent'",
    "verdict": "c.verdict IN ({values})",
    "document": "c.check_id IN (SELECT check_id FROM check_source WHERE document IN ({values}))",
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
        CHECK.columns,
        lambda: _rows(connection, chosen, values, _WORST_FIRST if figure else ""),
        display=DISPLAY,
        notes=lambda table: [_count(table, filters)],
    )


def _count(table: Table, filters: dict[str, Any]) -> Note:
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
    return Note(
        "count",
        f"{counted(len(table), 'check')}: {listed}{more}." if numbers else f"No check{more}.",
    )


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
        display = Display((DisplayColumn("number", "", "whole"), DisplayColumn("step", "Step")))
        sections.append(Table("Step by step", (), steps, display=display))
    if row["sides"]:
        sides = [{"states": s["states"], "sources": [s["source"]]} for s in row["sides"]]
        display = Display(
            (DisplayColumn("states", "States"), DisplayColumn("sources", "Source", "list"))
        )
        sections.append(Table("What each passage states", (), sides, display=display))
    else:
        facts.append(("Sources", ", ".join(row["sources"])))
    data = {key: row[key] for key in CHECK_PAGE.keys}
    return Page(row["statement"], facts, sections, data)


def related_checks(
    connection: sqlite3.Connection,
    table: Table,
    *,
    kind: str = "figure",
    ids: Sequence[str] | None = None,
) -> list[Note]:
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
            return [_related(f"{', '.join(own)} (moditrack check NAME)")] if own else []
        many = counted(len(own), "check")
        return [_related(f"{many}; 'moditrack check --{kind} NAME' lists those of one")]
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
    return [_related("; ".join(parts))] if parts else []


def _related(text: str) -> Note:
    return Note("related-checks", f"What does not fit here: {text}.")


def without_related_checks(table: Table) -> Table:
    """The table for a page that lists its checks itself."""
    return Table(
        table.title,
        table.columns,
        table.find_rows,
        display=table.display,
        notes=lambda _: [note for note in table.notes if note.kind != "related-checks"],
    )
