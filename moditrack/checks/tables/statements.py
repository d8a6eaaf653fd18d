"""Statements of accounts: each result is made of the lines above it that no other took in.

Lines are put on a pile; a line that those on top come to takes them in, and stays for the next:
955 is 345 + 610, net current assets are 955 - 420, and so on down to the last balance. A result is
one by its label, or has none; its cells that do not fit are misfits where the others fit with so
many digits that chance does not give them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from moditrack.checks.account_words import kind_of_signs
from moditrack.checks.exact_values import NOTHING, Value, exactly
from moditrack.checks.tables.balances import is_noted, is_opening, left_over, said
from moditrack.checks.tables.view import (
    COUNTS,
    TOTALS,
    TableCheck,
    View,
    bare,
    digits,
    inferred,
    is_count,
    most_digits,
    score,
)
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.verdict_names import MISFITS

_RESULT = lazy_regex(
    r"\b(?:totals?|sub-?totals?|net|gross (?:profit|surplus|expenditure|cost|income)|surplus"
    r"|deficit|profit|loss|closing|carried (?:forward|down)|c/?f(?:wd)?|c/?d|balances?"
    r"|cost of services|reserves|funds|at (?:30|31|29|28)(?:st|th)? \w+|(?:at (?:the )?)?end of"
    r"|at (?:the )?end|all)\b",
    re.IGNORECASE,
)
_COSTS = lazy_regex(
    r"\b(?:costs?|expenses?|expenditure|spending|creditors|liabilities|tax(?:ation)?|depreciation"
    r"|provisions?|borrowings?|allowances?|interest payable|overdrafts?|loans?|payables?)\b",
    re.IGNORECASE,
)
"""What is taken off, though it is printed without a minus."""
_MONEY = lazy_regex(
    r"[£$€]|\b(?:income|expenditure|receipts|payments|revenue|creditors|debtors|surplus|deficit)\b",
    re.IGNORECASE,
)
_IN_PLAY = (*COUNTS, "change")
_MOST = 14
_OFF = 0.02
"""The part by which rounded lines may miss their result."""
_Terms = tuple[tuple[int, int], ...]
"""Lines, each with its sign."""
_SURE, _NEAR_SURE, _UNNAMED, _MANY = 3.5, 2.4, 5.5, 6
"""Digits that must fit: of any result, of one right below its lines, of a line without a label."""
_OFTEN, _CERTAIN = 2, 8.0
"""Columns that fit for each that does not, and their digits, for lines of any number."""


class _Found(NamedTuple):
    """What a line may be made of: lines with signs, the checks, and whether that lies nearest."""

    terms: _Terms
    checks: list[TableCheck]
    near: bool

    @property
    def rank(self) -> tuple[int, int, bool, int]:
        fitting, failing = score(self.checks)
        return fitting - failing, fitting, self.near, -len(self.terms)


def statements(view: View) -> Iterator[TableCheck]:
    """Each result of a statement with the lines that it is made of."""
    if not _is_of_accounts(view):
        return
    pile: list[int] = []
    results: set[int] = set()
    begins: dict[int, object] = {}
    said_by: dict[int, int] = {}
    for line in view.lines:
        if view.roles[line] not in _IN_PLAY or not any(_number(view, line, p) for p in view.adding):
            continue
        begins[line] = view.groups.get(line)
        named = is_result(view, line)
        if named and pile and pile[-1] not in results and _are_alike(view, line, pile[-1]):
            results.add(line)  # a total of one line
            pile[-1] = line
            said_by[line] = _sign(view, line)
            continue
        telling = most_digits(view.entry(line, place).quantity for place in view.adding)
        tried = _candidates(view, line, pile, results, begins, said_by)
        if telling <= (_NEAR_SURE if named else _UNNAMED):
            tried = iter(())  # too few digits to be no chance
        found = max(tried, key=lambda own: own.rank, default=None)
        if found is not None and _is_sure(found, named):
            del pile[-len(found.terms) :]
            results.add(line)
            checks = found.checks
            if not named:
                checks = inferred(checks)
            yield from (inferred([one])[0] if is_noted(one) else one for one in checks)
        elif named:
            results.add(line)
        pile.append(line)
        said_by[line] = _sign(view, line)


def _is_of_accounts(view: View) -> bool:
    """Whether a table is of money, or has numbers in brackets that are minus."""
    entries = [view.entry(line, place) for line in view.lines for place in view.places]
    texts = {text for one in entries for text in (one.printed, one.row_name, one.column_name)}
    negative = any(
        one.quantity is not None and one.quantity.low < 0 and one.printed[0] == "("
        for one in entries
    )
    return negative or any(_MONEY.search(text) for text in texts)


def is_result(view: View, line: int) -> bool:
    """Whether a line is called a result, or has no label."""
    label = _label(view, line)
    return not label or view.roles[line] in TOTALS or _RESULT.search(label) is not None


def _label(view: View, line: int) -> str:
    """The last label of a line; "" where it has only the heading of its group."""
    path = view.paths[line]
    return "" if not path or (len(path) == 1 and path[0] == view.groups.get(line)) else path[-1]


def _are_alike(view: View, line: int, other: int) -> bool:
    """Whether two lines have the same numbers."""
    pairs = ((view.entry(line, p).quantity, view.entry(other, p).quantity) for p in view.adding)
    return all((a and a.low) == (b and b.low) for a, b in pairs)


def _number(view: View, line: int, place: int) -> bool:
    entry = view.entry(line, place)
    return is_count(entry) and entry.quantity is not None


def _candidates(
    view: View,
    line: int,
    pile: Sequence[int],
    results: set[int],
    begins: dict[int, object],
    said_by: dict[int, int],
) -> Iterator[_Found]:
    """The lines on top of the pile, as many as may be, each way with its checks."""
    top = pile[: -_MOST - 2 : -1]
    last = next((n for n, one in enumerate(top) if one in results), len(pile))
    group = begins[pile[-1]] if pile else None
    of_group = next((n for n, one in enumerate(top) if begins[one] != group), len(pile))
    natural = {last, last + 1, of_group, len(pile)}
    roughly: dict[tuple[int, int], float] = {}
    for count in range(2, min(len(pile), _MOST) + 1):
        lines = pile[-count:]
        for signs in _signs(lines, results, said_by):
            terms = tuple(zip(lines, signs, strict=True))
            if not _may_fit(view, line, terms, roughly):
                continue
            for signed in (True, False):
                checks = _checks(view, line, terms, signed)
                fitting, failing = score(checks)
                often = fitting > _OFTEN * failing and digits(checks) > _CERTAIN
                if fitting and (count in natural or not failing or often):
                    near = count in natural and set(signs) == {1}
                    yield _Found(terms, checks, near)


def _may_fit(view: View, line: int, terms: _Terms, roughly: dict[tuple[int, int], float]) -> bool:
    """Whether the lines come to one of the cells, before their rounding is looked at: this takes a
    tenth of the time."""
    for place in view.adding:
        stated = _roughly(view, line, place, roughly)
        given = sum(sign * _roughly(view, one, place, roughly) for one, sign in terms)
        if abs(abs(given) - abs(stated)) <= _OFF * abs(stated) and given:
            return True
    return False


def _roughly(view: View, line: int, place: int, known: dict[tuple[int, int], float]) -> float:
    found = known.get((line, place))
    if found is None:
        quantity = view.entry(line, place).quantity
        found = known[line, place] = float(quantity.low) if quantity is not None else 0.0
    return found


def _signs(
    lines: Sequence[int], results: set[int], said_by: dict[int, int]
) -> Iterator[tuple[int, ...]]:
    """All lines added; what is called a cost, or follows a "less", taken off; or the last of two
    results."""
    yield (1,) * len(lines)
    by_label = tuple(said_by[one] for one in lines)
    if len(set(by_label)) > 1:
        yield by_label
        yield tuple(-sign for sign in by_label)
    last = (*(1,) * (len(lines) - 1), -1)
    if len(lines) == 2 and set(lines) <= results and last != by_label:
        yield last


def _sign(view: View, line: int) -> int:
    """The sign that the label of a line gives it; what is printed as minus is added."""
    if view.is_minus(line):
        return 1
    label = _label(view, line)
    if is_opening(label):
        return 1
    costs = _COSTS.search(label) or _COSTS.search(str(view.groups.get(line, "")))
    return said(view, line) or (-1 if costs else 1)


def _checks(view: View, line: int, terms: _Terms, signed: bool) -> list[TableCheck]:
    checks = []
    for place in view.adding:
        entry = view.entry(line, place)
        parts = tuple(view.entry(one, place) for one, _ in terms)
        stated = entry.quantity
        if stated is None or not is_count(entry):
            continue
        values = [_value(view, one, place) for one, _ in terms]
        if (
            any(value is None for value in values)
            or sum(part.quantity is not None and part.quantity.low != 0 for part in parts) < 1
        ):
            continue
        own, scale = bare(entry, stated)
        given = NOTHING
        for value, (_, sign) in zip(values, terms, strict=True):
            if value is not None:
                term = value.over(exactly(scale))
                given = given + term if sign > 0 else given - term
        kind = kind_of_signs([sign for _, sign in terms])
        result = left_over(own, given, scale, len(terms), signed)
        checks.append(TableCheck(kind, entry, stated, parts, result))
    return checks


def _value(view: View, line: int, place: int) -> Value | None:
    """What a cell adds, an empty one or a dash nothing; None where it is not known."""
    entry = view.entry(line, place)
    if entry.quantity is not None:
        return view.value(line, place) if is_count(entry) else None
    nil = not entry.printed or (entry.mark is not None and entry.mark.kind == "nil")
    return NOTHING if nil else None


def _is_sure(found: _Found, named: bool) -> bool:
    """Whether what fits is no chance."""
    fitting, failing = score(found.checks)
    certain = digits(found.checks)
    if not named:
        return not failing and certain > _UNNAMED
    if certain < (_NEAR_SURE if found.near else _SURE):
        return False
    alike = fitting == failing and (fitting == 1 or certain > _MANY)
    return fitting > failing or alike


def settled(checks: Sequence[TableCheck], found: Sequence[TableCheck]) -> list[TableCheck]:
    """The checks of other kinds, without those of a result that its statement explains."""
    own = {_place(one.entry): {_place(each) for each in one.inputs} for one in found}
    return [
        one
        for one in checks
        if (place := _place(one.entry)) not in own
        or (
            one.result.verdict not in _DOUBTED
            and {_place(each) for each in one.inputs} != own[place]
        )
    ]


def _place(entry: Entry) -> tuple[int, int]:
    return entry.row, entry.column


_DOUBTED = (*MISFITS, "not-checkable", "ambiguous")
