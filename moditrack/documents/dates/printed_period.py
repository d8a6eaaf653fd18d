"""A printed period, and the days that a month, a quarter or a year covers, as ISO days."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

DAY, MONTH, QUARTER = "day", "month", "quarter"
MONTHS_IN = {MONTH: 1, QUARTER: 3, "year": 12}
DAYS_IN = {DAY: 1, "week": 7, "fortnight": 14}
CALENDAR_YEAR, FINANCIAL_YEAR = YEAR_KINDS = "calendar year", "financial year"
RANGE, ROLLING = "range", "rolling"


@dataclass(frozen=True)
class Period:
    """A printed date or period.

    label: as printed. first, last: the days that it covers, ISO; None on a side that it leaves
    open. partial: no year is printed; its days are then those that the text around it gives
    (inferred), or None. kind: day, month, quarter, calendar year,
    financial year, range or rolling. day, month, weekday: those printed of a partial date, else 0
    and -1. parts: the dates that a range, open or rolling period names, or the year that a part of
    one names. start, end: its span.
    """

    label: str
    first: str | None
    last: str | None
    kind: str
    start: int
    end: int
    partial: bool = False
    day: int = 0
    month: int = 0
    weekday: int = -1
    parts: tuple[Period, ...] = ()


def is_counted(period: Period) -> bool:
    """Whether a period is printed by its distance from another: last year, the same period."""
    printed = period.day or period.month or period.weekday >= 0 or period.parts
    return period.partial and period.kind in (RANGE, ROLLING) and not printed


def days_of(kind: str, year: int, number: int = 0, day: int = 0) -> tuple[str, str]:
    """First and last day of a period of this kind; ValueError where the calendar has none.

    `number` is the month of a day or month, or which quarter. A financial year runs from April.
    """
    if kind == DAY:
        only = datetime.date(year, number, day).isoformat()
        return only, only
    if kind == FINANCIAL_YEAR:
        return months_from(year, 4, 12)
    if kind == CALENDAR_YEAR:
        return months_from(year, 1, 12)
    if kind == QUARTER:
        if not 1 <= number <= 4:
            raise ValueError("a year has four quarters")
        return months_from(year, 3 * number - 2, 3)
    return months_from(year, number, 1)


def months_from(year: int, month: int, count: int) -> tuple[str, str]:
    """First and last day of `count` months from the first of a month."""
    first = datetime.date(year, month, 1)
    return first.isoformat(), day_before(first_after(first, count))


def months_to(last: str, count: int) -> str:
    """The first day of the `count` months that end with a day."""
    after = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    months = after.year * 12 + after.month - 1 - count
    first = datetime.date(months // 12, months % 12 + 1, 1)
    return min(
        first + datetime.timedelta(days=after.day - 1),
        first_after(first, 1) - datetime.timedelta(days=1),
    ).isoformat()


def first_after(first: datetime.date, months: int) -> datetime.date:
    """The first of the month that is `months` later."""
    number = first.year * 12 + first.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


def day_before(day: datetime.date | str) -> str:
    """The day before a day."""
    date = datetime.date.fromisoformat(day) if isinstance(day, str) else day
    return (date - datetime.timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """The day after a day."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def period(
    text: str, span: tuple[int, int], first: str | None, last: str | None, kind: str
) -> Period:
    """A period with the days that it covers."""
    return Period(text[span[0] : span[1]], first, last, kind, *span)


def partial(
    text: str, start: int, end: int, kind: str, day: int = 0, month: int = 0, weekday: int = -1
) -> Period:
    """A date without the year, with what is printed of it."""
    return Period(text[start:end], None, None, kind, start, end, True, day, month, weekday)
