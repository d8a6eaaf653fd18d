"""A total of parts, what is left of it, a figure that repeats another, shares that make 100."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.checks.exact_values import Value, exactly
from moditrack.checks.exact_values import total as add
from moditrack.checks.rounding import rounding_interval
from moditrack.checks.verdicts import Result, compare, judge, reason, value_in_words
from moditrack.counting import counted
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


def remainder(
    stated: Quantity, whole: Value, parts: Iterable[Value], rounded_to: int = 0
) -> Result:
    """Whether a printed rest is the whole less its parts; no rest is below zero."""
    rest = whole - add(parts)
    if rest.high < 0:
        found = judge(stated, rest, percent=stated.unit == "percent")
        why = f"the parts are more than the whole, by {(found.recomputed or '').removeprefix('-')}"
        return Result("impossible", found.recomputed, why)
    return judge(stated, rest, percent=stated.unit == "percent", rounded_to=rounded_to)


def list_count(stated: Quantity, items: int) -> Result:
    """Whether a list has as many items as stated."""
    verdict = compare(stated, exactly(items))
    return Result(verdict, str(items), f"the list has {counted(items, 'item')}")


def people(whole: Value, parts: Value) -> Result:
    """Whether groups of people fit into a whole: nobody is in two, and some may be in none."""
    found, size = value_in_words(parts), value_in_words(whole)
    if parts.low > whole.high:
        return Result("impossible", found, f"the parts sum to {found}, more than {size}")
    if parts == whole:
        return Result("consistent", found, "the parts sum to the whole")
    why = f"the parts sum to at most {found}, which fits into {size}"
    return Result("consistent", found, why)
