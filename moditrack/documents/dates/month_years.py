"""Whether the number after a name of a month is a year (Apr 23, May 23, Jun 23) or a day.

Months in a row with one number, or a range of them, are of a year; so is what ends a year. Where a
text prints days as March 31, 2024, they are days.
"""

from __future__ import annotations

from functools import lru_cache

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS
from moditrack.documents.dates.month_order import month_first
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before

_MONTH = rf"({MONTH_NAMES})\.? (\d\d)(?![\d%.,:/])"
_GAP = r"\s?(?:[-–—|,/]|\bto\b|\band\b|\bv(?:ersu)?s?\b|\n)?\s*"
_NEXT = lazy_regex(_GAP + _MONTH)
_PREVIOUS = lazy_regex(_MONTH + _GAP + r"\Z")
_YEAR_TO = lazy_regex(r"\b(?:(?:year|12[ -]months?)[ -](?:to|end|ending|ended)|y/?e)\s\Z")
_MONTH_TO = lazy_regex(r"\b[a-z]{3}(?:\s?[-–]\s?|\sto\s)\Z(?<!\bmay[-– ])")
"""Apr to Jun 23; a month in full may precede a day: April to June 23."""
_AMERICAN = lazy_regex(rf"(?:{MONTH_NAMES})\.? \d{{1,2}}, {YEAR}")
_FIRST, _LAST = 10, 40
"""The years of two digits that are printed so."""


def short_year(plain: str, start: int, month: int, number: int, end: int) -> bool:
    """Whether the number of a month and a number, at a place of a text, is a year."""
    if not _FIRST <= number <= _LAST or _prints_days(plain):
        return False
    before = line_before(plain, start, 30)
    if _YEAR_TO.search(before) or _MONTH_TO.search(before):
        return True
    return any(
        match is not None and _are_of_years((month, number), (MONTHS[match[1]], int(match[2])))
        for match in (_NEXT.match(plain, end), _PREVIOUS.search(before))
    )


def _are_of_years(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two months with a number are of one year, a year apart, or one after another."""
    (first, year), (last, to) = one, other
    months = abs((to - year) * 12 + last - first)
    return 0 < months <= 12 and abs(to - year) <= 1


@lru_cache(64)
def _prints_days(plain: str) -> bool:
    return month_first(plain) or _AMERICAN.search(plain) is not None
