"""What printed quantities stand for, and what they give together, in exact fractions."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from moditrack.documents.quantities import Quantity

Number = Fraction | float
"""An exact number; a float only where it is infinite, for a side that is open."""
DIGITS = 15
"""The most digits that a number may have before the decimal point, and after it."""
_ROUNDED = ("percent", "per mille", "percentage points")
"""Units in which a number is rounded even where no decimals are printed."""
_ABOUT = Fraction(1, 20)
"""How far, as a share of it, a number printed as about may be from the one behind it."""


@dataclass(frozen=True)
class Value:
    """An exact value (None where the inputs leave it open), and the interval that it lies in."""

    exact: Fraction | None
    low: Number
    high: Number

    def __add__(self, other: Value) -> Value:
        exact = None if self.exact is None or other.exact is None else self.exact + other.exact
        return Value(exact, self.low + other.low, self.high + other.high)

    def __sub__(self, other: Value) -> Value:
        exact = None if self.exact is None or other.exact is None else self.exact - other.exact
        return Value(exact, self.low - other.high, self.high - other.low)

    def over(self, other: Value) -> Value:
        """The quotient by a value that is not negative; open upward where that may be zero.

        ZeroDivisionError where the other is zero.
        """
        if other.low == other.high == 0 or other.high < 0:
            raise ZeroDivisionError("nothing is a share of zero")
        exact = self.exact / other.exact if self.exact is not None and other.exact else None
        if other.low <= 0:
            low = self.low / other.high if self.low >= 0 else -math.inf
            return Value(exact, low, math.inf if self.high > 0 else self.high / other.high)
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Value(exact, min(corners), max(corners))

    def times(self, factor: int) -> Value:
        """The value times a positive whole number."""
        exact = None if self.exact is None else self.exact * factor
        return Value(exact, self.low * factor, self.high * factor)

    @property
    def open(self) -> bool:
        """Whether it has no end on a side."""
        return math.isinf(self.low) or math.isinf(self.high)


def exactly(number: Fraction | int) -> Value:
    """A number that is known."""
    return Value(Fraction(number), Fraction(number), Fraction(number))


NOTHING = exactly(0)
UNKNOWN = Value(None, Fraction(0), math.inf)
"""A count that is not printed."""


def total(values: Iterable[Value]) -> Value:
    """The sum of values."""
    return sum(values, NOTHING)


def value_of(quantity: Quantity, rounded_to: int = 0) -> Value:
    """What a printed quantity stands for, as a part of a calculation.

    `rounded_to` is 5 where the document says that its counts are rounded to the nearest 5.
    """
    low, high = interval(quantity, rounded_to)
    known = quantity.bound in ("exact", "about") and quantity.low == quantity.high
    return Value(quantity.low if known else None, low, high)


def step(quantity: Quantity, rounded_to: int = 0) -> Fraction:
    """The unit of the last place printed; 0 for a count, which is not rounded."""
    unit = Fraction(quantity.scale, 10**quantity.decimals)
    rounded = quantity.decimals or quantity.scale > 1 or quantity.unit in _ROUNDED
    return max(unit if rounded else Fraction(0), Fraction(rounded_to))


def interval(quantity: Quantity, rounded_to: int = 0) -> tuple[Number, Number]:
    """The lowest and highest number that a quantity may stand for, by its rounding and bound."""
    if is_fraction(quantity):
        return fraction_interval(quantity)
    low, high = quantity.low, quantity.high
    half = step(quantity, rounded_to) / 2
    if quantity.bound == "about":
        half = max(half, last_place(low) / 2, abs(low) * _ABOUT)
    if quantity.bound in ("at-least", "more-than"):
        return low, math.inf
    if quantity.bound in ("up-to", "less-than"):
        return min(Fraction(0), high), high
    return low - half, high + half


def last_place(number: Fraction) -> Fraction:
    """The unit of the last digit of a whole number that is not 0: 100 for 1200, 1 for 43."""
    unit = 1
    while number and number.denominator == 1 and number % (10 * unit) == 0:
        unit *= 10
    return Fraction(unit if number.denominator == 1 else 0)


def is_fraction(quantity: Quantity) -> bool:
    """Whether a quantity is a fraction in words, such as two-thirds, one in five or a half."""
    if quantity.unit == "ratio":
        return True
    plain = not quantity.unit and not quantity.decimals and quantity.scale == 1
    return plain and quantity.low == quantity.high and 0 < quantity.low < 1


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
    if value in (0, 1):
        return value, value
    if base <= 5:
        below = max(Fraction(1, value.denominator + 1), *(f for f in _SIMPLE if f < value))
        above = min(f for f in _SIMPLE if f > value)
        return (below + value) / 2, (value + above) / 2
    if count == 1 and base > 1:
        return 1 / (base + 1), 1 / (base - 1)
    half = 1 / base / 2
    return value - half, value + half
