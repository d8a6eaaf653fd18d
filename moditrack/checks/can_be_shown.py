"""What a figure needs before tables, charts and comparisons can show it."""

from __future__ import annotations

from fractions import Fraction

from moditrack.checks.claim_inputs import Report
from moditrack.documents.plain_number import plain_number
from moditrack.documents.printed_values import numbers
from moditrack.record_dates import parse_period
from moditrack.tables import Row

COUNTS = {
    "outcome-offences": ("agency", "outcome_label"),
    "victims": ("agency", "characteristic", "category", "sex"),
}
"""Measures that are shown as tables, and the columns that each of their cells needs."""
COMPARED = ("share-of-crime", "national-share-of-crime")
"""Measures that are compared with each other."""
COUNTED = ("cell", "row-total", "column-total", "grand-total")
"""Cells that are shown in such a table; the others can be asked for as figures."""
MEASURES = (*COUNTS, *COMPARED)


def check_cells(figures: list[Row], problem: Report) -> None:
    """Report figures of a document that cannot be displayed."""
    occupied: set[tuple[object, ...]] = set()
    by_sex = {row["table"] for row in figures if row["sex"] is not None}
    for row in figures:
        if row["measure"] in COMPARED:
            _check_share(row, problem)
        if row["measure"] in COUNTS and row["cell"] in COUNTED:
            _check_count(row, by_sex, problem)
            if (place := _place(row)) in occupied:
                what = "has the same place in the table as another cell"
                problem(row, "figure", row["figure"], what)
            occupied.add(place)


def _check_count(row: Row, by_sex: set[str], problem: Report) -> None:
    value, cell = row["value"], row["cell"]
    if row["bound"] != "exact":
        problem(row, "bound", row["bound"], "is not exact, as each cell of this table must be")
    elif value is not None and (not isinstance(value, int) or value < 0):
        problem(row, "value", value, "is not a count: write a whole number like 0 or 12")
    if cell == "cell":
        for column in COUNTS[row["measure"]]:
            if row[column] is None and (column != "sex" or row["table"] in by_sex):
                problem(row, column, "", "is empty: a cell of this table needs it")
    periodic = row["measure"] == "outcome-offences" and (
        cell == "cell" or (cell == "column-total" and row["column"] != row["outcome_label"])
    )
    if periodic and None in _days(row["period"]):
        what = "needs a first and a last day: outcomes are shown by period"
        problem(row, "period", row["period"] or "", what)


def _place(row: Row) -> tuple[object, ...]:
    """The place of a cell in the displayed table, which holds one cell."""
    if row["cell"] == "cell":
        days = _days(row["period"])
        return (row["measure"], days, *(row[column] for column in COUNTS[row["measure"]]))
    label = {"row-total": row["row"], "column-total": row["column"]}.get(row["cell"])
    return (row["measure"], row["table"], row["cell"], label)


def _days(period: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a period of the records."""
    if period is None:
        return None, None
    read = parse_period(period)
    return read.start, read.end


def _check_share(row: Row, problem: Report) -> None:
    """A share is compared as printed, with its rounding interval."""
    try:
        single = len(numbers(row["printed"])) == 1
        printed = Fraction(plain_number(row["printed"])) if single else None
    except ValueError:
        printed = None
    if row["bound"] not in ("exact", "about") or row["value"] is None:
        problem(row, "bound", row["bound"], "is neither exact nor about: it cannot be compared")
    elif printed != Fraction(str(row["value"])):
        what = f"is not {row['value']} in digits, like 0.13%: it cannot be compared"
        problem(row, "printed", row["printed"], what)
    elif row["value"] <= 0:
        problem(row, "value", row["value"], "is not above 0: it cannot be compared")
