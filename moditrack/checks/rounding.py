"""What a printed number may stand for, by its decimals, its scale and its bound.

A percentage, a number with decimals and one with a scale (£1.2 million) stand for half a unit of
their last printed place either side; a plain count for itself. "About" leaves open half of the
last place that is not zero, and at least a twentieth. "At least" and "more than" leave the upper
end open, "at most" and "less than" the lower, down to nothing. An open end is infinite.
"""

from __future__ import annotations

import math
from fractions import Fraction

from moditrack.documents.bounds import EXACT, LOWER, UPPER
from moditrack.documents.digits import last_place
from moditrack.documents.quantities import Quantity

Number = Fraction | float
"""An exact number; a float only where it is infinite, for a side that is open."""
_ROUNDED = ("percent", "per mille", "percentage points")
"""Units in which a number is rounded even where no decimals are printed."""
VISIBLY_ROUNDED = 100
"""Counts that are a multiple of this may have been rounded, without a word."""
SUMS_MAY_BE_ROUNDED = 1000
"""Sums from here on may be of numbers that were rounded, without a word."""
_NO_STEP = Fraction(0)
_ABOUT = Fraction(1, 20)
"""How far, as a share of it, a number printed as about may be from the one behind it."""


def step(quantity: Quantity, rounded_to: int = 0) -> Fraction:
    """The unit of the last place printed; 0 for a count, which is not rounded."""
    if not (quantity.decimals or quantity.scale > 1 or quantity.unit in _ROUNDED):
        return Fraction(rounded_to) if rounded_to else _NO_STEP
    return max(quantity.place, Fraction(rounded_to)) if rounded_to else quantity.place


def rounding_interval(quantity: Quantity, rounded_to: int = 0) -> tuple[Number, Number]:
    """The lowest and highest number that a quantity may stand for, by its rounding and bound."""
    if is_fraction(quantity):
        return fraction_interval(quantity)
    low, high = quantity.low, quantity.high
    unit = step(quantity, rounded_to)
    if not unit and quantity.bound == EXACT:
        return low, high
    half = unit / 2
    if quantity.bound == "about":
        half = max(half, last_place(low) / 2, abs(low) * _ABOUT)
    if quantity.bound in LOWER:
        return low, math.inf
    if quantity.bound in UPPER:
        return min(Fraction(0), high), high
    return low - half, high + half


def is_fraction(quantity: Quantity) -> bool:
    """Whether a quantity is a fraction in words, such as two-thirds, one in five or a half."""
    if quantity.unit == "ratio":
        return True
    plain = not quantity.unit and not quantity.decimals and quantity.scale == 1
    return (
        plain and quantity.low.denominator > 1 and quantity.low == quantity.high
        and 0 < quantity.low < 1
    )  # fmt: skip


_SIMPLE = [Fraction(n, d) for d in range(1, 6) for n in range(d + 1)]
"""Fractions that people use in words, with denominators up to 5."""


def fraction_interval(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """What a fraction in words may stand for: what is nearer to it than to other simple ones.

    Two-thirds is 63.3% to 70.8%, between the middles to 3/5 and to 3/4. From a denominator of 6
    on, one in six is between one in seven and one in five, and nine in ten 85% to 95%.
    """
    fraction = quantity.low
    count, base = quantity.parts or (Fraction(fraction.numerator), Fraction(fraction.denominator))
    value = count / base
    if not 0 < value < 1:  # nothing, all, or "three in two"
        return value, value
    if base <= 5:
        below = max(Fraction(1, value.denominator + 1), *(f for f in _SIMPLE if f < value))
        above = min(f for f in _SIMPLE if f > value)
        return (below + value) / 2, (value + above) / 2
    if count == 1 and base > 1:
        return 1 / (base + 1), 1 / (base - 1)
    half = 1 / base / 2
    return value - half, value + half
