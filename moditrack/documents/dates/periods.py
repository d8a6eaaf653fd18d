"""Dates and periods as reports print them, with the days that they cover.

`periods` reads running text. What single dates look like is in single_dates.py; here they are
joined: April 2003 to March 2004, the year ending March 2024, since April 2003.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from moditrack.documents.dates.ending_or_beginning import rolling
from moditrack.documents.dates.inferred_years import inferred
from moditrack.documents.dates.month_order import month_first
from moditrack.documents.dates.parts_of_year import edge_of_month
from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    DAY,
    FINANCIAL_YEAR,
    MONTH,
    QUARTER,
    RANGE,
    ROLLING,
    YEAR_KINDS,
    Period,
    day_after,
    day_before,
    days_of,
    partial,
    period,
)
from moditrack.documents.dates.quarters import (
    are_financial,
    of_financial_years,
    quarter_before,
    with_days,
)
from moditrack.documents.dates.relative import relative
from moditrack.documents.dates.short_forms import forms_of
from moditrack.documents.dates.single_dates import dates
from moditrack.documents.dates.start_of_financial_years import begins_in, in_own_years
from moditrack.documents.dates.years import years_side_by_side
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before, simplify
from moditrack.documents.number_style import Style
from moditrack.documents.page_furniture import Span, furniture

_SINCE = lazy_regex(
    r"\b(since|until|till|(?:on or )?before|pre|post|prior to)(?: the)?(?P<end> end of)?"
    r"(?: start of)?[\s-]$"
)
_ONWARDS = lazy_regex(r"\s(?:onwards?|and after)\b")


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
    if word in ("since", "post"):
        first = one.first if word == "since" else day_after(one.last)
        last = one.last if word == "since" and len(one.parts) > 1 else None
    else:
        whole = word in ("until", "till", "on or before") or (match is not None and match["end"])
        first, last = None, one.last if whole else day_before(one.first)
    return replace(period(text, (start, end), first, last, RANGE), parts=(one,))


_AROUND = rolling, open_ended, edge_of_month
"""What words before a date, or after it, make of it."""
_BETWEEN = lazy_regex(r"[.,]?\s?(?:to|until|till|through|up to|[-–—])(?: the)?(?: end of)?\s?")
_SCHOOL = lazy_regex(r"\b(?:academic|school) year \Z")
_SCHOOL_AFTER = lazy_regex(r" (?:academic|school) year\b")
_NOW = lazy_regex(
    r"(?P<now>\s?(?:[-–—]|to|until|up to)\s?(?:the\s)?(?:present(?:\sday)?|date|now|today)\b)"
    r"(?P<bracket>\s\((?=[\da-z]))?"
)


@lru_cache(10_000)
def periods(text: str, style: Style | None = None) -> tuple[Period, ...]:
    """Every date and period of a text, in order; they do not overlap.

    `style` is that of the document; without it, the text decides by itself.
    """
    plain = simplify(text)
    american = month_first(text) if style is None else style.month_first
    begins = begins_in(plain) if style is None else style.year_begins
    quarters = are_financial(plain) if style is None else style.financial_quarters
    forms = forms_of(plain) if style is None else style.forms
    single = in_own_years(list(dates(text, plain, american, forms)), begins)
    if quarters:
        single = of_financial_years(text, single)
    dated = list(_joined(text, plain, single))
    dated = _merged(text, dated, relative(text, plain, dated))
    if around := furniture(text):
        dated = [period for period in dated if not _over(period, around)]
    return tuple(inferred(plain, with_days(text, years_side_by_side(plain, dated)), style))


def _merged(text: str, dated: list[Period], counted: list[Period]) -> list[Period]:
    """Dates and the periods that are counted from them, of which dates may be a part.

    The last three years to March 2023 is one with its days.
    """
    own = []
    for one in counted:
        parts = tuple(dated[at] for at in _over(one, dated))
        if len(parts) == 1 and parts[0].kind == ROLLING and parts[0].end > one.end:
            label = text[one.start : parts[0].end]
            own.append(replace(parts[0], start=one.start, label=label))
        else:
            own.append(replace(one, parts=parts) if parts else one)
    kept = [one for one in dated if not _over(one, counted)] if counted else dated
    return sorted([*kept, *own], key=lambda one: one.start)


def _over(one: Period, others: Sequence[Period | Span]) -> range:
    """Which of others, which are in order and do not overlap, a period overlaps."""
    first = bisect_right(others, one.start, key=lambda other: other.end)
    return range(first, bisect_left(others, one.end, key=lambda other: other.start))


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
        if number + 1 < len(found) and (
            named := _quarter(text, plain, one, *found[number : number + 2])
        ):
            one, number = named, number + 2
        now = _NOW.match(plain, one.end) if one.kind in (DAY, MONTH) else None
        if now is not None:
            dated = found[number] if now["bracket"] and number < len(found) else None
            one, number = _to_now(text, one, now.end("now"), dated), number + (dated is not None)
        yield next(filter(None, (read(text, plain, one) for read in _AROUND)), one)


def _range(text: str, plain: str, one: Period, other: Period) -> Period | None:
    """The period from one date to the next; None where they are not joined."""
    between = plain[one.end : other.start]
    if not _are_joined(plain, one, other, between):
        return None
    if (year := _year_to_year(text, plain, one, other, between)) is not None:
        return year
    start, end, parts = one.start, other.end, (one, other)
    if one.kind == other.kind == QUARTER:
        one = quarter_before(one, other)
    elif one.partial and other.first is not None:
        one = _in_year(one, int(other.first[:4]), other.last or "")
    elif other.partial and one.first is not None and between != " and ":
        other = _in_year_after(other, one.first)
    if one.first is None or other.last is None:
        both = one.partial and other.partial
        return replace(partial(text, start, end, RANGE), parts=parts) if both else None
    if one.first > other.last:
        return None
    return replace(period(text, (start, end), one.first, other.last, RANGE), parts=(one, other))


def _are_joined(plain: str, one: Period, other: Period, between: str) -> bool:
    if len(between) > 16 or RANGE in (one.kind, other.kind):
        return False
    if one.kind == QUARTER and other.kind == MONTH and other.partial:
        return False  # quarter 2 2024 - April to June
    if between == "/":
        return one.kind == other.kind == MONTH
    if between == " and ":
        return plain[: one.start].endswith("between ", max(0, one.start - 8))
    return _BETWEEN.fullmatch(between) is not None


def _quarter(text: str, plain: str, one: Period, first: Period, last: Period) -> Period | None:
    """A quarter with the months that it has: quarter 2 2024 - April to June."""
    if one.kind != QUARTER or not one.first or not one.last:
        return None
    months = int(one.first[5:7]), int(one.last[5:7])
    if not (first.partial and last.partial and (first.month, last.month) == months):
        return None
    if not (
        _NAMED_SO.fullmatch(plain[one.end : first.start]) and plain[first.end : last.start] in _TO
    ):
        return None
    end = last.end + (
        plain[one.end : first.start].endswith("(") and plain.startswith(")", last.end)
    )
    return replace(one, end=end, label=text[one.start : end])


_NAMED_SO = lazy_regex(r"\s?(?:[-–—:,]\s?|\()")
_TO = (" to ", "-", " - ", "–")


def _year_to_year(text: str, plain: str, one: Period, other: Period, between: str) -> Period | None:
    """2017 to 2018 as one year: a financial one where the text says so, else it is not known which.

    None where it is not such a year: from 2017 to 2018.
    """
    named_after = other.kind == FINANCIAL_YEAR and other.label.endswith("year")
    if between != " to " or not (other.kind == CALENDAR_YEAR or named_after):
        return None
    if one.kind not in YEAR_KINDS or len(one.label) != 4:
        return None
    if not (one.label.isdecimal() and other.label[:4].isdecimal()):
        return None  # 1985 to '86
    before = line_before(plain, one.start, 24)
    year = int(one.label)
    if int(other.label[:4]) != year + 1 or before.endswith(("from ", "between ")):
        return None
    span = (one.start, other.end)
    begins, ends, kind = "04-01", "03-31", FINANCIAL_YEAR
    if _SCHOOL.search(before) or _SCHOOL_AFTER.match(plain, other.end):
        begins, ends, kind = "09-01", "08-31", RANGE
    elif before.endswith("tax year ") or plain.startswith(" tax year", other.end):
        begins, ends = "04-06", "04-05"
    elif not (named_after or one.kind == FINANCIAL_YEAR or _is_shown(plain, year)):
        return partial(text, *span, RANGE)
    return period(text, span, f"{year}-{begins}", f"{year + 1}-{ends}", kind)


@lru_cache(256)
def _is_shown(plain: str, year: int) -> bool:
    """Whether a text shows elsewhere that a financial year begins in a year."""
    return f"1 april {year}" in plain or f"{year}/{(year + 1) % 100:02}" in plain


def _to_now(text: str, one: Period, end: int, now: Period | None) -> Period:
    """From a date to the present, whose date may follow in brackets: to date (16 Jan 2019)."""
    last = now.last if now is not None else None
    parts = (one,) if now is None else (one, now)
    span = one.start, end if now is None else now.end
    if one.first is None:
        return replace(partial(text, *span, RANGE), parts=parts)
    return replace(period(text, span, one.first, last, RANGE), parts=parts)


def _in_year(period: Period, year: int, last: str) -> Period:
    """A partial date with the year of the date that ends its range, or the year before."""
    if not period.month:
        return period
    try:
        first = days_of(period.kind, year, period.month, period.day)
        first = (
            days_of(period.kind, year - 1, period.month, period.day) if first[0] > last else first
        )
    except ValueError:  # 29 February
        return period
    return replace(period, first=first[0], last=first[1], partial=False)


def _in_year_after(other: Period, first: str) -> Period:
    """A partial date that ends a range: its first one after the beginning."""
    if not other.month:
        return other
    try:
        for year in (int(first[:4]), int(first[:4]) + 1):
            days = days_of(other.kind, year, other.month, other.day)
            if days[1] >= first:
                return replace(other, first=days[0], last=days[1], partial=False)
    except ValueError:
        pass
    return other
