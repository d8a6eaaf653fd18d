"""A table seen down its rows or across its columns, and ways to recompute a line of it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from moditrack.checks.account_words import TAKEN_OFF
from moditrack.checks.exact_values import UNKNOWN, Value, value_of, value_of_mark
from moditrack.checks.verdicts import Result
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.quantities import Quantity
from moditrack.documents.table_labels import is_running
from moditrack.documents.tables import PrintedTable
from moditrack.verdict_names import FITS, MISFITS

EXPLICIT, INFERRED = "explicit", "inferred"
TOTALS = ("total", "subtotal")
YEAR_HEADING_CELL = lazy_regex(rf"{YEAR}(?: ?(?:vs?\.?|to|-) ?{YEAR})?", re.IGNORECASE)
_IN_PERCENT = lazy_regex(r"(?:(?:in|as)(?: an?)? )?(?:%|per ?cent(?:age)?)", re.IGNORECASE)
"""The heading of the same change in percent as in the line before it."""
_TOP = 3
"""So many rows below the heading can be more of it."""
_SIGNS = "+-\u2212\u2013"
COUNTS = ("cell", *TOTALS)
"""Roles of lines that hold numbers which others are made of."""


@dataclass(frozen=True)
class TableCheck:
    """A number that a table derives, the cells that it rests on, and what came out.

    `stated` is the quantity of `entry` that is derived: in `10 (20%)` the second. pairing: explicit
    where the table itself joins the numbers; inferred where it only
    looks so; an inferred one is never a misfit.
    """

    kind: str
    entry: Entry
    stated: Quantity
    inputs: tuple[Entry, ...]
    result: Result
    pairing: str = EXPLICIT


class View:
    """A table seen down its rows, or across its columns: lines, and places along each.

    deducted: lines that are taken off.
    running: places with numbers up to a date, such as a column "year to date", whose cells are no
    part of a sum along their line; changing: those with changes. counting: places with counts;
    adding: those and the changing ones, where the cells of lines can add up.
    """

    def __init__(self, table: PrintedTable, *, across: bool) -> None:
        self.across = across
        self.lines = table.columns if across else table.body
        self.places = table.body if across else table.columns
        self.roles = dict(table.column_roles if across else table.row_roles)
        self.place_roles = dict(table.row_roles if across else table.column_roles)
        headings = _headings(table)
        if across:
            self.place_roles = {
                p: "note" if p in headings else r for p, r in self.place_roles.items()
            }
        else:
            self.roles = {p: "note" if p in headings else r for p, r in self.roles.items()}
        self.names = table.column_names if across else table.row_names
        place_names = table.row_names if across else table.column_names
        self.running = {p for p in self.places if is_running(place_names[p])}
        self.groups = self._column_groups(table) if across else table.groups
        self.paths = {line: table.path(line, across=across) for line in self.lines}
        self.parents = {} if across else table.parents
        self.deducted = {
            line for line, path in self.paths.items() if path and TAKEN_OFF.search(path[-1])
        }
        self.sections = self.groups | self._first_labels(table, across=across)
        self._values: dict[tuple[int, int], Value] = {}
        self._entries = {
            (row, column): table.entry(row, column)
            for row in table.body
            for column in table.columns
        }
        self._find_signed()
        self.changing = {p for p in self.places if self.place_roles[p] == "change"}
        counts = {p for p in self.places if self.place_roles[p] in (*COUNTS, "part")}
        counting = counts | self.running
        adding = counting | self.changing
        self.counting = [p for p in self.places if p in counting]
        self.adding = [p for p in self.places if p in adding]

    def _find_signed(self) -> None:
        """Take lines of numbers with a sign as changes, whatever their labels are."""
        for line in self.lines_with("cell", "share"):
            if _signed([self.entry(line, place).printed for place in self.places]):
                self.roles[line] = "change"
        for before, line in pairwise(self.lines):
            label = self.paths[line][-1] if self.paths[line] else ""
            if self.roles[before] == "change" and _IN_PERCENT.fullmatch(label):
                self.roles[line] = "change"  # Change | As %
        for place, role in self.place_roles.items():
            if role in ("cell", "share") and _signed(
                [self.entry(line, place).printed for line in self.lines]
            ):
                self.place_roles[place] = "change"

    @staticmethod
    def _first_labels(table: PrintedTable, *, across: bool) -> dict[int, str]:
        """The first of the labels of a row that has several."""
        labels = {} if across else {row: table.row_labels(row) for row in table.body}
        return {row: own[0] for row, own in labels.items() if len(own) > 1}

    @staticmethod
    def _column_groups(table: PrintedTable) -> dict[int, str]:
        labels = {column: table.column_labels(column) for column in table.columns}
        return {column: own[0] for column, own in labels.items() if len(own) > 1}

    @cached_property
    def in_sections(self) -> dict[str, list[int]]:
        """The lines of each section that are no totals."""
        found: dict[str, list[int]] = {}
        for line in self.lines_with("cell"):
            if (own := self.sections.get(line)) is not None:
                found.setdefault(own, []).append(line)
        return found

    def entry(self, line: int, place: int) -> Entry:
        """The cell of a line at a place along it."""
        return self._entries[(place, line) if self.across else (line, place)]

    def value(self, line: int, place: int) -> Value:
        """What a cell adds to a sum, computed once."""
        found = self._values.get((line, place))
        if found is None:
            found = self._values[line, place] = value_in_sum(self.entry(line, place))
        return found

    def line_of(self, entry: Entry) -> int:
        """The line that a cell is in."""
        return entry.column if self.across else entry.row

    def place_of(self, entry: Entry) -> int:
        """The place of a cell in its line."""
        return entry.row if self.across else entry.column

    def is_minus(self, line: int) -> bool:
        """Whether most numbers of a line are printed as minus."""
        numbers = [self.entry(line, place).quantity for place in self.adding]
        below = sum(one.low < 0 for one in numbers if one is not None)
        return 2 * below > sum(one is not None for one in numbers)

    def lines_with(self, *roles: str) -> list[int]:
        """The lines with one of these roles."""
        return [line for line in self.lines if self.roles[line] in roles]


def _signed(printed: Sequence[str]) -> bool:
    """Whether nearly all cells of a line have a sign, and one of them a plus."""
    signs = [text[0] for text in printed if text and text[0] in _SIGNS]
    filled = sum(map(bool, printed))
    return "+" in signs and 3 * len(signs) >= 2 * filled


def _headings(table: PrintedTable) -> set[int]:
    """The first rows that hold years and no other number: more of the heading."""
    found: set[int] = set()
    for row in table.body[:_TOP]:
        printed = [table.entry(row, column).printed for column in table.columns]
        numbers = [text for text in printed if any(map(str.isdigit, text))]
        if not numbers or not all(YEAR_HEADING_CELL.fullmatch(text) for text in numbers):
            break
        found.add(row)
    return found


def value_in_sum(entry: Entry) -> Value:
    """What a cell adds to a sum: a mark leaves it open, `<5` is 0 to 4, a dash may be nothing."""
    if entry.quantity is not None:
        return value_of(entry.quantity, entry.rounded_to)
    if entry.mark is None and entry.printed:
        return UNKNOWN
    return value_of_mark(entry.mark)


def is_count(entry: Entry) -> bool:
    """Whether a cell holds a number that is not a percentage."""
    return entry.quantity is not None and entry.quantity.unit not in ("percent", "ratio")


def bare(entry: Entry, stated: Quantity) -> tuple[Quantity, int]:
    """A number as it is printed, without the scale that its table gives it, and that scale."""
    scale = 1 if any(map(str.isalpha, entry.printed)) else stated.scale
    if scale == 1:
        return stated, 1
    return replace(stated, low=stated.low / scale, high=stated.high / scale, scale=1), scale


def score(checks: Sequence[TableCheck]) -> tuple[int, int]:
    """How many checks fit and do not fit; what fits because it is 0, or all, says nothing."""
    telling = [check for check in checks if not _is_trivial(check)]
    fitting = sum(check.result.verdict in FITS for check in telling)
    failing = sum(check.result.verdict in MISFITS for check in telling)
    return fitting, failing


def _is_trivial(check: TableCheck) -> bool:
    """Whether a number is right for most ways to recompute it: 0 of any, or 100% of itself."""
    if not check.stated.low and check.result.recomputed == "0":
        return True
    if check.kind != "share" or check.result.verdict not in FITS:
        return False
    parts = {one.quantity.low if one.quantity is not None else None for one in check.inputs}
    return not check.stated.low or len(parts) == 1


def digits(checks: Sequence[TableCheck]) -> float:
    """How many digits of several different numbers fit, each of more than one part that is not 0.

    Each has a tenth of the odds of fitting by chance.
    """
    return most_digits(check.stated for check in checks if is_telling(check))


def most_digits(quantities: Iterable[Quantity | None]) -> float:
    """How many digits different numbers have, without zeros at the end."""
    found = {one.low: one for one in quantities if one is not None}
    return sum(math.log10(one.digits) for one in found.values())


def is_telling(check: TableCheck) -> bool:
    """Whether what fits is of several numbers that are not 0."""
    parts = [one.quantity.low for one in check.inputs if one.quantity is not None]
    return check.result.verdict in FITS and sum(part != 0 for part in parts) > 1


Attempt = Callable[[int], TableCheck | None]
"""Recomputes what a line states at a place in one way; None where that is not possible there."""


def best(places: Sequence[int], attempts: Sequence[Attempt]) -> list[TableCheck]:
    """The checks of the way that fits most places; none where it fits less than two in three."""
    found: list[TableCheck] = []
    for attempt in attempts:
        checks = [check for place in places if (check := attempt(place)) is not None]
        if not found or score(checks)[0] > score(found)[0]:
            found = checks
    fitting, failing = score(found)
    return found if fitting and fitting >= 2 * failing else []


def unexplained(view: View, line: int, places: Sequence[int]) -> list[TableCheck]:
    """That nothing in the table gives the numbers of a line."""
    result = Result("not-checkable", None, "nothing in the table gives it")
    kind = view.roles[line]
    return [
        TableCheck(kind, entry, entry.quantity, (), result, INFERRED)
        for place in places
        if (entry := view.entry(line, place)).quantity is not None
    ]


def inferred(checks: Sequence[TableCheck]) -> list[TableCheck]:
    """The same checks, where the table does not say that the numbers belong together."""
    return [replace(check, pairing=INFERRED) for check in checks]


def others_inferred(
    checks: Sequence[TableCheck], sure: Collection[str] = FITS
) -> Iterator[TableCheck]:
    """The same checks: those with a verdict that is sure, then the others as inferred."""
    yield from (one for one in checks if one.result.verdict in sure)
    yield from inferred([one for one in checks if one.result.verdict not in sure])
