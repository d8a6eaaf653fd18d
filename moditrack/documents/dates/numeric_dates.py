"""Dates in digits only: 01/03/24, 2024-03-01, 31.03.24 after a word that says when, 03/2024."""

from __future__ import annotations

import re
from functools import partial

from moditrack.documents.dates.printed_period import DAY, MONTH, Period, days_of, period
from moditrack.documents.dates.short_years import full
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before

_SLASHED = lazy_regex(
    rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2({YEAR}|\d\d)(?![\d/]|[.-]\d(?!\d?[/.]\d\d?[/.]\d\d))"
)
_ISO = lazy_regex(rf"({YEAR})([-/])(\d\d)\2(\d\d)(?!\d|[-/]\d)")
_MONTH = lazy_regex(rf"(0[1-9]|1[0-2])/({YEAR})(?![\d/]|[.,-]\d)")
_ISO_MONTH = lazy_regex(rf"({YEAR})-(0[1-9]|1[0-2])(?!\d|[-/.,]\d)")
_SHORT_MONTH = lazy_regex(r"(0?[1-9]|1[0-2])/([1-3]\d)(?![\d/]|[.,-]\d)")
_NEXT_MONTH = lazy_regex(r"[ \t|]+" + _SHORT_MONTH.pattern)
_PREVIOUS_MONTH = lazy_regex(r"(?<![\d/.,])" + _SHORT_MONTH.pattern + r"[ \t|]+\Z")
_POINTED = lazy_regex(r"(\d{1,2})\.(\d{1,2})\.([0-3]\d)(?!\d|\.\d)")
_LATE = 28
"""No section or version has such a number before its first point."""
_DATED = lazy_regex(
    r"(?:\b(?:on|to|until|till|from|ended|ending|end|y/e|w/e|w/c|ye|date|dated|at|by|since|before"
    r"|after)(?: the)?|:)[ \n]\Z"
)
"""What precedes a day with points and a short year, which may be the number of a version."""


def slashed(text: str, plain: str, start: int, american: bool = False) -> Period | None:
    """01/03/24, day before month, but for `american`: month before day between slashes.

    With hyphens only with a year in full, with points also after a word that says when.
    """
    match = _SLASHED.match(plain, start)
    if match is None:
        return None
    if match[2] != "/" and len(match[4]) == 2 and not _ends_month_alone(plain, match):
        padded = match[2] == "." and len(match[0]) == len("31.03.24")
        if not padded or _DATED.search(line_before(plain, start, 16)) is None:
            return None
    day, month = int(match[1]), int(match[3])
    if match[2] == "/" and american:
        day, month = month, day
    first, last = days_of(DAY, full(match[4]), month, day)
    return period(text, match.span(), first, last, DAY)


slashed_month_first = partial(slashed, american=True)


def pointed(text: str, plain: str, start: int) -> Period | None:
    """6.2.18 in a text that prints days so."""
    match = _POINTED.match(plain, start)
    if match is None:
        return None
    first, last = days_of(DAY, full(match[3]), int(match[2]), int(match[1]))
    return period(text, match.span(), first, last, DAY)


def _ends_month_alone(plain: str, match: re.Match[str]) -> bool:
    """Whether a text is nothing but the last day of a month, as columns of accounts print it."""
    return match[2] == "." and int(match[1]) >= _LATE and match[0] == plain.strip()


def month_of_year(text: str, plain: str, start: int) -> Period | None:
    """03/2024 as a month."""
    match = _MONTH.match(plain, start)
    if match is None:
        return None
    return period(text, match.span(), *days_of(MONTH, int(match[2]), int(match[1])), MONTH)


def month_of_short_year(text: str, plain: str, start: int) -> Period | None:
    """4/16 as a month where 04/15, the same month of the year before or after, is beside it."""
    match = _SHORT_MONTH.match(plain, start)
    if match is None:
        return None
    month, year = int(match[1]), int(match[2])
    beside = (
        _NEXT_MONTH.match(plain, match.end()),
        _PREVIOUS_MONTH.search(line_before(plain, start, 16)),
    )
    if not any(one and int(one[1]) == month and abs(int(one[2]) - year) == 1 for one in beside):
        return None
    return period(text, match.span(), *days_of(MONTH, 2000 + year, month), MONTH)


def iso(text: str, plain: str, start: int) -> Period | None:
    """2024-03-01; and 2024-03, where it is not the years 2002-03."""
    match = _ISO.match(plain, start)
    if match is not None:
        first, last = days_of(DAY, *map(int, match.group(1, 3, 4)))
        return period(text, match.span(), first, last, DAY)
    month = _ISO_MONTH.match(plain, start)
    if month is None or int(month[2]) > int(month[1]) % 100 or int(month[1]) < 2000:
        return None
    return period(text, month.span(), *days_of(MONTH, int(month[1]), int(month[2])), MONTH)
