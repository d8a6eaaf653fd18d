"""The page of a check: its arithmetic or its sides, and the finding that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.pages import Page
from moditrack.questions.check import CHECK, CHECKS, SEVERITIES
from moditrack.questions.names import id_of
from moditrack.tables import Column, Connection, Display, DisplayColumn, Record, Row, Table

CHECK_PAGE = Record(
    "check_page",
    "One check, with its arithmetic.",
    (*CHECK.columns, Column("steps", "text", "the arithmetic, step by step", many=True)),
)
_FACTS = (
    ("Printed", "stated"),
    ("Figures give", "recomputed"),
    ("Chance", "chance"),
    ("Why", "why"),
    ("Part of", "part_of"),
    ("It matters", "matters"),
    ("Ask the authors", "question"),
    ("Verdict", "verdict"),
    ("Otherwise", "otherwise"),
    ("Severity", "severity_text"),
    ("Check", "check"),
)
_STEPS = Display((DisplayColumn("number", "", "whole"), DisplayColumn("step", "Step")))
_SIDES = Display((DisplayColumn("states", "States"), DisplayColumn("sources", "Source", "list")))
_OTHERS = Display((DisplayColumn("check", "Check", "id"), DisplayColumn("what", "What, and why")))


def check_pages(connection: Connection, names: str) -> list[Page]:
    """The pages of checks, whose names are separated by commas or blanks. Raises InputError for one
    that is unknown."""
    pages = [check_page(connection, name) for name in names.replace(",", " ").split() or [names]]
    return list({page.data["check"]: page for page in pages}.values())


def check_page(connection: Connection, name: str) -> Page:
    """One check with its arithmetic step by step, or its sides. Raises InputError if unknown."""
    check = id_of(connection, "check_result", "check_id", "statement", name)
    columns = [*CHECK.columns, *CHECKS.names]
    (row,) = CHECKS.select(connection, columns, {}, '"check" = :check', {"check": check})
    found = connection.execute(
        "SELECT step FROM check_step WHERE check_id = ? ORDER BY position", (check,)
    )
    steps = [text for (text,) in found]
    others = CHECKS.select(
        connection, CHECK.columns, {}, 'finding = :finding AND "check" <> :check',
        {"finding": row["finding"], "check": check},
    )  # fmt: skip
    numbered = [{"number": n, "step": step} for n, step in enumerate(steps, start=1)]
    sides = [{"states": s["states"], "sources": [s["source"]]} for s in row["sides"]]
    related: list[Row] = [
        {"check": other["check"], "what": f"{other['statement']}: {other['why']}"}
        for other in others
    ]
    sections = [
        Table("Step by step", (), numbered, display=_STEPS),
        Table("What each passage states", (), sides, display=_SIDES),
        Table("Other checks of this finding", (), related, display=_OTHERS),
    ]

    def facts() -> list[tuple[str, str]]:
        from moditrack.questions.check_numbers import recomputed

        values = row | {
            "recomputed": recomputed(row) or None,
            "chance": _by_chance(row),
            "severity_text": SEVERITIES.get(row["severity"]),
            "otherwise": _otherwise(row, others),
            "part_of": f"{row['title']}: {row['differs']}" if related and row["title"] else None,
        }
        found = [(label, str(values[key])) for label, key in _FACTS if values[key] is not None]
        return found if sides else [*found, ("Sources", ", ".join(row["sources"]))]

    data = {column.key: row[column.key] for column in CHECK.columns}
    return Page(row["statement"], facts, sections, data | {"steps": steps})


def _by_chance(row: Row) -> str | None:
    """Whether a change could be chance, with its two counts."""
    counts = f"{row['in_a_line']}: " if row["in_a_line"] else ""
    return row["chance"] and f"{counts}{row['chance']}"


def _otherwise(row: Row, others: Iterable[Row]) -> str | None:
    """The checks of other readings of the same number whose verdict is another."""
    differing = [
        f"{other['verdict']} by another reading: check {other['check'].rpartition(':')[2]}"
        for other in others
        if other["stated"] is not None
        and (other["stated"], other["kind"]) == (row["stated"], row["kind"])
        and other["verdict"] != row["verdict"]
    ]
    return "; ".join(differing) or None
