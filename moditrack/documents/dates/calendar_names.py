"""Names of months and weekdays, with their numbers."""

from __future__ import annotations

# Not from `calendar`, which loads locale and speaks its language.
NAMES_OF_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {
    name[:letters].lower(): number
    for letters in (None, 3)
    for number, name in enumerate(NAMES_OF_MONTHS, 1)
} | {"sept": 9}
"""Month names and abbreviations in lower case, with their numbers."""
WEEKDAYS = {name.lower(): number for number, name in enumerate(_DAYS)}
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY_NAMES = "|".join(WEEKDAYS)
"""Patterns of them all, in lower case."""
CAPITAL_MONTHS = "|".join(NAMES_OF_MONTHS)
CAPITAL_WEEKDAYS = "|".join([*_DAYS, *(name[:3] for name in _DAYS)])
"""Patterns of names as they are printed: in lower case, some are other words (may, sat)."""
