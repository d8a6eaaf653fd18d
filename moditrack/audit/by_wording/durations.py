"""Durations beside their two dates: nine months, from March 2022 to November 2022."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input
from moditrack.audit.recompute import recompute
from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS
from moditrack.documents.dates.printed_period import months_from
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.number_words import ORDINAL_ENDING
from moditrack.documents.quantities import Quantity

_DATE = rf"(?:(?:\d{{1,2}}{ORDINAL_ENDING}? )?(?:{MONTH_NAMES})\.? )?{YEAR}(?![\d/])"
_BETWEEN = re.compile(
    rf"(?P<last>\b(?:last|past)\b.*?)?#[dn](?P<number>\d+)# ?-?(?P<unit>year|month|week|day)s?\b"
    rf"(?: period| term)?(?P<gap>,? \(?(?:from |between )?"
    rf"|(?: (?!average|old|rate)[\w'-]+){{1,4}},? (?:from|between) )"
    rf"(?P<first>{_DATE}) ?(?:to|and|until|-|\u2013) ?(?P<end>{_DATE})",
    re.IGNORECASE,
)
_IN_OTHER_UNITS = re.compile(
    r"#[dn](?P<given>\d+)# ?-?(?:(?P<days>days)|months) ?[(,] ?(?:or |about |just over |nearly )*"
    r"#[dn](?P<number>\d+)# (?P<unit>(?(days)week|year))s?\b(?=[),.])",
    re.IGNORECASE,
)
"""A duration and what it is in other units: 52 days (7 weeks)."""
_WORKING_DAYS = 5
_LASTED = re.compile(
    r"\b(?:took|takes|lasted|lasts|ran|runs|spent|over a period of|for)(?: for)?"
    r"(?: (?:some|about))? $",
    re.IGNORECASE,
)
_BEFORE = 25
"""Characters before a duration that can say that something lasted so long."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The durations of a sentence that gives their dates.

    One that the dates do not give is a claim only where words say that something lasted so long.
    """
    for match in _BETWEEN.finditer(sentence.skeleton):
        claim, stated = _claim(sentence, match, *(
            Input(_date(match[name]), sentence.passage, name) for name in ("first", "end")
        ))  # fmt: skip
        close = _LASTED.search(sentence.text[max(0, stated.start - _BEFORE) : stated.start])
        some = close is not None and close[0][:3] == "for" and match["unit"] == "day"
        if some or "between" in match["gap"]:  # some days of that time
            close = None
        if recompute(claim).verdict == "consistent" or (close and len(match["gap"]) < 10):
            yield claim
    for match in _IN_OTHER_UNITS.finditer(sentence.skeleton):
        given = sentence.quantities[int(match["given"])]
        claim, stated = _claim(sentence, match, Input(given, sentence.passage, "given"))
        if not (match["days"] and given.low == _WORKING_DAYS * stated.low):
            yield claim


def _claim(sentence: Sentence, match: re.Match[str], *inputs: Input) -> tuple[Claim, Quantity]:
    """The claim on a duration, with its unit; and its number."""
    stated = sentence.quantities[int(match["number"])]
    end = stated.end + match.end("unit") - match.end("number") - 1
    end += sentence.text[end : end + 1] == "s"
    whole = replace(stated, printed=sentence.text[stated.start : end], end=end)
    return Claim(
        "duration", whole, inputs, sentence.passage, sentence.clause(stated),
        start=sentence.start + stated.start, end=sentence.start + end,
    ), stated  # fmt: skip


def _date(printed: str) -> Quantity:
    """A date as printed, with its first and last day."""
    *before, year = printed.split()
    month = MONTHS[before[-1].lower().rstrip(".")] if before else 0
    days = months_from(int(year), month or 1, 1 if month else 12)
    first, last = map(datetime.date.fromisoformat, days)
    if len(before) == 2:
        first = last = first.replace(day=min(int(re.sub(r"\D", "", before[0])), last.day))
    return Quantity(printed, Fraction(first.toordinal()), Fraction(last.toordinal()))
