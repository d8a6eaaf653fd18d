"""Names of months and weekdays, with their numbers."""

from __future__ import annotations

import calendar

MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
"""Month names and abbreviations in lower case, with their numbers."""
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY_NAMES = "|".join(WEEKDAYS)
"""Patterns of them all, in lower case."""
CAPITAL_MONTHS = "|".join(calendar.month_name[1:])
CAPITAL_WEEKDAYS = "|".join([*calendar.day_name, *calendar.day_abbr])
"""Patterns of names as they are printed: in lower case, some are other words (may, sat)."""
