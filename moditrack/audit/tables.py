"""Tables: the totals, shares, changes and ranks that their cells settle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from moditrack.audit.claims import Claim, Input
from moditrack.checks.arithmetic import Result
from moditrack.checks.tables import INFERRED, TableCheck, check_table
from moditrack.checks.tables.view import MISFITS
from moditrack.documents.cell_values import Entry
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import PrintedTable

_LARGE = 1000
"""Counts from here on may be rounded without a word."""
_SUMS = ("total", "share-total")


def printed_table(passage: Passage) -> PrintedTable:
    """The table of a passage, by position."""
    caption = passage.heading
    if passage.table:
        return PrintedTable(passage.table, caption)
    return PrintedTable.from_rows(passage.cells, caption)


def find(passage: Passage, table: PrintedTable) -> Iterator[tuple[Claim, Result]]:
    """The numbers that a table derives from its own cells, recomputed."""
    seen: set[tuple[int, int, str]] = set()
    checks = check_table(table)
    doubt = _doubt([check for check in checks if check.pairing != INFERRED])
    for check in checks:
        place = (check.entry.row, check.entry.column, check.kind)
        if place not in seen:
            seen.add(place)
            yield _claim(passage, check), _result(check, doubt)


def _result(check: TableCheck, doubt: Result | None) -> Result:
    """What came out; cells that only look like its parts make no misfit."""
    result = check.result
    if result.verdict not in MISFITS:
        return result
    if check.pairing == INFERRED:
        return Result("not-checkable", None, "the cells that may be behind it do not give it")
    if doubt is not None and check.kind in _SUMS:
        return replace(result, verdict=doubt.verdict, why=f"{result.why}; {doubt.why}")
    return result


def _doubt(checks: Sequence[TableCheck]) -> Result | None:
    """Why the sums of a table that do not come out are no misfits; None where they are.

    Several that differ by no more than rounding leaves are those of rounded cells, and where most
    do not come out, the table may have been misread.
    """
    sums = [check for check in checks if check.kind in _SUMS]
    bad = [check for check in sums if check.result.verdict in MISFITS]
    if len(bad) > 1 and all(_within_rounding(check) for check in bad):
        return Result("ambiguous", None, "it fits if the cells are rounded")
    if 2 * len(bad) > len(sums):
        return Result("not-checkable", None, "most sums of this table do not come out")
    return None


def _within_rounding(check: TableCheck) -> bool:
    """Whether a sum of large numbers differs by no more than half a unit of each part."""
    parts = [entry.quantity for entry in check.inputs if entry.quantity is not None]
    units = [last_printed(part) for part in [*parts, check.stated]]
    off = abs(sum((part.low for part in parts), start=-check.stated.low))
    return off <= sum(units) / 2 and abs(check.stated.low) >= _LARGE


def last_printed(quantity: Quantity) -> Fraction:
    """The unit of the last digit that is printed, a zero or not."""
    return Fraction(quantity.scale, 10**quantity.decimals)


def _claim(passage: Passage, check: TableCheck) -> Claim:
    inputs = tuple(
        Input(entry.quantity, passage, entry.description)
        for entry in check.inputs
        if entry.quantity is not None
    )
    return Claim(
        check.kind,
        check.stated,
        inputs,
        passage,
        described(check.entry),
        check.pairing,
        cell=(check.entry.row, check.entry.column),
    )


def described(entry: Entry) -> str:
    """A cell by its row and column."""
    return entry.description.strip(", ")
