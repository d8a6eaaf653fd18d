"""How a document writes its numbers and dates, as its own text shows: 23 519 or 51,1 or 6/27/19."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from moditrack.documents.dates.month_order import month_first
from moditrack.documents.dates.printed_period import Period
from moditrack.documents.dates.quarters import are_financial
from moditrack.documents.dates.short_forms import NO_FORMS, Forms, forms_of
from moditrack.documents.dates.start_of_financial_years import APRIL, begins_in
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import simplify
from moditrack.documents.numbered_abbreviations import numbered
from moditrack.documents.numbers_that_count_up import counted
from moditrack.documents.units_and_scales import MEASURED

# The first digit before what precedes it: looking behind every character takes three times as long.
_COMMA = lazy_regex(
    r"\d(?<![\d,.]\d)\d{0,2}(?:[ \xa0.]\d{3})*,\d{1,2}(?![\d,]|\.\d|(?: and| or|,) \d)"
)
_COMMA_MEASURED = lazy_regex(r"\d,\d{1,2}" + MEASURED)
_POINT_MEASURED = lazy_regex(r"\d\.\d{1,2}" + MEASURED)
_POINT = lazy_regex(r"(?<![\d.])\d{1,4}\.\d{1,2}(?![\d.])")
_THOUSANDS = lazy_regex(r"[1-9](?<![\d,.]\d)\d{0,2}(?:,\d{3})+(?![\d,])")
_SPACED = lazy_regex(
    r"[1-9](?<![\d,.]\d)(?<!\d \d)(?<!\d, \d)\d{0,2}(?: \d{3})? "
    r"(?:0\d\d(?: \d{3})*|\d{3}(?= (?!and|or|to|in)[a-z]{3}))(?![\d.])"
    r"|\bn ?= ?[1-9]\d{0,2}(?: \d{3}){1,2}(?=\))"
)
"""Thousands that only blanks can part: 35 012, 4 250 boats, (n = 4 250)."""
_ROW = lazy_regex(
    r"[1-9](?<!\d\d)(?<!\d \d)\d\d(?: [1-9]\d\d)+(?! ?\d| (?!and|or|to|in|then)[a-z]{3})"
)
"""Numbers of three digits that may be several side by side: 426 365 Leeds."""
_UNPARTED = lazy_regex(rf"(?!{YEAR}(?!\d))[1-9](?<![\d,./-]\d)\d{{3,5}}(?![\d,./-])")
_FEW = 5
"""Numbers with a comma that show by themselves that it is their point."""
_BEFORE, _AFTER = datetime.timedelta(days=183), datetime.timedelta(days=31)
"""How far a date without a year is from those of its document at most."""


@dataclass(frozen=True)
class Style:
    """How a document writes numbers and dates.

    decimal_comma: 51,1 is 51.1 and 1.234 is a thousand. spaced: blanks separate thousands: 23 519.
    month_first: 6/27/19. year_begins: the month in which its financial years begin.
    financial_quarters: 2018 Q3 is a quarter of such a year. forms: its short dates. year: the only
    one that the document prints, and first, last: between which days its dates without a year are;
    empty where it prints several. opened: the first day that such a document prints. counted: how
    the numbers of its lists and payments begin. numbered: its abbreviations with numbers.
    """

    decimal_comma: bool = False
    spaced: bool = False
    month_first: bool = False
    year_begins: int = APRIL
    financial_quarters: bool = False
    forms: Forms = NO_FORMS
    year: str = ""
    first: str = ""
    last: str = ""
    opened: str = ""
    counted: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()


PLAIN = Style()
"""Points, commas between thousands, days first: what British reports print."""


@lru_cache(1_000)
def style_of(text: str) -> Style:
    """The style of the numbers and dates of a text, of which it shows enough itself."""
    if len(text) < 4:
        return PLAIN
    comma = _has_decimal_comma(text)
    plain = simplify(text)
    return Style(
        comma, _is_spaced(text, comma), month_first(text), begins_in(plain), are_financial(plain),
        forms_of(plain), counted=counted(text), numbered=numbered(text),
    )  # fmt: skip


def _has_decimal_comma(text: str) -> bool:
    found = sum(1 for _ in _COMMA.finditer(text))
    if not found:
        return False
    measured = sum(1 for _ in _COMMA_MEASURED.finditer(text))
    against = sum(1 for _ in _POINT_MEASURED.finditer(text))
    against += sum(1 for _ in _THOUSANDS.finditer(text))
    if measured > against:
        return True
    return found >= _FEW and not against and found > 2 * sum(1 for _ in _POINT.finditer(text))


def _is_spaced(text: str, comma: bool) -> bool:
    if _THOUSANDS.search(text) is not None:
        return False
    found = len({match[0] for match in _SPACED.finditer(text)})
    rows = 0 if comma else sum(1 for _ in _ROW.finditer(text))
    if found < (1 if comma else 2) or found <= rows:
        return False
    return found > len({match[0] for match in _UNPARTED.finditer(text)})


def dated(style: Style, periods: Sequence[Period]) -> Style:
    """A style with the days between which dates without a year are, given the document's dates."""
    own = [
        end
        for period in periods
        if not period.partial
        for end in (period.first, period.last)
        if end
    ]
    years = {end[:4] for end in own}
    days = [
        period.first
        for period in periods
        if period.kind == "day" and not period.partial and period.first
    ]
    if not days:
        return style
    if len(years) > 1:
        return replace(style, opened=days[0])
    first, last = datetime.date.fromisoformat(min(days)), datetime.date.fromisoformat(max(days))
    ends = (first - _BEFORE).isoformat(), (last + _AFTER).isoformat()
    return replace(style, year=years.pop(), first=ends[0], last=ends[1])
