"""What does not fit: derived numbers recomputed, and statements that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from moditrack.counting import counted
from moditrack.questions.filters import AGENCY, DOCUMENT, OPERATION
from moditrack.questions.names import id_of
from moditrack.questions.question import Filter, Question
from moditrack.tables import Column, Display, DisplayColumn, Note, Page, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

VERDICTS = (
    "consistent", "truncated", "rounded-up", "inconsistent", "impossible", "ambiguous", "conflict",
    "not-checkable",
)  # fmt: skip
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
        Column("verdict", "text", "what came out", values=VERDICTS),
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
_OF_FIGURE = """"check" IN (
    SELECT check_id FROM check_subject WHERE figure = :figure
    UNION SELECT s.check_id FROM figure AS f
    JOIN check_source AS s ON s.document = f.document AND s.locator = f.locator
    WHERE f.figure = :figure
)"""
_WORST = ("impossible", "inconsistent")
_SEVERITY = (
    *_WORST, "conflict", "truncated", "rounded-up", "ambiguous",
    "not-checkable", "consistent",
)  # fmt: skip
_FEW = 6
"""So many checks are named under a table; more are counted."""


def _count(_: sqlite3.Connection, table: Table) -> Iterator[Note]:
    numbers: dict[str, int] = {}
    for row in table.rows:
        numbers[row["verdict"]] = numbers.get(row["verdict"], 0) + 1
    listed = ", ".join(f"{number} {verdict}" for verdict, number in numbers.items())
    only = "".join(
        f" --{name} {one}"
        for name in ("document", "operation", "agency")
        for one in table.filters.get(name, ())
    )
    hint = f"; 'moditrack check --all{only}' shows what is consistent, too"
    more = hint if table.filters.keys().isdisjoint(_EVERY.unless) else ""
    found = f"{counted(len(table), 'check')}: {listed}" if numbers else "No check"
    yield Note("count", f"{found}{more}.")


def _about(kind: str) -> str:
    return f'"check" IN (SELECT check_id FROM check_subject WHERE {kind} IN ({{values}}))'


_EVERY = Filter(
    "all",
    "Include the checks that agree.",
    "verdict <> 'consistent'",
    parameter="every",
    unless=("every", "verdict"),
)
CHECKS = Question(
    "check",
    title="Checks",
    summary="Printed numbers that do not add up, with the arithmetic",
    asks="Which numbers do not fit?",
    meaning="Every total, share, change and count that a report derives is recomputed from its own"
    " figures, and different statements about the same thing are shown together. stated: as"
    " printed; recomputed: what the figures give, empty where nothing can be computed; sides: what"
    " each passage states. The words say what disagrees, never who is wrong. 'moditrack check NAME'"
    " shows the arithmetic of one, step by step.",
    record=CHECK,
    view="checks",
    display=DISPLAY,
    filters=(
        DOCUMENT.on('"check" IN (SELECT check_id FROM check_source WHERE document IN ({values}))'),
        Filter(
            "verdict",
            f"Checks with this verdict: {', '.join(VERDICTS)}.",
            "verdict IN ({values})",
            metavar="VERDICT",
            found_by="lower({})",
            choices=VERDICTS,
        ),
        OPERATION.on(_about("operation"), "Checks of this operation, without its parts."),
        AGENCY.on(_about("agency")),
        _EVERY,
    ),
    notes=(_count,),
)
checks = CHECKS.ask
"""One row for each check that is not consistent; filters as CHECKS has them."""


def checks_of_figure(connection: sqlite3.Connection, figure: str) -> Table:
    """The checks that use a figure or cite its passage, worst verdict first."""

    def rows() -> list[Row]:
        found = CHECKS.select(connection, CHECK.columns, {}, _OF_FIGURE, {"figure": figure})
        return sorted(found, key=lambda row: _SEVERITY.index(row["verdict"]))

    return Table(
        "Checks that use it or cite its passage",
        CHECK.columns,
        rows,
        display=DISPLAY,
        notes=lambda table: _count(connection, table),
        filters={"every": [True]},
    )


def check_page(connection: sqlite3.Connection, name: str) -> Page:
    """One check with its arithmetic step by step, or its sides. Raises InputError if unknown."""
    check = id_of(connection, "check_result", "check_id", "statement", name)
    (row,) = CHECKS.select(connection, CHECK.columns, {}, '"check" = :check', {"check": check})
    texts = [
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
    if texts:
        steps = [{"number": n, "step": step} for n, step in enumerate(texts, start=1)]
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
    return Page(row["statement"], facts, sections, row | {"steps": texts})


_NAMED = [column for column in CHECK.columns if column.key in ("check", "verdict")]
_REST_ON_CITATIONS = """"check" IN (
    SELECT check_id FROM check_source WHERE citation IN (SELECT value FROM json_each(:citations))
)"""
_OF_NO_FIGURE = '"check" NOT IN (SELECT check_id FROM check_subject WHERE figure IS NOT NULL)'


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
    bound = {"ids": json.dumps(ids or ()), "citations": json.dumps(citations)}

    def find(*conditions: str) -> list[Row]:
        every = " AND ".join((CHECKS.where({})[0], *conditions))
        return list(CHECKS.select(connection, _NAMED, {}, every, bound))

    def names(checks: list[Row]) -> list[str]:
        return [check["check"].rpartition(":")[2] for check in checks]

    about = _about(kind).replace("{values}", "SELECT value FROM json_each(:ids)")
    if kind != "figure":
        own = names(find(about, _REST_ON_CITATIONS))
        if len(own) <= _FEW:
            return [_related(f"{', '.join(own)} (moditrack check NAME)")] if own else []
        many = counted(len(own), "check")
        return [_related(f"{many}; 'moditrack check --{kind} NAME' lists those of one")]
    of_figures = find(about)
    near = len(find(_REST_ON_CITATIONS, *(() if ids is None else (_OF_NO_FIGURE,))))
    own = names(of_figures)
    documents = list(dict.fromkeys(citation.partition("#")[0] for citation in citations))
    only = f" --document {documents[0]}" if len(documents) == 1 else ""
    if len(own) > _FEW:
        worst = names([row for row in of_figures if row["verdict"] in _WORST])
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
