"""Reasons why a total need not be the sum of the lines behind it, so that it is no misfit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from moditrack.checks.exact_values import total as add
from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.view import (
    TOTALS,
    YEAR_HEADING_CELL,
    TableCheck,
    View,
    is_count,
    score,
    value_in_sum,
)
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.quantities import read_cell
from moditrack.verdict_names import MISFITS

_LEVELS = lazy_regex(
    r"\b(?:longest|shortest|oldest|youngest|highest|lowest|largest|maximum|max|minimum|peak|targets?"
    r"|(?:open|held|posts|stock|caseload|staff) at|at (?:the )?(?:(?:month|year)(?:'s)? )?end)\b",
    re.IGNORECASE,
)
"""Headings of numbers that are not added up over lines: their total row repeats one of them."""
_IN_WORDS = lazy_regex(
    r"\((?!.*(?:thousand|million))[^)]*[a-z]{4}|\(\w{1,2} ?[-+\u2212\u2013] ?\w", re.IGNORECASE
)
"""Words in brackets that are no unit, or a sum of lines: (each family once), (a + b - c)."""


def is_level(check: TableCheck) -> bool:
    """Whether a total repeats one of its parts where the heading is of no count: longest wait."""
    parts = [part.quantity.low for part in check.inputs if part.quantity is not None]
    names = f"{check.entry.row_name} {check.entry.column_name}"
    level = check.result.verdict in MISFITS and check.stated.low in parts
    return level and _LEVELS.search(names) is not None


def is_below_a_number(check: TableCheck) -> bool:
    """Whether the heading of a total is a number that is no year: a row without a heading."""
    own = read_cell(check.entry.column_name.partition("~")[0])
    return own is not None and YEAR_HEADING_CELL.match(own.printed) is None


def has_a_part_for_label(view: View, check: TableCheck) -> bool:
    """Whether the label of a row is a number that its total takes in: a row without a label."""
    own = read_cell(check.entry.row_name.partition("~")[0]) if view.across else None
    return own is not None and _given(check) + own.low == check.stated.low


def is_average(view: View, check: TableCheck) -> bool:
    """Whether a total lies between its parts, as an average does, or what is counted once."""
    parts = [entry.quantity.low for entry in check.inputs if entry.quantity is not None]
    if any(view.place_roles[place] in TOTALS for place in view.places):
        return False  # its places are added up, too
    return len(parts) > 1 and 0 < min(parts) <= check.stated.low < max(parts)


def counted_once(view: View, check: TableCheck) -> bool:
    """Whether each total of a column is less than its row makes: who came in two quarters is one in
    the year."""
    place = view.place_of(check.entry)
    others = [one for one in view.places if view.place_roles[one] == "cell"]
    lines = [view.line_of(one) for one in (check.entry, *check.inputs)]
    return (
        view.place_roles[place] in TOTALS
        and len(others) > 1
        and check.stated.low < _given(check)
        and all(
            add(view.value(line, one) for one in others).low > view.value(line, place).high
            for line in lines
        )
    )


def of_all_rows(view: View, line: int, check: TableCheck) -> bool:
    """Whether a row of totals also has what a row without parts holds: those not known."""
    rows = [row for row in view.places if view.place_roles[row] == "cell"] if view.across else []
    inputs = [one.column for one in check.inputs]
    alone = any(
        view.entry(line, row).quantity is not None
        and not any(view.entry(one, row).printed for one in inputs)
        for row in rows
    )
    return (
        alone and view.place_roles[check.entry.row] in TOTALS and _given(check) < check.stated.low
    )


def _given(check: TableCheck) -> Fraction:
    return sum((entry.quantity.low for entry in check.inputs if entry.quantity), Fraction(0))


def is_qualified(view: View, line: int, checks: Sequence[TableCheck]) -> bool:
    """Whether the label says more than that it is a total, as "Total (each family once)" does, and
    its cells lie between the largest part and the sum."""
    misfits = [check for check in checks if check.result.verdict in MISFITS]
    return _IN_WORDS.search(view.names[line]) is not None and all(
        max(part.quantity.low for part in check.inputs if part.quantity)
        <= check.stated.low
        < _given(check)
        for check in misfits
    )


def is_more_each_time(checks: Sequence[TableCheck]) -> bool:
    """Whether several totals do not fit, and each is more than its parts: one is not printed."""
    misfits = [check for check in checks if check.result.verdict in MISFITS]
    return len(misfits) > 1 and all(check.stated.low > _given(check) for check in misfits)


def selected(view: View, line: int, lines: Sequence[int]) -> bool:
    """Whether the lines are as much of a total in percent as in numbers: only some of its parts."""
    for share in view.places:
        whole = view.entry(line, share).quantity
        if whole is None or whole.unit != "percent" or whole.low != 100:
            continue
        percent = add(value_in_sum(view.entry(one, share)) for one in lines)
        for place in view.places:
            entry = view.entry(line, place)
            if is_count(entry) and entry.quantity is not None and entry.quantity.low:
                part = add(view.value(one, place) for one in lines).exact
                own = part and part / entry.quantity.low * 100
                if own and own != 100 and percent.low <= own <= percent.high < 100:
                    return True
    return False


def is_multiple(view: View, checks: Sequence[TableCheck]) -> bool:
    """Whether lines under several headings come to far more than a total: to some multiple."""
    for check in checks:
        lines = set(map(view.line_of, check.inputs))
        given = [one.quantity.low for one in check.inputs if one.quantity is not None]
        several = len({view.sections.get(line) for line in lines}) > 1
        if several and 2 * sum(given) > 3 * check.stated.low > 0:
            return True
    return False


def of_one_group(view: View, totals: Sequence[int], checks: Sequence[TableCheck]) -> bool:
    """Whether only the last of several groups, each of which may break a total down, is behind
    it."""
    own = {view.groups.get(entry.row) for check in checks for entry in check.inputs}
    others = {view.groups.get(line) for line in view.lines_with("cell")} - own
    below = {view.groups.get(line) for line in totals}
    return not view.across and len(own) == 1 and None not in own and not others <= below


_NEAR = 100
"""Lines between totals at most of which one is tried for the parts of the other."""


def of_another(view: View, line: int, totals: Sequence[int], checks: Sequence[TableCheck]) -> bool:
    """Whether the cells behind a total make another one: they are that one's parts."""
    if not checks:
        return False
    lines = [view.line_of(own) for own in checks[0].inputs]
    places = [view.place_of(own.entry) for own in checks]
    near = (other for other in totals if 0 < abs(other - line) <= _NEAR)
    others = (sum_of(view, other, lines, places) for other in near)
    return any(score(found)[0] and not score(found)[1] for found in others)
