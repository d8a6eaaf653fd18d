"""A total of parts, a figure that repeats another, and shares that should make 100."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.checks.exact_values import Value
from moditrack.checks.exact_values import total as add
from moditrack.checks.rounding import rounding_interval
from moditrack.checks.verdicts import Result, judge, reason, value_in_words
from moditrack.documents.quantities import Quantity


def total(stated: Quantity, parts: Iterable[Value], rounded_to: int = 0) -> Result:
    """Whether parts add up to a printed total."""
    return judge(stated, add(parts), percent=stated.unit == "percent", rounded_to=rounded_to)


def same(stated: Quantity, other: Value, rounded_to: int = 0) -> Result:
    """Whether a figure is the one that it repeats: 43% is 43.4%, and never 44%."""
    percent = stated.unit == "percent"
    result = judge(stated, other, percent=percent, rounded_to=rounded_to)
    low, high = rounding_interval(stated, rounded_to)
    adjacent = other.low < other.high and (other.low == high or other.high == low)
    if result.verdict == "consistent" and adjacent and stated.bound == "exact":
        found = value_in_words(other, percent)
        return Result("inconsistent", found, reason("inconsistent", stated, other, found))
    return result
