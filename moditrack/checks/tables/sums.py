"""Totals and subtotals of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.groups import breakdowns, candidates, named_lines
from moditrack.checks.tables.not_sums import (
    has_a_part_for_label,
    is_average,
    is_below_a_number,
    is_level,
    is_more_each_time,
    is_multiple,
    is_qualified,
    of_all_rows,
    of_another,
    of_one_group,
    selected,
)
from moditrack.checks.tables.unnamed import all_others, run_before
from moditrack.checks.tables.view import (
    TOTALS,
    TableCheck,
    View,
    inferred,
    score,
)  # fmt: skip
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.table_labels import PLAIN_TOTAL
from moditrack.verdict_names import FITS, MISFITS


def sums(view: View) -> Iterator[TableCheck]:
    """Each total with the cells behind it: the candidate that fits most places is taken.

    A misfit is explicit where the lines add up elsewhere, or where the label can be nothing but a
    total and nothing else is there to compare.
    """
    places = view.adding
    totals = view.lines_with(*TOTALS)
    if not totals:
        yield from all_others(view, places)
    reach = len(view.lines) if len(totals) * len(view.lines) <= _MOST else _NEAR
    order = {line: at for at, line in enumerate(view.lines)}
    running = _running(view, totals)
    of_running: dict[int, tuple[list[TableCheck], bool]] = {}
    for line in totals:
        tried = candidates(view, order[line], reach, running)
        found = [sum_of(view, line, inputs, places) for inputs in tried]
        if not found:
            continue
        checks = max(found, key=lambda own: (score(own)[0], -score(own)[1]))
        if not score(checks)[0]:
            checks = (
                _broken_down(view, line, tried, places)
                or _over_a_subtotal(view, line, tried, places)
                or run_before(view, line, view.lines[: order[line]])
                or checks
            )
        checks = [one for one in _without_one(view, line, checks, places) if not is_level(one)]
        fitting, failing = score(checks)
        said = plain_label(view, line) or named_lines(view, line)
        sure = fitting >= failing if fitting else bool(said) and _one_misfit(checks)
        if sure and failing and of_one_group(view, totals, checks):
            sure = False
        if (
            sure
            and not fitting
            and (
                selected(view, line, tried[0])
                or is_multiple(view, checks)
                or _is_of_all_but_one(view, line, checks, places)
                or of_another(view, line, totals, checks)
            )
        ):
            sure = False
        if (
            sure
            and failing
            and (is_qualified(view, line, checks) or (view.across and is_more_each_time(checks)))
        ):
            sure = False
        if not fitting and failing and _with_parts(view, line, checks):
            why = ": the parts are counted twice"
            sure = True
            for check in checks:
                check.result.why += why
        if line in running:
            of_running[line] = checks, sure
        else:
            counts, others = _split_off(view, line, checks)
            yield from counts if sure else inferred(counts)
            yield from inferred(others)
    fitting, failing = score([one for checks, _ in of_running.values() for one in checks])
    for checks, sure in of_running.values():
        yield from checks if sure and fitting > failing else inferred(checks)


def _one_misfit(checks: Sequence[TableCheck]) -> bool:
    """Whether at most one sum does not fit, printed once or again and again."""
    misfits = {
        (one.stated.low, *(part.quantity and part.quantity.low for part in one.inputs))
        for one in checks
        if one.result.verdict in MISFITS
    }
    return len(misfits) <= 1


def _without_one(
    view: View, line: int, checks: list[TableCheck], places: Sequence[int]
) -> list[TableCheck]:
    """The same without a line of the inputs that is no part of the total, if it then fits always.

    Such as another total, or a count printed beside the parts. A part that is 0 in most places may
    be one that the total leaves out by mistake.
    """
    fitting, failing = score(checks)
    inputs = [one.column if view.across else one.row for one in checks[0].inputs] if checks else []
    if not fitting or failing < 2 or not 2 < len(inputs) <= _NEAR:
        return checks
    for own in inputs:
        found = sum_of(view, line, [one for one in inputs if one != own], places)
        if score(found) == (fitting + failing, 0) and (
            view.roles[own] in TOTALS or 2 * _not_zero(view, own, places) > len(places)
        ):
            return found
    return checks


def _is_of_all_but_one(
    view: View, line: int, checks: Sequence[TableCheck], places: Sequence[int]
) -> bool:
    """Whether all lines but one come to a total: that one may be in others, as new ones are.

    A small number, or one of many, may be off by chance.
    """
    inputs = [one.column if view.across else one.row for one in checks[0].inputs] if checks else []
    return 2 < len(inputs) <= _FEW and any(
        score(found := sum_of(view, line, [one for one in inputs if one != own], places))[0]
        and not score(found)[1]
        for own in inputs
        if all((view.value(own, place).exact or _SMALL) >= _SMALL for place in places)
    )


def _not_zero(view: View, line: int, places: Sequence[int]) -> int:
    return sum(view.value(line, place).exact != 0 for place in places)


def _split_off(
    view: View, line: int, checks: list[TableCheck]
) -> tuple[list[TableCheck], list[TableCheck]]:
    """Checks, and those that do not fit though they need not.

    Decimals where all whole numbers fit may be shares or rates, and a note on a total may say what
    else it holds.
    """
    fits = [one for one in checks if one.result.verdict in FITS]
    whole = fits and not any(one.stated.decimals for one in fits)
    noted = _NOTE_MARK.search(view.names[line]) is not None
    others = [
        one
        for one in checks
        if one.result.verdict in MISFITS
        and (
            (whole and one.stated.decimals)
            or noted
            or _NOTE_MARK.search(one.entry.printed)
            or of_all_rows(view, line, one)
            or is_below_a_number(one)
            or has_a_part_for_label(view, one)
            or (fits and is_average(view, one))
        )
    ]
    return [one for one in checks if one not in others], others


def _broken_down(
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


def _over_a_subtotal(
    view: View, line: int, tried: Sequence[Sequence[int]], places: list[int]
) -> list[TableCheck]:
    """A total of lines one of which is the sum of all above it, though not by its label."""
    for lines in tried[:1]:
        for number in range(2, len(lines)):
            fitting, failing = score(sum_of(view, lines[number], lines[:number], places))
            if fitting and not failing:
                return sum_of(view, line, lines[number:], places)
    return []


def plain_label(view: View, line: int) -> bool:
    """Whether the label of a line can be nothing but that of a total."""
    label = re.split(r" / ", view.names[line])[-1].partition("~")[0].strip().rstrip(":")
    return PLAIN_TOTAL.fullmatch(label) is not None


def _with_parts(view: View, line: int, checks: Sequence[TableCheck]) -> bool:
    """Whether totals that do not fit count all lines, parts ("of which") included."""
    all_lines = [one for one in view.lines if view.roles[one] in ("cell", "part")]
    if not view.lines_with("part"):
        return False
    places = [check.entry.column if not view.across else check.entry.row for check in checks]
    fitting, failing = score(sum_of(view, line, all_lines, places))
    return fitting > 0 and not failing


_SMALL, _FEW = 10, 6
_NOTE_MARK = lazy_regex(r"[*\u2020\u2021\u00a7](?:~\d+)?$")
_MOST, _NEAR = 20_000, 100
"""With more totals times lines than the first, only lines as near as the second are tried."""


def _running(view: View, totals: Sequence[int]) -> set[int]:
    """Totals of one label that comes again and again: each is that of the lines since the last."""
    labels = {line: view.names[line].partition("~")[0] for line in totals}
    times = Counter(labels.values())
    return {line for line, label in labels.items() if times[label] > 2}
