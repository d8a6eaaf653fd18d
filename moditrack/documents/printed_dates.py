"""Single dates as reports print them: 1 March 2024, Mar-24, 2022/23, Q1 2023/24, summer 2003."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from moditrack.documents.calendars import (
    CALENDAR_YEAR,
    DAY,
    FINANCIAL_YEAR,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    RANGE,
    WEEKDAYS,
    Period,
    days_of,
    months_from,
    partial,
    period,
)
from moditrack.documents.parts_of_year import NAMES, part_of_year, school_year
from moditrack.documents.plain import line_before
from moditrack.documents.quarters import ORDINALS, quarter, quarter_of
from moditrack.documents.short_years import (
    SUFFIX,
    apostrophe,
    financial,
    full,
    noted_year,
    short_years,
)
from moditrack.documents.years import YEAR, YEARS, is_year, year_in_name

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_WEEKDAY = "|".join(WEEKDAYS)
_ANCHOR = re.compile(
    rf"(?<![a-z\d])(?:\d+|{NAMES}|(?:{MONTH_NAMES}|{_WEEKDAY}|{'|'.join(_SEASONS)}|fy|q[1-4]|quarter"
    rf"|(?:{'|'.join(ORDINALS)})\squarter)(?![a-z]))"
)
_PART = re.compile(NAMES)
_DAY_MONTH = re.compile(
    rf"(?:(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?(?P<day>\d{{1,2}}){SUFFIX}"
    rf"(?:(?:\s(?:and|to|&)\s|\s?[-–]\s?)(?P<day2>\d{{1,2}}){SUFFIX})?"
    rf"(?:\sof)?[\s-](?P<month>{MONTH_NAMES})\b)(?:\.?,?[\s-](?P<year>{YEAR})(?!\d|[,.]\d)"
    r"|(?:-'?|\s')(?P<short>\d\d)\b|\s(?P<short2>0\d)\b)?"
)
_TO_YEAR = re.compile(r"[/–-](\d\d)(?!\d|[/-]\d)")
_SLASHED = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2({YEAR}|\d\d)(?![\d/]|[.-]\d)")
_ISO = re.compile(rf"({YEAR})([-/])(\d\d)\2(\d\d)(?!\d|[-/]\d)")
_MONTH_YEAR = re.compile(
    rf"(?P<month>{MONTH_NAMES})(?![a-z])\.?(?:\s\(q[1-4]\))?(?:,?[\s-](?P<year>{YEAR})(?!\d|,\d)"
    r"(?:[/–-](?P<to>\d\d)(?!\d|[/-]\d))?"
    r"|(?:[-–]'?|\s')(?P<short>\d\d)(?![\d%.]))"
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{MONTH_NAMES})\.?\s(?P<day>\d{{1,2}})(?P<th>{SUFFIX})(?:\s?(?:and|to|[-–])\s?"
    rf"(?P<day2>\d{{1,2}}){SUFFIX})?(?![\d%]|[.,:/]\d)(?P<rest>,?\s(?P<year>{YEAR})\b(?!,\d))?"
)
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)})(?:\sof)?\s{YEARS}")
_FY = re.compile(rf"fy\s?(?:{YEARS}|(?P<short>\d\d)(?:[/–-](?P<short2>\d\d))?)(?!\d)")
_YEARED = re.compile(
    rf"{YEARS}(?P<quarter>,?\s(?:q|quarter\s)(?P<n>[1-4])\b)?(?P<fy>\s(?:financial|fiscal)\syear)?"
)
_FY_ENDING = re.compile(r"\b(?:(?:financial|fiscal|tax)\syear\s(?:ending|ended)(?:\sin)?|fye)\s$")
_MOST_SLASHED, _MOST = 3, 150
"""How many years 2019/21 and 1930-1994 may span; 2019/12 is not a period."""
_LONGER = re.compile(r"[/–-]\d")
_DECADE = re.compile(r"((?:19|20)\d0)'?s\b")
_NO_DATE = re.compile(r"\S+(?:[ -](?:of )?[a-z]+\.?,?(?:[ -]\d+)?)?")


def dates(text: str, plain: str) -> Iterator[Period]:
    """Every single date of a text, in order; `plain` is the text as `simplify` gives it."""
    at, after_month = 0, -1
    for anchor in _ANCHOR.finditer(plain):
        start = anchor.start()
        before = plain[start - 1 : start]
        slashed = before == "/" and anchor[0] in MONTHS and after_month == start - 1  # July/August
        if start < at or (before and not slashed and (before.isalnum() or before in "_/@=")):
            continue
        try:
            found = _date(text, plain, anchor)
        except ValueError:  # 31/02/24, 29 February 2023
            no_date = _NO_DATE.match(plain, start)
            at = no_date.end() if no_date is not None else anchor.end()
            continue
        if found is not None:
            at = found.end
            after_month = at if found.kind == MONTH else -1
            yield found


def _date(text: str, plain: str, anchor: re.Match[str]) -> Period | None:
    word, start = anchor[0], anchor.start()
    if word[0].isdigit():
        if len(word) == 5:
            return noted_year(text, plain, start)
        if len(word) > 4 or (start and plain[start - 1] in "£$€"):
            return None
        readers = _SHORT if len(word) <= 2 else _LONG if word[:2] in ("19", "20") else ()
        for reader in readers:
            found = reader(text, plain, start)
            if found is not None:
                return found
        return None
    if word in MONTHS or word in WEEKDAYS:
        return (_from_month if word in MONTHS else _from_weekday)(text, plain, start, word)
    named = _season if word in _SEASONS else _fiscal if word == "fy" else quarter
    return (part_of_year if _PART.match(word) else named)(text, plain, start)


def _from_weekday(text: str, plain: str, start: int, word: str) -> Period | None:
    match = _DAY_MONTH.match(plain, start)
    if match is not None:
        return _day_month(text, match)
    if not text[start].isupper():
        return None
    return partial(text, start, start + len(word), DAY, weekday=WEEKDAYS[word])


def _season(text: str, plain: str, start: int) -> Period | None:
    match = _SEASON.match(plain, start)
    if match is None:
        return None
    first, last = months_from(int(match["year"]), _SEASONS[match["season"]], 3)
    return period(text, match.span(), first, last, RANGE)


def _fiscal(text: str, plain: str, start: int) -> Period | None:
    match = _FY.match(plain, start)
    if match is None:
        return None
    if match["to"] is None and match["short2"] is None:
        # FY23 is the year to 2023 here, the year from 2023 there.
        return partial(text, *match.span(), FINANCIAL_YEAR)
    first, last = days_of(FINANCIAL_YEAR, full(match["year"] or match["short"]))
    return period(text, match.span(), first, last, FINANCIAL_YEAR)


def _short_date(text: str, plain: str, start: int) -> Period | None:
    match = _DAY_MONTH.match(plain, start)
    return None if match is None else _day_month(text, match)


def _slashed(text: str, plain: str, start: int) -> Period | None:
    """01/03/24, day before month; with points or hyphens only with a year in full."""
    match = _SLASHED.match(plain, start)
    if match is None or (match[2] != "/" and len(match[4]) == 2):
        return None
    first, last = days_of(DAY, full(match[4]), int(match[3]), int(match[1]))
    return period(text, match.span(), first, last, DAY)


def _iso(text: str, plain: str, start: int) -> Period | None:
    match = _ISO.match(plain, start)
    if match is None:
        return None
    first, last = days_of(DAY, *map(int, match.group(1, 3, 4)))
    return period(text, match.span(), first, last, DAY)


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
    if match["quarter"]:
        return quarter_of(text, match)
    return (_bare_year if match["to"] is None else _years)(text, plain, match)


_Reader = Callable[[str, str, int], "Period | None"]
_SHORT: tuple[_Reader, ...] = (quarter, short_years, _short_date, _slashed, financial, apostrophe)
_LONG: tuple[_Reader, ...] = (_iso, _decade, _with_year)


def _bare_year(text: str, plain: str, match: re.Match[str]) -> Period | None:
    start, end = match.span("year")
    if _FY_ENDING.search(line_before(plain, start, 40)):
        first, last = days_of(FINANCIAL_YEAR, int(match["year"]) - 1)
        return period(text, (start, end), first, last, FINANCIAL_YEAR)
    if match["fy"] or line_before(plain, start, 20).endswith(("financial year ", "fiscal year ")):
        # Which twelve months it means is not printed.
        return partial(text, start, match.end(), FINANCIAL_YEAR)
    if not is_year(plain, start, end):
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
    if last_year == year + 1 and (slashed or len(to) < 4):
        school = school_year(text, plain, span, year)
        if school is not None:
            return school
        return period(text, span, *days_of(FINANCIAL_YEAR, year), FINANCIAL_YEAR)
    if not year < last_year <= year + (_MOST_SLASHED if slashed else _MOST):
        return None
    return period(text, span, f"{year}-01-01", f"{last_year}-12-31", RANGE)


def _from_month(text: str, plain: str, start: int, word: str) -> Period | None:
    match = _MONTH_YEAR.match(plain, start)
    if match is not None:
        year, month = full(match["year"] or match["short"]), MONTHS[match["month"]]
        end = match.end()
        if match["to"] is not None and int(match["to"]) == (year + 1) % 100:
            year += month < 4  # January 2024/25 is in the second year
        elif match["to"] is not None:
            end = match.end("year")
        first, last = days_of(MONTH, year, month)
        return period(text, (start, end), first, last, MONTH)
    match = _MONTH_DAY.match(plain, start)
    if match is not None and (match["th"] or match["rest"] or _ends(plain, match.end())):
        return _day_month(text, match)
    end = start + len(word)
    if text[start].isupper() and _is_column(plain, start, end):
        return partial(text, start, end, MONTH, month=MONTHS[word])
    # "may" and "march" are verbs, "Jan" and "Mar" are names: only names in full, with a capital.
    if (len(word) < 4 and word != "may") or word == "sept" or not text[start].isupper():
        return None
    if (
        word == "may"
        and plain[end : end + 1] != "/"
        and not _IN_TIME.search(line_before(plain, start, 12))
    ):
        return None
    return partial(text, start, end, MONTH, month=MONTHS[word])


_NEXT_COLUMN = re.compile(rf"\s?[|\t\n]\s?(?:{MONTH_NAMES})\b")
_COLUMN_BEFORE = re.compile(rf"\b(?:{MONTH_NAMES})\s?[|\t\n]\s?\Z")


def _is_column(plain: str, start: int, end: int) -> bool:
    """Whether a name of a month is a cell, or heads a column beside that of another."""
    if end - start == len(plain):
        return True
    beside = _NEXT_COLUMN.match(plain, end) or _COLUMN_BEFORE.search(line_before(plain, start, 14))
    return beside is not None


_IN_TIME = re.compile(
    r"\b(?:in|since|until|by|during|from|to|and|last|this|next|early|mid|late|before|after|of|on"
    r"|every|each)[ -]$"
)


def _ends(plain: str, end: int) -> bool:
    """Whether no noun follows, which a number would count."""
    return re.compile(r"\s*(?:$|[.,;:)\]|]|[-–—]\s|(?:and|to|at|when|for|until)\s|\n)").match(
        plain, end) is not None  # fmt: skip


def _day_month(text: str, match: re.Match[str]) -> Period | None:
    groups = match.groupdict()
    year = groups["year"] or groups.get("short") or groups.get("short2")
    month, day = MONTHS[match["month"]], int(match["day"])
    weekday = WEEKDAYS.get(groups.get("weekday") or "", -1)
    second = int(match["day2"]) if match["day2"] else 0
    days_of(DAY, full(year) if year else 2000, month, second or day)  # is there such a day?
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
