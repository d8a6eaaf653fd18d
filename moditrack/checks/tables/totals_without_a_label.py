"""Totals that no label names: only the sums say so, so that what does not fit is inferred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.view import (
    TableCheck,
    View,
    digits,
    inferred,
    is_telling,
    others_inferred,
    score,
)

_TELLING = 4
"""At least this many places must add up before a line without the word is taken as a total."""
_MOST = 100
"""Of more lines, the first or the last is not tried as the sum of all others."""
_DIGITS = 5.5
"""So many digits that fit do as well: a total of a million."""
_RUN = 30
"""So many lines before another can come to it."""


def all_others(view: View, places: list[int]) -> Iterator[TableCheck]:
    """The first or last line, where it is the sum of all others and no label says so: only
    inferred."""
    lines = view.lines_with("cell")
    if not 3 <= len(lines) <= _MOST:
        return
    for line, inputs in ((lines[-1], lines[:-1]), (lines[0], lines[1:])):
        checks = sum_of(view, line, inputs, places)
        fitting, failing = score(checks)
        if fitting >= _TELLING and fitting >= _TELLING * failing:
            yield from others_inferred(checks, ("consistent",))
            return


def nested(view: View) -> Iterator[TableCheck]:
    """A row that is the sum of the rows indented below it; only the indent and the sums say so."""
    below: dict[int, list[int]] = {}
    for line in view.lines:
        whole = view.parents.get(line)
        if whole is not None and view.roles[line] == view.roles.get(whole) == "cell":
            below.setdefault(whole, []).append(line)
    for whole, parts in below.items():
        checks = sum_of(view, whole, parts, view.adding) if len(parts) > 1 else []
        fitting, failing = score(checks)
        if fitting > max(1, failing):
            yield from inferred(checks)


def runs(view: View) -> Iterator[TableCheck]:
    """A line that is the sum of those right before it: the half of a year below its months."""
    lines = view.lines_with("cell")
    start = 0
    for at, line in enumerate(lines):
        if checks := run_before(view, line, lines[start:at]):
            start = at + 1
            yield from others_inferred(checks, ("consistent",))


def run_before(view: View, line: int, lines: Sequence[int]) -> list[TableCheck]:
    """The cells of a line with those of the lines right before it, if they come to it often."""
    places = view.adding
    for place in [p for p in places if _whole(view, line, p) > 0][:2]:
        so_far = Fraction(0)
        for number, one in enumerate(reversed(lines[-_RUN:]), 1):
            so_far += _whole(view, one, place)
            if so_far == _whole(view, line, place) and number > 1:
                checks = sum_of(view, line, lines[-number:], places)
                failing = score(checks)[1]
                telling = sum(map(is_telling, checks))
                sure = telling >= _TELLING or digits(checks) > _DIGITS
                if sure and telling >= _TELLING * failing:
                    return checks
    return []


def run_after(view: View, line: int, lines: Sequence[int]) -> list[TableCheck]:
    """The cells of a line with those of the lines right after it, if they come to it always."""
    places = view.adding
    for place in [p for p in places if _whole(view, line, p) > 0][:2]:
        so_far = Fraction(0)
        for number, one in enumerate(lines[:_RUN], 1):
            so_far += _whole(view, one, place)
            if so_far == _whole(view, line, place) and number > 1:
                checks = sum_of(view, line, lines[:number], places)
                fitting, failing = score(checks)
                sure = fitting > 1 and digits(checks) > _DIGITS
                if sure and fitting >= _TELLING * failing:
                    return checks
    return []


def _whole(view: View, line: int, place: int) -> Fraction:
    return view.value(line, place).exact or Fraction(0)
