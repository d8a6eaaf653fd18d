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
    FINANCIAL_YEAR,
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
from moditrack.documents.inferred import inferred
from moditrack.documents.number_words import UNITS
from moditrack.documents.plain import line_before, simplify
from moditrack.documents.printed_dates import dates
from moditrack.documents.relative import relative

_BETWEEN = re.compile(r",?\s?(?:to|until|till|through|up to|[-–—])(?: the)?(?: end of)?\s?")
_TWO_YEARS = re.compile(r"\d{4}\s?[-–]\s?\d{4}")
_ROLLING = re.compile(
    r"(?:\b(?P<count>\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-])?\b(?P<unit>month|quarter|year)s?"
    r"(?:'s?)?(?:\speriod)?,?\s(?:to|up\sto|ending|ended|ending\s(?:in|at|on)|ended\s(?:in|on)"
    r"|(?:to|ending|ended)\s(?:at\s)?(?:the\s)?end(?:\sof)?)(?:\sthe)?\s$"
)
_NOW = re.compile(
    r"(?P<now>\s?(?:[-–—]|to|until|up to)\s?(?:the\s)?(?:present(?:\sday)?|date|now|today)\b)"
    r"(?P<bracket>\s\((?=[\da-z]))?"
)
_SINCE = re.compile(
    r"\b(since|until|till|before|pre|prior to)(?: the)?(?: end of| start of)?[\s-]$"
)
_ONWARDS = re.compile(r"\s(?:onwards?|and after)\b")


@lru_cache(10_000)
def periods(text: str) -> tuple[Period, ...]:
    """Every date and period of a text, in order; they do not overlap."""
    plain = simplify(text)
    dated = list(_joined(text, plain, list(dates(text, plain))))
    counted = relative(text, plain, dated)
    if counted:
        kept = [one for one in dated if not any(_overlap(one, other) for other in counted)]
        own = [replace(one, parts=tuple(other for other in dated if _overlap(one, other)))
               for one in counted]  # fmt: skip
        dated = sorted([*kept, *own], key=lambda one: one.start)
    return tuple(inferred(plain, _financial(plain, dated)))


def _financial(plain: str, dated: list[Period]) -> list[Period]:
    """2021-2022 and 2022-2023 side by side are two years, financial ones where the text says so."""
    if "financial year" not in plain or "academic" in plain:
        return dated
    spans = {one.label: one for one in dated if _TWO_YEARS.fullmatch(one.label)}
    ends = {label[-4:] for label in spans} & {label[:4] for label in spans}
    return [
        replace(one, first=f"{one.label[:4]}-04-01", last=f"{one.label[-4:]}-03-31",
                kind=FINANCIAL_YEAR)
        if one.label in spans and {one.label[:4], one.label[-4:]} & ends
        and int(one.label[-4:]) == int(one.label[:4]) + 1
        else one
        for one in dated
    ]  # fmt: skip


def _overlap(one: Period, other: Period) -> bool:
    return one.start < other.end and other.start < one.end


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
        now = _NOW.match(plain, one.end) if one.kind in (DAY, MONTH) else None
        if now is not None:
            dated = found[number] if now["bracket"] and number < len(found) else None
            one, number = _to_now(text, one, now.end("now"), dated), number + (dated is not None)
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


def _to_now(text: str, one: Period, end: int, now: Period | None) -> Period:
    """From a date to the present, whose date may follow in brackets: to date (16 Jan 2019)."""
    last = now.last if now is not None else None
    parts = (one,) if now is None else (one, now)
    span = one.start, end if now is None else now.end
    if one.first is None:
        return replace(partial(text, *span, RANGE), parts=parts)
    return replace(period(text, span, one.first, last, RANGE), parts=parts)


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
