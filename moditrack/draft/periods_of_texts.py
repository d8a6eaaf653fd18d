"""What the dates of a text are for those after it: of a title, of a person, of columns below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import DAY, Period
from moditrack.draft.figure_periods import recorded
from moditrack.draft.table_subjects import is_title
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
    """

    period: str
    label: str
    asked: str = ""
    start: int = 0


def whole_periods(title: list[str], header: list[str]) -> dict[str, Period]:
    """The periods of more than a day of the title, else the one of the heading block."""
    found = [
        {recorded(one): one for one in map(of_both_years, periods("\n".join(lines)))
         if one.kind != DAY and one.first}
        for lines in (title, header)
    ]  # fmt: skip
    return found[0] or (found[1] if len(found[1]) == 1 else {})


def of_both_years(period: Period) -> Period:
    """The years of a title that prints the month in which they begin or end: April 2021/22."""
    return next(iter(periods(both_years(period))), period)


def sets_below(text: Text, start: int) -> bool:
    """Whether a period of a text with several holds below it: of a line, or the head of a list."""
    heads_list = text.text.endswith(":") and start >= text.sentences[-1].start
    return heads_list or text.passage.kind == "bullet" or is_title(text.text)


def is_of_person(text: Text, period: Period) -> bool:
    """Whether a period is one in the life of a person: Ann Lee (2006-2014), he joined in 2009."""
    sentence = text.sentence_at(period.start)
    near = max(0, period.start - sentence.start - _BEFORE)
    if _PERSON.search(sentence.text, near, period.start - sentence.start):
        return True
    before = text.text[max(0, period.start - _BEFORE) : period.start]
    return _NAME_BEFORE.search(before) is not None
