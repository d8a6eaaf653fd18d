"""Totals and subtotals of a table, and which lines are behind each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.breakdowns import apart, broken_down, over_a_subtotal
from moditrack.checks.tables.not_sums import (
    counted_once,
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
from moditrack.checks.tables.totals_of_a_section import names_its_section
from moditrack.checks.tables.totals_without_a_label import all_others, run_after, run_before
from moditrack.checks.tables.view import TOTALS, TableCheck, View, inferred, score
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
        tried = _candidates(view, order[line], reach, running)
        found = [sum_of(view, line, inputs, places) for inputs in tried]
        if not found:
            continue
        checks = max(found, key=lambda own: (score(own)[0], -score(own)[1]))
        if not score(checks)[0]:
            checks = (
                broken_down(view, line, tried, places)
                or over_a_subtotal(view, line, tried, places)
                or run_before(view, line, view.lines[: order[line]])
                or run_after(view, line, view.lines[order[line] + 1 :])
                or checks
            )
        checks = [one for one in _without_one(view, line, checks, places) if not is_level(one)]
        fitting, failing = score(checks)
        said = plain_label(view, line) or _named_lines(view, line)
        named = bool(said) or (not fitting and names_its_section(view, line, checks))
        sure = fitting >= failing if fitting else named and _one_misfit(checks)
        if sure and not fitting:
            sure = not (
                selected(view, line, tried[0])
                or is_multiple(view, checks)
                or _is_of_all_but_one(view, line, checks, places)
                or of_another(view, line, totals, checks)
            )
        if sure and failing:
            sure = not (
                of_one_group(view, totals, checks)
                or is_qualified(view, line, checks)
                or (view.across and is_more_each_time(checks))
            )
        if not fitting and failing and _with_parts(view, line, checks):
            sure = True
            for check in checks:
                check.result.reason += ": the parts are counted twice"
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
    inputs = list(map(view.line_of, checks[0].inputs)) if checks else []
    if not fitting or failing < 2 or not 2 < len(inputs) <= _NEAR:
        return checks
    for own in inputs:
        found = sum_of(view, line, [one for one in inputs if one != own], places)
        if score(found) == (fitting + failing, 0) and (
            view.roles[own] in TOTALS
            or 2 * sum(view.value(own, place).exact != 0 for place in places) > len(places)
        ):
            return found
    return checks


def _is_of_all_but_one(
    view: View, line: int, checks: Sequence[TableCheck], places: Sequence[int]
) -> bool:
    """Whether all lines but one come to a total: that one may be in others, as new ones are.

    A small number, or one of many, may be off by chance.
    """
    inputs = list(map(view.line_of, checks[0].inputs)) if checks else []
    return 2 < len(inputs) <= _FEW and any(
        score(found := sum_of(view, line, [one for one in inputs if one != own], places))[0]
        and not score(found)[1]
        for own in inputs
        if all((view.value(own, place).exact or _SMALL) >= _SMALL for place in places)
    )


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
            or counted_once(view, one)
            or is_below_a_number(one)
            or has_a_part_for_label(view, one)
            or (fits and is_average(view, one))
        )
    ]
    return [one for one in checks if one not in others], others


def plain_label(view: View, line: int) -> bool:
    """Whether the label of a line can be nothing but that of a total."""
    label = re.split(r" / ", view.names[line])[-1].partition("~")[0].strip().rstrip(":")
    return PLAIN_TOTAL.fullmatch(label) is not None


def _with_parts(view: View, line: int, checks: Sequence[TableCheck]) -> bool:
    """Whether totals that do not fit count all lines, parts ("of which") included."""
    all_lines = [one for one in view.lines if view.roles[one] in ("cell", "part")]
    if not view.lines_with("part"):
        return False
    places = [view.place_of(check.entry) for check in checks]
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


_SUM_OF = lazy_regex(r"\(sum of (?:lines?|rows?|items?|boxes) ([\d,andto& -]+)\)", re.IGNORECASE)
_NUMBER = lazy_regex(r"\d{1,3}(?!\w)")
_FROM_TO = lazy_regex(r"(\d+)(?: ?(?:to|-) ?(\d+))?")


def _candidates(view: View, at: int, reach: int, running: Collection[int]) -> list[list[int]]:
    """The lines that may be behind a total, the likeliest first, each list once.

    None holds two bands of which one contains the other.
    """
    line, above = view.lines[at], view.lines[max(0, at - reach) : at]
    below = view.lines[at + 1 : at + 1 + reach]
    group = view.groups.get(line)
    own = [one for one in (*above, *below) if view.groups.get(one) == group]
    since = _until_total(view, reversed(above))[::-1]
    after = _until_total(view, below)
    subtotals = _with_subtotals(view, above)
    plain_above, plain_below = _plain(view, above), _plain(view, below)
    in_group = _plain(view, own) if group else []
    totals_above = [one for one in above if view.roles[one] in TOTALS]
    if named := _named_lines(view, line):
        tried = [named]
    elif line in running:
        tried = [since, in_group, subtotals]
    elif view.roles[line] == "subtotal":
        tried = [in_group, since, after, plain_above]
    elif totals_above:
        tried = [subtotals, plain_above, in_group, since, totals_above, after]
    else:
        tried = [plain_above, in_group, after, plain_below, _with_subtotals(view, below)]
    tried = [lines for every in tried for lines in (every, _at_the_top(view, every))]
    kept: list[list[int]] = []
    least = 1 if line in running else 2
    for lines in (own for every in tried for own in apart(view, every)):
        if len(lines) >= least and lines not in kept:
            kept.append(lines)
    return kept


def _named_lines(view: View, line: int) -> list[int]:
    """The lines that the label of a total names by their numbers: (sum of lines 26, 31 to 33)."""
    said = _SUM_OF.search(view.names[line])
    numbers: set[int] = set()
    for first, last in _FROM_TO.findall(said[1]) if said else ():
        numbers |= set(range(int(first), int(last or first) + 1))
    found: dict[int, int] = {}
    for one in view.lines if numbers else ():
        own = _NUMBER.match(view.paths[one][0])
        if own is not None and int(own[0]) in numbers:
            found.setdefault(int(own[0]), one)
    return list(found.values()) if len(found) == len(numbers) else []


def _plain(view: View, lines: Sequence[int]) -> list[int]:
    return [line for line in lines if view.roles[line] == "cell"]


def _until_total(view: View, lines: Iterable[int]) -> list[int]:
    """The plain lines before the next total or another group."""
    found: list[int] = []
    first: str | None = None
    for number, line in enumerate(lines):
        group = view.groups.get(line, "")
        first = group if number == 0 else first
        if view.roles[line] in TOTALS or group != first:
            break
        found.append(line)
    return _plain(view, found)


def _with_subtotals(view: View, lines: Sequence[int]) -> list[int]:
    """The subtotals among lines, and the plain lines that are in none of them."""
    found: list[int] = []
    loose: list[int] = []
    for line in lines:
        if view.roles[line] in TOTALS:
            found, loose = [*found, line], []
        elif view.roles[line] == "cell":
            loose.append(line)
    return [*found, *loose]


def _at_the_top(view: View, lines: Sequence[int]) -> list[int]:
    """The lines that are not indented below another of them."""
    return [line for line in lines if view.parents.get(line) not in lines]
