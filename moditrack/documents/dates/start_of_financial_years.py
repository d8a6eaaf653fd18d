"""In which month the financial years of a text begin, where it says so: Fiscal Year 2017 (Oct-Sep).

British ones begin in April; those of New Zealand in July, as "year to 30 June 2016" beside 2015/16
shows; what is printed decides, else the country that holds the copyright.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS
from moditrack.documents.dates.printed_period import FINANCIAL_YEAR, Period, months_from
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import ORDINAL_ENDING

APRIL = 4
_ONE = rf"({MONTH_NAMES})\.?(?:\s\d{{1,2}}{ORDINAL_ENDING}?)?(?:,?\s{YEAR})?"
_SAID = lazy_regex(
    rf"\b(?:fiscal|financial)\syears?\b[^.;\n]{{0,20}}?\(?\b{_ONE}(?:\s?[-–]\s?|\s(?:to|through)\s)"
    rf"{_ONE}"
)
_JUNE = r"(?:(?:the\s)?30(?:th)?\sjune|june\s30(?:th)?,?)"
_TO_JUNE = lazy_regex(
    rf"\b(?:year|12[ -]months?(?:\speriod)?)\s(?:to|ended|ending)\s{_JUNE}\s20(\d\d)\b"
)
_NOT_MARCH = lazy_regex(rf"\b31(?:st)?\smarch|\bmarch\s(?:31|{YEAR})|\bapril\s{YEAR}\sto\b")
_BEGIN_LATER = {"australia": 7, "new zealand": 7, "united states": 10}
"""Countries whose financial years do not begin in April, by the month in which they do."""
_HOLDER = lazy_regex(rf"©[^.;\n]{{0,40}}?\b({'|'.join(_BEGIN_LATER)})")
"""Whose a report is: © 2019 Commonwealth of Australia, © Australian Institute."""
_SINGLE = lazy_regex(rf"(?:[sf]?fy\s?)?(?:20)?\d\d|{YEAR} (?:financial|fiscal) year")


@lru_cache(64)
def begins_in(plain: str) -> int:
    """The month in which the financial years of a text begin; `plain` is it in lower case."""
    if "©" in plain and (holder := _HOLDER.search(plain)) is not None:
        return _BEGIN_LATER[holder[1]]
    if "al year" not in plain and "30" not in plain:
        return APRIL
    found = {
        MONTHS[match[1]]
        for match in _SAID.finditer(plain)
        if MONTHS[match[2]] % 12 + 1 == MONTHS[match[1]]
    }
    if len(found) == 1:
        return found.pop()
    if "30 june" not in plain and "june 30" not in plain:
        return APRIL
    to_june = any(
        f"{int(match[1]) - 1}{mark}{match[1]}" in plain
        for match in _TO_JUNE.finditer(plain)
        for mark in "/-–"
    )
    return 7 if to_june and _NOT_MARCH.search(plain) is None else APRIL


def in_own_years(found: list[Period], month: int) -> list[Period]:
    """The same periods, with the days of financial years that begin in another month than April.

    One that is named by one year, FY17, ends in it.
    """
    return found if month == APRIL else [_moved(period, month) for period in found]


def _moved(period: Period, month: int) -> Period:
    if period.kind != FINANCIAL_YEAR:
        return period
    if period.first is not None and period.first.endswith("-04-01"):
        first, last = months_from(int(period.first[:4]), month, 12)
        return replace(period, first=first, last=last)
    if period.first is None and _SINGLE.fullmatch(period.label.lower()):
        digits = re.findall(r"\d+", period.label)[0]
        year = int(digits if len(digits) == 4 else f"20{digits}") - (month > 1)
        first, last = months_from(year, month, 12)
        return replace(period, first=first, last=last, partial=False)
    return period
