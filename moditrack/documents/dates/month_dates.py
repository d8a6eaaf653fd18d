"""Dates with the name of a month or a weekday: 1 March 2024, March 1st, Mar-24, 2024 March."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from moditrack.documents.dates.month_order import month_first
from moditrack.documents.dates.printed_period import (
    DAY,
    MONTH,
    QUARTER,
    RANGE,
    Period,
    days_of,
    partial,
    period,
)
from moditrack.documents.dates.short_years import SUFFIX, full
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before

_DAY_MONTH = lazy_regex(
    rf"(?:(?:(?P<weekday>{WEEKDAY_NAMES}),?\s(?:the\s)?)?(?P<day>\d{{1,2}}){SUFFIX}"
    rf"(?:(?:(?P<days>(?:,\s?\d{{1,2}}{SUFFIX}){{0,5}}),?\s(?:and|or|&)\s|\sto\s|\s?[-–]\s?)"
    rf"(?P<day2>\d{{1,2}}){SUFFIX})?"
    rf"(?:\sof|(?<=[a-z]),)?[\s-](?P<month>{MONTH_NAMES})(?:\b|(?={YEAR}\b)))"
    rf"(?:(?:\.?,?[\s-]|\B)(?P<year>{YEAR})(?!\d|[,.]\d)"
    rf"|(?:-'?|\s')(?P<short>\d\d)\b(?!{SUFFIX}(?:\sof)?\s(?:{MONTH_NAMES})\b)"
    r"|\s(?P<short2>0\d|[12]\d(?=[.,;:)]?(?:\s?$|\n|\s(?:and|to|when|was|were)\b)))\b)?"
)
_TO_YEAR = lazy_regex(r"[/–-](\d\d)(?!\d|[/-]\d)")
_MONTH_YEAR = lazy_regex(
    rf"(?P<month>{MONTH_NAMES})(?![a-z])\.?(?:\s\(q[1-4]\))?(?:,?[\s-](?P<year>{YEAR})(?!\d|,\d)"
    r"(?:[/–-](?P<to>\d\d)(?!\d|[/-]\d))?"
    r"|(?:[-–]'?|\s?'|(?<=[a-z]))(?P<short>\d\d)(?![\w%.]))"
)
_MONTH_DAY = lazy_regex(
    rf"(?P<month>{MONTH_NAMES})\.?\s(?P<day>\d{{1,2}})(?P<th>{SUFFIX})(?:\s?(?:and|to|[-–])\s?"
    rf"(?P<day2>\d{{1,2}}){SUFFIX})?(?![\d%]|[.,:/]\d)(?P<rest>,?\s(?P<year>{YEAR})\b(?!,\d))?"
)
_MONTH_QUARTER = lazy_regex(
    rf"(?P<month>mar(?:ch)?|june?|sept?(?:ember)?|dec(?:ember)?)\s(?:quarter|qtr)\s(?P<year>{YEAR})"
    r"(?!\d|,\d)"
)
_NUMBER_BEFORE = lazy_regex(r"(?:[\d%][ \t|]+|[-–:=|]\s?)\Z")


def day_first(text: str, plain: str, start: int) -> Period | None:
    """1 March 2024, 1st of March, 1-3 March, Monday 1 March."""
    match = _DAY_MONTH.match(plain, start)
    # What may be a day can be the last number of a row, where the month begins the next.
    if match is None or ("\n" in match[0] and _NUMBER_BEFORE.search(line_before(plain, start, 12))):
        return None
    return _day_month(text, match)


_NEWSPAPER = lazy_regex(r"sunday (?:times|telegraph|mirror|mail|express|people|herald|post)\b")


def from_weekday(text: str, plain: str, start: int, word: str) -> Period | None:
    """A day with its weekday, or the weekday alone."""
    if (match := _DAY_MONTH.match(plain, start)) is not None:
        return _day_month(text, match)
    if not text[start].isupper() or _NEWSPAPER.match(plain, start):
        return None
    return partial(text, start, start + len(word), DAY, weekday=WEEKDAYS[word])


def from_month(text: str, plain: str, start: int, word: str, month_year: int = 0) -> Period | None:
    """March 2024, Mar-24, March 1st, 2024 March; March alone where it is no verb or name.

    `month_year` is the year that follows the months of the text in two digits: Jan 18.
    """
    match = _MONTH_QUARTER.match(plain, start)
    if match is not None:
        days = days_of(QUARTER, int(match["year"]), MONTHS[match["month"]] // 3)
        return period(text, match.span(), *days, QUARTER)
    match = _MONTH_YEAR.match(plain, start)
    if match is not None:
        return _with_year(text, match, MONTHS[match["month"]])
    match = _MONTH_DAY.match(plain, start)
    if match is not None and not match["rest"] and match["day"] == str(month_year):
        days = days_of(MONTH, full(match["day"]), MONTHS[word])
        return period(text, (start, match.end("day")), *days, MONTH)
    if match is not None and not match["th"] and not match["rest"] and len(match["day"]) == 2:
        end = match.end("day")
        if short_year(plain, start, MONTHS[word], int(match["day"]), end):
            days = days_of(MONTH, full(match["day"]), MONTHS[word])
            return period(text, (start, end), *days, MONTH)
    if match is not None and (
        match["th"]
        or match["rest"]
        or _NOT_COUNTED.match(plain, match.end()) is not None
        or _SINCE_DAY.search(line_before(plain, start, 30)) is not None
        or (match["day2"] and line_before(plain, start, 8).endswith(("between ", "from ")))
    ):
        return _day_month(text, match)
    return _alone(text, plain, start, word) if text[start].isupper() else None


def _with_year(text: str, match: re.Match[str], month: int) -> Period:
    year, end = full(match["year"] or match["short"]), match.end()
    if match["to"] is not None and int(match["to"]) == (year + 1) % 100:
        year += month < 4  # January 2024/25 is in the second year
    elif match["to"] is not None:
        end = match.end("year")
    return period(text, (match.start(), end), *days_of(MONTH, year, month), MONTH)


def _alone(text: str, plain: str, start: int, word: str) -> Period | None:
    """A name of a month with a capital and nothing after it, but perhaps a year before it."""
    end, month = start + len(word), MONTHS[word]
    before = line_before(plain, start, 30)
    if (after := _YEAR_FIRST.search(before)) is not None:
        return period(text, (start, end), *days_of(MONTH, int(after[1]), month), MONTH)
    # "may" and "march" are verbs, "Jan" and "Mar" are names: only names in full.
    named = len(word) > 3 and word != "sept"
    if word == "may":
        named = plain[end : end + 1] == "/" or _IN_TIME.search(before) is not None
        named = named or _LISTED_MONTH.search(before) is not None
    if named or _is_column(plain, start, end) or _TO_MONTH.match(plain, end) is not None:
        return partial(text, start, end, MONTH, month=month)
    return None


_LISTED_MONTH = lazy_regex(rf"\b(?:{MONTH_NAMES}),\s\Z")
"""April, May and June."""
_YEAR_FIRST = lazy_regex(rf"(?<![\d,.])(?<![a-z] )({YEAR})[ -]\Z")
"""Not that of another month: to June 2023 July."""
_TO_MONTH = lazy_regex(rf"\.?(?:\s?[-–—/]\s?|\sto\s|\suntil\s)(?:{MONTH_NAMES})\b")
_NEXT_COLUMN = lazy_regex(rf"\s?[|\t\n]\s?(?:{MONTH_NAMES})\b")
_COLUMN_BEFORE = lazy_regex(rf"\b(?:{MONTH_NAMES})\s?[|\t\n]\s?\Z")


def _is_column(plain: str, start: int, end: int) -> bool:
    """Whether a name of a month is a cell, or heads a column beside that of another."""
    if end - start == len(plain):
        return True
    before = line_before(plain, start, 14)
    return bool(_NEXT_COLUMN.match(plain, end) or _COLUMN_BEFORE.search(before))


_IN_TIME = lazy_regex(
    r"\b(?:in|since|until|by|during|from|to|and|last|this|next|early|mid|late|before|after|of|on"
    r"|every|each)[ -]$"
)


_SINCE_DAY = lazy_regex(
    rf"\b(?:between|from)\s(?:{MONTH_NAMES})\.?\s\d{{1,2}}{SUFFIX}\s(?:and|to|until)\s$"
)
"""What precedes the last day of a range, whatever follows: between June 3 and June 9 there were."""
_NOT_COUNTED = lazy_regex(
    rf"\s*(?:$|[.,;:)\]|]|[-–—](?:\s|(?:{MONTH_NAMES})\b)|(?:and|to|at|when|for|until|till|through)\s|\n)"
)


def _day_month(text: str, match: re.Match[str]) -> Period | None:
    groups = match.groupdict()
    year = groups["year"] or groups.get("short") or groups.get("short2")
    month, day = MONTHS[match["month"]], int(match["day"])
    weekday = WEEKDAYS.get(groups.get("weekday") or "", -1)
    second = int(match["day2"]) if match["day2"] else 0
    days_of(DAY, full(year) if year else 2000, month, second or day)  # is there such a day?
    listed = [day, *map(int, re.findall(r"\d+", groups.get("days") or "")), second or day]
    if listed != sorted(listed):
        return None  # 20, 15 and 30 May
    if year is None:
        if second:
            parts = tuple(
                partial(text, *match.span(), DAY, day=one, month=month) for one in (day, second)
            )
            return replace(partial(text, *match.span(), RANGE), parts=parts)
        return partial(text, *match.span(), DAY, day=day, month=month, weekday=weekday)
    in_year, end = full(year), match.end()
    to = _TO_YEAR.match(text, end) if groups["year"] else None
    if to is not None and int(to[1]) == (in_year + 1) % 100:  # 30 August 2017-18
        in_year, end = in_year + (month < 4), to.end()
    first, last = days_of(DAY, in_year, month, day)
    one = period(text, (match.start(), end), first, last, DAY)
    if weekday >= 0:
        one = replace(one, weekday=weekday)
    if second:
        last = days_of(DAY, in_year, month, second)[1]
        two = replace(one, first=last, last=last)
        return replace(one, last=last, kind=RANGE, parts=(one, two))
    return one


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
