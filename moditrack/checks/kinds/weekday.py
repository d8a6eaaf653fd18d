"""The weekday of a date."""

from __future__ import annotations

import datetime

from moditrack.checks.verdicts import Result
from moditrack.record_dates import day_in_words


def weekday(printed: str, day: str) -> Result:
    """Whether an ISO day was the printed weekday, whole or in three letters."""
    found = f"{datetime.date.fromisoformat(day):%A}"
    fits = printed.lower().rstrip("s.") in (found.lower(), found[:3].lower())
    verdict = "consistent" if fits else "inconsistent"
    return Result(verdict, found, f"{day_in_words(day)} was a {found}")
