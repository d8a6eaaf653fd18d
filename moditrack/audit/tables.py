"""Tables: the totals, shares, changes and ranks that their cells settle."""

from __future__ import annotations

from collections.abc import Iterator

from moditrack.audit.claims import Claim, Input
from moditrack.checks.arithmetic import Result
from moditrack.checks.tables import INFERRED, TableCheck, check_table
from moditrack.checks.tables.view import MISFITS
from moditrack.documents.cell_values import Entry
from moditrack.documents.passages import Passage
from moditrack.documents.tables import PrintedTable


def printed_table(passage: Passage) -> PrintedTable:
    """The table of a passage, by position."""
    caption = passage.heading
    if passage.table:
        return PrintedTable(passage.table, caption)
    return PrintedTable.from_rows(passage.cells, caption)


def find(passage: Passage, table: PrintedTable) -> Iterator[tuple[Claim, Result]]:
    """The numbers that a table derives from its own cells, recomputed."""
    seen: set[tuple[int, int, str]] = set()
    for check in check_table(table):
        place = (check.entry.row, check.entry.column, check.kind)
        if place not in seen:
            seen.add(place)
            yield _claim(passage, check), _result(check)


def _result(check: TableCheck) -> Result:
    """What came out; cells that only look like its parts make no misfit."""
    if check.pairing == INFERRED and check.result.verdict in MISFITS:
        return Result("not-checkable", None, "the cells that may be behind it do not give it")
    return check.result


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
