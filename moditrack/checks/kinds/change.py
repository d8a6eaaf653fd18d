"""A change from one figure to another: as a number, and in percent of the one before."""

from __future__ import annotations

from fractions import Fraction

from moditrack.checks.exact_values import Value
from moditrack.checks.verdicts import Result, judge, value_in_words
from moditrack.documents.quantities import Quantity


def percent_change(before: Value, after: Value) -> Value:
    """The change in percent of what was before. ZeroDivisionError where that is zero.

    After over before, less one: both appear once, so that the interval is no wider than it must be.
    """
    ratio = after.over(before).times(100)
    hundred = Value(None if ratio.exact is None else Fraction(100), 100, 100)
    return ratio - hundred


def increase(stated: Quantity, before: Value, after: Value) -> Result:
    """Whether a printed percentage is the increase."""
    return judge(stated, percent_change(before, after), percent=True)


def decrease(stated: Quantity, before: Value, after: Value) -> Result:
    """Whether a printed percentage is the decrease."""
    return judge(stated, negative(percent_change(before, after)), percent=True)


def negative(value: Value) -> Value:
    """A value with the other sign."""
    return Value(None if value.exact is None else -value.exact, -value.high, -value.low)


def difference(stated: Quantity, before: Value, after: Value, rounded_to: int = 0) -> Result:
    """Whether a printed number, with its sign, is what was added."""
    value = after - before
    plus = stated.printed.startswith("+") and value.exact is not None and value.exact > 0
    return judge(stated, value, f"+{value_in_words(value)}" if plus else "", rounded_to=rounded_to)
