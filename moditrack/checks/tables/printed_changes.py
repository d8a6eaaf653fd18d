"""Changes that a table prints between two of its lines, and places among the cells of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from moditrack.checks.exact_values import Value, exactly
from moditrack.checks.kinds.change import decrease, difference, increase, percentage_points
from moditrack.checks.kinds.rank import rank
from moditrack.checks.tables.view import (
    COUNTS,
    Attempt,
    TableCheck,
    View,
    bare,
    best,
    inferred,
    score,
    unexplained,
    value_in_sum,
)  # fmt: skip
from moditrack.checks.verdicts import Result, format_number
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.quantities import Quantity
from moditrack.documents.table_labels import NOT_ADDED
from moditrack.documents.units_and_scales import MONEY
from moditrack.verdict_names import FITS, MISFITS

_MOST = 200
"""With more places than this, ranks are not recomputed: each is compared with all others."""
_FEWEST = 3
"""Cells that are changes between lines of the last two groups, or with the other sign."""
_SURE = 10
"""Where so many times as many fit as do not, two lines that only the numbers name are sure."""
_FARTHEST = 14
"""So many lines before a line of changes are tried, where those near it do not give it."""
_MINUS = lazy_regex(r"[*\u2020\u2021 ]+[-\u2212\u2013]")
"""A minus after a note mark, which is not read as part of the number."""
_NOTED = lazy_regex(
    r"[*\u2020\u2021\u00a7]|\b(?:restated|revised|not comparable|new boundar\w+)\b", re.IGNORECASE
)
_YEAR = lazy_regex(rf"(?<!\d){YEAR}(?!\d)")
_BASIS_POINTS = lazy_regex(r"\bbps?\b|\bbasis points?\b", re.IGNORECASE)
_EITHER = lazy_regex(r"\bincreas|\brise\b|\bchange", re.IGNORECASE)
"""Words of a heading for changes of both signs: Increase (decrease)."""
_FALL = lazy_regex(r"\bdecreas|\breduc|\bfall\b", re.IGNORECASE)


def changes(view: View) -> Iterator[TableCheck]:
    """Each line of changes, between the two lines of numbers that give most of them."""
    compared = (*COUNTS, "share", NOT_ADDED)
    places = [p for p in view.places if view.place_roles[p] in (*compared, "part")]
    for line in view.lines_with("change"):
        at = view.lines.index(line)
        before = [one for one in view.lines[:at] if view.roles[one] in compared]
        after = [one for one in view.lines[at + 1 :] if view.roles[one] in compared]
        named = [
            one for one in before + after if view.names[one] in _YEAR.findall(view.names[line])
        ]
        near = list(dict.fromkeys([*before[-2:], *before[:1], *after[:2], *named[:2]]))
        attempts = [_change(view, line, one, other) for one, other in permutations(near, 2)]
        for check in (
            _in_order_of_years(view, line, near, places)
            or best(places, attempts)
            or _between_groups(view, line, before, places)
            or _between_any(view, line, before, places)
            or unexplained(view, line, places)
        ):
            unsure = _restated(check) or _is_better(check)
            yield inferred([check])[0] if unsure else check


def _is_better(check: TableCheck) -> bool:
    """Whether only the sign differs, and none is printed: 2 days less may be better, £2 not."""
    if check.result.verdict not in MISFITS or check.kind != "difference":
        return False
    money = any(one.quantity and one.quantity.unit in MONEY for one in (check.entry, *check.inputs))
    plain = check.stated.low > 0 and check.entry.printed[:1].isdigit()
    return plain and not money and check.result.recomputed == f"-{format_number(check.stated.low)}"


def _restated(check: TableCheck) -> bool:
    """Whether a change that does not fit has a note, or is of figures that were restated."""
    names = f"{check.entry.row_name} {check.entry.column_name} {check.entry.printed}"
    return check.result.verdict in MISFITS and _NOTED.search(names) is not None


def _in_order_of_years(
    view: View, line: int, near: Sequence[int], places: list[int]
) -> list[TableCheck]:
    """Changes between two lines named by years, where several fit in an unusual way only.

    In some tables plus is what is better; in others the change is divided by the later year, and
    none of these fits.
    """
    for first, last in permutations(near, 2):
        years = [_YEAR.findall(view.names[one]) for one in (first, last)]
        if not all(len(own) == 1 for own in years) or years[0] >= years[1]:
            continue
        usual = [
            _checks(places, _change(view, line, *pair)) for pair in ((first, last), (last, first))
        ]
        most = max(score(own)[0] for own in usual)
        better = _checks(places, _change(view, line, first, last, flipped=True))
        divided = _checks(places, _change(view, line, last, first, flipped=True))
        for found in (better, divided):
            fitting, failing = score(found)
            if fitting < _FEWEST or fitting <= most or fitting < 2 * failing:
                continue
            if found is divided:
                for check in usual[0]:
                    if check.result.verdict in MISFITS and check.stated.unit == "percent":
                        share = f"{check.stated.printed} is the share of {years[1][0]}"
                        check.result.remark = share
                return usual[0]
            return found
    return []


def _checks(places: Sequence[int], attempt: Attempt) -> list[TableCheck]:
    return [check for place in places if (check := attempt(place)) is not None]


def _between_groups(
    view: View, line: int, before: list[int], places: list[int]
) -> list[TableCheck]:
    """As the changes between lines of one name in the last two groups: reports of two years."""
    first = view.paths[before[0]][-1:] if before else ()
    alike = [one for one in before if view.paths[one][-1:] == first][-2:]
    checks = best(places, [_change(view, line, *pair) for pair in permutations(alike, 2)])
    return checks if score(checks)[0] >= _FEWEST else []


def _between_any(view: View, line: int, before: list[int], places: list[int]) -> list[TableCheck]:
    """As the changes between any two lines, which nothing but the numbers says."""
    pairs = permutations(before[-_FARTHEST:], 2)
    checks = best(places, [_change(view, line, *pair) for pair in pairs])
    fitting, failing = score(checks)
    if fitting < max(_FEWEST, _FEWEST * failing):
        return []
    if fitting >= _SURE * failing:
        return checks
    return [check if check.result.verdict in FITS else inferred([check])[0] for check in checks]


def _change(view: View, line: int, first: int, last: int, *, flipped: bool = False) -> Attempt:
    falling = bool(_FALL.search(view.names[line]) and not _EITHER.search(view.names[line]))

    def attempt(place: int) -> TableCheck | None:
        entry, one, other = (view.entry(own, place) for own in (line, first, last))
        if entry.quantity is None or one.quantity is None or other.quantity is None:
            return None
        if _BASIS_POINTS.search(entry.printed):
            return None
        stated = entry.quantity
        if flipped or (stated.low > 0 and _MINUS.match(entry.printed)):
            stated = replace(stated, low=-stated.high, high=-stated.low)
        percent = one.quantity.unit == other.quantity.unit == "percent"
        try:
            stated, scale = bare(entry, stated)
            before, after = (value_in_sum(each).over(exactly(scale)) for each in (one, other))
            kind, result = _judged(stated, before, after, percent, falling, int(scale > 1))
        except ZeroDivisionError:
            return None
        return TableCheck(kind, entry, entry.quantity, (one, other), result)

    return attempt


def _judged(
    stated: Quantity, before: Value, after: Value, percent: bool, falling: bool, rounded_to: int
) -> tuple[str, Result]:
    """A change as the units say: points of percentages, percent, or a number."""
    if percent or stated.unit == "percentage points":
        return "percentage-points", percentage_points(stated, before, after)
    if stated.unit == "percent":
        kind, how = ("decrease", decrease) if falling else ("increase", increase)
        return kind, how(stated, before, after)
    ends = (after, before) if falling else (before, after)
    return "difference", difference(stated, *ends, 0 if stated.decimals else rounded_to)


def ranks(view: View) -> Iterator[TableCheck]:
    """Each line of places, by the line of numbers that gives most of them."""
    places = [place for place in view.places if view.place_roles[place] == "cell"]
    for line in view.lines_with("rank") if len(places) <= _MOST else ():
        bases = [one for one in view.lines if view.roles[one] in (*COUNTS, "share", NOT_ADDED)]
        attempts = [
            _place(view, line, base, places, order)
            for base in bases
            for order in ("", " from the lowest")
        ]
        yield from best(places, attempts) or unexplained(view, line, places)


def _place(view: View, line: int, base: int, places: list[int], order: str) -> Attempt:
    def attempt(place: int) -> TableCheck | None:
        entry, own = view.entry(line, place), view.entry(base, place)
        others = tuple(view.entry(base, other) for other in places if other != place)
        if entry.quantity is None or any(one.quantity is None for one in (own, *others)):
            return None
        values = [value_in_sum(other) for other in others]
        result = rank(entry.printed + order, value_in_sum(own), values)
        return TableCheck("rank", entry, entry.quantity, (own, *others), result)

    return attempt


def parts(view: View) -> Iterator[TableCheck]:
    """A part ("of which") is no more than the line above that it is a part of."""
    whole: int | None = None
    for line in view.lines:
        if view.roles[line] != "part":
            whole = line
        elif whole is not None:
            yield from _within(view, line, whole)


def _within(view: View, line: int, whole: int) -> Iterator[TableCheck]:
    both = [(view.entry(line, place), view.entry(whole, place)) for place in view.places]
    if any(one.quantity is not None and one.quantity.low < 0 for pair in both for one in pair):
        return  # parts of a change go both ways
    for entry, above in both:
        if entry.role != "part" or entry.quantity is None or above.quantity is None:
            continue
        if entry.quantity.unit != above.quantity.unit:
            continue
        result = Result("consistent", above.printed, "the part fits into its whole")
        if value_in_sum(entry).low > value_in_sum(above).high:
            why = f"the part is {entry.printed}, its whole {above.printed}"
            result = Result("impossible", above.printed, why)
        yield TableCheck("part", entry, entry.quantity, (above,), result)
