"""The arithmetic of a claim, in exact fractions of what is printed.

An input is a sum of figures, `a + b - c`. Each is an id of the claim's document
(`phase-1-arrests`) or of another (`mpa-2003-10-09:phase-1-arrests`). Rounded figures carry their
rounding interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from moditrack.documents.numerals import decimals, numbers
from moditrack.intervals import printed_number, rounding_interval

Row = dict[str, Any]
_DIGITS = 15
"""The most digits that a number may have before the decimal point, and after it."""


@dataclass(frozen=True)
class Value:
    """An exact value, with the interval that follows from the rounding of its inputs."""

    exact: Fraction
    low: Fraction
    high: Fraction

    def __add__(self, other: Value) -> Value:
        return Value(self.exact + other.exact, self.low + other.low, self.high + other.high)

    def __sub__(self, other: Value) -> Value:
        return Value(self.exact - other.exact, self.low - other.high, self.high - other.low)

    def over(self, other: Value) -> Value:
        """The quotient of two values above zero. ZeroDivisionError where the other can be zero."""
        return Value(self.exact / other.exact, self.low / other.high, self.high / other.low)

    def times(self, factor: int) -> Value:
        """The value times a positive whole number."""
        return Value(self.exact * factor, self.low * factor, self.high * factor)


def value_of(figure: Row) -> Value:
    """A figure as printed: a percentage with its rounding interval, a count exactly."""
    exact = stated_number(figure["printed"])
    if figure["unit"] != "percent":
        return Value(exact, exact, exact)
    low, high = rounding_interval(printed_number(figure["printed"]))
    return Value(exact, low, high)


def stated_number(printed: str) -> Fraction:
    """The first number of a printed quantity. ValueError where there is none or it is too long."""
    found = numbers(printed)
    if not found or abs(found[0]) >= 10**_DIGITS or decimals(printed) > _DIGITS:
        raise ValueError("has no number to compute with")
    return found[0]


def terms(expression: str) -> list[tuple[int, str]]:
    """The signed ids of an expression: "a + b - c" is [(1, a), (1, b), (-1, c)]."""
    tokens = expression.split()
    found: list[tuple[int, str]] = []
    sign = 1
    for number, token in enumerate(tokens):
        if number % 2 == 0:
            found.append((sign, token))
        elif token in ("+", "-"):
            sign = 1 if token == "+" else -1
        else:
            raise ValueError("is not a list of figures joined by + and -")
    if len(tokens) % 2 == 0:
        raise ValueError("is not a list of figures joined by + and -")
    return found


def evaluate(expression: str, figures: dict[str, Row]) -> Value:
    """The value of an expression."""
    total = Value(Fraction(0), Fraction(0), Fraction(0))
    for sign, name in terms(expression):
        value = value_of(figures[name])
        total = total + value if sign > 0 else total - value
    return total
