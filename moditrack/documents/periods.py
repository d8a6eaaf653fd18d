"""Dates and periods as reports print them, with the days that they cover.

`periods` reads running text. What single dates look like is in printed_dates.py; here they are
joined: April 2003 to March 2004, the year ending March 2024, since April 2003.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from moditrack.documents.calendars import (
    DAY,
    MONTH,
    RANGE,
    ROLLING,
    Period,
    day_before,
    days_of,
    months_to,
    partial,
    period,
)
from moditrack.documents.number_words import UNITS
from moditrack.documents.plain import line_before, simplify
from moditrack.documents.printed_dates import dates

_BETWEEN = re.compile(r",?\s?(?:to|until|till|through|up to|[-–—])(?: the)?(?: end of)?\s?")
_ROLLING = re.compile(
    r"(?:\b(?P<count>\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-])?\b(?P<unit>month|quarter|year)s?"
    r"(?:'s?)?(?:\speriod)?,?\s(?:to|up\sto|ending|ended|ending\s(?:in|at|on)|ended\s(?:in|on)"
    r"|(?:to|ending|ended)\s(?:at\s)?(?:the\s)?end(?:\sof)?)(?:\sthe)?\s$"
)
_SINCE = re.compile(
    r"\b(since|until|till|before|pre|prior to)(?: the)?(?: end of| start of)?[\s-]$"
)
_ONWARDS = re.compile(r"\s(?:onwards?|and after)\b")


@lru_cache(10_000)
def periods(text: str) -> tuple[Period, ...]:
    """Every date and period of a text, in order; they do not overlap."""
    plain = simplify(text)
    return tuple(_joined(text, plain, list(dates(text, plain))))


def _joined(text: str, plain: str, found: list[Period]) -> Iterator[Period]:
    """Ranges, rolling and open periods, from single dates."""
    number = 0
    while number < len(found):
        one = found[number]
        if number + 1 < len(found):
            pair = _range(text, plain, one, found[number + 1])
            if pair is not None:
                number += 1
                one = pair
        number += 1
        yield _rolling(text, plain, one) or _open(text, plain, one) or one


def _range(text: str, plain: str, one: Period, other: Period) -> Period | None:
    between = plain[one.end : other.start]
    if len(between) > 16:
        return None
    months = between == "/" and one.kind == other.kind == MONTH
    joined = (
        months
        or _BETWEEN.fullmatch(between) is not None
        or (between == " and " and plain[: one.start].endswith("between ", max(0, one.start - 8)))
    )
    if not joined or RANGE in (one.kind, other.kind):
        return None
    start, end = one.start, other.end
    parts = (one, other)
    if one.partial and other.first is not None:
        one = _in_year(one, int(other.first[:4]))
    if one.first is None or other.last is None:
        if not (one.partial and other.partial):
            return None
        return replace(partial(text, start, end, RANGE), parts=parts)
    if one.first > other.last:
        return None
    return replace(period(text, (start, end), one.first, other.last, RANGE), parts=(one, other))


def _in_year(one: Period, year: int) -> Period:
    """A partial date with the year of the date that ends its range."""
    if not one.month:
        return one
    first, last = days_of(one.kind, year, one.month, one.day)
    return replace(one, first=first, last=last, partial=False)


def _rolling(text: str, plain: str, one: Period) -> Period | None:
    if one.kind not in (DAY, MONTH):
        return None
    before = line_before(plain, one.start)
    if not before.endswith((" to ", "ing ", "ed ", " of ", " in ", " on ", "end ", " the ")):
        return None
    match = _ROLLING.search(before)
    if match is None:
        return None
    count = match["count"] or ""
    number = int(count) if count.isdigit() else UNITS.get(count, 0)
    start = one.start - len(before) + (match.start() if number else match.start("unit"))
    months = (number or 1) * {"month": 1, "quarter": 3, "year": 12}[match["unit"]]
    if not number and match["unit"] == "month" and match[0].startswith("months"):
        return None
    parts = (one,)
    if one.last is None:
        return replace(partial(text, start, one.end, ROLLING), parts=parts)
    first = months_to(one.last, months)
    return replace(period(text, (start, one.end), first, one.last, ROLLING), parts=parts)


def _open(text: str, plain: str, one: Period) -> Period | None:
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
    else:
        last = day_before(one.first)
    return replace(period(text, (start, end), first, last, RANGE), parts=(one,))
