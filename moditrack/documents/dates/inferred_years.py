"""The year of a date that prints none, where the text around it leaves no other.

It is never guessed: "In March it fell" stays without a year, and so does a date beside a comparison
("up from 4 March 2023"), whose year is another.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from moditrack.documents.dates.printed_period import (
    CALENDAR_YEAR,
    DAY,
    FINANCIAL_YEAR,
    MONTH,
    QUARTER,
    RANGE,
    Period,
    days_of,
)
from moditrack.documents.dates.quarters import quarter_before
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_style import Style

_NEAR = 31
"""Days that a date without a year is at most from the one that gives it its year."""
_FEW = 12
"""Dates above it that may give it its year."""
_FAR = 300
"""Characters that they are apart at most."""
_LISTED = lazy_regex(r"\s?(?:,|/|&|,?\sand|,?\sor)\s?(?:the\s|in\s|on\s)?")
_COLUMNS = lazy_regex(r"[\s|]+")
_FEWEST = 3
"""Months in a row that are the headings of a table."""
_COMPARED = lazy_regex(
    r"\b(?:compar\w+|than|from|up|down|previous|against|versus|vs|earlier|last|ago|each|every"
    r"|annual\w*|since)\b"
)
_TO_COME = lazy_regex(
    r"\b(?:will|shall|to be|next|forthcoming|upcoming|planned|proposed|due|deadline|agenda"
    r"|to attend)\b"
)
_AROUND = 60
_HALF_A_YEAR = 183
"""Days that a day with its weekday is at most from one that is printed with its year."""


def inferred(plain: str, found: list[Period], style: Style | None = None) -> list[Period]:
    """The same periods; those whose year the text around them gives have days, and stay partial.

    `style` has the days between which dates are in a document that prints one year only.
    """
    if all(one.first is not None or one.last is not None for one in found):
        return found
    found = list(found)
    for number in range(len(found) - 1, -1, -1):  # a list takes the year that ends it
        if _open(found[number]) and number + 1 < len(found):
            found[number] = _in_list(plain, found[number], found[number + 1])
    _rows(plain, found)
    years = {end[:4] for one in found if not one.partial for end in (one.first, one.last) if end}
    for number, one in enumerate(found):
        if one.kind == DAY and _open(one) and one.day:
            near = [other for other in found[max(0, number - _FEW) : number] if not other.partial]
            dated = _by_weekday(one, near, years) or _near_a_dated_day(plain, one, near, years)
            found[number] = dated or one
        if style is not None and style.first and _open(found[number]):
            found[number] = _in_document(plain, found[number], style)
        if style is not None and style.opened and _open(found[number]) and one.day:
            found[number] = _around_the_first(plain, found[number], style.opened)
    return found


def _in_document(plain: str, period: Period, style: Style) -> Period:
    """A date in the one year of its document, unless it is compared or said of every year."""
    around = plain[max(0, period.start - _AROUND) : period.end + _AROUND]
    dated = None if _COMPARED.search(around) else _dated(period, int(style.year))
    within = dated is not None and style.first <= str(dated.first) <= style.last
    return dated if dated is not None and within else period


def _around_the_first(plain: str, period: Period, opened: str) -> Period:
    """A day of some months before the first that its document prints; after it where it is to
    come."""
    start, end = max(0, period.start - _AROUND), period.end + _AROUND
    if _COMPARED.search(plain[start:end]):
        return period
    day = datetime.date.fromisoformat(opened)
    ahead = _HALF_A_YEAR if _TO_COME.search(plain[start:end]) else _NEAR
    fitting = [
        dated
        for year in (day.year - 1, day.year, day.year + 1)
        if (dated := _dated(period, year)) is not None
        and -_HALF_A_YEAR < (datetime.date.fromisoformat(str(dated.first)) - day).days <= ahead
    ]
    return fitting[0] if len(fitting) == 1 else period


def _open(period: Period) -> bool:
    return (
        period.partial and period.first is None and (bool(period.month) or period.kind == QUARTER)
    )


def _dated(period: Period, year: int) -> Period | None:
    """A date in a year; None where that year has no such day."""
    try:
        first, last = days_of(period.kind, year, period.month, period.day)
    except ValueError:  # 29 February
        return None
    if period.weekday >= 0 and datetime.date.fromisoformat(first).weekday() != period.weekday:
        return None
    return replace(period, first=first, last=last)


def _in_list(plain: str, one: Period, other: Period) -> Period:
    """March and April 2024 are of one year; December and January 2024 of two."""
    if other.kind != one.kind or other.first is None or other.end - other.start > 30:
        return one
    if _LISTED.fullmatch(plain, one.end, other.start) is None:
        return one
    if one.kind == QUARTER:
        return quarter_before(one, other)
    year, month, day = map(int, other.first.split("-"))
    if (one.month, one.day) == (month, day if one.kind == DAY else 0):
        return one
    later = (one.month, one.day) > (month, day)
    return _dated(one, year - later) or one


def _rows(plain: str, found: list[Period]) -> None:
    """Months in a row below a line that names one year: the headings of a table."""
    number = 0
    while number < len(found):
        last = number
        while last + 1 < len(found) and _is_column(plain, found[last], found[last + 1]):
            last += 1
        if last - number + 1 >= _FEWEST:
            year = _year_above(plain, found, number, last)
            if year is not None:
                for at in range(number, last + 1):
                    one = found[at]
                    own = year[1] + (year[0] == FINANCIAL_YEAR and one.month < 4)
                    found[at] = _dated(one, own) or one
        number = last + 1


def _is_column(plain: str, one: Period, other: Period) -> bool:
    """Whether a month is followed by the next one, in the next column."""
    return (
        one.kind == other.kind == MONTH
        and _open(one)
        and _open(other)
        and one.month % 12 + 1 == other.month
        and _COLUMNS.fullmatch(plain, one.end, other.start) is not None
    )


def _year_above(plain: str, found: list[Period], number: int, last: int) -> tuple[str, int] | None:
    """The one year that the line above a row of months names, or the row itself before them."""
    month = found[number].month
    line = plain.rfind("\n", 0, found[number].start) + 1
    above = plain.rfind("\n", 0, len(plain[:line].rstrip())) + 1
    named: set[tuple[str, str]] = set()
    while number and found[number - 1].start >= above and len(named) < 2:
        number -= 1
        named.add((found[number].kind, str(found[number].first)))
    if len(named) != 1:
        return None
    kind, first = named.pop()
    # January to December at most, or April to March.
    begins = {CALENDAR_YEAR: 1, FINANCIAL_YEAR: 4}.get(kind, 0)
    later = (found[last].month - begins) % 12 >= (month - begins) % 12
    return (kind, int(first[:4])) if begins and later else None


def _by_weekday(one: Period, near: list[Period], years: set[str]) -> Period | None:
    """A day with its weekday, which it is in one only of the years around that of the text."""
    if one.weekday < 0 or len(years) != 1:
        return None
    year = int(next(iter(years)))
    fitting = [dated for around in (-1, 0, 1) if (dated := _dated(one, year + around))]
    if len(fitting) != 1:
        return None
    own = datetime.date.fromisoformat(str(fitting[0].first))
    days = (datetime.date.fromisoformat(other.last or other.first or "") for other in near)
    return fitting[0] if any(abs((own - day).days) <= _HALF_A_YEAR for day in days) else None


def _near_a_dated_day(
    plain: str, one: Period, near: list[Period], years: set[str]
) -> Period | None:
    """A day shortly before or after one whose year is printed above it, not compared with it."""
    fitting: set[Period] = set()
    for other in near:
        if other.kind not in (DAY, RANGE) or other.last is None:
            continue
        far = one.start - other.end > _FAR
        between = plain[max(other.end, one.start - _FAR) : one.start]
        if len(years) > 1 and (far or ". " in between or "\n\n" in between):
            continue
        if _COMPARED.search(between) or _COMPARED.search(plain[one.end : one.end + 60]):
            return None
        fitting |= set(_nearest(one, datetime.date.fromisoformat(other.last)))
    return fitting.pop() if len(fitting) == 1 else None


def _nearest(period: Period, day: datetime.date) -> Iterator[Period]:
    for year in (day.year - 1, day.year, day.year + 1):
        if (dated := _dated(period, year)) is not None:
            apart = abs((datetime.date.fromisoformat(str(dated.first)) - day).days)
            if 0 < apart <= _NEAR:
                yield dated
