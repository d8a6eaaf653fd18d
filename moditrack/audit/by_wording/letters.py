"""The letters that stand for kinds of quantities, in patterns and in comparisons: n is a count."""

from __future__ import annotations

import re

from moditrack.documents.number_words import NUMBER_WORD
from moditrack.documents.quantities import Quantity
from moditrack.documents.units_and_scales import MONEY

COUNT, SUM, PERCENT, POINTS, MULTIPLE, FRACTION = "n", "m", "p", "q", "x", "f"
"""A count, a sum of money, a percentage, percentage points, twice, a third or one in three."""
PAIR, RATIO, TIME = "r", "o", "d"
"""Two counts (31 out of 41), any other ratio (14:1); in slots of patterns, how long."""
AMOUNTS = COUNT + SUM
_BY_UNIT = {
    "percent": PERCENT, "percentage points": POINTS, "times": MULTIPLE, "per mille": PERCENT,
    "pence": SUM, **dict.fromkeys(MONEY, SUM),
}  # fmt: skip
_COUNTED = re.compile(rf"\bof\b(?! (?:every\b.*|10|100|a hundred|{NUMBER_WORD})$)|/", re.IGNORECASE)
"""Matches two counts, 31 out of 41, and not a fraction in words, 8 in 10 or three out of four."""


def letter(quantity: Quantity) -> str:
    """The letter of the kind of a quantity."""
    low = quantity.low
    if quantity.unit == "ratio":
        if _COUNTED.search(quantity.printed):
            return PAIR
        return FRACTION if low <= 1 else RATIO
    if quantity.unit == "" and 0 < low.numerator < low.denominator and not quantity.decimals:
        return FRACTION
    return _BY_UNIT.get(quantity.unit, COUNT)
