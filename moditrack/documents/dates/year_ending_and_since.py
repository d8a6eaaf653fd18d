"""Periods that run up to a date, or from it: the year ending March 2024, since April 2003."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    DAY,
    FINANCIAL_YEAR,
    MONTH,
    QUARTER,
    RANGE,
    ROLLING,
    Period,
    day_after,
    day_before,
    months_to,
    partial,
    period,
)
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import UNITS
from moditrack.documents.plain import line_before

_ROLLING = lazy_regex(
    r"(?:\b(?P<count>\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-])?"
    r"\b(?P<unit>mth|month|quarter|year|fortnight|week|day|yr)(?P<plural>s?)"
    r"(?:'s?)?(?:\speriod)?,?\s(?:to|up\sto|end|ending|ended|ending\s(?:in|at|on)|ended\s(?:in|on)"
    r"|(?:to|ending|ended)\s(?:at\s)?(?:the\s)?end(?:\sof)?)(?:\sthe)?\s$"
)
_SHORT = lazy_regex(r"\b(?:r?(?P<count>\d{1,2})\s?m(?:\sto|/e)|(?P<unit>y/e|ye|w/e))\s$")
_FROM = lazy_regex(r"\b(?:week\s(?:commencing|beginning|starting|of)(?:\son)?|w/c)(?:\sthe)?\s$")
_QUARTER = lazy_regex(r"\squarter\b")
_MONTHS = {"month": 1, "mth": 1, "quarter": 3, "year": 12, "yr": 12, "y/e": 12, "ye": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "w/e": 7}
_SINCE = lazy_regex(
    r"\b(since|until|till|before|pre|post|prior to)(?: the)?(?: end of| start of)?[\s-]$"
)
_EDGE = lazy_regex(
    r"\b(?:(?<!towards the )(?<!towards )(?P<end>end)[ -](?:of )?|(?:beginning|start) of )"
    r"(?:the month of )?\Z"
)
_ONWARDS = lazy_regex(r"\s(?:onwards?|and after)\b")


def rolling(text: str, plain: str, one: Period) -> Period | None:
    """The period that ends with a date, or a week that begins with one; None where none does."""
    before = line_before(plain, one.start)
    if one.kind in (CALENDAR_YEAR, FINANCIAL_YEAR):
        return _several_years(text, one, before) if before.endswith(_ENDS) else None
    if one.kind not in (DAY, MONTH, QUARTER):
        return None
    quarter = _QUARTER.match(plain, one.end) if one.kind == MONTH else None
    if quarter is not None and before.endswith("the ") and one.last is not None:
        whole = one.first is not None and int(one.first[5:7]) % 3 == 0
        span = one.start, quarter.end()
        first = months_to(one.last, 3)
        june = replace(period(text, span, first, one.last, ROLLING), parts=(one,))
        return june if whole else None
    if not before.endswith(_ENDS):
        return None
    match = _FROM.search(before) if one.kind == DAY else None
    if match is not None:
        return _week(text, one, one.start - len(match[0]))
    match = _ROLLING.search(before) or _SHORT.search(before)
    return None if match is None else _up_to(text, one, match, one.start - len(before))


_ENDS = (" to ", "ing ", "ed ", " of ", " in ", " on ", "end ", " the ", "/e ", "/c ", "ye ")


def _several_years(text: str, one: Period, before: str) -> Period | None:
    """The five years to 2019."""
    match = _ROLLING.search(before)
    if match is None or match["unit"] not in ("year", "yr") or _number(match["count"]) < 2:
        return None
    return _up_to(text, one, match, one.start - len(before))


def _week(text: str, one: Period, start: int) -> Period:
    if one.first is None:
        return replace(partial(text, start, one.end, ROLLING), parts=(one,))
    last = datetime.date.fromisoformat(one.first) + datetime.timedelta(days=6)
    span = start, one.end
    return replace(period(text, span, one.first, last.isoformat(), ROLLING), parts=(one,))


def _number(count: str | None) -> int:
    """A printed count of months or years; 0 where it is none."""
    return int(count) if count and count.isdigit() else UNITS.get(count or "", 0)


def _up_to(text: str, one: Period, match: re.Match[str], offset: int) -> Period | None:
    unit, number = match["unit"] or "month", _number(match["count"])
    start = offset + (match.start() if number else match.start("unit"))
    if not number and match.groupdict().get("plural"):  # in recent months to March
        return None
    parts = (one,)
    if one.last is None:
        return replace(partial(text, start, one.end, ROLLING), parts=parts)
    if unit in _DAYS:
        if one.kind != DAY:
            return None
        before = datetime.timedelta(days=(number or 1) * _DAYS[unit] - 1)
        first = (datetime.date.fromisoformat(one.last) - before).isoformat()
    else:
        first = months_to(one.last, (number or 1) * _MONTHS[unit])
    return replace(period(text, (start, one.end), first, one.last, ROLLING), parts=parts)


def edge(text: str, plain: str, one: Period) -> Period | None:
    """The last day of a month, or its first: the end of March 2023."""
    if one.kind != MONTH or one.partial or one.first is None or one.last is None:
        return None
    match = _EDGE.search(line_before(plain, one.start, 20))
    if match is None:
        return None
    day = one.last if match["end"] else one.first
    return replace(period(text, (one.start - len(match[0]), one.end), day, day, DAY), parts=(one,))


def open_ended(text: str, plain: str, one: Period) -> Period | None:
    """since, until, before, from … onwards; of the date itself only its days are known."""
    before = line_before(plain, one.start, 24)
    match = _SINCE.search(before) if before[-1:] in (" ", "-") else None
    start, end = one.start, one.end
    onwards = _ONWARDS.match(plain, one.end)
    if match is None and onwards is None:
        return None
    if match is not None:
        start = one.start - len(before) + match.start()
    elif onwards is not None:
        end = onwards.end()
        if before.endswith("from "):
            start -= 5
    word = match[1] if match is not None else "since"
    if one.first is None or one.last is None:
        return replace(partial(text, start, end, RANGE), parts=(one,))
    first, last = None, None
    if word == "since":
        first = one.first
    elif word in ("until", "till"):
        last = one.last
    elif word == "post":
        first = day_after(one.last)
    else:
        last = day_before(one.first)
    return replace(period(text, (start, end), first, last, RANGE), parts=(one,))
