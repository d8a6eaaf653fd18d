"""The single dates of a text, in order, and its years: 2003, 2022/23, FY23, the 1990s."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from moditrack.documents.dates.month_dates import (
    day_first,
    from_month,
    from_weekday,
)
from moditrack.documents.dates.numeric_dates import (
    iso,
    month_of_short_year,
    month_of_year,
    pointed,
    slashed,
    slashed_month_first,
)
from moditrack.documents.dates.parts_of_year import (
    NAMES,
    SEASONS,
    part_of_year,
    school_year,
    season,
)
from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    DAY,
    FINANCIAL_YEAR,
    MONTH,
    QUARTER,
    RANGE,
    Period,
    days_of,
    months_from,
    partial,
    period,
)
from moditrack.documents.dates.quarters import ORDINALS, quarter, quarter_of, short_year_first
from moditrack.documents.dates.short_forms import NO_FORMS, Forms
from moditrack.documents.dates.short_years import (
    apostrophe,
    financial,
    full,
    noted_year,
    seventies,
    short_years,
)
from moditrack.documents.dates.years import YEARS, is_year, year_in_name
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.plain import line_before

_ANCHOR = lazy_regex(
    rf"(?<![a-z\d])(?:\d+|{NAMES}|(?:{MONTH_NAMES}|{WEEKDAY_NAMES}|{'|'.join(SEASONS)}|[sf]?fy|f/y|cy|q[1-4]|quarter|qtr"
    rf"|(?:{'|'.join(ORDINALS)})\squarter)(?![a-z]))|(?:19|20)(?<=[\s(](?:in|to|by|of)\d\d)\d\d(?!\d)"
)
_PART = lazy_regex(NAMES)
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
_MOST_SLASHED, _MOST = 3, 150
"""How many years 2019/21 and 1930-1994 may span; 2019/12 is not a period."""
_LONGER = lazy_regex(r"[/–-](?!(?:19|20)\d\d[/–-]\d\d(?!\d))\d")
_NTH = ("st quarter", "nd quarter", "rd quarter", "th quarter")
_DECADE = lazy_regex(r"((?:19|20)\d0)'?s\b")
_NO_DATE = lazy_regex(r"\S+(?:[ -](?:of )?[a-z]+\.?,?(?:[ -]\d+)?)?")


def dates(
    text: str, plain: str, month_first: bool = False, forms: Forms = NO_FORMS
) -> Iterator[Period]:
    """Every single date of a text, in order; `plain` is the text as `simplify` gives it."""
    short = _MONTH_FIRST if month_first else _SHORT
    short = (*short, pointed) if forms.pointed else short
    at, after = 0, -1
    for anchor in _ANCHOR.finditer(plain):
        start = anchor.start()
        before = plain[start - 1 : start]
        joined = before == "/" and after == start - 1  # July/August, 30 April/1 May 2024
        joined = joined or (anchor[0][0] == "q" and plain[start - 2 : start - 1].isdigit())  # 5/Q1
        joined = joined or (before == "@" and plain[start - 2 : start - 1] in ("", " "))
        if start < at or (before and not joined and (before in "_/@=" or before.isdigit())):
            continue
        try:
            found = _date(text, plain, anchor, short, forms.month_year)
        except ValueError:  # 31/02/24, 29 February 2023
            no_date = _NO_DATE.match(plain, start)
            at = no_date.end() if no_date is not None else anchor.end()
            continue
        if found is not None:
            at = found.end
            after = at if found.kind == MONTH or (found.kind == DAY and found.partial) else -1
            yield found


def _date(
    text: str, plain: str, anchor: re.Match[str], short: tuple[_Reader, ...], month_year: int
) -> Period | None:
    word, start = anchor[0], anchor.start()
    if word[0].isdigit():
        return _in_digits(text, plain, start, word, short)
    if word in MONTHS:
        return from_month(text, plain, start, word, month_year)
    if word in WEEKDAYS:
        return from_weekday(text, plain, start, word)
    named = season if word in SEASONS else _fiscal if word[-1] == "y" else quarter
    return (part_of_year if _PART.match(word) else named)(text, plain, start)


def _in_digits(
    text: str, plain: str, start: int, digits: str, short: tuple[_Reader, ...]
) -> Period | None:
    if len(digits) == 5:
        return noted_year(text, plain, start)
    if len(digits) > 5 or (start and plain[start - 1] in "£$€"):
        return None
    readers: tuple[_Reader, ...] = _LONG if digits[:2] in ("19", "20") else ()
    if len(digits) <= 2:
        readers = (quarter,) if plain.startswith(_NTH, start + 1) else short
    return next((one for reader in readers if (one := reader(text, plain, start))), None)


def _fiscal(text: str, plain: str, start: int) -> Period | None:
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


def _decade(text: str, plain: str, start: int) -> Period | None:
    match = _DECADE.match(plain, start)
    if match is None:
        return None
    year = int(match[1])
    return period(text, match.span(), f"{year}-01-01", f"{year + 9}-12-31", RANGE)


def _with_year(text: str, plain: str, start: int) -> Period | None:
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


_Reader = Callable[[str, str, int], "Period | None"]
_SHORT: tuple[_Reader, ...] = (
    short_years, day_first, slashed, month_of_year, month_of_short_year, short_year_first,
    financial, apostrophe, seventies,
)  # fmt: skip
_MONTH_FIRST = tuple(slashed_month_first if one is slashed else one for one in _SHORT)
_LONG: tuple[_Reader, ...] = (iso, _decade, _with_year)


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
    span = match.start("year"), match.end("to")
    named = len(to) == 4 and (line_before(plain, span[0], 20).endswith(_FY_NAMES) or match["fy"])
    if last_year == year + 1 and (slashed or len(to) < 4 or named):
        school = school_year(text, plain, span, year)
        if school is not None:
            return school
        if line_before(plain, span[0], 20).endswith("tax year ") or match["tax"]:
            return period(text, span, f"{year}-04-06", f"{year + 1}-04-05", FINANCIAL_YEAR)
        return period(text, span, *days_of(FINANCIAL_YEAR, year), FINANCIAL_YEAR)
    if not year < last_year <= year + (_MOST_SLASHED if slashed else _MOST):
        return None
    return period(text, span, f"{year}-01-01", f"{last_year}-12-31", RANGE)
