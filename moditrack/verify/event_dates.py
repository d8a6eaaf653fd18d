"""Whether a printed date is that of its event, and months in running text."""

from __future__ import annotations

import datetime
import re
from typing import Any

from moditrack.documents import printed_dates
from moditrack.documents.printed_dates import WEEKDAYS

MONTHS = {name.capitalize(): number for name, number in printed_dates.MONTHS.items()}
"""Month names and abbreviations, with their numbers."""
_MONTH = re.compile(r"\b(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b")
OPEN_MONTH = re.compile(
    rf"(?<=\d )May\b|\b(?:{'|'.join(sorted(MONTHS.keys() - {'May'}, key=len, reverse=True))})\b"
)
"""A month in running text; "May" is also a verb unless a day precedes it."""
_WEEKDAY = re.compile(r"\b(" + "|".join(map(str.capitalize, WEEKDAYS)) + r")\b")


def is_dated(printed: str, row: dict[str, Any]) -> bool:
    """Whether the printed days, months, years and weekdays are those of the event."""
    ends = [d for d in (row["date"], row["end"], row["latest"]) if d is not None]
    dates = [datetime.date.fromisoformat(day) for day in ends]
    years = {date.year for date in dates} | {date.year + 1 for date in dates if "pre" in printed}
    months = {date.month for date in dates}
    days = {date.day for date in dates}
    rest = printed
    for match in re.finditer(r"\b(?:19|20)\d\d\b", printed):
        if int(match[0]) not in years:
            return False
    rest = re.sub(r"\b(?:19|20)\d\d(?:[/-]\d{1,4})?\b|\bFY\d\d/\d\d\b|\bQ[1-4]\b", " ", rest)
    for match in _MONTH.finditer(rest):
        if MONTHS[match[1]] not in months:
            return False
    for match in _WEEKDAY.finditer(rest):
        if dates[0].weekday() != WEEKDAYS[match[1].lower()]:
            return False
    if row["precision"] == "day" and _MONTH.search(rest):
        numbers = re.findall(r"\b\d{1,2}(?=st|nd|rd|th|\b)", rest.partition("for")[0])
        return all(int(number) in days for number in numbers)
    return True
