"""Averages of lines of a table, and rates: one line for each so many of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from moditrack.checks.exact_values import exactly
from moditrack.checks.exact_values import total as add
from moditrack.checks.kinds.ratio import average
from moditrack.checks.tables.view import COUNTS, Attempt, TableCheck, View, best, is_count
from moditrack.checks.verdicts import judge
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import UNITS
from moditrack.documents.table_labels import NOT_ADDED

_AVERAGE = lazy_regex(r"\b(?:average|mean|per (?:year|month|week|day|quarter))\b", re.I)
_OVER = lazy_regex(r"\b(\d{1,2}|three|four|five|ten)[- ](?:year|month|week|quarter)\b", re.I)
_OF_ITS_OWN = lazy_regex(
    r"[(*†‡§]|\b(?:all|total|similar|england|wales|scotland|uk|national|centre)\b", re.IGNORECASE
)
_FEWEST = 3
"""So many cells must be the average or the rate of others: nothing else says of which."""
_SURE = 4
"""Cells that fit must be this many times those that do not."""
_SCALES = (1, 100, 1000, 10_000, 100_000)
_NEAR = 5
"""A rate may be of lines that are at most this far from it."""


def averages(view: View) -> Iterator[TableCheck]:
    """Each line of averages, of the counts before or after it that give most of them."""
    places = view.counting
    for line in view.lines_with(NOT_ADDED):
        if _AVERAGE.search(view.names[line]) is None:
            continue
        at = view.lines.index(line)
        tried = [
            own
            for side in (_counts(view, view.lines[:at]), _counts(view, view.lines[at + 1 :]))
            for own in _windows(side, _OVER.search(view.names[line]))
        ]
        yield from _sure(best(places, [_average(view, line, own) for own in tried]))


def rates(view: View) -> Iterator[TableCheck]:
    """Each line of rates, of two lines near it: 12 of 3,150 is 3.8 for each 1,000."""
    for line in view.lines_with(NOT_ADDED):
        at = view.lines.index(line)
        near = _counts(view, [*view.lines[:at][-_NEAR:], *view.lines[at + 1 :][:2]])
        attempts = [
            _rate(view, line, *pair, scale) for pair in permutations(near, 2) for scale in _SCALES
        ]
        yield from _sure(best(view.counting, attempts))


def _counts(view: View, lines: Sequence[int]) -> list[int]:
    return [line for line in lines if view.roles[line] in COUNTS]


def _windows(lines: list[int], over: re.Match[str] | None) -> list[list[int]]:
    """All lines of a side, or each run of them that is as long as the heading says."""
    if over is None:
        return [lines] if len(lines) > 1 else []
    number = UNITS.get(over[1].lower()) or int(over[1])
    return [lines[first : first + number] for first in range(len(lines) - number + 1)]


def _sure(checks: list[TableCheck]) -> list[TableCheck]:
    """Checks that fit so often that the lines are those meant; nothing where they are not."""
    checks = [check for check in checks if check.stated.low]
    fitting = sum(check.result.verdict == "consistent" for check in checks)
    checks = [
        check for check in checks if check.result.verdict == "consistent" or not _other(check)
    ]
    return checks if fitting >= max(_FEWEST, _SURE * (len(checks) - fitting)) else []


def _other(check: TableCheck) -> bool:
    """Whether a line may be of another kind: a total, one with a note, one with a gap of 0."""
    names = f"{check.entry.row_name} {check.entry.column_name}"
    empty = any(part.quantity is not None and not part.quantity.low for part in check.inputs)
    return empty or _OF_ITS_OWN.search(names) is not None


def _average(view: View, line: int, others: Sequence[int]) -> Attempt:
    def attempt(place: int) -> TableCheck | None:
        entry = view.entry(line, place)
        parts = tuple(view.entry(one, place) for one in others)
        if entry.quantity is None or any(part.quantity is None for part in parts):
            return None
        whole = add(view.value(one, place) for one in others)
        result = average(entry.quantity, whole, exactly(len(others)))
        return TableCheck("average", entry, entry.quantity, parts, result)

    return attempt


def _rate(view: View, line: int, part: int, whole: int, scale: int) -> Attempt:
    def attempt(place: int) -> TableCheck | None:
        entry, one, other = (view.entry(own, place) for own in (line, part, whole))
        if entry.quantity is None or not (is_count(one) and is_count(other)):
            return None
        try:
            value = view.value(part, place).over(view.value(whole, place)).times(scale)
        except ZeroDivisionError:
            return None
        rounded_to = 0 if entry.quantity.decimals else 1
        result = judge(entry.quantity, value, rounded_to=rounded_to)
        return TableCheck("average", entry, entry.quantity, (one, other), result)

    return attempt
