"""Short forms of dates that a text shows to be dates by the others in it: 6.2.18, Jan 18."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS, WEEKDAY_NAMES
from moditrack.documents.dates.month_order import month_first
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before, words_of
from moditrack.documents.not_quantities_after_names import REFERENCES

_THREE = lazy_regex(r"(?<![\d.,])\d{1,4}\.\d{1,4}\.\d{1,4}(?![\d%]|\.\d)")
_FOUR = lazy_regex(r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){3}")
_WORD_BEFORE = lazy_regex(r"(?:([a-z]+)[.:]?|[§#])[ \xa0\n]?\(?\Z")
_NO_DAY_BEFORE = REFERENCES | words_of(
    "rules sections paragraphs clauses versions subsections regulations requirement requirements"
    " standard standards policy policies provision provisions control controls code codes bylaw"
    " bylaws byelaw byelaws law laws subclause chapters tables figures release releases build ver"
    " v r s ss ch chs art arts cl sec secs pt sched std no number test tests measure measures order"
    " orders task tasks target targets in under see per with"
)
"""Words whose number is a name; a day follows "on", not "in" or "under"."""
_DATED = lazy_regex(
    r"(?:\b(?:dated|date|ended|ending|as at|balances?(?: at)?|y/e|w/e"
    r"|(?:meetings?|minutes) of)[: ]\s?|@)\Z"
)
"""What only a day follows."""
_ON_DAY = lazy_regex(
    r"\b(?:met|meets?|meetings?|held|again|signed|received|paid|born|opened|closed|began|started"
    r"|issued|sent|published|place) on \Z"
)
"""The same; "comments on 4.1.12" are on a section."""
_NOTED = lazy_regex(r"\([a-z\d]{1,4}\)")
"""The part of a section that follows its number: 13.2.10(a)."""
_MOST_YEARS = 2
"""How far the years of such days are apart at most."""
_MONTH = lazy_regex(
    rf"\b(?P<month>{MONTH_NAMES})\.? ?(?P<number>\d\d?)(?!\d|[.:,/]\d|%|\^?(?:st|nd|rd|th)\b)"
)
_ON = lazy_regex(
    rf"(?:\b(?:on|dated|by|until|till|before|after|through)|\b(?:{WEEKDAY_NAMES}),?)(?: the)?\s\Z"
)
_DASHED = lazy_regex(rf"(?<![a-z\d/-])(?<!\d )(?:{MONTH_NAMES})(?:[-–]'?|\s?'|)(\d\d)(?![\w%.-])")
_NEXT_COLUMN = lazy_regex(r"[ \xa0]?[|\t\n ][|\s]*")
_LABEL = lazy_regex(r"[a-z)](?: ?[-–])? \Z")
_DAY_FIRST = lazy_regex(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH_NAMES})\b")
_PENCE = lazy_regex(r" £?\d[\d,]*\.\d\d(?!\d)")


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
    """The short forms that a text shows beyond doubt."""
    return Forms(_prints_pointed_days(plain), _year_of_months(plain))


def _prints_pointed_days(plain: str) -> bool:
    """Whether every number such as 6.2.18 can only be a day.

    Each is a day of the calendar, none is named as a section is or goes up as sections do, and one
    has what only days have: dated 6.2.18, met on 6.2.18, 6.2.2018.
    """
    found = list(_THREE.finditer(plain))
    if len(found) < 2 or _FOUR.search(plain) is not None or month_first(plain):
        return False
    if any(_is_reference(plain, match) for match in found):
        return False
    try:
        days = [_day(match[0]) for match in found]
    except ValueError:
        return False
    if any(len(match[0].rpartition(".")[2]) == len("2018") for match in found):
        return not _go_up_as_sections(days)
    in_full = {year for year in {day.year for day in days} if str(year) in plain}
    shown = [
        _shows(plain, match, day.year in in_full) for match, day in zip(found, days, strict=True)
    ]
    several = len({day.day for day in days}) > 1
    return ("dated" in shown or ("likely" in shown and several)) and not _go_up_as_sections(days)


def _is_reference(plain: str, match: re.Match[str]) -> bool:
    """Whether letters or words beside a number say that it is that of a section or a version."""
    before, end = line_before(plain, match.start(), 20), match.end()
    word = _WORD_BEFORE.search(before)
    if word is not None and (word[1] is None or word[1] in _NO_DAY_BEFORE):
        return True
    joined = before[-1:].isalpha() or plain[end : end + 1].isalpha()
    return joined or _NOTED.match(plain, end) is not None


def _day(number: str) -> datetime.date:
    """The day that a number has as 6.2.18 or 6.2.2018; ValueError where the calendar has none."""
    day, month, year = number.split(".")
    if max(len(day), len(month)) > 2 or not re.fullmatch(r"[0-3]\d|(?:19|20)\d\d", year):
        raise ValueError("no day")
    return datetime.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))


def _shows(plain: str, match: re.Match[str], in_full: bool) -> str:
    """Whether words before a number make it a day, or likely one where its year is in full."""
    before = line_before(plain, match.start(), 20)
    if _DATED.search(before) is not None:
        return "dated"
    return "likely" if in_full and _ON_DAY.search(before) is not None else ""


def _go_up_as_sections(days: Sequence[datetime.date]) -> bool:
    """Whether days have the same day and month (13.2.10, 13.2.11), or go up from the left only."""
    if max(days).year - min(days).year > _MOST_YEARS or len(set(days)) == 1:
        return True
    numbers = [(day.day, day.month, day.year) for day in days]
    if len({number[:2] for number in numbers}) < len(set(numbers)):
        return True
    return numbers == sorted(numbers) and list(days) != sorted(days)


def _year_of_months(plain: str) -> int:
    """The year that is beside months in two digits (Jan 18, Feb 18), 0 where it may be a day."""
    found = list(_MONTH.finditer(plain))
    numbers = {match["number"] for match in found}
    if len(numbers) != 1:  # rows of payments, among days: Wages Jan 18 327.97
        found = [match for match in found if _ends_label(plain, match)]
        numbers = {match["number"] for match in found}
    if len(numbers) != 1 or month_first(plain):
        return 0
    number = numbers.pop()
    if not 10 <= int(number) < 40 or f"20{number}" not in plain:
        return 0
    if any(_ON.search(line_before(plain, match.start(), 20)) for match in found):
        return 0
    dashed = any(match[1] == number for match in _DASHED.finditer(plain))
    shown = dashed or _head_columns(plain, found) or _end_labels(plain, found)
    return int(number) if shown else 0


def _head_columns(plain: str, found: list[re.Match[str]]) -> bool:
    """Whether a month is beside the next one with nothing between them: Jan 18 | Feb 18."""
    return any(
        MONTHS[one["month"]] + 1 == MONTHS[other["month"]]
        and _NEXT_COLUMN.fullmatch(plain, one.end(), other.start()) is not None
        for one, other in pairwise(found)
    )


def _end_labels(plain: str, found: list[re.Match[str]]) -> bool:
    """Whether months end labels before pounds and pence: Wages Jan 18 327.97.

    They are different, or days are printed before their months.
    """
    return (
        len({MONTHS[match["month"]] for match in found}) > 1
        or (len(found) > 1 and _DAY_FIRST.search(plain) is not None)
    ) and all(_ends_label(plain, match) for match in found)


def _ends_label(plain: str, match: re.Match[str]) -> bool:
    label = _LABEL.search(line_before(plain, match.start(), 4))
    return label is not None and _PENCE.match(plain, match.end()) is not None
