"""The single dates of a text, in order, each read by the file of its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from moditrack.documents.dates.month_dates import day_first, from_month, from_weekday
from moditrack.documents.dates.numeric_dates import (
    iso,
    month_of_short_year,
    month_of_year,
    pointed,
    slashed,
    slashed_month_first,
)
from moditrack.documents.dates.parts_of_year import NAMES, SEASONS, part_of_year, season
from moditrack.documents.dates.printed_period import DAY, MONTH, Period
from moditrack.documents.dates.quarters import ORDINALS, quarter, short_year_first
from moditrack.documents.dates.short_forms import NO_FORMS, Forms
from moditrack.documents.dates.short_years import (
    apostrophe,
    financial,
    noted_year,
    seventies,
    short_years,
)
from moditrack.documents.dates.years import decade, named_year, year_or_years
from moditrack.documents.lazy_regex import lazy_regex

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
