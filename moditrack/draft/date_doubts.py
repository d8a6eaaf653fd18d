"""Dates in digits that may have their month first, as American reports print them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moditrack.documents.dates.calendars import MONTH_NAMES
from moditrack.documents.dates.years import YEAR

_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_MONTH_DAY = re.compile(rf"\b(?:{MONTH_NAMES})\.? \d{{1,2}},? {YEAR}\b", re.IGNORECASE)
_DAY_MONTH = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH_NAMES})\.?,? {YEAR}\b", re.IGNORECASE
)
ASK = "date: is its month or its day first?"


def month_first(texts: Iterable[str]) -> bool:
    """Whether a report may print its months first: 6/27/2019, or June 27, 2019 and no 27 June 2019.

    A date such as 27/6/2019 shows that it does not.
    """
    whole = "\n".join(texts)
    pairs = [(int(one[1]), int(one[2])) for one in _SLASHED.finditer(whole)]
    if any(first > 12 for first, _ in pairs):
        return any(second > 12 for _, second in pairs)
    if any(second > 12 for _, second in pairs):
        return True
    return _MONTH_DAY.search(whole) is not None and _DAY_MONTH.search(whole) is None


def in_doubt(printed: str) -> bool:
    """Whether a date can be read with its month first and with its day first."""
    pairs = [(int(one[1]), int(one[2])) for one in _SLASHED.finditer(printed)]
    return any(first != second and max(first, second) <= 12 for first, second in pairs)


def is_date(printed: str) -> bool:
    """Whether digits look like a date, in either order."""
    return _SLASHED.fullmatch(printed) is not None
