"""Turn validated records into the rows of the tables: dates resolved, ids made whole, lists split.

What several rows say together is checked here; what a single value says, in fields.py.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from moditrack.checks.results import run_checks
from moditrack.dates import parse_period

Row = dict[str, Any]
Tables = dict[str, list[Row]]
Problem = Callable[[Path, str, object, str], None]

SINGLE = {
    "operation": ("parent", "lead", "start", "end", "status"),
    "agency": ("parent",),
}
"""Properties that have one value where all statements agree, and none where they do not."""


def finish(tables: Tables, problem: Problem) -> None:
    """Complete the tables in place; problems are reported by file, row, column and value."""
    dates = {row["document"]: row["date"] for row in tables["document"]}
    for row in tables["figure"]:
        _figure(row, problem)
    _cells(tables["figure"], problem)
    for table in ("name", "statement"):
        for row in tables[table]:
            if (row["operation"] is None) == (row["agency"] is None):
                _at(row, problem, "operation", row["operation"], "or an agency is needed, not both")
    agencies = {row["agency"] for row in tables["agency"]}
    for row in tables["operation"]:
        if row["operation"] in agencies:
            _at(row, problem, "operation", row["operation"], "is the id of an agency, too")
    _statements(tables, problem)
    _single_values(tables)
    _responsibilities(tables, dates)
    for row in tables["event"]:
        _event(row, dates)
    _commitments(tables, dates, problem)
    run_checks(tables, lambda row, column, value, what: _at(row, problem, column, value, what))
    for rows in tables.values():
        for row in rows:
            row.pop("_path", None)
            row.pop("_row", None)


def _at(row: Row, problem: Problem, column: str, value: object, what: str) -> None:
    problem(row["_path"], f"row {row['_row']}, {column}", value, what)


def _figure(row: Row, problem: Problem) -> None:
    value, low, high = row["value"], row["low"], row["high"]
    fits = {
        "exact": value is not None and low is None and high is None,
        "about": value is not None and low is None and high is None,
        "at-least": value is not None and low == value and high is None,
        "up-to": value is not None and low is None and high == value,
        "range": value is None and low is not None and high is not None and low < high,
    }
    if row["bound"] in fits and not fits[row["bound"]]:
        _at(row, problem, "bound", row["bound"], "does not fit value, low and high")
    row["figure"] = f"{row['document']}:{row['figure']}"
    row["table_name"] = row.pop("table")
    start = end = None
    if (text := row.pop("period")) is not None:
        period = parse_period(text)
        start, end = period.start, period.end
    row |= {"period_start": start, "period_end": end, "period_inferred": row.pop("inferred")}


def _cells(figures: list[Row], problem: Problem) -> None:
    seen: set[tuple[str, ...]] = set()
    for row in figures:
        place = (row["table_name"], row["row"], row["column"], row["cell"])
        if all(part is None for part in place):
            continue
        if any(part is None for part in place):
            _at(row, problem, "table", row["table_name"], "needs table, row, column and cell")
            continue
        key = (row["document"], *place[:3])
        if key in seen:
            _at(row, problem, "column", row["column"], "is there twice in this row of the table")
        seen.add(key)


def _statements(tables: Tables, problem: Problem) -> None:
    ids = {kind: {row[kind] for row in tables[kind]} for kind in ("operation", "agency")}
    for row in tables["statement"]:
        kind = "operation" if row["operation"] is not None else "agency"
        value = row["value"]
        if row["property"] in ("lead", "partner") and value not in ids["agency"]:
            _at(row, problem, "value", value, "is not in agencies.csv")
        elif row["property"] == "parent" and value == row[kind]:
            _at(row, problem, "value", value, "is its own parent")
        elif row["property"] == "parent" and value not in ids[kind]:
            _at(row, problem, "value", value, f"is no {kind}")
        elif row["property"] == "level" and value not in ("1", "2", "3"):
            _at(row, problem, "value", value, "is no level")
        elif row["property"] in ("start", "end"):
            try:
                parse_period(value)
            except ValueError as error:
                _at(row, problem, "value", value, str(error))


def _single_values(tables: Tables) -> None:
    for kind, properties in SINGLE.items():
        for row in tables[kind]:
            for name in properties:
                values = {
                    statement["value"]
                    for statement in tables["statement"]
                    if statement[kind] == row[kind] and statement["property"] == name
                }
                row[name] = values.pop() if len(values) == 1 else None


def _responsibilities(tables: Tables, dates: dict[str, str]) -> None:
    levels = tables.setdefault("responsibility_level", [])
    for row in tables["responsibility"]:
        row["as_at"] = row["as_at"] or dates[row["document"]]
        place = {"document": row["document"], "position": row["position"]}
        levels.extend(place | {"level": level} for level in row.pop("levels") or [])


def _event(row: Row, dates: dict[str, str]) -> None:
    start = end = latest = precision = None
    open_end = 0
    if (text := row["date"]) is not None:
        period = parse_period(text)
        start, precision = period.start, period.precision
        end = period.end if period.lasting else None
        open_end = int(period.end is None)
        latest = period.end or dates[row["document"]]
    row |= {
        "date": start,
        "end": end,
        "latest": latest,
        "precision": precision,
        "open_end": open_end,
    }


def _commitments(tables: Tables, dates: dict[str, str], problem: Problem) -> None:
    makers = tables.setdefault("commitment_agency", [])
    made: dict[str, str] = {}
    for row in tables["commitment"]:
        row["id"] = f"{row['document']}:{row['commitment']}"
        row["commitment"] = row.pop("description")
        row["due_inferred"] = row.pop("inferred")
        if row["target"] is not None:
            row["target"] = f"{row['document']}:{row['target']}"
        made[row["id"]] = row["document"]
        for position, agency in enumerate(dict.fromkeys(row.pop("agencies") or []), start=1):
            makers.append({"commitment": row["id"], "position": position, "agency": agency})
    for row in tables.get("followup", []):
        document = made.get(row["commitment"])
        if document is None:
            _at(row, problem, "commitment", row["commitment"], "is no commitment")
        elif dates[document] >= dates[row["document"]]:
            _at(row, problem, "commitment", row["commitment"], "was not made before this document")
