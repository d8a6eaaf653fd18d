"""Numbers of things that can be counted: the items of a list, people in groups."""

from __future__ import annotations

from moditrack.checks.exact_values import Value, exactly
from moditrack.checks.verdicts import Result, compare, value_in_words
from moditrack.counting import counted
from moditrack.documents.quantities import Quantity


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
