"""Parts of a year: seasons, halves, terms, ends of months: winter 2019, the second half of 2023."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    DAY,
    MONTH,
    RANGE,
    Period,
    days_of,
    months_from,
    partial,
    period,
)
from moditrack.documents.dates.year_or_count import YEAR, YEARS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before
from moditrack.documents.number_words import UNITS

NAMES = "|".join(
    (
        r"h[12]\s(?:of\s)?(?:fy\s?)?(?:19|20)", r"(?:first|second|latter|last|1st|2nd)\shalf\sof",
        r"(?:first|last|final)\s[a-z\d]+\s(?:months|quarters)\sof",
        r"(?:spring|summer|autumn|michaelmas|lent|trinity|hilary)\sterm",
        rf"(?:early|mid|late)(?:\sin\s|[\s-]){YEAR}(?:'?s\b)?",
    )
)  # fmt: skip
"""A pattern of how they begin, in lower case."""
_YEAR = rf"(?:\sof)?(?:\sthe)?(?:\s(?:financial|calendar)\syear)?\s(?:fy\s?)?{YEARS}(?!\d|,\d)"
_HALF = lazy_regex(rf"(?:h(?P<h>[12])|(?P<nth>first|second|latter|last|1st|2nd)\shalf){_YEAR}")
_MONTHS = lazy_regex(
    rf"(?P<nth>first|last|final)\s(?P<count>[a-z]+|\d)\s(?P<unit>months|quarters){_YEAR}"
)
_TERM = lazy_regex(rf"[a-z]+\sterm(?:,?(?:\sof)?\s{YEARS}(?!\d|,\d))?")
_VAGUE = lazy_regex(rf"(?:early|mid|late)(?:\sin\s|[\s-])(?:(?:19|20)\d0'?s\b|{YEARS}(?!\d|,\d))")
_SCHOOL_BEFORE = lazy_regex(
    rf"\b(?:academic|school) years?,? (?:{YEAR}/\d\d(?:,| and| to|,? or) )*\Z"
)
_SCHOOL_AFTER = lazy_regex(rf"(?:(?:,| and| to| or) {YEAR}/\d\d)* (?:academic|school) years?\b")
_EDGE = lazy_regex(
    r"\b(?:(?<!towards the )(?<!towards )(?P<end>end)[ -](?:of )?|(?:beginning|start) of )"
    r"(?:the month of )?\Z"
)
_SIX, _QUARTER = 6, 3
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""Each with its first month."""
_SEASON = lazy_regex(rf"(?P<season>{'|'.join(SEASONS)})(?:\sof)?\s{YEARS}")


def season(text: str, plain: str, start: int) -> Period | None:
    """A season that begins at a place: summer 2003, the winter of 2019/20."""
    match = _SEASON.match(plain, start)
    if match is None:
        return None
    first, last = months_from(int(match["year"]), SEASONS[match["season"]], 3)
    return period(text, match.span(), first, last, RANGE)


def school_year(text: str, plain: str, span: tuple[int, int], year: int) -> Period | None:
    """2019/20 as a school year, from September; without its days where it may be one."""
    before = line_before(plain, span[0], 40)
    if _SCHOOL_BEFORE.search(before) or _SCHOOL_AFTER.match(plain, span[1]):
        return period(text, span, *months_from(year, 9, 12), RANGE)
    return partial(text, *span, RANGE) if _are_of_schools(plain) else None


@lru_cache(64)
def _are_of_schools(plain: str) -> bool:
    """Whether the years of a text may be school years."""
    return "academic year" in plain and "financial year" not in plain


def _within(text: str, match: re.Match[str]) -> Period:
    """A part of a year without its days; the year that is printed is its only part."""
    found = partial(text, *match.span(), RANGE)
    if match["year"] is None or match["to"] is not None:
        return found
    days = days_of(CALENDAR_YEAR, int(match["year"]))
    year = period(text, match.span("year"), *days, CALENDAR_YEAR)
    return replace(found, parts=(year,))


def part_of_year(text: str, plain: str, start: int) -> Period | None:
    """The part of a year that begins at a place; of a term, early or late nobody says the days."""
    vague = _TERM.match(plain, start) or _VAGUE.match(plain, start)
    if vague is not None:
        return _within(text, vague)
    match = _HALF.match(plain, start)
    count = _SIX
    if match is None:
        match = _MONTHS.match(plain, start)
        if match is None:
            return None
        printed = match["count"]
        count = int(printed) if printed.isdigit() else UNITS.get(printed, 0)
        count *= _QUARTER if match["unit"] == "quarters" else 1
    if not 0 < count < 12:
        return None
    groups = match.groupdict()
    last = groups.get("h") == "2" or (groups["nth"] or "") not in ("first", "1st", "")
    year = int(match["year"])
    begins = 4 if match["to"] is not None or "financial" in match[0] or "fy" in match[0] else 1
    month = begins + (12 - count if last else 0)
    return period(
        text, match.span(), *months_from(year + month // 13, (month - 1) % 12 + 1, count), RANGE
    )


def edge_of_month(text: str, plain: str, one: Period) -> Period | None:
    """The last day of a month, or its first: the end of March 2023."""
    if one.kind != MONTH or one.partial or one.first is None or one.last is None:
        return None
    match = _EDGE.search(line_before(plain, one.start, 20))
    if match is None:
        return None
    day = one.last if match["end"] else one.first
    return replace(period(text, (one.start - len(match[0]), one.end), day, day, DAY), parts=(one,))
