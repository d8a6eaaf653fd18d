"""Periods printed by their distance from another: the last 12 months, the quarter before.

Their days are known only where one period in the same sentence, else in the same paragraph, is the
one they are counted from; with two that could be it, they stay unknown.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    DAY,
    MONTHS_IN,
    RANGE,
    ROLLING,
    Period,
    day_before,
    months_to,
    partial,
)
from moditrack.documents.dates.year_or_count import YEARS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import UNITS

_LEADS = ("last ", "past ", "latest ", "previous ", "preceding ", "prior ", "same ", "year to date",
          "year-to-date", "next ", "following ", "coming ", "corresponding ", "equivalent ",
          "same-", "year to-date", "year before", "quarter before", "month before",
          "year earlier")  # fmt: skip
"""How they begin; searching for a word is ten times as fast as for a pattern of all."""
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(sorted(UNITS, key=len, reverse=True))})"
_SAME = (
    r"(?:same|corresponding|equivalent)(?:\s(?:single|three|six|nine|\d))?"
    r"[\s-](?P<same>period|quarters?|months?|weeks?|day)"
    rf"(?:,?\s(?:in|of|for|during)?\s?(?:the\s)?(?:{YEARS}(?!\d|,\d)"
    r"|(?P<before>(?:last|previous|prior|preceding)\s(?:(?:financial|calendar|academic)\s)?year))"
    r"|,?\s(?P<earlier>(?:a|one)\syear\s(?:earlier|before|ago|previously)))?"
)
_RELATIVE = lazy_regex(
    rf"(?:{_SAME}"
    r"|(?P<when>last|past|latest|previous|preceding|prior|next|following|coming)\s"
    rf"(?:{_COUNT}[\s-])?(?P<unit>day|week|month|quarter|year)(?P<plural>s?)(?:[\s-]period)?\b"
    r"(?!['-]|\sof\s(?:19|20)\d)"
    r"|(?P<todate>year[\s-]to[\s-]date)"
    r"|(?P<back>year|quarter|month)\s(?:before|earlier)(?=[.,;:)]|\s?$))"
)
_LAST = ("last", "past", "previous", "preceding", "prior")
_OWN = lazy_regex(r"\b(?:his|her|its|their|my|our|a)\s$")
_ENDS = lazy_regex(r"[.!?]\s+(?=[^a-z\s])|(?<!:)\n\s*(?:\n|[-•*])")
_LONGEST = 600
"""How far back the period that one is counted from may be."""


def relative(text: str, plain: str, dated: Sequence[Period]) -> list[Period]:
    """The periods of a text that are counted from others, in order; `dated` are those others."""
    found: list[Period] = []
    for place in _places(plain):
        match = _RELATIVE.match(plain, place)
        if match is None or (match["unit"] and not _is_time(plain, match)):
            continue
        if match["back"] and not plain.endswith(("the ", " a "), 0, place):
            continue
        one = partial(text, *match.span(), ROLLING if match["unit"] or match["back"] else RANGE)
        days = _days(plain, match, dated)
        found.append(one if days is None else replace(one, first=days[0], last=days[1]))
    return found


def _places(plain: str) -> list[int]:
    """Where one may begin."""
    found = []
    for lead in _LEADS:
        at = plain.find(lead)
        while at >= 0:
            if not (at and plain[at - 1].isalnum()):
                found.append(at)
            at = plain.find(lead, at + len(lead))
    return sorted(found)


def _is_time(plain: str, match: re.Match[str]) -> bool:
    """Whether it is a time: the last 12 months, last year; not "in his last year as head"."""
    if match["count"] is not None:
        return True
    before = plain[max(0, match.start() - 12) : match.start()]
    return match["when"] in _LAST and not match["plural"] and _OWN.search(before) is None


def _days(plain: str, match: re.Match[str], dated: Sequence[Period]) -> tuple[str, str] | None:
    """The days of a relative period; None where nothing says which."""
    first = bisect_right(dated, match.start() - _LONGEST, key=_end)
    before = dated[first : bisect_right(dated, match.start(), key=_end)]
    if match["same"] in ("period", "quarter", "months", "month"):
        base = _only(plain, match, [period for period in before if _is_base(match, period)])
        years = _years_back(match, base)
        return None if base is None or years is None else _moved(base, years)
    unit = match["back"] or match["unit"]
    if (match["back"] or match["when"] in _LAST[2:]) and unit in MONTHS_IN:
        count = match["count"] or "1"
        number = int(count) if count.isdigit() else UNITS.get(count, 0)
        months = number * MONTHS_IN[unit]
        base = _only(plain, match, [period for period in before if _months(period) == months])
        if base is None or not months:
            return None
        last = day_before(str(base.first))
        return months_to(last, months), last
    return None


def _only(plain: str, match: re.Match[str], found: list[Period]) -> Period | None:
    """The one period of those found that is in the same sentence, else in the same paragraph."""
    text = plain[max(0, match.start() - _LONGEST) : match.start()]
    offset = match.start() - len(text)
    sentence = max((m.end() for m in _ENDS.finditer(text)), default=0) + offset
    paragraph = text.rfind("\n\n") + 1 + offset
    for start in (sentence, paragraph):
        if near := [period for period in found if period.start >= start]:
            return near[0] if len({(period.first, period.last) for period in near}) == 1 else None
    return None


def _months(period: Period) -> int:
    """How many whole months a period covers; 0 where they are not whole."""
    if period.first is None or period.last is None or period.partial:
        return 0
    for months in (1, 3, 6, 9, 12):
        if months_to(period.last, months) == period.first:
            return months
    return 0


def _is_base(match: re.Match[str], period: Period) -> bool:
    """Whether a period can be the same period of another year."""
    if match["same"] in MONTHS_IN and _months(period) != MONTHS_IN[match["same"]]:
        return False
    if (
        period.first is None
        or period.last is None
        or period.partial
        or period.kind in (CALENDAR_YEAR, DAY)
    ):
        return False
    return (_date(period.last) - _date(period.first)).days <= 366


def _years_back(match: re.Match[str], base: Period | None) -> int | None:
    """By how many years the period is earlier than the one it is counted from."""
    if match["before"] or match["earlier"]:
        return 1
    if match["year"] is None or base is None:
        return None
    if match["to"] is not None:
        own = _date(str(base.first))
        return own.year - (own.month < 4) - int(match["year"])
    first, last = _date(str(base.first)).year, _date(str(base.last)).year
    return last - int(match["year"]) if first == last else None


def _moved(period: Period, years: int) -> tuple[str, str] | None:
    first, last = _date(str(period.first)), _date(str(period.last))
    if not -5 <= years <= 20 or not years:
        return None
    after = last + datetime.timedelta(days=1)  # the last day of February is the last of another
    return (_in_year(first, years).isoformat(), day_before(_in_year(after, years)))


def _in_year(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _date(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


def _end(period: Period) -> int:
    return period.end
