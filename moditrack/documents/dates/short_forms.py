"""Short forms of dates that a text shows to be dates by the others in it: 6.2.18, Jan 18."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from moditrack.documents.dates.calendar_names import MONTH_NAMES

_POINTED = re.compile(
    r"(?<![\d.])(?:(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])|(?:1[3-9]|2\d|3[01])\.[1-9])"
    r"\.(?P<year>\d\d)(?!\d|\.\d)"
)
"""A day with points that is no number of a section: 06.02.18, 30.4.18."""
_MONTH = re.compile(
    rf"\b(?:{MONTH_NAMES})\.? ?(?P<year>[1-3]\d)(?!\d|[.:,/]\d|%|\^?(?:st|nd|rd|th)\b)"
)
_FEWEST = 2


class Forms(NamedTuple):
    """How a text prints short dates.

    pointed: 6.2.18 is a day. month_year: the year that follows its months in two digits, 0 where
    none does or days do.
    """

    pointed: bool = False
    month_year: int = 0


NO_FORMS = Forms()


@lru_cache(256)
def forms_of(plain: str) -> Forms:
    """The short forms that a text shows: their years are printed in full, too, or come again."""
    years = [match["year"] for match in _POINTED.finditer(plain)]
    pointed = len(years) >= _FEWEST or any(f"20{year}" in plain for year in years)
    months = [match["year"] for match in _MONTH.finditer(plain)]
    alike = len(months) >= _FEWEST and len(set(months)) == 1 and f"20{months[0]}" in plain
    return Forms(pointed, int(months[0]) if alike else 0)
