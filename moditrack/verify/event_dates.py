"""Whether the printed date of an event is the date in its record, and months in running text."""

from __future__ import annotations

import datetime
import re
from typing import Any

from moditrack.documents.dates import calendar_names
from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import RANGE, Period
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.number_style import Style

MONTHS = {name.capitalize(): number for name, number in calendar_names.MONTHS.items()}
"""Month names and abbreviations, with their numbers."""
OPEN_MONTH = re.compile(
    rf"(?<=\d )May\b|\b(?:{'|'.join(sorted(MONTHS.keys() - {'May'}, key=len, reverse=True))})\b"
)
"""A month in running text; "May" is also a verb unless a day precedes it."""
_UNREAD = re.compile(rf"\b{YEAR}\b|\d[/.]\d")
"""What looks like a date where none was read, such as 31/02/24."""


def is_dated(printed: str, row: dict[str, Any], style: Style) -> bool:
    """Whether the printed days, months, years and weekdays fit an event."""
    rest = printed
    for period in reversed(periods(printed, style)):
        if not _agrees(period, row):
            return False
        rest = rest[: period.start] + rest[period.end :]
    return _UNREAD.search(rest) is None


def _agrees(period: Period, row: dict[str, Any]) -> bool:
    ends = [end for end in (row["end"], row["latest"]) if end is not None]
    if period.partial:
        days = [datetime.date.fromisoformat(day) for day in (row["date"], *ends) if day is not None]
        return all(any(_is_part(one, day) for day in days) for one in period.parts or (period,))
    if period.weekday >= 0 and not _is_part(period, datetime.date.fromisoformat(str(period.first))):
        return False
    begins, finishes = period.first == row["date"], period.last in ends
    if period.kind == RANGE and None not in (period.first, period.last):
        return begins and finishes
    return (begins and period.first is not None) or (finishes and period.last is not None)


def _is_part(period: Period, day: datetime.date) -> bool:
    """Whether a date printed without its year fits a day."""
    year = re.search(rf"\b{YEAR}\b", period.label)
    return (
        period.day in (0, day.day)
        and period.month in (0, day.month)
        and period.weekday in (-1, day.weekday())
        and (year is None or int(year[0]) in (day.year, day.year - 1))
    )
