"""Tables: the totals, shares, changes and ranks that their cells settle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moditrack.audit.found_claim import Claim, Input
from moditrack.checks.rounding import SUMS_MAY_BE_ROUNDED
from moditrack.checks.tables import INFERRED, TableCheck, check_table
from moditrack.checks.tables.view import is_count
from moditrack.checks.verdicts import Result
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.passages import Passage
from moditrack.documents.tables import PrintedTable
from moditrack.verdict_names import MISFITS, NOT_GIVEN

_ROUNDED = Result("ambiguous", None, "it fits if the cells are rounded")
_MANY = 6
"""From this many different counts on, counts that are all multiples of 5 may be rounded to it."""
_SUMS = ("total", "share-total")


def find(passage: Passage, table: PrintedTable) -> Iterator[tuple[Claim, Result]]:
    """The numbers that a table derives from its own cells, recomputed."""
    checked: set[tuple[object, ...]] = set()
    checks = check_table(table)
    doubt = _doubt([check for check in checks if check.pairing != INFERRED])
    bad = any(check.result.verdict in NOT_GIVEN for check in checks)
    rounded = _if_rounded(table) if bad else set()
    for check in checks:
        place = (check.entry.row, check.entry.column, check.kind)
        inputs = frozenset((entry.row, entry.column) for entry in check.inputs)
        if (place, inputs) not in checked:
            checked.add((place, inputs))
            result = _result(check, doubt)
            if place in rounded and result.verdict in NOT_GIVEN:
                result = result.remarked("it fits if the counts are rounded", "ambiguous")
            yield _claim(passage, check), result


def _if_rounded(table: PrintedTable) -> set[tuple[int, int, str]]:
    """What fits if the counts are rounded to 10 or 5, as many multiples of it and nothing else may
    be."""
    counts = [entry.quantity.low for entry in table.entries() if entry.quantity and is_count(entry)]
    for unit in (10, 5):
        if len(set(counts)) >= _MANY and not any(count % unit for count in counts):
            said = f"{table.caption}\nrounded to the nearest {unit}"
            checks = check_table(PrintedTable(table.grid.values(), said))
            return {
                (check.entry.row, check.entry.column, check.kind)
                for check in checks
                if check.result.verdict == "consistent"
            }
    return set()


def _result(check: TableCheck, doubt: Result | None) -> Result:
    """What came out; cells that only look like its parts make no misfit."""
    result = check.result
    if result.verdict not in MISFITS:
        return result
    if check.pairing == INFERRED:
        return Result("not-checkable", None, "the cells that may be behind it do not give it")
    if check.kind in _SUMS and _mixed_points(check):
        return Result("not-checkable", None, "a point may stand before thousands in its cells")
    if check.kind in _SUMS and _mixed_units(check):
        return Result("not-checkable", None, "a heading gives the unit of some of its cells only")
    if check.kind == "difference" and check.stated.unit and _within_rounding(check):
        doubt = _ROUNDED
    elif check.kind not in _SUMS:
        doubt = None
    if doubt is not None:
        return result.remarked(doubt.why, doubt.verdict)
    return result


def _doubt(checks: Sequence[TableCheck]) -> Result | None:
    """Why the sums of a table that do not come out are no misfits; None where they are.

    Several that differ by no more than rounding leaves are those of rounded cells, and where most
    do not come out, the table may have been misread.
    """
    sums = [check for check in checks if check.kind in _SUMS]
    bad = [check for check in sums if check.result.verdict in MISFITS]
    if len(bad) > 1 and all(_within_rounding(check) for check in bad):
        return _ROUNDED
    if len(bad) > 1 and 2 * len(bad) > len(sums):
        return Result("not-checkable", None, "most sums of this table do not come out")
    return None


def _mixed_points(check: TableCheck) -> bool:
    """Whether a sum is of cells such as 1.256 and of whole numbers."""
    read = [check.stated, *(one.quantity for one in check.inputs if one.quantity is not None)]
    return {0, 3} <= {one.decimals for one in read if one.low}


def _mixed_units(check: TableCheck) -> bool:
    """Whether a sum is of plain numbers that headings scale differently."""
    entries = [entry for entry in (check.entry, *check.inputs) if entry.quantity is not None]
    plain = not any(character.isalpha() for entry in entries for character in entry.printed)
    return plain and len({entry.quantity.scale for entry in entries if entry.quantity}) > 1


def _within_rounding(check: TableCheck) -> bool:
    """Whether a sum of large numbers differs by no more than half a unit of each part."""
    parts = [entry.quantity for entry in check.inputs if entry.quantity is not None]
    units = [part.place for part in [*parts, check.stated]]
    if check.kind == "difference":
        before, after = parts
        off = abs(abs(after.low - before.low) - abs(check.stated.low))
    else:
        off = abs(sum((part.low for part in parts), start=-check.stated.low))
    return off <= sum(units) / 2 and abs(check.stated.low) >= SUMS_MAY_BE_ROUNDED


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
