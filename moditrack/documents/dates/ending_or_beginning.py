"""Periods that run up to a date: the year ending March 2024, quarter to June, 12 months to May."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from moditrack.documents.dates.printed_period import (
    DAY,
    DAYS_IN,
    MONTH,
    MONTHS_IN,
    QUARTER,
    ROLLING,
    YEAR_KINDS,
    Period,
    months_to,
    partial,
    period,
)
from moditrack.documents.dates.quarters import QUARTER_AFTER, quarter_of_month
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before
from moditrack.documents.number_words import UNITS

_ROLLING = lazy_regex(
    r"(?:\b(?P<count>\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-])?"
    r"\b(?P<unit>mth|month|quarter|year|fortnight|week|day|yr)(?P<plural>s?)"
    r"(?:'s?)?(?:\speriod)?,?\s(?:to|up\sto|end|ending|ended|ending\s(?:in|at|on)|ended\s(?:in|on)"
    r"|(?:to|ending|ended)\s(?:at\s)?(?:the\s)?end(?:\sof)?)(?:\sthe)?\s$"
)
_SHORT = lazy_regex(r"\b(?:r?(?P<count>\d{1,2})\s?m(?:\sto|/e)|(?P<unit>y/e|ye|w/e))\s$")
_FROM = lazy_regex(r"\b(?:week\s(?:commencing|beginning|starting|of)(?:\son)?|w/c)(?:\sthe)?\s$")
_MONTHS = {**MONTHS_IN, "mth": 1, "yr": 12, "y/e": 12, "ye": 12}
_DAYS = {**DAYS_IN, "w/e": 7}


def rolling(text: str, plain: str, one: Period) -> Period | None:
    """The period that ends with a date, or a week that begins with one; None where none does."""
    before = line_before(plain, one.start)
    if one.kind in YEAR_KINDS:
        return _several_years(text, one, before) if before.endswith(_ENDS) else None
    if one.kind not in (DAY, MONTH, QUARTER):
        return None
    named = one.kind == MONTH and one.last is not None and before.endswith("the ")
    quarter = QUARTER_AFTER.match(plain, one.end) if named else None
    if quarter is not None:
        return quarter_of_month(text, one, quarter.end())
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
