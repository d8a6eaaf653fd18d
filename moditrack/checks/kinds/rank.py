"""A place among others: the largest, second highest, fewest, ranked 3rd."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.checks.exact_values import Value
from moditrack.checks.verdicts import Result
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import ORDINAL_ENDING, ORDINALS

_LOWEST = lazy_regex(
    r"\b(?:lowest|smallest|least|fewest|shortest|youngest|earliest|bottom|worst)\b", re.IGNORECASE
)
_NUMBER = lazy_regex(rf"\b(\d+){ORDINAL_ENDING}?\b")


def place_in_words(printed: str) -> tuple[int, bool]:
    """The place that words state, from 1, and whether it counts from the lowest."""
    lowest = _LOWEST.search(printed) is not None
    if found := _NUMBER.search(printed):
        return int(found[1]), lowest
    words = re.findall(r"[a-z]+", printed.lower())
    return next((ORDINALS[word] for word in words if word in ORDINALS), 1), lowest


def rank(printed: str, own: Value, others: Sequence[Value]) -> Result:
    """Whether a figure has the printed place among others; those that are equal share places."""
    stated, lowest = place_in_words(printed)
    if lowest:
        surely = sum(other.high < own.low for other in others)
        maybe = sum(other.low <= own.high for other in others)
    else:
        surely = sum(other.low > own.high for other in others)
        maybe = sum(other.high >= own.low for other in others)
    first, last = surely + 1, maybe + 1
    found = _ordinal(first) if first == last else f"{_ordinal(first)} to {_ordinal(last)}"
    position = f"{found} {'from the lowest' if lowest else 'from the highest'}"
    if not first <= stated <= last:
        return Result("inconsistent", found, f"the figures give {position}, {printed} is printed")
    if any(other.open for other in (own, *others)) and first < last:
        return Result("not-checkable", found, f"the figures give {position}: not all are printed")
    return Result("consistent", found, f"the figures give {position}")


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(0 if number % 100 in (11, 12, 13) else number % 10)
    return f"{number}{ending or 'th'}"
