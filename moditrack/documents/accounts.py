"""Amounts in brackets that are minus, as accounts print them in a row: 5,808 4,782 (1,026).

In running text (1,234) is a number in brackets, and "10 (20) 15 (30)" are counts with their shares.
Only where the row does not add up without the minus, or two in brackets are side by side, is one
minus here; a cell alone is read by `read_cell`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moditrack.documents.quantities import Quantity

_GAP = re.compile(r"[ \t\xa0|]*\)?\.?[ \t\xa0|]+\(?[£$€]?")
_PLUS = re.compile(r"[\d%)] \+ [£$€]?\d[\d.,%]*(?: [+\u2212–-] |\s*(?:\n|$))")
"""A plus that is set apart in a row, as a minus is then, too."""
_ROW = re.compile(r"[\d\s.,%£$€()+\u2212–-]+")
_LEAST = 100
"""Smaller numbers in brackets side by side may be references."""


def signed(plain: str, found: list[Quantity]) -> list[Quantity]:
    """The same numbers, those minus whose row shows it: in brackets, or after a sign set apart."""
    if " + " in plain and _PLUS.search(plain) is not None:
        found = [_after_sign(plain, one) for one in found]
    if ")" not in plain:
        return found
    first = 0
    while first < len(found):
        last = first
        while last + 1 < len(found) and _is_next(plain, found[last], found[last + 1]):
            last += 1
        if last > first:
            row = range(first, last + 1)
            for number in _minus(plain, [found[at] for at in row]):
                one = found[first + number]
                found[first + number] = replace(one, low=-one.high, high=-one.low)
        first = last + 1
    return found


def _after_sign(plain: str, one: Quantity) -> Quantity:
    """A number after a minus with a space between, in a row without words: 454 449 - 5."""
    sign = one.start - 2
    if sign < 2 or plain[sign : one.start] not in ("- ", "– ", "\u2212 ") or one.low <= 0:
        return one
    line = plain[plain.rfind("\n", 0, sign) + 1 : (plain + "\n").find("\n", one.end)]
    if _ROW.fullmatch(line) is None:
        return one
    return replace(one, low=-one.high, high=-one.low, start=sign, printed=plain[sign : one.end])


def _is_next(plain: str, one: Quantity, other: Quantity) -> bool:
    alike = not one.unit and not other.unit and one.scale == other.scale == 1
    return alike and _GAP.fullmatch(plain, one.end, other.start) is not None


def _minus(plain: str, row: list[Quantity]) -> set[int]:
    """Which numbers of a row are minus."""
    shut = [plain[one.start - 1 : one.start] + plain[one.end : one.end + 1] == "()" for one in row]
    values = [one.low for one in row]
    found: set[int] = set()
    if max(values) < _LEAST or True not in shut:
        return found
    for at in range(len(row) - 1):
        if shut[at] and shut[at + 1]:
            found |= {at, at + 1}
    for at in range(len(row) - 2):
        a, b, c = (-v if s else v for v, s in zip(values[at : at + 3], shut[at:], strict=False))
        if c in (b - a, a - b):
            found |= {at + n for n in range(3) if shut[at + n]}
    return found
