"""Numbers of things that can be counted: the items of a list, people in groups, a weekday."""

from __future__ import annotations

import datetime

from moditrack.checks.arithmetic import Result, compare, in_words
from moditrack.checks.values import Value, exactly
from moditrack.counting import counted
from moditrack.dates import in_words as day_in_words
from moditrack.documents.quantities import Quantity


def list_count(stated: Quantity, items: int) -> Result:
    """Whether a list has as many items as stated."""
    verdict = compare(stated, exactly(items))
    return Result(verdict, str(items), f"the list has {counted(items, 'item')}")


def weekday(printed: str, day: str) -> Result:
    """Whether an ISO day was the printed weekday, whole or in three letters."""
    found = f"{datetime.date.fromisoformat(day):%A}"
    fits = printed.lower().rstrip("s.") in (found.lower(), found[:3].lower())
    verdict = "consistent" if fits else "inconsistent"
    return Result(verdict, found, f"{day_in_words(day)} was a {found}")


def people(whole: Value, parts: Value) -> Result:
    """Whether groups of people fit into a whole: nobody is in two, and some may be in none."""
    found, size = in_words(parts), in_words(whole)
    if parts.low > whole.high:
        return Result("impossible", found, f"the parts sum to {found}, more than {size}")
    if parts == whole:
        return Result("consistent", found, "the parts sum to the whole")
    why = f"the parts sum to at most {found}, which fits into {size}"
    return Result("consistent", found, why)
