"""Complete the rows of a document: resolve dates and cells, add document to ids, split lists.

Rows of one document are checked against each other here. read_read_values.py checks single values,
build/load.py checks documents against each other.
"""

from __future__ import annotations

import re

from moditrack.checks.can_be_shown import COUNTS, check_cells
from moditrack.checks.claim_inputs import Report
from moditrack.documents.bounds import EXACT, LOWER, RANGE, UPPER
from moditrack.documents.cells_and_marks import mark_of
from moditrack.documents.dates.periods import periods
from moditrack.period_text import period_text
from moditrack.record_dates import parse_period
from moditrack.tables import RecordTables, Row
from moditrack.validation.suggestions import as_date, did_you_mean


def complete_tables(
    tables: RecordTables, date: str, ids: dict[str, set[str]], problem: Report
) -> None:
    """Complete the tables of a document of that date in place; `ids` are the shared ones."""
    check_cells(tables["figure"], problem)
    for row in tables["figure"]:
        _figure(row, problem)
    _cells(tables["figure"], problem)
    for table in ("name", "statement"):
        for row in tables[table]:
            if (row["operation"] is None) == (row["agency"] is None):
                problem(row, "operation", row["operation"], "or an agency is needed, not both")
    for row in tables["statement"]:
        _statement(row, ids, problem)
    levels = tables.setdefault("responsibility_level", [])
    strands = tables.setdefault("responsibility_strand", [])
    for row in tables["responsibility"]:
        row["as_at"] = row["as_at"] or date
        place = {"document": row["document"], "position": row["position"]}
        levels.extend(place | {"level": level} for level in row.pop("levels") or [])
        named = row.pop("strands")
        if len(set(named)) < len(named):
            problem(row, "strands", " ".join(named), "names a strand twice")
        strands.extend(place | {"strand": strand} for strand in named)
    for row in tables["event"]:
        _event(row, date)
    concerned = tables.setdefault("caution_measure", [])
    for row in tables.get("caution", []):
        place = {"document": row["document"], "position": row["position"]}
        concerned += [
            place | {"measure": measure} for measure in dict.fromkeys(row.pop("measures"))
        ]
    makers = tables.setdefault("commitment_agency", [])
    for row in tables["commitment"]:
        makers += _commitment(row)


def _figure(row: Row, problem: Report) -> None:
    value, low, high = row["value"], row["low"], row["high"]
    mark = mark_of(row["printed"]) if row["table"] is not None else None
    if mark is not None and value is not None:
        what = f"is a number, and '{row['printed']}' is printed in its place: leave it empty"
        problem(row, "value", value, what)
    row["mark"] = mark and mark.kind
    if not _fits(row["bound"], value, low, high, marked=mark is not None):
        problem(row, "bound", row["bound"], "does not fit value, low and high")
    row["figure"] = f"{row['document']}:{row['figure']}"
    row["table_name"] = row.pop("table")
    start = end = None
    if (text := row.pop("period")) is not None:
        period = parse_period(text)
        start, end = period.start, period.end
    row |= {"period_start": start, "period_end": end, "period_inferred": row.pop("inferred")}
    has_cell = row["measure"] in COUNTS and row["cell"] is not None
    row["period_label"] = period_label(row, start, end) if has_cell else None


def _fits(
    bound: str, value: float | None, low: float | None, high: float | None, *, marked: bool
) -> bool:
    """Whether value, low and high are those that a bound has; a mark has none."""
    if bound == RANGE:
        return value is None and low is not None and high is not None and low < high
    if value is None:
        return bound == EXACT and marked and low is None and high is None
    ends = value if bound in LOWER else None, value if bound in UPPER else None
    return (low, high) == ends and not (bound == EXACT and marked)


def _cells(figures: list[Row], problem: Report) -> None:
    occupied: set[tuple[str, ...]] = set()
    for row in figures:
        place = (row["table_name"], row["row"], row["column"], row["cell"])
        if all(part is None for part in place):
            continue
        if any(part is None for part in place):
            problem(row, "table", row["table_name"], "needs table, row, column and cell")
            continue
        # A cell may print its share beside its count.
        own = (*place[:3], "share" if place[3] == "share" else "")
        if own in occupied:
            problem(row, "column", row["column"], "is there twice in this row of the table")
        occupied.add(own)


def _statement(row: Row, ids: dict[str, set[str]], problem: Report) -> None:
    kind = "operation" if row["operation"] is not None else "agency"
    value = row["value"]
    if row["property"] in ("lead", "partner") and value not in ids["agency"]:
        near = did_you_mean(value, ids["agency"])
        problem(row, "value", value, f"is not in agencies.csv{near}")
    elif row["property"] == "parent" and value == row[kind]:
        problem(row, "value", value, "is its own parent")
    elif row["property"] == "parent" and value not in ids[kind]:
        problem(row, "value", value, f"is not an {kind}{did_you_mean(value, ids[kind])}")
    elif row["property"] == "level" and value not in ("1", "2", "3"):
        problem(row, "value", value, "is not a level: write 1, 2 or 3")
    elif row["property"] in ("start", "end"):
        try:
            parse_period(value)
        except ValueError as error:
            problem(row, "value", value, f"{error}{as_date(value)}")


def _event(row: Row, date: str) -> None:
    start = end = latest = precision = None
    open_end = 0
    if (text := row["date"]) is not None:
        period = parse_period(text)
        start, precision = period.start, period.precision
        end = period.end if period.lasting else None
        open_end = int(period.end is None)
        latest = period.end or date
    row |= {
        "date": start,
        "end": end,
        "latest": latest,
        "precision": precision,
        "open_end": open_end,
    }


def _commitment(row: Row) -> list[Row]:
    """Complete a commitment; return the rows of the agencies that make it."""
    row["id"] = f"{row['document']}:{row['commitment']}"
    row["commitment"] = row.pop("description")
    row["due_inferred"] = row.pop("inferred")
    if row["target"] is not None:
        row["target"] = f"{row['document']}:{row['target']}"
    return [
        {"commitment": row["id"], "position": position, "agency": agency}
        for position, agency in enumerate(dict.fromkeys(row.pop("agencies") or []), start=1)
    ]


def period_label(row: Row, start: str | None, end: str | None) -> str | None:
    """A calendar or financial year as 2022 or 2022/23, in whatever way it is printed; another
    period as the heading of its column or row prints it, where that is the same period."""
    own = period_text(start, end)
    if own is None or start is None or end is None or _one_year(start, end):
        return own
    counted = (row["outcome_label"], row["category"])
    headings = [
        str(row[side])
        for side in ("column", "row")
        if row[side] and row[side] not in counted and any(map(str.isdigit, row[side]))
    ]
    for heading in headings:
        found = periods(heading)
        if len(found) == 1 and (found[0].first, found[0].last) == (start, end):
            return found[0].label
        # Not all ways to print a period are read: Apr-Jun 2023, Q1 23/24.
        years = {start[:4], start[2:4], end[:4], end[2:4]}
        read = any(period.label == heading and period.first for period in found)
        if not read and years & set(re.findall(r"\d+", heading)) and re.search("[a-z]", heading):
            return heading
    return own


def _one_year(start: str, end: str) -> bool:
    first = int(start[:4])
    return (start[4:], end[4:], int(end[:4]) - first) in (
        ("-01-01", "-12-31", 0),
        ("-04-01", "-03-31", 1),
    )
