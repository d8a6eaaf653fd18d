"""Several breakdowns of the same total: groups of lines that each come to it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations

from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.view import TableCheck, View, score
from moditrack.documents.lazy_regex import lazy_regex


def breakdowns(
    view: View, line: int, lines: Sequence[int], places: Iterable[int]
) -> list[list[int]]:
    """Lines in the groups that each break down the same total; empty where there are not several.

    Groups are those of the labels or, without any, lines in a row whose cells come to the total.
    """
    labelled: dict[str, list[int]] = {}
    for one in lines:
        labelled.setdefault(view.sections.get(one, ""), []).append(one)
    if len(labelled) > 1:
        return [group for group in labelled.values() if len(group) > 1]
    found = (_in_a_row(view, line, lines, place) for place in places)
    return next((groups for groups in found if len(groups) > 1), [])


def _in_a_row(view: View, line: int, lines: Sequence[int], place: int) -> list[list[int]]:
    stated = view.entry(line, place).quantity
    groups: list[list[int]] = []
    own: list[int] = []
    so_far = Fraction(0)
    for one in lines if stated is not None and stated.low > 0 else ():
        own.append(one)
        so_far += view.value(one, place).exact or 0
        if stated is not None and so_far == stated.low and len(own) > 1:
            groups, own, so_far = [*groups, own], [], Fraction(0)
    return groups if not own else []


def broken_down(
    view: View, line: int, tried: Sequence[Sequence[int]], places: list[int]
) -> list[TableCheck]:
    """A total that each of several breakdowns gives, and all their lines do not. Wrong where all
    give the same other number."""
    for lines in tried:
        found = [sum_of(view, line, own, places) for own in breakdowns(view, line, lines, places)]
        if fits := [checks for checks in found if score(checks)[0]]:
            return max(fits, key=lambda own: score(own)[0])
        given = {tuple(check.result.recomputed for check in checks) for checks in found}
        if len(found) > 1 and len(given) == 1:
            return found[0]
    return []


def over_a_subtotal(
    view: View, line: int, tried: Sequence[Sequence[int]], places: list[int]
) -> list[TableCheck]:
    """A total of lines one of which is the sum of all above it, though not by its label."""
    for lines in tried[:1]:
        for number in range(2, len(lines)):
            fitting, failing = score(sum_of(view, lines[number], lines[:number], places))
            if fitting and not failing:
                return sum_of(view, line, lines[number:], places)
    return []


_WORDS = r"(?:aged? |ages )?", r"(?: years?)?(?: old| of age)?"
_BANDS = [
    lazy_regex(rf"{_WORDS[0]}(?:{pattern}){_WORDS[1]}", re.IGNORECASE)
    for pattern in (
        r"(?P<low>\d{1,3}) ?(?:-|\u2013|to|and under) ?(?P<high>\d{1,3})",
        r"(?:under|below|less than|younger than) ?(?P<under>\d{1,3})",
        r"(?:up to )(?P<high>\d{1,3})|(?P<most>\d{1,3}) (?:and|or) (?:under|below|younger|less)",
        r"(?P<low>\d{1,3}) ?(?:\+|plus|(?:and|or|years and) (?:over|above|older|more))",
        r"(?:over|above|older than|more than) (?P<over>\d{1,3})",
    )
]


def _band(name: str) -> tuple[float, float] | None:
    """The numbers that a label such as "Under 18", "10-17" or "65 and over" takes in."""
    label = name.rpartition(" / ")[2].partition("~")[0].strip()
    for pattern in _BANDS:
        if found := pattern.fullmatch(label):
            own = {key: int(text) for key, text in found.groupdict().items() if text}
            low = own.get("low", own.get("over", 0))
            high = own.get("high", own.get("under", own.get("most", math.inf)))
            return (low, high) if low < high else None
    return None


def apart(view: View, lines: Sequence[int]) -> list[list[int]]:
    """The widest bands of lines, then the narrowest; all where none overlap, none where they cannot
    be kept apart."""
    bands = {line: band for line in lines if (band := _band(view.names[line])) is not None}
    if not _overlap(bands.values()):
        return [list(lines)]
    found = []
    for side in (0, 1):
        drop = {
            pair[1 - side]
            for one, other in combinations(bands, 2)
            for pair in ((one, other), (other, one))
            if bands[one] != bands[other] and _contains(bands[pair[0]], bands[pair[1]])
        }
        kept = [line for line in lines if line not in drop]
        if not _overlap(bands[line] for line in kept if line in bands):
            found.append(kept)
    return found


def _contains(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def _overlap(bands: Iterable[tuple[float, float]]) -> bool:
    return any(
        one[0] < other[1] and other[0] < one[1] for one, other in combinations(set(bands), 2)
    )
