"""Dates as the records write them, with the precision that a document gives.

2003          a year                2003-04       a month          2003-04-24    a day
2003-Q4       a quarter             FY2003        April 2003 to March 2004
2003-04-24/2003-04-29  from, to     2000-05/..    open end         ../1996       open start
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from moditrack.documents.dates import printed_period
from moditrack.documents.dates.calendar_names import NAMES_OF_MONTHS
from moditrack.documents.dates.printed_period import CALENDAR_YEAR, days_of

_FORMS = (
    ("day", re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")),
    ("month", re.compile(r"([0-9]{4})-([0-9]{2})")),
    ("quarter", re.compile(r"([0-9]{4})-Q([1-4])")),
    ("year", re.compile(r"([0-9]{4})")),
    ("financial year", re.compile(r"FY([0-9]{4})")),
)
DAY_COLUMNS = {
    "document": ("date", "data_to"), "figure": ("period_start", "period_end"),
    "responsibility": ("as_at",), "event": ("date", "end", "latest"),
}  # fmt: skip
"""The columns of the database that hold days; other dates have the precision that is printed."""
_COARSENESS = [name for name, _ in _FORMS]


def day_in_words(day: str) -> str:
    """An ISO day in words: 16 February 2004."""
    return dates_in_words(day)


def dates_in_words(text: str) -> str:
    """A text with its ISO days and months in words: November 2023 for 2023-11."""
    return re.sub(
        r"\b([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?\b",
        lambda date: (
            f"{f'{int(date[3])} ' if date[3] else ''}{NAMES_OF_MONTHS[int(date[2]) - 1]} {date[1]}"
        ),
        text,
    )


class RecordedPeriod(NamedTuple):
    """A date or period of the records: its first and last day (ISO), None if open.

    `precision` is the coarser of the two ends.

    `lasting` is true for an interval, which lasted from one end to the other.
    """

    start: str | None
    end: str | None
    precision: str
    lasting: bool


@lru_cache(maxsize=10_000)
def parse_period(text: str) -> RecordedPeriod:
    """Parse a date or an interval of the records. ValueError says what is wrong with it."""
    if "/" not in text:
        first, last, precision = _parse_point(text)
        return RecordedPeriod(first, last, precision, lasting=precision == "financial year")
    left, _, right = text.partition("/")
    start = None if left == ".." else _parse_point(left)
    end = None if right == ".." else _parse_point(right)
    if start is None and end is None:
        raise ValueError("is open at both ends")
    if start and end and start[0] > end[1]:
        raise ValueError("ends before it starts")
    precision = max(
        (point[2] for point in (start, end) if point is not None), key=_COARSENESS.index
    )
    return RecordedPeriod(start and start[0], end and end[1], precision, lasting=True)


_AS_PRINTED = re.compile(r"((?:19|20)[0-9]{2})/([0-9]{1,4})")
"""A financial year as reports print it: 2022/23, 2003/4, 2022/2023."""


def financial_year(text: str) -> int | None:
    """The year in which a financial year begins that is written as printed; None for others."""
    match = _AS_PRINTED.fullmatch(text)
    if match is None or not str(int(match[1]) + 1).endswith(match[2]):
        return None
    return int(match[1])


def in_records(period: printed_period.Period) -> str | None:
    """A printed period as the records write it; None where it is open or has no year."""
    if period.first is None or period.last is None:
        return None
    year, month = int(period.first[:4]), int(period.first[5:7])
    written = {
        printed_period.DAY: period.first,
        printed_period.MONTH: period.first[:7],
        printed_period.QUARTER: f"{year}-Q{(month + 2) // 3}",
        CALENDAR_YEAR: period.first[:4],
        printed_period.FINANCIAL_YEAR: f"FY{year}",
    }
    return written.get(period.kind, f"{period.first}/{period.last}")


def _parse_point(text: str) -> tuple[str, str, str]:
    for precision, form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        try:
            kind = CALENDAR_YEAR if precision == "year" else precision
            first, last = days_of(kind, *map(int, match.groups()))
        except ValueError:
            raise ValueError("is not a date in the calendar") from None
        return first, last, precision
    raise ValueError("is not a date like 2003, 2003-04, 2003-04-24, 2003-Q4 or FY2003")
