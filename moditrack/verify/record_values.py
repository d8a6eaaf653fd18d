"""A printed quantity as the records write it: value, low, high and bound."""

from __future__ import annotations

from fractions import Fraction

from moditrack.documents.bounds import LOWER, RANGE, UPPER
from moditrack.documents.quantities import Quantity

_MOST = 15
"""Digits that a number of the records may have."""


def written(value: Fraction) -> str | None:
    """A number in digits; None where records cannot hold it, such as two thirds."""
    if abs(value) >= 10**_MOST or value.denominator > 10**_MOST:
        return None
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1:
        return None
    text = f"{float(value):.12f}".rstrip("0").rstrip(".")
    return text if Fraction(text) == value else None


def value_of(quantity: Quantity) -> dict[str, str] | None:
    """The columns value, low, high and bound of a quantity; None where digits cannot say it."""
    if quantity.bound == RANGE and quantity.value is None:
        low, high = written(quantity.low), written(quantity.high)
        if low is None or high is None:
            return None
        return {"low": low, "high": high, "bound": RANGE}
    number = quantity.low
    if quantity.parts:
        first, second = quantity.parts
        number = second if first == 1 else first
    value = written(number)
    if value is None:
        return None
    row = {"value": value, "bound": quantity.bound}
    if quantity.bound in LOWER:
        row["low"] = value
    if quantity.bound in UPPER:
        row["high"] = value
    return row
