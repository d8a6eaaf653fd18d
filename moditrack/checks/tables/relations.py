"""Lines of a table that others give, whatever their labels are: only the numbers say so.

A line is tried as a difference, a balance (a + b - c), a share or a change of lines near it. It is
one where its cells fit with so many digits that chance does not give them. What does not fit is
inferred.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from moditrack.checks.exact_values import NOTHING, Value, exactly
from moditrack.checks.kinds.change import increase
from moditrack.checks.kinds.share import share
from moditrack.checks.tables.view import (
    COUNTS,
    TableCheck,
    View,
    bare,
    digits,
    most_digits,
    others_inferred,
    score,
)  # fmt: skip
from moditrack.checks.verdicts import Result, judge
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import FITS

_NEAR, _AFTER = 7, 2
"""So many lines before another, and after it, are tried."""
_SURE = 4
"""Digits that must fit beyond those that one of the ways tried gives by chance."""
_FITTING = 4
"""Cells that fit must be this many times those that do not."""
_FEWEST = {"share": 3, "increase": 3}
"""Cells that must fit, by the kind."""
_BALANCES = ((1, 1, -1), (1, -1, 1), (1, -1, -1))

_Recipe = tuple[str, tuple[int, ...], tuple[int, ...]]
"""The kind, the lines, and the sign of each."""


def relations(view: View, known: Sequence[TableCheck]) -> Iterator[TableCheck]:
    """The cells of lines that nothing else explains, each with those of the lines that give it."""
    fitting = [one for one in known if one.result.verdict in FITS and one.inputs]
    explained = {view.line_of(one.entry) for one in fitting}
    sets = {frozenset(map(view.line_of, [one.entry, *one.inputs])) for one in fitting}
    counts = {line for line in view.lines if view.roles[line] in COUNTS}
    numbers = {line: _numbers(view, line) for line in view.lines}
    for at, line in enumerate(view.lines):
        if line in explained or view.roles[line] in ("rank", "part", "note"):
            continue
        places = [p for p in numbers[line] if view.place_roles[p] != "note"]
        if most_digits(view.entry(line, place).quantity for place in places) <= _SURE:
            continue
        near = [one for one in view.lines[max(0, at - _NEAR) : at] if one in counts]
        after = [one for one in view.lines[at + 1 : at + 1 + _AFTER] if one in counts]
        ways = _ways(view, line, near, after, sets)
        number = len(ways)
        ways = [way for way in ways if _roughly(numbers, line, places, way)]
        if found := _best(view, line, places, ways, _SURE + math.log10(number or 1)):
            sets.add(frozenset([line, *map(view.line_of, found[0].inputs)]))
            yield from others_inferred(found)


def _numbers(view: View, line: int) -> dict[int, float]:
    """The numbers along a line that are not 0, roughly."""
    read = ((place, view.entry(line, place).quantity) for place in view.places)
    return {
        place: float(one.low) for place, one in read if one is not None and one.low == one.high != 0
    }


def _ways(
    view: View, line: int, before: list[int], after: list[int], sets: set[frozenset[int]]
) -> list[_Recipe]:
    """What a line can be of the counts near it: in percent or with decimals, a share or change."""
    quantities = (view.entry(line, place).quantity for place in view.places)
    read = [one for one in quantities if one is not None]
    ways: list[_Recipe] = []
    if all(one.unit == "percent" or one.decimals for one in read):
        pairs = permutations([*before, *after], 2)
        ways += [(kind, pair, ()) for pair in pairs for kind in ("share", "increase")]
    if any(one.unit != "percent" for one in read):
        ways += [("difference", pair, (1, -1)) for pair in combinations(before, 2)]
        ways += [
            ("remainder", three, signs) for three in combinations(before, 3) for signs in _BALANCES
        ]
    return [way for way in ways if frozenset([line, *way[1]]) not in sets]


def _best(
    view: View, line: int, places: Sequence[int], ways: Sequence[_Recipe], most: float
) -> list[TableCheck]:
    """The checks of the way that most digits speak for; none where it may be chance."""
    best: list[TableCheck] = []
    for way in ways:
        checks = [one for place in places if (one := _check(view, line, place, way)) is not None]
        fitting, failing = score(checks)
        certain = digits(checks)
        many = fitting >= max(_FITTING * failing, _FEWEST.get(way[0], 1))
        if many and certain > most:
            best, most = checks, certain
    return best


def _roughly(
    numbers: dict[int, dict[int, float]], line: int, places: Sequence[int], way: _Recipe
) -> bool:
    """Whether most cells can be what a way gives, before their rounding is looked at."""
    kind, lines, signs = way
    fitting = failing = 0
    for place in places:
        stated, own = numbers[line][place], [numbers[one].get(place, 0) for one in lines]
        if not all(own):
            continue
        if signs:
            off = abs(sum(sign * one for sign, one in zip(signs, own, strict=True))) - abs(stated)
            fits = abs(off) <= abs(stated) / 100
        elif kind == "share":
            fits = abs(100 * own[0] / own[1] - stated) <= 1
        else:
            fits = abs(100 * own[1] / own[0] - 100 - stated) <= 1
        fitting, failing = fitting + fits, failing + (not fits)
    return fitting >= max(1, _FITTING * failing)


def _check(view: View, line: int, place: int, way: _Recipe) -> TableCheck | None:
    kind, lines, signs = way
    entry = view.entry(line, place)
    parts = tuple(view.entry(one, place) for one in lines)
    read = [one.quantity.low if one.quantity is not None else None for one in parts]
    if entry.quantity is None or not all(read) or read[0] in read[1:]:
        return None
    stated, scale = bare(entry, entry.quantity)
    values = [view.value(one, place).over(exactly(scale)) for one in lines]
    try:
        result = _result(kind, stated, values, signs)
    except ZeroDivisionError:
        return None
    return TableCheck(kind, entry, entry.quantity, parts, result)


def _result(kind: str, stated: Quantity, own: Sequence[Value], signs: Sequence[int]) -> Result:
    """What came out; of a difference the size, where no sign is printed."""
    if not signs:
        return (share if kind == "share" else increase)(stated, own[0], own[1])
    given = NOTHING
    for sign, one in zip(signs, own, strict=True):
        given = given + one if sign > 0 else given - one
    if kind == "difference" and given.high < 0 < stated.low:
        given = NOTHING - given
    return judge(stated, given, rounded_to=0 if stated.decimals else 1)
