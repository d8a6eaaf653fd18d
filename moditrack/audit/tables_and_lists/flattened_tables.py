"""Lines of numbers that were a table before its text was taken out of its page.

Several in a row that print as many numbers each are read as the rows of a table, by the signs of
their columns: before, after, + change, + percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from moditrack.audit.found_claim import Claim, Input
from moditrack.checks.tables import TableCheck, check_table
from moditrack.checks.verdicts import Result
from moditrack.documents.blocks import Cell
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.passages import Passage
from moditrack.documents.tables import PrintedTable
from moditrack.verdict_names import MISFITS

_CELL = r"(?:[-+\u2212\u2013] ?)?[£$€]?\(?\d[\d,]*(?:\.\d+)?\)?(?: ?%)?"
_CELLS = re.compile(rf"(?<!\S){_CELL}(?!\S)")
_LINE = re.compile(rf"{_CELL}(?: {_CELL})+")
_SIGNED = re.compile(r"[-+\u2212\u2013(]")
_FEWEST = 3
"""So many lines, and so many numbers in each, make a table."""
_LONG = 300

Row = tuple[Passage, list[re.Match[str]]]


def find(passages: Sequence[Passage]) -> Iterator[tuple[list[Passage], list[tuple[Claim, Result]]]]:
    """The lines of each such table, and what it derives."""
    for number, own in groupby(passages, _numbers):
        lines = list(own)
        if number >= _FEWEST <= len(lines):
            rows = [(line, list(_CELLS.finditer(line.text))) for line in lines]
            claims = [_claim(rows, check) for check in check_table(_table(rows))]
            yield lines, claims


def _numbers(passage: Passage) -> int:
    """How many numbers a passage of nothing else prints."""
    text = passage.text
    if passage.kind == "table" or len(text) > _LONG or _LINE.fullmatch(text) is None:
        return 0
    return len(_CELLS.findall(text))


def _table(rows: Sequence[Row]) -> PrintedTable:
    """The lines as a table without labels; each column is what its signs make it."""
    cells = [
        Cell(match[0], number, column)
        for number, (_, found) in enumerate(rows, 1)
        for column, match in enumerate(found, 1)
    ]
    roles = {}
    for column in range(1, len(rows[0][1]) + 1):
        printed = [found[column - 1][0] for _, found in rows]
        signed = any(_SIGNED.match(text) for text in printed)
        percent = all("%" in text for text in printed)
        roles[column] = "change" if signed else "share" if percent else "cell"
    return PrintedTable.with_roles(cells, dict.fromkeys(range(1, len(rows) + 1), "cell"), roles)


def _claim(rows: Sequence[Row], check: TableCheck) -> tuple[Claim, Result]:
    """A number of a line; no heading says what it is, so that one alone is no misfit."""
    passage, match = _printed(rows, check.entry)
    inputs = tuple(
        Input(entry.quantity, _printed(rows, entry)[0], "the same line" if own else "another line")
        for entry in check.inputs
        if entry.quantity is not None
        for own in [entry.row == check.entry.row]
    )
    result = check.result
    if result.verdict in MISFITS and check.pairing != "explicit":
        result = Result("not-checkable", None, "the numbers that may be behind it do not give it")
    claim = Claim(
        check.kind, check.stated, inputs, passage, passage.text, check.pairing,
        match.start(), match.end(),
    )  # fmt: skip
    return claim, result


def _printed(rows: Sequence[Row], entry: Entry) -> tuple[Passage, re.Match[str]]:
    passage, found = rows[entry.row - 1]
    return passage, found[entry.column - 1]
