"""The single dates of a text, in order, each read by the file of its form; in digits, here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from moditrack.documents.dates.month_dates import day_first, from_month, from_weekday
from moditrack.documents.dates.parts_of_year import NAMES, SEASONS, part_of_year, season
from moditrack.documents.dates.printed_period import DAY, MONTH, Period, days_of, period
from moditrack.documents.dates.quarters import ORDINALS, quarter, short_year_first
from moditrack.documents.dates.short_forms import NO_FORMS, Forms
from moditrack.documents.dates.short_years import (
    apostrophe,
    financial,
    full,
    noted_year,
    seventies,
    short_years,
)
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.dates.years import decade, named_year, year_or_years
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
    # Columns of accounts print nothing but the last day of a month.
    alone = match[2] == "." and int(match[1]) >= _LATE and match[0] == plain.strip()
    if match[2] != "/" and len(match[4]) == 2 and not alone:
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
    if (match := _ISO.match(plain, start)) is not None:
        first, last = days_of(DAY, *map(int, match.group(1, 3, 4)))
        return period(text, match.span(), first, last, DAY)
    month = _ISO_MONTH.match(plain, start)
    if month is None or int(month[2]) > int(month[1]) % 100 or int(month[1]) < 2000:
        return None
    return period(text, month.span(), *days_of(MONTH, int(month[1]), int(month[2])), MONTH)


_ANCHOR = lazy_regex(
    rf"(?<![a-z\d])(?:\d+|{NAMES}|(?:{MONTH_NAMES}|{WEEKDAY_NAMES}|{'|'.join(SEASONS)}|[sf]?fy|f/y|cy|q[1-4]|quarter|qtr"
    rf"|(?:{'|'.join(ORDINALS)})\squarter)(?![a-z]))|(?:19|20)(?<=[\s(](?:in|to|by|of)\d\d)\d\d(?!\d)"
)
_PART = lazy_regex(NAMES)
_NTH = ("st quarter", "nd quarter", "rd quarter", "th quarter")
_NO_DATE = lazy_regex(r"\S+(?:[ -](?:of )?[a-z]+\.?,?(?:[ -]\d+)?)?")


def dates(
    text: str, plain: str, month_first: bool = False, forms: Forms = NO_FORMS
) -> Iterator[Period]:
    """Every single date of a text, in order; `plain` is the text as `simplify` gives it."""
    short = _MONTH_FIRST if month_first else _SHORT
    short = (*short, pointed) if forms.pointed else short
    at, after = 0, -1
    for anchor in _ANCHOR.finditer(plain):
        start = anchor.start()
        before = plain[start - 1 : start]
        joined = before == "/" and after == start - 1  # July/August, 30 April/1 May 2024
        joined = joined or (anchor[0][0] == "q" and plain[start - 2 : start - 1].isdigit())  # 5/Q1
        joined = joined or (before == "@" and plain[start - 2 : start - 1] in ("", " "))
        if start < at or (before and not joined and (before in "_/@=" or before.isdigit())):
            continue
        try:
            found = _date(text, plain, anchor, short, forms.month_year)
        except ValueError:  # 31/02/24, 29 February 2023
            no_date = _NO_DATE.match(plain, start)
            at = no_date.end() if no_date is not None else anchor.end()
            continue
        if found is not None:
            at = found.end
            after = at if found.kind == MONTH or (found.kind == DAY and found.partial) else -1
            yield found


def _date(
    text: str, plain: str, anchor: re.Match[str], short: tuple[_Reader, ...], month_year: int
) -> Period | None:
    word, start = anchor[0], anchor.start()
    if word[0].isdigit():
        return _in_digits(text, plain, start, word, short)
    if word in MONTHS:
        return from_month(text, plain, start, word, month_year)
    if word in WEEKDAYS:
        return from_weekday(text, plain, start, word)
    named = season if word in SEASONS else named_year if word[-1] == "y" else quarter
    return (part_of_year if _PART.match(word) else named)(text, plain, start)


def _in_digits(
    text: str, plain: str, start: int, digits: str, short: tuple[_Reader, ...]
) -> Period | None:
    if len(digits) == 5:
        return noted_year(text, plain, start)
    if len(digits) > 5 or (start and plain[start - 1] in "£$€"):
        return None
    readers: tuple[_Reader, ...] = _LONG if digits[:2] in ("19", "20") else ()
    if len(digits) <= 2:
        readers = (quarter,) if plain.startswith(_NTH, start + 1) else short
    return next((one for reader in readers if (one := reader(text, plain, start))), None)


_Reader = Callable[[str, str, int], "Period | None"]
_SHORT: tuple[_Reader, ...] = (
    short_years, day_first, slashed, month_of_year, month_of_short_year, short_year_first,
    financial, apostrophe, seventies,
)  # fmt: skip
_MONTH_FIRST = tuple(slashed_month_first if one is slashed else one for one in _SHORT)
_LONG: tuple[_Reader, ...] = (iso, decade, year_or_years)
