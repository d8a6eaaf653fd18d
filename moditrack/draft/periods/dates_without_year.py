"""Dates without a year (on 5 June): dated by the day of the report or its data."""

from __future__ import annotations

import datetime
import re

from moditrack.documents.change_words import EARLIER
from moditrack.documents.dates.printed_period import DAY, MONTH, RANGE, Period
from moditrack.record_dates import in_records, parse_period

_SOON = 92
"""Days within which a date without a year is surely the last one before the report's own."""
_DAYS = 10
"""Days that a report can call the week, less than these."""
_LAST = re.compile(rf"{EARLIER} (year|month)", re.IGNORECASE)
_WHOLE = re.compile(r"(\d{4})-01-01/\1-12-31")


def dated(period: Period, day: str) -> str:
    """A date without a year as the last one up to an ISO day, as recorded; empty where none is."""
    if period.first is not None:
        return _WHOLE.sub(r"\1", in_records(period) or "")
    if not day:
        return ""
    if period.kind == RANGE and len(period.parts) == 2:
        return _span(*period.parts, day)
    until = datetime.date.fromisoformat(day)
    if (counted := _LAST.fullmatch(period.label)) is not None:
        return _before(counted[1].lower(), until)
    return _day(period, until) if period.kind in (DAY, MONTH) else ""


def dated_after(period: Period, day: str) -> str:
    """A date without a year as the first one from an ISO day on; empty where none is."""
    if period.first is not None or period.kind not in (DAY, MONTH):
        return dated(period, day)
    year = int(day[:4])
    found = (_day(period, datetime.date(one, 12, 31)) for one in (year, year + 1))
    return next((one for one in found if one and one[:10] >= day[: len(one)]), "")


def is_near(written: str, day: str) -> bool:
    """Whether a period that was dated ends in the weeks before the day that dates it."""
    last = parse_period(written).end if day and written else None
    if last is None:
        return False
    apart = datetime.date.fromisoformat(day) - datetime.date.fromisoformat(last)
    return 0 <= apart.days <= _SOON


def _span(begins: Period, ends: Period, day: str) -> str:
    last = dated(ends, day)
    if not last or "/" in last:
        return ""
    first = dated(begins, parse_period(last).end or "")
    if not first or "/" in first:
        return ""
    return last if first == last else f"{first}/{last}"


def _before(word: str, until: datetime.date) -> str:
    if word == "year":
        return str(until.year - 1)
    last = until.replace(day=1) - datetime.timedelta(days=1)
    return f"{last.year}-{last.month:02}"


def _day(period: Period, until: datetime.date) -> str:
    """A day or a month; empty where its weekday or the calendar has no such day."""
    if not period.month:
        return ""
    try:
        found = datetime.date(until.year, period.month, period.day or 1)
        if found > until:
            found = found.replace(year=until.year - 1)
    except ValueError:
        return ""
    if period.weekday not in (-1, found.weekday()):
        return ""
    return found.isoformat() if period.day else f"{found.year}-{found.month:02}"


def is_week(written: str) -> bool:
    """Whether a period is of days that a report can call the week."""
    read = parse_period(written) if re.fullmatch(r"[\d-]{10}/[\d-]{10}", written) else None
    if read is None or not read.start or not read.end:
        return False
    days = datetime.date.fromisoformat(read.end) - datetime.date.fromisoformat(read.start)
    return days.days < _DAYS


def year_before(written: str) -> str:
    """The year before a year, a financial year or twelve months; empty for another period."""
    span = _SPAN.fullmatch(written)
    months = 0
    if span is not None:
        first, month, last, end = map(int, span.groups())
        months = 12 * (last - first) + end - month + 1
    if _YEAR.fullmatch(written) is None and months != 12:
        return ""
    return _YEARS.sub(lambda one: f"{int(one[0]) - 1}", written)


_YEAR, _YEARS = re.compile(r"(?:FY)?\d{4}"), re.compile(r"\d{4}")
_SPAN = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
