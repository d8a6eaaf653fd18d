"""A period as text, as short as it can be said: 2003, 2004-05 to 2004-07, 2022/23."""

from __future__ import annotations


def period_text(start: str | None, end: str | None) -> str | None:
    """A period as short as it can be said: whole years as years, whole months as months."""
    if start is None and end is None:
        return None
    if (start is None or start.endswith("-01-01")) and (end is None or end.endswith("-12-31")):
        start, end = start and start[:4], end and end[:4]
    elif (start is None or start.endswith("-01")) and (end is None or _ends_month(end)):
        start, end = start and start[:7], end and end[:7]
        if start and end and start[4:] == "-04" and end == f"{int(start[:4]) + 1}-03":
            return f"{start[:4]}/{end[2:4]}"  # as reports print a financial year
    if start is None:
        return f"to {end}"
    if end is None:
        return f"from {start}"
    return start if start == end else f"{start} to {end}"


def _ends_month(day: str) -> bool:
    # Not from `calendar`, which loads locale: that takes longer than the query.
    year, month = int(day[:4]), int(day[5:7])
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return int(day[8:]) == _DAYS[month - 1] + leap


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
