"""Lines that their labels call what is left of others: opening + in - out = closing, net, unspent.

The labels say which lines are added and which are taken off, or else the signs that fit most
places. The cells that then do not fit are misfits where the labels print the signs, or where most
others fit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from moditrack.checks.account_words import ADDED, CLOSING, OPENING, TAKEN_OFF, printed_sign
from moditrack.checks.exact_values import NOTHING, Value, exactly
from moditrack.checks.rounding import SUMS_MAY_BE_ROUNDED
from moditrack.checks.tables.view import (
    COUNTS,
    TOTALS,
    TableCheck,
    View,
    bare,
    digits,
    inferred,
    is_count,
    others_inferred,
    score,
)  # fmt: skip
from moditrack.checks.verdicts import Result, judge, plain_result
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import FITS, MISFITS

_PLUS = lazy_regex(
    r"\b(?:in|received|receipts?|income|revenue|new|opened"
    r"|joined|joiners|starters|additions?|admissions?|admitted|arrivals?|precept|grants?|credits?"
    r"|contributions? to)\b",
    re.IGNORECASE,
)
_MINUS = lazy_regex(
    r"\b(?:out|closed|payments?|expenditure|costs?|spent|spend|expenses|leavers|left|disposals?|discharged?|discharges"
    r"|completed|resolved|withdrawn|actual|committed|commitments?|filled|in post|debits?"
    r"|contributions? from)\b",
    re.IGNORECASE,
)
_LEFT = lazy_regex(
    r"\(=\)|\b(?:closing|carried (?:forward|down|over)|c/?f(?:wd)?|c/?d|remain(?:s|ing|der)?"
    r"|balances?|unspent|vacan(?:t|cy|cies)|surplus|deficit|net|outstanding|shortfall|headroom"
    r"|unallocated|uncommitted|(?:under|over)[- ]?spends?|at (?:the )?(?:end|close)|end of"
    r"|at (?:30|31)(?:st)? \w+)\b",
    re.IGNORECASE,
)
_SURPLUS = lazy_regex(r"\b(?:surplus|deficit|net|profit|loss)\b", re.IGNORECASE)
"""What income less expenditure is, or expenditure less income."""
_NOTED = lazy_regex(r"[*\u2020\u2021\u00a7]|\b(?:restated|adjusted|provisional)\b|\bnote\b", re.I)
_MOST, _MOST_FREE = 12, 3
"""At most so many lines are behind another, and of so many the sign is open."""
_TELLING = 3.5
"""Digits that fit where half the places do not."""
_Terms = list[tuple[int, int]]
"""Lines, each with the sign with which it is added."""


def balances(view: View) -> Iterator[TableCheck]:
    """Each line that is called what is left, of the lines before it that give most of it."""
    for at, line in enumerate(view.lines):
        label = _label(view, line)
        if view.roles[line] != "cell" or not _LEFT.search(label) or OPENING.search(label):
            continue
        before = [one for one in view.lines[:at] if view.roles[one] in COUNTS]
        tried = [
            (terms, _checks(view, line, terms))
            for lines in _behind(view, before)
            for terms in _signed(view, lines)
        ]
        tried = [(terms, checks) for terms, checks in tried if checks]
        if not tried:
            continue
        terms, checks = max(tried, key=lambda own: (score(own[1])[0], -score(own[1])[1]))
        fitting, failing = score(checks)
        spelled = all(printed_sign(view.paths[one][-1]) for one, _ in terms[1:])
        if not fitting and not (spelled and "(=)" in label):
            continue
        named = all(said(view, one) for one, _ in terms[1:])
        pair = _SURPLUS.search(label) and sorted(said(view, one) for one, _ in terms) == [-1, 1]
        telling = bool(pair) or (named and digits(checks) > _TELLING)
        opened = OPENING.search(_label(view, terms[0][0])) and CLOSING.search(label)
        telling = telling or bool(opened and named)
        free = {sign for one, sign in terms[1:] if not said(view, one)}
        plain = free == {-1} and not _turned(terms, checks)
        chance = digits(checks) - math.log10(len(tried))
        sure = (fitting >= max(2, 2 * failing) and (named or plain or chance > _TELLING)) or (
            telling and fitting >= failing > 0
        )
        if spelled or (sure and not _moved(checks)):
            yield from (inferred([one])[0] if is_noted(one) else one for one in checks)
        else:
            yield from others_inferred(checks)


def _turned(terms: _Terms, checks: Sequence[TableCheck]) -> bool:
    """Whether most cells fit only without the minus that the lines give them."""
    fitting = [one for one in checks if one.result.verdict in FITS]
    return 2 * sum(_is_below(terms, one) for one in fitting) > len(fitting)


def _is_below(terms: _Terms, check: TableCheck) -> bool:
    parts = zip(terms, check.inputs, strict=True)
    given = sum(sign * part.quantity.low for (_, sign), part in parts if part.quantity)
    return given < 0 < check.stated.low


def is_opening(label: str) -> bool:
    """Whether a label is that of what there was at the beginning."""
    return OPENING.search(label) is not None


def _label(view: View, line: int) -> str:
    return " ".join(view.paths[line][-2:])


def said(view: View, line: int) -> int:
    """The sign that the label of a line gives it; 0 where it gives none."""
    label = _label(view, line)
    own = view.paths[line][-1] if view.paths[line] else ""
    if sign := printed_sign(own):
        return sign
    plus = any(words.search(label) for words in (ADDED, _PLUS))
    minus = any(words.search(label) for words in (TAKEN_OFF, _MINUS))
    return 0 if plus == minus else 1 if plus else -1


def _behind(view: View, before: Sequence[int]) -> Iterator[list[int]]:
    """The lines that can be behind another: those since an opening one, or the two to four right
    before it; of those with totals among them, the totals."""
    opening = next(
        (n for n in reversed(range(len(before))) if OPENING.search(_label(view, before[n]))), -1
    )
    since = before[opening:] if opening >= 0 else []
    for lines in (since, before[-2:], before[-3:], before[-4:]):
        if 2 <= len(lines) <= _MOST:
            yield list(lines)
    if since:
        totals = [one for one in since[1:] if view.roles[one] in TOTALS]
        yield from [[since[0], *totals]] if totals else []


def _signed(view: View, lines: Sequence[int]) -> Iterator[_Terms]:
    """The lines with signs: what their labels say, or either; what is printed as minus is added."""
    options = []
    opened = OPENING.search(_label(view, lines[0])) is not None
    for one in lines[1:]:
        sign = said(view, one) if opened else min(said(view, one), 0)
        options.append([1] if sign < 0 and view.is_minus(one) else [sign] if sign else [-1, 1])
    if sum(len(each) > 1 for each in options) <= _MOST_FREE:
        for signs in product(*options):
            if len(lines) == 2 and signs == (1,) and not opened:
                continue  # a total, which has a name of its own
            yield list(zip(lines, (1, *signs), strict=True))


def _checks(view: View, line: int, terms: _Terms) -> list[TableCheck]:
    checks = []
    for place in view.adding:
        entry = view.entry(line, place)
        parts = tuple(view.entry(one, place) for one, _ in terms)
        stated = entry.quantity
        filled = [one for one in parts if one.quantity is not None]
        blank = any(one.quantity is None and one.printed for one in parts)
        if stated is None or not is_count(entry) or len(filled) < 2 or blank:
            continue
        if parts[0].quantity is None or not all(map(is_count, filled)):
            continue
        own, scale = bare(entry, stated)
        given = NOTHING
        for one, sign in terms:
            value = view.value(one, place).over(exactly(scale))
            given = given + value if sign > 0 else given - value
        kind = "difference" if len(terms) == 2 else "remainder"
        checks.append(
            TableCheck(kind, entry, stated, parts, left_over(own, given, scale, len(terms)))
        )
    return checks


def left_over(
    stated: Quantity, given: Value, scale: int, terms: int, signed: bool = False
) -> Result:
    """What came out, at least 0; its size where no sign is printed, unless all are `signed`."""
    if not signed and given.high < 0 < stated.low and stated.printed[0].isdigit():
        given = NOTHING - given
    result = judge(stated, given, rounded_to=int(scale > 1 and not stated.decimals))
    if result.verdict not in MISFITS or given.exact is None:
        return result
    if stated.low == 0 and given.high < 0:
        return Result("not-checkable", result.recomputed, "less than nothing may be printed as 0")
    off = abs(given.exact - stated.low)
    unit = Fraction(1, 10**stated.decimals)
    if off <= (terms + 1) * unit / 2 and abs(given.exact) >= SUMS_MAY_BE_ROUNDED * unit:
        return result.remarked("it fits if the cells are rounded", "ambiguous")
    return result


def _moved(checks: Sequence[TableCheck]) -> bool:
    """Whether what several places have too much is what others lack: moved between them."""
    off = [
        found - bare(one.entry, one.stated)[0].low
        for one in checks
        if one.result.verdict in MISFITS and (found := plain_result(one.result)) is not None
    ]
    return len(off) > 1 and sum(off) == 0


def is_noted(check: TableCheck) -> bool:
    """Whether a cell that does not fit, or one behind it, has the mark of a note."""
    cells = (check.entry, *check.inputs)
    words = " ".join(f"{one.printed} {one.row_name} {one.column_name}" for one in cells)
    return check.result.verdict in MISFITS and _NOTED.search(words) is not None
