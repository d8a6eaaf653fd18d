"""Years as reports print them: 2003, 2022/23, FY23, tax year 2018/19, the 1990s."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.dates.calendar_names import MONTHS
from moditrack.documents.dates.parts_of_year import school_year
from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    FINANCIAL_YEAR,
    QUARTER,
    RANGE,
    Period,
    days_of,
    months_from,
    partial,
    period,
)
from moditrack.documents.dates.quarters import quarter_of
from moditrack.documents.dates.short_years import full
from moditrack.documents.dates.year_or_count import YEARS, is_year, year_in_name
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before

_FY = lazy_regex(
    rf"(?P<of>[sf]?f/?y|cy)\s?(?:{YEARS}|(?P<short>\d\d)(?:[/–-](?P<short2>\d\d))?)(?!\d)"
)
_YEARED = lazy_regex(
    rf"{YEARS}(?P<quarter>,?\s?(?:q|quarter\s)(?P<n>[1-4])\b)?"
    r"(?:\s(?P<month>march|june|september|december)\squarter\b)?(?P<fy>\s(?:financial|fiscal)\syear)?"
    r"(?P<tax>\stax\syear)?"
)
_FY_NAMES = ("financial year ", "financial years ", "fiscal year ", "tax year ", "fiscal ")
_FY_ENDING = lazy_regex(r"\b(?:(?:financial|fiscal|tax)\syear\s(?:ending|ended)(?:\sin)?|fye)\s$")
_MOST_SLASHED, _MOST_SHORT, _MOST = 3, 30, 150
"""How many years 2019/21, 1998-02 and 1930-1994 may span; 2019/12 is not a period."""
_LONGER = lazy_regex(r"[/–-](?!(?:19|20)\d\d[/–-]\d\d(?!\d))\d")
_TWO_YEARS = lazy_regex(r"\d{4}\s?[-–]\s?\d{4}")
_DECADE = lazy_regex(r"((?:19|20)\d0)'?s\b")


def named_year(text: str, plain: str, start: int) -> Period | None:
    """FY23, FFY 2020, CY2022."""
    match = _FY.match(plain, start)
    if match is None:
        return None
    year = full(match["year"] or match["short"])
    if match["of"] == "cy":
        return period(text, match.span(), *days_of(CALENDAR_YEAR, year), CALENDAR_YEAR)
    if match["of"] == "ffy":  # the American one is the year to September
        return period(text, match.span(), *months_from(year - 1, 10, 12), FINANCIAL_YEAR)
    if match["to"] is None and match["short2"] is None:
        # FY23 is the year to 2023 here, the year from 2023 there.
        return partial(text, *match.span(), FINANCIAL_YEAR)
    return period(text, match.span(), *days_of(FINANCIAL_YEAR, year), FINANCIAL_YEAR)


def decade(text: str, plain: str, start: int) -> Period | None:
    """The 1990s."""
    match = _DECADE.match(plain, start)
    if match is None:
        return None
    year = int(match[1])
    return period(text, match.span(), f"{year}-01-01", f"{year + 9}-12-31", RANGE)


def year_or_years(text: str, plain: str, start: int) -> Period | None:
    """2003, 2022/23, 2019-2022, 2018 Q3, 2024 June quarter."""
    match = _YEARED.match(plain, start)
    if match is None or _LONGER.match(plain, match.end()) is not None:
        return None
    if year_in_name(plain, start) is not None:
        return None
    if match["month"] and not match["to"]:
        days = days_of(QUARTER, int(match["year"]), MONTHS[match["month"]] // 3)
        return period(text, match.span(), *days, QUARTER)
    if match["quarter"]:
        return quarter_of(text, match)
    return (_bare_year if match["to"] is None else _years)(text, plain, match)


def _bare_year(text: str, plain: str, match: re.Match[str]) -> Period | None:
    start, end = match.span("year")
    if _FY_ENDING.search(line_before(plain, start, 40)):
        first, last = days_of(FINANCIAL_YEAR, int(match["year"]) - 1)
        return period(text, (start, end), first, last, FINANCIAL_YEAR)
    if match["fy"] or line_before(plain, start, 20).endswith(_FY_NAMES):
        # Which twelve months it means is not printed.
        return partial(text, start, match.end(), FINANCIAL_YEAR)
    if not is_year(text, plain, start, end):
        return None
    first, last = days_of(CALENDAR_YEAR, int(match["year"]))
    return period(text, (start, end), first, last, CALENDAR_YEAR)


def _years(text: str, plain: str, match: re.Match[str]) -> Period | None:
    """2022/23 and 2003/4 are financial years, 2020-2022 and 2019-23 run from year to year."""
    year, to = int(match["year"]), match["to"]
    last_year = year // 10 ** len(to) * 10 ** len(to) + int(to)
    if last_year < year:
        last_year += 10 ** len(to)
    slashed = "/" in match[0]
    most = _MOST_SLASHED if slashed else _MOST if len(to) == 4 else _MOST_SHORT
    apart = plain[match.end("year")].isspace() and not slashed
    if apart and (len(to) == 1 or last_year > year + most):
        return _bare_year(text, plain, match)  # 2023 - 9 boats
    span = match.start("year"), match.end("to")
    named = len(to) == 4 and (line_before(plain, span[0], 20).endswith(_FY_NAMES) or match["fy"])
    if last_year == year + 1 and (slashed or len(to) < 4 or named):
        if (school := school_year(text, plain, span, year)) is not None:
            return school
        if line_before(plain, span[0], 20).endswith("tax year ") or match["tax"]:
            return period(text, span, f"{year}-04-06", f"{year + 1}-04-05", FINANCIAL_YEAR)
        return period(text, span, *days_of(FINANCIAL_YEAR, year), FINANCIAL_YEAR)
    if not year < last_year <= year + most:
        return None
    return period(text, span, f"{year}-01-01", f"{last_year}-12-31", RANGE)


def years_side_by_side(plain: str, dated: list[Period]) -> list[Period]:
    """2021-2022 and 2022-2023 side by side are two years, financial ones where the text says so.

    So is 1999-2000 beside 1998-99 or 2000-01.
    """
    if "academic" in plain:
        return dated
    spans = {period.label: period for period in dated if _TWO_YEARS.fullmatch(period.label)}
    if not spans:
        return dated
    ends = {str(period.last)[:4] for period in dated if period.kind == FINANCIAL_YEAR}
    ends |= {str(period.first)[:4] for period in dated if period.kind == FINANCIAL_YEAR}
    if "financial year" in plain:
        ends |= {label[-4:] for label in spans} & {label[:4] for label in spans}
    return [
        replace(period, first=f"{period.label[:4]}-04-01", last=f"{period.label[-4:]}-03-31",
                kind=FINANCIAL_YEAR)
        if period.label in spans and {period.label[:4], period.label[-4:]} & ends
        and int(period.label[-4:]) == int(period.label[:4]) + 1
        else period
        for period in dated
    ]  # fmt: skip
