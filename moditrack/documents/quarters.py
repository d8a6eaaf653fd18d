"""Quarters as reports print them: Q1 2023/24, the second quarter of 2019."""

from __future__ import annotations

import re

from moditrack.documents.calendars import (
    MONTH_NAMES,
    MONTHS,
    QUARTER,
    RANGE,
    Period,
    days_of,
    months_from,
    partial,
    period,
)
from moditrack.documents.years import YEARS

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
            "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}  # fmt: skip
"""What a quarter is called by its place in the year."""
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4}
_QUARTER = re.compile(
    rf"(?:q(?P<n>[1-4])|quarter\s(?P<word>[1-4]|one|two|three|four)"
    rf"|(?P<nth>{'|'.join(ORDINALS)})\squarter)(?![\w])"
    rf"(?:\s\((?P<from>{MONTH_NAMES})(?:(?:\s?[-–]\s?|\sto\s)(?P<until>{MONTH_NAMES}))?\))?"
    rf"(?P<rest>,?(?:\sof)?(?:\sthe)?(?:\sfinancial\syear)?(?:\s|\s?[-–]\s?(?=\d{{4}}\b))(?:fy\s?)?{YEARS}\b)?"
)
_QUESTION = re.compile(rf"[Qq][1-4](?:\.(?!\d)|[:)]?\s{{2,}}(?!(?i:{MONTH_NAMES}))[A-Z][a-z])")


def quarter(text: str, plain: str, start: int) -> Period | None:
    """The quarter that begins at a place of a text; "Q1 How many" is a question."""
    match = _QUARTER.match(plain, start)
    first = not plain[plain.rfind("\n", 0, start) + 1 : start].strip()
    if match is None or (first and _QUESTION.match(text, start) is not None):
        return None
    return quarter_of(text, match)


def quarter_of(text: str, match: re.Match[str]) -> Period | None:
    """The quarter that a match names; the months that it prints decide which days it covers."""
    groups = match.groupdict()
    number = groups["n"] or groups.get("word") or groups.get("nth") or ""
    which = ORDINALS.get(number) or _NUMBERS.get(number) or int(number)
    start, end = match.span()
    if match["year"] is None:
        if groups.get("nth"):
            return None  # "the second quarter" without a year says when only to who knows which
        return partial(text, start, end, QUARTER)
    year = int(match["year"])
    financial = match["to"] is not None or "financial" in match[0] or "fy" in match[0]
    if groups.get("until"):
        return _in_months(text, match, year, financial)
    if not financial:
        first, last = days_of(QUARTER, year, which)
    elif which == 4:
        first, last = days_of(QUARTER, year + 1, 1)
    else:
        first, last = days_of(QUARTER, year, which + 1)
    return period(text, (start, end), first, last, QUARTER)


def _in_months(text: str, match: re.Match[str], year: int, financial: bool) -> Period:
    first_month, last_month = MONTHS[match["from"]], MONTHS[match["until"]]
    if financial and first_month < 4:
        year += 1
    count = (last_month - first_month) % 12 + 1
    kind = QUARTER if count == 3 else RANGE
    return period(text, match.span(), *months_from(year, first_month, count), kind)
