"""Several breakdowns of the same total: groups of lines that each come to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.view import TableCheck, View, score


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
    """A total that each of several breakdowns gives, though all their lines together do not.

    Where all give the same other number, the total is wrong.
    """
    for lines in tried:
        found = [sum_of(view, line, own, places) for own in breakdowns(view, line, lines, places)]
        fits = [checks for checks in found if score(checks)[0]]
        if fits:
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
