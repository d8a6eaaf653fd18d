"""Rows whose numbers are in no column: a sum over them is open.

A text that leaves blank cells out prints `Restructuring (1,236)`, of one of five years.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from moditrack.checks.tables.view import INFERRED, TableCheck
from moditrack.checks.verdicts import Result
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.tables import PrintedTable
from moditrack.verdict_names import MISFITS

_AMOUNT = r"(?:\([£$€]?\d[\d,.]*\d\)|[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[£$€]?\d+\.\d+)"
_AT_THE_END = lazy_regex(rf"(?<!\S)(?!\((?:19|20)\d\d\)){_AMOUNT}$")
"""An amount that ends a label; a year in brackets is none."""
_SEVERAL = lazy_regex(rf"(?:{_AMOUNT}|\d+)(?: (?:{_AMOUNT}|\d+))+")


def open_over_them(table: PrintedTable, checks: Iterable[TableCheck]) -> Iterator[TableCheck]:
    """The checks; what does not fit is left open where such a row is among the rows it spans."""
    unplaced = sorted({*_among_rows(table), *_above_rows(table)})
    for check in checks:
        if unplaced and check.result.verdict in MISFITS and _spans(check, unplaced):
            reason = "the column of a number between these rows is not known"
            result = Result("not-checkable", check.result.recomputed, reason)
            yield replace(check, result=result, pairing=INFERRED)
        else:
            yield check


def _spans(check: TableCheck, unplaced: Sequence[int]) -> bool:
    """Whether a check has one of some rows, which are in order, below its first row."""
    rows = [check.entry.row, *(one.row for one in check.inputs)]
    return bisect_right(unplaced, max(rows)) > bisect_right(unplaced, min(rows))


def _above_rows(table: PrintedTable) -> Iterator[int]:
    """The rows right below such a label, which is read as the name of a group."""
    above = ""
    for row in table.body:
        group = table.groups.get(row, "")
        if group != above and _AT_THE_END.search(group) is not None:
            yield row
        above = group


def _among_rows(table: PrintedTable) -> Iterator[int]:
    """The rows that have several numbers in one cell and nothing in the others."""
    for row in table.body if len(table.columns) > 1 else ():
        filled = [text for column in table.columns if (text := table.entry(row, column).printed)]
        if len(filled) == 1 and _SEVERAL.fullmatch(filled[0]) is not None:
            yield row
