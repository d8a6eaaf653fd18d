"""What the dates of a text are for others: of a title, a section, a person; this quarter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import (
    DAY,
    FINANCIAL_YEAR,
    MONTH,
    QUARTER,
    RANGE,
    YEAR_KINDS,
    Period,
)
from moditrack.draft.counts.table_subjects import is_title
from moditrack.draft.periods.figure_periods import recorded
from moditrack.draft.texts_in_order import Text
from moditrack.draft.title_and_date import both_years

_PERSON = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+ \($")
_BEFORE = 60
"""Characters before a date that say whose it is."""


@dataclass(frozen=True)
class Scope:
    """A period that holds below a place. period: as recorded, empty where there are several.

    asked: what a person is asked; empty where it is sure. start: where it is in its text.
    of_report: whether the question is about the period of the whole report, which has one answer.
    """

    period: str
    label: str
    asked: str = ""
    start: int = 0
    of_report: bool = False


def is_bare(heading: str) -> bool:
    """Whether a heading is a span of time and hardly more: From April 2020 to March 2021."""
    found = [one for one in periods(heading) if len(heading) - len(one.label) < _FEW]
    return len(found) == 1 and found[0].kind == RANGE


_FEW = 24
"""Characters beside a period that say no more than that it is one."""


def may_be_one_year(label: str) -> bool:
    """Whether two years of a title may be one financial year: Annual report 2021-2022."""
    years = [int(one) for one in re.findall(r"\d{4}", label)]
    return len(years) == 2 and years[1] == years[0] + 1 and not re.search("[a-z]", label, re.I)


def whole_periods(title: list[str], texts: Iterable[Text]) -> dict[str, Period]:
    """The periods of more than a day of the title, else the one of the heading block."""
    header = [one.text for one in texts if one.passage.kind == "header"]
    found = [
        {recorded(one): one for one in map(of_both_years, periods("\n".join(lines)))
         if one.kind != DAY and one.first}
        for lines in (title, header)
    ]  # fmt: skip
    return found[0] or (found[1] if len(found[1]) == 1 else {})


_OF_REPORT = re.compile(
    r"\bperiod (?:for|of|covered by|in) (?:this|the) (?:report|review|briefing|bulletin|paper)"
    r" (?:is|was|runs|ran|covers)(?: from)? $"
    r"|\b(?:[Tt]his|[Tt]he) (?:report|review|briefing|bulletin|paper) (?:covers|is on|is for)"
    r" (?:the )?(?:(?:whole |full )?(?:period|year|quarter|months?) )?(?:of |from |between )?$"
)
"""What precedes the period that a report says is its own."""


def stated(texts: Iterable[Text]) -> dict[str, Period]:
    """The one period that a report says is its own: this report covers January to June 2016."""
    found = {
        recorded(one): one
        for text in texts
        for one in text.periods
        if not one.partial and one.first and one.kind != DAY
        and _OF_REPORT.search(text.text, max(0, one.start - _SAID), one.start)
    }  # fmt: skip
    return found if len(found) == 1 else {}


_SAID = 80
"""Characters before a period in which a report says that it is its own."""


def of_both_years(period: Period) -> Period:
    """The years of a title that prints the month in which they begin or end: April 2021/22."""
    return next(iter(periods(both_years(period))), period)


def sets_below(text: Text, start: int) -> bool:
    """Whether a period of a text with several holds below it: of a line, or the head of a list."""
    heads_list = text.text.endswith(":") and start >= text.sentences[-1].start
    return heads_list or text.passage.kind == "bullet" or is_title(text.text)


def counts_or_opens(text: Text, start: int) -> bool:
    """Whether the sentence at a place opens its text, or counts something, and is no aside."""
    sentence = text.sentence_at(start)
    return sentence.start == 0 or bool(sentence.quantities)


def is_of_person(text: Text, period: Period) -> bool:
    """Whether a period is one in the life of a person: Ann Lee (2006-2014), he joined in 2009."""
    sentence = text.sentence_at(period.start)
    near = max(0, period.start - sentence.start - _BEFORE)
    if _PERSON.search(sentence.text, near, period.start - sentence.start):
        return True
    before = text.text[max(0, period.start - _BEFORE) : period.start]
    return _NAME_BEFORE.search(before) is not None


_THIS = re.compile(
    r"\b(?:this|in the|during the) (quarter|year|financial year|month|(?:reporting )?period)\b",
    re.I,
)
_KINDS_OF_PERIOD = {
    "quarter": (QUARTER,), "year": YEAR_KINDS,
    "financial year": (FINANCIAL_YEAR,), "month": (MONTH,),
    **dict.fromkeys(
        ("period", "reporting period"), (RANGE, QUARTER, *YEAR_KINDS, MONTH)
    ),
}  # fmt: skip


@lru_cache(64)
def kinds_called_this(sentence: str) -> tuple[str, ...]:
    """The kinds of period that a sentence calls this one; none where it calls several so."""
    # Once for a sentence: each of its figures asks.
    called = {one[1].lower() for one in _THIS.finditer(sentence)}
    return _KINDS_OF_PERIOD[called.pop()] if len(called) == 1 else ()


_DATA = re.compile(r"\b(?:data|figures|statistics|analysis|recorded crimes?)\b", re.IGNORECASE)
_YEARS = re.compile(r"^(\d{4})-01/(\d{4})-12$")
_OPENING = 30  # words of a passage on the period of its section's data at most


def section_periods(texts: list[Text]) -> dict[str, str]:
    """The period that the opening of a section states for its data, by section.

    It is one of more than a year, in a passage of few words about data.
    """
    found: dict[str, str] = {}
    for text in texts:
        section = text.locator.partition(".")[0]
        if text.heading or text.passage.words > _OPENING or not _DATA.search(text.text):
            continue
        long = [
            period for period in text.periods if period.kind == RANGE and len(period.parts) == 2
        ]
        if section not in found and len(text.periods) == 1 and long:
            found[section] = _YEARS.sub(r"\1/\2", recorded(long[0]))
    return found
