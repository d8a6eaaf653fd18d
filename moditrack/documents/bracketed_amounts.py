"""Amounts in brackets that are minus, as accounts print them: 5,808 4,782 (1,026).

In running text (1,234) is a number in brackets, and "10 (20) 15 (30)" are counts with their shares.
A row shows that one is minus where it adds up only so, or where two in brackets are side by side;
the cells, rows and ends of lines near it are printed by the same rule. A cell alone is read by
`read_cell`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.units_and_scales import MONEY

if TYPE_CHECKING:
    from fractions import Fraction

    from moditrack.documents.quantities import Quantity

_GAP = lazy_regex(r"[ \t\xa0|]*\)?\.?[ \t\xa0|]+\(?[£$€]?")
_LINES_APART = lazy_regex(r"\)?[ \t\xa0]*(?:\n[ \t\xa0]*)+\(?[£$€]?")
_PLUS = lazy_regex(r"[\d%)] \+ [£$€]?\d[\d.,%]*(?: [+\u2212–-] |\s*(?:\n|$))")
"""A plus that is set apart in a row, as a minus is then, too."""
_ROW = lazy_regex(r"[\d\s.,%£$€()+\u2212–-]+")
_OPENS_ROW = lazy_regex(r"\)[^\n]*\d\)?[ \t]*(?:\n|$)")
_MONEY = ("", *MONEY)
_LEAST, _LEAST_LEFT = 100, 1000
"""Smaller numbers in brackets side by side may be references, or a part and the rest."""
_NEAR = 1500
"""Characters within which the brackets of a table mean the same."""


def signed(plain: str, found: list[Quantity]) -> list[Quantity]:
    """The same numbers, those minus whose row shows it: in brackets, or after a sign set apart."""
    if " + " in plain and _PLUS.search(plain) is not None:
        found = [_after_sign(plain, one) for one in found]
    if ")" not in plain:
        return found
    minus: set[int] = set()
    alike: set[int] = set()
    first = 0
    for last, one in enumerate(found):
        if last + 1 < len(found) and _is_next(plain, one, found[last + 1]):
            continue
        row = found[first : last + 1]
        shut = [_is_shut(plain, quantity) for quantity in row]
        if True in shut:
            own_minus = _minus([quantity.low for quantity in row], shut)
            minus |= {first + at for at in own_minus}
            shares = shut == [False, True] * (len(shut) // 2)  # 10 (20) 15 (30)
            apart = not shares and (len(row) > 1 or _is_cell(plain, row[0]))
            if own_minus or apart:
                alike |= {first + at for at, own in enumerate(shut) if own}
        first = last + 1
    if not minus:
        return found
    known = sorted(found[at].start for at in minus)
    return [
        replace(one, low=-one.high, high=-one.low)
        if at in alike and _is_near(known, one.start)
        else one
        for at, one in enumerate(found)
    ]


def _after_sign(plain: str, quantity: Quantity) -> Quantity:
    """A number after a minus with a space between, in a row without words: 454 449 - 5."""
    sign = quantity.start - 2
    if sign < 2 or plain[sign : quantity.start] not in ("- ", "– ", "\u2212 ") or quantity.low <= 0:
        return quantity
    line = plain[plain.rfind("\n", 0, sign) + 1 : (plain + "\n").find("\n", quantity.end)]
    if _ROW.fullmatch(line) is None:
        return quantity
    return replace(
        quantity,
        low=-quantity.high,
        high=-quantity.low,
        start=sign,
        printed=plain[sign : quantity.end],
    )


def _is_next(plain: str, one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are cells side by side, or alone in two lines that follow each other."""
    alike = one.unit == other.unit in _MONEY and one.scale == other.scale == 1
    if not alike or one.low < 0 or other.low < 0:
        return False
    if _GAP.fullmatch(plain, one.end, other.start) is not None:
        return True
    apart = _LINES_APART.fullmatch(plain, one.end, other.start) is not None
    return apart and _is_alone(plain, one) and _is_alone(plain, other)


def _is_shut(plain: str, quantity: Quantity) -> bool:
    return (
        plain[quantity.start - 1 : quantity.start] + plain[quantity.end : quantity.end + 1] == "()"
    )


def _is_alone(plain: str, quantity: Quantity) -> bool:
    shut = _is_shut(plain, quantity)
    before = plain[max(0, quantity.start - 3 - shut) : quantity.start - shut].rstrip(" \t\xa0")
    after = plain[quantity.end + shut : quantity.end + 3 + shut].lstrip(" \t\xa0")
    return before[-1:] in ("\n", "") and after[:1] in ("\n", "")


def _is_cell(plain: str, quantity: Quantity) -> bool:
    """Whether a number in brackets is a cell: alone in its line, between pipes, before a row."""
    around = (
        plain[quantity.start - 2 : quantity.start - 1],
        plain[quantity.end + 1 : quantity.end + 2],
    )
    if around == ("|", "|") or _is_alone(plain, quantity):
        return True
    return around[0] in ("\n", "") and _OPENS_ROW.match(plain, quantity.end) is not None


def _is_near(known: list[int], start: int) -> bool:
    at = bisect_left(known, start)
    return any(abs(start - other) < _NEAR for other in known[max(0, at - 1) : at + 1])


def _minus(values: list[Fraction], shut: list[bool]) -> set[int]:
    """Which numbers of a row are minus."""
    found: set[int] = set()
    if max(values) < _LEAST:
        return found
    for at, (one, other) in enumerate(pairwise(shut)):
        if one and other:
            found |= {at, at + 1}
    for at in range(len(values) - 2):
        own = shut[at : at + 3]
        a, b, c = (-v if s else v for v, s in zip(values[at : at + 3], own, strict=True))
        rest = own == [False, True, False] and c == a + b and a >= _LEAST_LEFT
        if True in own and (rest or c in (b - a, a - b)):
            found |= {at + n for n in range(3) if own[n]}
    return found
