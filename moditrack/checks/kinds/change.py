"""A change from one figure to another: as a number, and in percent of the one before."""

from __future__ import annotations

from fractions import Fraction

from moditrack.checks.exact_values import Value, exactly
from moditrack.checks.verdicts import Result, format_number, in_few_decimals, judge, value_in_words
from moditrack.documents.lazy_regex import lazy_regex
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


_SIGNED = lazy_regex(r"\s*(?:[+\u2212-]|minus\b)")


def percentage_points(stated: Quantity, before: Value, after: Value) -> Result:
    """Whether a printed number of points is the difference of two percentages.

    Without a sign, the size is compared: "fell by 5 percentage points". Where the change in percent
    gives the printed number, the reason says so.
    """
    points = after - before
    signed = stated.low < 0 or _SIGNED.match(stated.printed)  # (2.4) is minus in accounts
    if points.exact is not None and points.exact < 0 and not signed:
        points = negative(points)
        before, after = after, before
        base = after
    else:
        base = before
    result = judge(stated, points, f"{value_in_words(points)} percentage points")
    if result.verdict != "consistent" and base.exact:
        size = (after - before).over(base).times(100)
        if size.exact is not None and judge(stated, exactly(size.exact)).verdict == "consistent":
            change = in_few_decimals(
                format_number(size.exact, percent=True), "consistent", stated, exactly(size.exact)
            )
            return result.remarked(f"{change} is the change in percent")
    return result
