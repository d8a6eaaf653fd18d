"""Whether a text prints the month of a date in digits before its day, as American reports do."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import ORDINAL_ENDING

_SLASHED = lazy_regex(rf"(?<![\d/])(\d{{1,2}})/(\d{{1,2}})/(?:{YEAR}|\d\d)(?![\d/])")
_AFTER_SLASH = lazy_regex(rf"/(\d{{1,2}})/(?:{YEAR}|\d\d)(?![\d/])")
_BEFORE_SLASH = lazy_regex(r"(?<![\d/])\d{1,2}\Z")
_MONTH_DAY = lazy_regex(rf"\b(?:{MONTH_NAMES})\.? \d{{1,2}},? {YEAR}\b", re.IGNORECASE)
_DAY_MONTH = lazy_regex(
    rf"\b\d{{1,2}}{ORDINAL_ENDING}? (?:{MONTH_NAMES})\.?,? {YEAR}\b", re.IGNORECASE
)
_MONTHS = 12


@lru_cache(64)
def _orders_printed(text: str) -> tuple[bool, bool]:
    """Whether a text prints a date in digits with its day first, and one with its month first."""
    if text.count("/") < 2:
        return False, False
    # Slashes are few and digits many: what precedes a slash is looked at when one is found.
    pairs = [
        (int(first[0]), int(match[1]))
        for match in _AFTER_SLASH.finditer(text)
        if (first := _BEFORE_SLASH.search(text, max(0, match.start() - 3), match.start()))
    ]
    return (
        any(day > _MONTHS >= month for day, month in pairs),
        any(day > _MONTHS >= month for month, day in pairs),
    )


def month_first(text: str) -> bool:
    """Whether a text prints the month before the day: 6/27/19 in it, and no 27/6/19."""
    return _orders_printed(text) == (False, True)


def may_be_month_first(text: str) -> bool:
    """The same, or both orders, or only names do: June 27, 2019 in it, and no 27 June 2019."""
    day, month = _orders_printed(text)
    if day or month:
        return month
    return _MONTH_DAY.search(text) is not None and _DAY_MONTH.search(text) is None


def in_doubt(printed: str) -> bool:
    """Whether a date can be read with its month first and with its day first."""
    pairs = [(int(match[1]), int(match[2])) for match in _SLASHED.finditer(printed)]
    return any(first != second and max(first, second) <= _MONTHS for first, second in pairs)


def is_in_digits(printed: str) -> bool:
    """Whether digits look like a date, in either order."""
    return _SLASHED.fullmatch(printed) is not None
