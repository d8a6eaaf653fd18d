"""A time between two dates: 12 months, nine weeks, 298 days; and the weekday of a date."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction

from moditrack.checks.rounding import rounding_interval
from moditrack.checks.verdicts import Result
from moditrack.documents.bounds import LOWER, UPPER
from moditrack.documents.dates.printed_period import DAYS_IN, MONTHS_IN
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.quantities import Quantity
from moditrack.record_dates import RecordedPeriod, day_in_words

_UNIT = lazy_regex(r"\b(day|week|fortnight|month|quarter|year)s?\b", re.IGNORECASE)


def unit_of(printed: str, measure: str = "") -> str | None:
    """The unit of a printed duration, from its words or else from its measure."""
    found = _UNIT.search(printed) or _UNIT.search(measure.replace("-", " "))
    return found[1].lower() if found else None


def duration(stated: Quantity, unit: str, first: RecordedPeriod, last: RecordedPeriod) -> Result:
    """Whether a printed time lies between two dates, whose precision is carried through.

    The last day may count or not, and a time that is not whole may be the whole units completed or
    the next: from 24 April to 16 February are nine months, or ten. ValueError for an open end.
    """
    days = [first.start, first.end, last.start, last.end]
    if None in days:
        raise ValueError("a duration needs two dates")
    earliest, latest, soonest, final = (datetime.date.fromisoformat(str(day)) for day in days)
    least = _between(latest, soonest, unit)
    most = _between(earliest, final + datetime.timedelta(days=1), unit)
    low, high = rounding_interval(stated)
    room = Fraction(0) if unit == "day" else Fraction(999, 1000)
    fits = least - room <= high and low <= most + room
    if stated.bound in (*LOWER, *UPPER):
        fits = low <= most and least <= high
    words = [f"{float(end):.2f}".rstrip("0").rstrip(".") for end in (least, most)]
    found = f"{' to '.join(dict.fromkeys(words))} {unit}{'' if words == ['1', '1'] else 's'}"
    if fits:
        return Result("consistent", found, f"the dates give {found}")
    return Result("inconsistent", found, f"the dates give {found}, {stated.printed} is printed")


def _between(first: datetime.date, last: datetime.date, unit: str) -> Fraction:
    """The time from one day to another, in whole units and the part of one."""
    if unit in DAYS_IN:
        return Fraction((last - first).days, DAYS_IN[unit])
    months = 12 * (last.year - first.year) + last.month - first.month
    return (months + Fraction(last.day - first.day, 31)) / MONTHS_IN[unit]


def weekday(printed: str, day: str) -> Result:
    """Whether an ISO day was the printed weekday, whole or in three letters."""
    found = f"{datetime.date.fromisoformat(day):%A}"
    fits = printed.lower().rstrip("s.") in (found.lower(), found[:3].lower())
    verdict = "consistent" if fits else "inconsistent"
    return Result(verdict, found, f"{day_in_words(day)} was a {found}")
