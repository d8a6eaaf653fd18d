"""Years of two digits (since '13, financial year 21/22), or that a footnote touches (in 20162)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from moditrack.documents.change_words import NOUN
from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS
from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    DAY,
    FINANCIAL_YEAR,
    RANGE,
    Period,
    days_of,
    period,
)
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before
from moditrack.documents.not_quantities_in_digits import PLURALS
from moditrack.documents.number_words import ORDINAL_ENDING

SUFFIX = rf"(?:\s?\^?{ORDINAL_ENDING}\b)?"
"""The ending of an ordinal day, or none."""
_SHORT_DAY = rf"(\d{{1,2}}){SUFFIX}\s({MONTH_NAMES})\s(\d\d)"
_SHORT_RANGE = lazy_regex(rf"{_SHORT_DAY}(?:\s?[-–]\s?|\s(?:to|until)\s){_SHORT_DAY}(?![\d%,])")
_IN_BRACKETS = lazy_regex(rf"{_SHORT_DAY}(?=\))")
_TO_DATE = lazy_regex(rf"{_SHORT_DAY}(?=\sto\s(?:date|now|(?:the\s)?present)\b)")
"""A short year after a name of a month is one where the other end of a range has it, too."""
_APOSTROPHE = lazy_regex(r"'(\d\d)(?!\d|'?s)\b")
_ROW_OF_YEARS = lazy_regex(r"'\d\d\s")
_SHORT_FY = lazy_regex(r"(\d\d)[/–-](\d\d)(?![\d/]|[.,-]\d)(?P<named>\s(?:financial|fiscal)\s)?")
_COUNTED = lazy_regex(r"\s?[(%]|\s(?:of|per|(?!was\b|is\b|has\b|this\b)[a-z]+[a-rt-z]s)\b")
_AMOUNT_AFTER = lazy_regex(r" £?\d[\d,]*\.\d\d(?![\d.])")
_OTHER_FY = lazy_regex(r"\b20(\d\d)/(?!\1)\d\d\b(?!/)|financial year")
_CHANGE_ON = lazy_regex(rf"\b{NOUN} on \Z")
_FY_BEFORE = lazy_regex(r"\b(?:financial|fiscal)\syears?\s\Z")
_SHORT_HYPHENED = lazy_regex(
    r"\b(?:(in|since|by|during)|between|from|and|to) (\d\d)[–-](\d\d)(?![\d/]|[.,-]\d)"
)
"""In 21-22, where a text has two such years or more, or from or between them and one in full."""
_WHEN = lazy_regex(r"\b(?:in|since|by|from|to|of|until|before|after|and|between|vs|than)\s\Z")
_SEVENTIES = lazy_regex(r"([5-9])0'?s\b")
_SINCE_DECADE = lazy_regex(r"\b(?:since|during|early|late|mid)(?: the)?[ -]'?\Z")
_DATED = lazy_regex(r"\b(?:in|since|from|during|until|by) \Z")


def short_years(text: str, plain: str, start: int) -> Period | None:
    """1 Oct 16 to 30 Sept 17; (16 Jan 19)."""
    match = _SHORT_RANGE.match(plain, start)
    if match is None:
        form = _IN_BRACKETS if plain[start - 1 : start] == "(" else _TO_DATE
        short = form.match(plain, start)
        return None if short is None else _short_day(text, short, 1)
    one, two = _short_day(text, match, 1), _short_day(text, match, 4)
    if str(one.first) >= str(two.first):
        return None
    return replace(period(text, match.span(), one.first, two.last, RANGE), parts=(one, two))


def _short_day(text: str, match: re.Match[str], at: int) -> Period:
    day, month, year = match.group(at, at + 1, at + 2)
    first, last = days_of(DAY, full(year), MONTHS[month], int(day))
    return period(text, (match.start(at), match.end(at + 2)), first, last, DAY)


def apostrophe(text: str, plain: str, start: int) -> Period | None:
    """since '13, and '12 '13 '14 in a row."""
    match = _APOSTROPHE.match(plain, start - 1) if start else None
    if match is None or (start > 1 and plain[start - 2] not in " \n\t(/|"):
        return None
    before = line_before(plain, start - 1, 20)
    if not (
        _WHEN.search(before)
        or re.search(r"'\d\d\s\Z", before)
        or _ROW_OF_YEARS.match(plain[match.end() : match.end() + 5].lstrip())
    ):
        return None
    first, last = days_of(CALENDAR_YEAR, full(match[1]))
    return period(text, match.span(), first, last, CALENDAR_YEAR)


def financial(text: str, plain: str, start: int) -> Period | None:
    """Financial year 21/22, 2021/22 being read as it is."""
    match = _SHORT_FY.match(plain, start)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    line = line_before(plain, start, 20)
    before = _FY_BEFORE.search(line)
    named = before or match["named"] or _CHANGE_ON.search(line)
    if not named and not _in_financial(plain, line, match):
        return None
    span = start - (len(before[0]) if before is not None else 0), match.end()
    return period(text, span, *days_of(FINANCIAL_YEAR, full(match[1])), FINANCIAL_YEAR)


def _in_financial(plain: str, before: str, match: re.Match[str]) -> bool:
    """In 23/24, where the text prints other financial years and nothing counts it."""
    if not 10 <= int(match[1]) <= 40:
        return False
    if before[-2:-1].isalpha() and _AMOUNT_AFTER.match(plain, match.end()) is not None:
        return True  # Subscriptions 18-19 238.16
    if _WHEN.search(before) is None:
        return False
    if _COUNTED.match(plain, match.end()) is not None:
        return False
    return _has_others(plain) if "/" in match[0] else _has_two(plain)


@lru_cache(64)
def _has_others(plain: str) -> bool:
    """Whether a text prints financial years in full."""
    return _OTHER_FY.search(plain) is not None


@lru_cache(64)
def _has_two(plain: str) -> bool:
    """Whether a text prints two such years with hyphens."""
    found = [one for one in _SHORT_HYPHENED.findall(plain) if int(one[2]) == int(one[1]) + 1]
    shown = any(word or f"20{one}" in plain or f"20{other}" in plain for word, one, other in found)
    return shown and len({one[1] for one in found}) > 1


def noted_year(text: str, plain: str, start: int) -> Period | None:
    """A year that the number of a footnote touches: in 20162."""
    if plain[start : start + 2] not in ("19", "20") or not _DATED.search(
        line_before(plain, start, 12)
    ):
        return None
    if PLURALS.match(plain, start + 5) is not None or plain[start + 5 : start + 6] not in " ,.;)":
        return None
    first, last = days_of(CALENDAR_YEAR, int(plain[start : start + 4]))
    return period(text, (start, start + 4), first, last, CALENDAR_YEAR)


def seventies(text: str, plain: str, start: int) -> Period | None:
    """The lowest since the 80s; but not "in his 80s"."""
    match = _SEVENTIES.match(plain, start)
    if match is None or _SINCE_DECADE.search(line_before(plain, start, 16)) is None:
        return None
    return period(text, match.span(), f"19{match[1]}0-01-01", f"19{match[1]}9-12-31", RANGE)


def full(year: str) -> int:
    """A year of two or four digits in full."""
    return int(year) if len(year) == 4 else int(("19" if int(year) > 69 else "20") + year)
