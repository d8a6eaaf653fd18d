"""Results of an operation: a row for each of its phases and each document that reports them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.tables import Display, DisplayColumn, Row, Table

if TYPE_CHECKING:
    import sqlite3

_MEASURES = {
    "arrests": "Arrests",
    "people-charged": "Charged",
    "people-cautioned": "Cautioned",
    "removals": "Removed",
    "cash-seized": "Cash",
}
"""The measures that are compared by phase, with their headings."""
_DISPLAY = Display(
    (
        DisplayColumn("part", "Part"),
        DisplayColumn("documents", "Reported in", "id"),
        *(DisplayColumn(measure, heading, "number") for measure, heading in _MEASURES.items()),
    )
)
_FEW = 3
"""At most this many figures are listed where there are no phases to compare; more are counted."""


def results(connection: sqlite3.Connection, operation: str, figures: Table) -> Table | None:
    """Results by phase and document; None where no two are to be compared."""
    parts = {
        row["operation"]: row
        for row in connection.execute(
            "SELECT operation, name, kind FROM operation WHERE operation = ?1 OR parent = ?1"
            " ORDER BY operation = ?1, rowid",
            (operation,),
        )
    }
    phased = any(row["kind"] == "phase" for row in parts.values())
    chosen = [
        key
        for key, row in parts.items()
        if not phased or row["kind"] == "phase" or key == operation
    ]
    cells: dict[tuple[str, str, str], list[Row]] = {}
    for row in figures.rows:
        if row["measure"] in _MEASURES and row["status"] == "recorded" and row["value"] is not None:
            subject = row["operation"], row["document"], row["measure"]
            cells.setdefault(subject, []).append(row)
    largest = {subject: max(rows, key=lambda row: row["value"]) for subject, rows in cells.items()}
    lines: dict[tuple[str | None, ...], list[str]] = {}
    for part in chosen:
        name = short_name(parts[part]["name"])
        for document in dict.fromkeys(source for which, source, _ in largest if which == part):
            printed = (_printed(largest.get((part, document, measure))) for measure in _MEASURES)
            lines.setdefault((name, *printed), []).append(document)
    if len(lines) < 2:
        return None
    keys = ("part", *_MEASURES)
    rows = [
        dict(zip(keys, line, strict=True)) | {"documents": _first(documents)}
        for line, documents in lines.items()
    ]
    return Table(
        "Results, the largest of each kind; a later one may include an earlier one",
        (),
        rows,
        display=_DISPLAY,
    )


def short_name(name: str) -> str:
    """The name of an operation without what every name on its page begins with."""
    return name.removeprefix("Operation ").rpartition(", ")[2]


def _printed(row: Row | None) -> str | None:
    return None if row is None else row["printed"].replace("£ ", "£")


def _first(documents: list[str]) -> str:
    """The first of documents that report the same, and how many others do."""
    return documents[0] + (f" +{len(documents) - 1}" if len(documents) > 1 else "")


def first_figures(figures: Table) -> list[tuple[str, str]]:
    """The first figures of a page, as a fact."""
    lines = [
        f"{row['printed']}: {row['description']} {row['sources'][0]}" for row in figures.rows[:_FEW]
    ]
    if len(figures) > _FEW:
        lines.append(f"and {len(figures) - _FEW} more")
    return [("Figures", "\n".join(lines))] if lines else []
