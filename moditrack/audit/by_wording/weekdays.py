"""Weekdays of dates: Monday 5 March 2024 was a Tuesday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from fractions import Fraction

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input
from moditrack.documents.dates.calendar_names import CAPITAL_WEEKDAYS, MONTH_NAMES, MONTHS
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.number_words import ORDINAL_ENDING
from moditrack.documents.quantities import Quantity

_DATE = re.compile(
    rf"\b(?P<weekday>{CAPITAL_WEEKDAYS}),? (?:the )?(?P<day>\d{{1,2}}){ORDINAL_ENDING}?(?: of)?"
    rf" (?P<month>(?i:{MONTH_NAMES})),? (?P<year>{YEAR})(?!\d)"
)

_RANGE = re.compile(rf"\b(?:{CAPITAL_WEEKDAYS})s? (?:to|until|through|-|\u2013) $")
"""Monday to Friday, 10 March 2025 being the first day."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The dates of a sentence that are printed with their weekday and year."""
    for match in _DATE.finditer(sentence.text):
        if _RANGE.search(sentence.text, 0, match.start()):
            continue
        month = MONTHS[match["month"].lower()]
        inputs: tuple[Input, ...] = ()
        try:
            date = datetime.date(int(match["year"]), month, int(match["day"]))
        except ValueError:
            pass  # 31 June
        else:
            printed = " ".join(match.group("day", "month", "year"))
            one = Quantity(printed, Fraction(date.toordinal()), Fraction(date.toordinal()))
            inputs = (Input(one, sentence.passage, "date"),)
        zero = Fraction(0)
        stated = Quantity(match["weekday"], zero, zero)
        yield Claim(
            "weekday", stated, inputs, sentence.passage, match[0],
            start=sentence.start + match.start(), end=sentence.start + match.end("weekday"),
        )  # fmt: skip
