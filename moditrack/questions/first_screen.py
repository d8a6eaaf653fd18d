"""What people see of a long page: its first screen, one section, or the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.counting import counted
from moditrack.errors import unknown
from moditrack.tables import STARRED, Note, Page, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from moditrack.tables import Row

SECTIONS = {
    "operations": (
        "statements", "figures", "checks", "events", "parts", "responsibilities", "commitments",
        "references", "names",
    ),
    "agencies": (
        "names", "statements", "responsibilities", "figures", "events", "commitments", "checks",
    ),
    "sources": ("passages", "threats", "definitions", "references"),
}  # fmt: skip
"""The sections of the page that each command shows, in their order there."""


def view(page: Page, show: str | None, whole: bool) -> Callable[[], list[Table | Page]]:
    """What people see of a page: a section, the whole, or else its first screen.

    Raises InputError for an unknown section.
    """
    if show is not None and show.casefold() not in page.named:
        raise unknown("section", show, {name: name for name in page.named})

    def found() -> list[Table | Page]:
        if show is not None:
            return [_section(page, show.casefold())]
        return [page] if whole or page.first is None else [_with_more(page, page.first())]

    return found


def _section(page: Page, name: str) -> Table:
    """A table of a page, under the page's title."""
    table = page.named[name]
    return Table(
        table.title,
        table.columns,
        table.find_rows,
        display=table.display,
        notes=lambda _: table.notes,
        heading=lambda own: f"{page.title}, {name}: {len(own.displayed)}",
        answer=table.find_answer,
    )


def _with_more(page: Page, first: Page) -> Page:
    """The first screen of a page, and how much there is in each section."""
    counts = {name: len(table.displayed) for name, table in page.named.items() if len(table)}
    listed = ", ".join(f"{name} {count}" for name, count in counts.items())
    stars = [STARRED] if any("*" in text for _, text in first.facts) else []
    more = Note("count", f"More with --show NAME, or --all: {listed}.")
    return Page(
        first.title,
        first.facts,
        first.sections,
        {},
        below=[*first.below, *stars, *([more] if counts else [])],
    )


def by_document(pairs: Iterable[tuple[str, str]]) -> str:
    """What documents state, from pairs of a document and a value: each set of values with the
    documents that state it."""
    stated: dict[str, dict[str, None]] = {}
    for document, value in pairs:
        stated.setdefault(document, {})[value] = None
    documents: dict[str, list[str]] = {}
    for document, values in stated.items():
        documents.setdefault(", ".join(values), []).append(document)
    return "; ".join(f"{values} ({', '.join(own)})" for values, own in documents.items())


def findings_note(checks: Table, command: str) -> list[Note]:
    """How many findings of the two highest severities there are among checks, and the printed
    numbers among them that the figures do not give."""
    found = {row["finding"] for row in severe(checks)}
    if not found:
        return []
    numbers = dict.fromkeys(
        f"{row['stated']} printed, {row['recomputed']} computed"
        for row in severe(checks)
        if row["stated"] and row["recomputed"]
    )
    said = "; ".join([counted(len(found), "finding"), *numbers])
    return [Note("related-checks", f"{said}: moditrack {command}")]


_FEW = 2
"""So many findings are shown on a first screen."""


def first_findings(checks: Table, shown: Collection[str] = ()) -> list[tuple[str, str]]:
    """The first findings of the two highest severities among checks, as facts; `shown` are those
    that stand elsewhere."""
    rows = {row["finding"]: row for row in severe(checks) if row["finding"] not in shown}
    return [("Differs", f"{row['title']}: {row['differs']}") for row in [*rows.values()][:_FEW]]


def severe(checks: Table) -> list[Row]:
    """The checks of the two highest severities."""
    return [row for row in checks.rows if row["severity"] is not None and row["severity"] <= 2]
