"""Shares that a table prints: in a column or row of their own, or beside a count in its cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from moditrack.checks.kinds.share import share
from moditrack.checks.tables.view import (
    COUNTS,
    TOTALS,
    Attempt,
    TableCheck,
    View,
    best,
    is_count,
    score,
    unexplained,
    value_in_sum,
)  # fmt: skip
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import PrintedTable

_FEWEST = 3
"""Cells that are the share of a neighbour in another, where no total says what they are of."""
_NEAR = 4
"""At most this many lines with counts are tried as the base of a line of shares."""


def shares(view: View) -> Iterator[TableCheck]:
    """Each line of shares, of the total along a line near it or of a total line."""
    place_totals = _few([p for p in view.places if view.place_roles[p] in TOTALS])
    places = view.counting
    for line in view.lines_with("share"):
        attempts: list[Attempt] = []
        for base in _nearest(view, line)[:_NEAR]:
            attempts += [_along(view, line, base, whole) for whole in place_totals]
            others = (one for one in _few(view.lines_with(*TOTALS)) if one != base)
            attempts += [_across(view, line, base, other) for other in others]
        yield from (
            best(places, attempts)
            or _of_neighbours(view, line, places)
            or unexplained(view, line, places)
        )


def _of_neighbours(view: View, line: int, places: list[int]) -> list[TableCheck]:
    """As the share of one of the two lines right before it in the other: reports, solved, %."""
    two = view.lines[max(0, view.lines.index(line) - 2) : view.lines.index(line)]
    checks = best(places, [_across(view, line, *pair) for pair in permutations(two, 2)])
    return checks if score(checks)[0] >= _FEWEST else []


def _few(totals: list[int]) -> list[int]:
    """The first and the last of many totals, each of which would be tried with every share."""
    return totals if len(totals) <= 2 * _NEAR else [*totals[:_NEAR], *totals[-_NEAR:]]


def _nearest(view: View, line: int) -> list[int]:
    """The lines with counts, the nearest before a line first, then those after it."""
    at = view.lines.index(line)
    before = [one for one in reversed(view.lines[:at]) if view.roles[one] in COUNTS]
    return before + [one for one in view.lines[at + 1 :] if view.roles[one] in COUNTS]


def _along(view: View, line: int, base: int, whole: int) -> Attempt:
    """As the share of a cell in the total along its line: the percentages of a column."""
    return lambda place: _quotient(
        view.entry(line, place), view.entry(base, place), view.entry(base, whole)
    )


def _across(view: View, line: int, base: int, whole: int) -> Attempt:
    """As the share of a cell in the total beside it: the percentages of a row."""
    return lambda place: _quotient(
        view.entry(line, place), view.entry(base, place), view.entry(whole, place)
    )


def _quotient(entry: Entry, part: Entry, whole: Entry) -> TableCheck | None:
    if entry.quantity is None or entry.quantity.unit != "percent":
        return None
    return _share(entry, entry.quantity, part, whole)


def _share(entry: Entry, stated: Quantity, part: Entry, whole: Entry) -> TableCheck | None:
    """A share of one cell in another; None where either is not a count, or the whole is 0."""
    if not (is_count(part) and is_count(whole)):
        return None
    try:
        result = share(stated, value_in_sum(part), value_in_sum(whole))
    except ZeroDivisionError:
        return None
    return TableCheck("share", entry, stated, (part, whole), result)


def pairs(table: PrintedTable) -> Iterator[TableCheck]:
    """The shares of cells with two numbers, `10 (20%)`: of a total in their column or row."""
    cells = [entry for entry in table.entries() if share_beside(entry) is not None]
    rows = _few([row for row in table.body if table.row_roles[row] in TOTALS])
    columns = _few([column for column in table.columns if table.column_roles[column] in TOTALS])
    attempts = [_pair(table, cells, row=row) for row in rows]
    attempts += [_pair(table, cells, column=column) for column in columns]
    yield from best(range(len(cells)), attempts)


def _pair(
    table: PrintedTable, cells: list[Entry], row: int | None = None, column: int | None = None
) -> Attempt:
    def attempt(number: int) -> TableCheck | None:
        entry = cells[number]
        stated = share_beside(entry)
        whole = table.entry(
            entry.row if row is None else row, entry.column if column is None else column
        )
        return None if stated is None else _share(entry, stated, entry, whole)

    return attempt


def share_beside(entry: Entry) -> Quantity | None:
    """The percentage that a cell prints beside its count."""
    two = entry.quantities if len(entry.quantities) == 2 and is_count(entry) else ()
    return two[1] if two and two[1].unit == "percent" else None
