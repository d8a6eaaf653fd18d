"""Sums, differences and quotients of printed quantities, as intervals of exact fractions."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from moditrack.checks.rounding import Number, rounding_interval
from moditrack.documents.cells_and_marks import Mark
from moditrack.documents.quantities import Quantity

DIGITS = 15
"""The most digits that a number may have before the decimal point, and after it."""


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
        """The quotient by a value of 0 or more; ZeroDivisionError where that is 0, open where it
        may be."""
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
    one = Fraction(number)
    return Value(one, one, one)


NOTHING = exactly(0)
UNKNOWN = Value(None, Fraction(0), math.inf)
"""A count that is not printed."""


def total(values: Iterable[Value]) -> Value:
    """The sum of values. Counts are added as whole numbers, which takes a tenth of the time."""
    listed = list(values)
    counts = [value.exact for value in listed if value.exact is value.low is value.high]
    if len(counts) == len(listed) and all(count.denominator == 1 for count in counts if count):
        return exactly(sum(count.numerator for count in counts if count))
    return sum(listed, NOTHING)


def value_of_mark(mark: Mark | None) -> Value:
    """What is printed in place of a number may stand for: `<5` for 0 to 4, a dash or an empty cell
    for nothing where that fits."""
    if mark is not None and mark.high is not None:
        known = Fraction(0) if mark.high == 0 else None
        return Value(known, Fraction(0), Fraction(mark.high))
    if mark is None or mark.kind == "nil":
        return Value(Fraction(0), Fraction(0), math.inf)
    return UNKNOWN


def value_of(quantity: Quantity, rounded_to: int = 0) -> Value:
    """What a printed quantity stands for; `rounded_to` 5 where counts are to the nearest 5."""
    low, high = rounding_interval(quantity, rounded_to)
    known = quantity.bound in ("exact", "about") and quantity.low == quantity.high
    if known and low == high:
        return exactly(quantity.low)
    return Value(quantity.low if known else None, low, high)
