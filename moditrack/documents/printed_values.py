"""Every numeral of a text; whether printed words give a recorded value and bound.

`verify` asks that each numeral is accounted for, so that words such as both or weekly count here;
what is a quantity, documents/quantities.py decides.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import GLYPHS, ORDINALS, UNITS
from moditrack.documents.plain_number import SCALES
from moditrack.documents.quantities import Quantity, read_cell
from moditrack.documents.units_and_scales import MONEY

_RECORDED = ORDINALS | {
    "hundredth": 100, "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 1_000_000,
    "pair": 2, "couple": 2, "both": 2, "single": 1, "once": 1, "weekly": 1, "nil": 0, "none": 0,
}  # fmt: skip
"""Words that are a number where a record says so: no quantity, as the text alone has it."""
_READ = ("half", "quarter", "quarters", "thirds", "double", "twice", "thrice")
"""Words that are read as quantities, or as a part of one."""
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
}  # fmt: skip
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_WORDS = "|".join(sorted([*UNITS, *SCALES, *_RECORDED, *_READ], key=len, reverse=True))
NUMERAL = lazy_regex(
    rf"\d+(?:,\d{{3}})*(?:\.\d+)?|[{''.join(GLYPHS)}]"
    rf"|(?:(?<=level )|(?<=levels ))(?:{_ROMANS})\b|(?<=\band )(?:ii|iii|iv)\b|\b(?:{_WORDS})\b",
    re.IGNORECASE,
)
"""Every number in a text."""
OWN_UNITS = ("percent", "percentage points", "per mille", *MONEY, "pence")
"""Units that are printed with a number and named alike in the records."""
_NIL = lazy_regex(r"\b(?:no|not|none|never|nil)\b", re.IGNORECASE)
_LEVEL = lazy_regex(rf"\blevels? ({_ROMANS})\b", re.IGNORECASE)
_OTHER = lazy_regex(rf"\b(?:{'|'.join(_RECORDED)})\b", re.IGNORECASE)


@lru_cache(10_000)
def numbers(printed: str) -> tuple[Fraction, ...]:
    """The numbers of a printed quantity: low and high of a range, both of a ratio, else one.

    A word such as weekly is its number; a lone "no", "not" or "never" is zero.
    """
    quantity = read_cell(printed)
    if quantity is None:
        if level := _LEVEL.search(printed):
            return (Fraction(_ROMAN[level[1].lower()]),)
        if word := _OTHER.search(printed):
            return (Fraction(_RECORDED[word[0].lower()]),)
        return (Fraction(0),) if _NIL.search(printed) else ()
    if quantity.parts:
        return quantity.parts
    return (quantity.low,) if quantity.value is not None else (quantity.low, quantity.high)


def confirms(
    printed: str, value: float | None, low: float | None, high: float | None, unit: str = ""
) -> bool:
    """Whether a printed quantity is the stored value, or the low and high of a range.

    In "1 in every 54" the value is the second number, otherwise the first. `unit` is that of the
    record: what is printed in percent or money confirms nothing else.
    """
    if (quantity := read_cell(printed)) is not None:
        return equals(quantity, value, low, high, unit)
    found = numbers(printed)
    return value is not None and bool(found) and found[0] == _exact(value)


def equals(
    quantity: Quantity, value: float | None, low: float | None, high: float | None, unit: str = ""
) -> bool:
    """Whether a quantity, read whole, has the numbers of a record, and no other unit."""
    if unit and quantity.unit in OWN_UNITS and quantity.unit != unit:
        return False
    if value is None:
        return (quantity.low, quantity.high) == (_exact(low), _exact(high))
    if quantity.parts:
        first, second = quantity.parts
        return _exact(value) == (second if first == 1 else first)
    return quantity.value == _exact(value)


def bound_of(printed: str) -> str | None:
    """The bound that the words of a printed quantity state; None where they state none."""
    quantity = read_cell(printed)
    return None if quantity is None or quantity.bound in ("exact", "range") else quantity.bound


def _exact(value: float | None) -> Fraction:
    return Fraction(str(value))
