"""Spans of which one end has no date: between spring 2022 and this summer, 2025 to date."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.dates.printed_period import Period
from moditrack.draft.proposal import FoundPeriod
from moditrack.draft.texts_in_order import Text

_OPENED = re.compile(r"\b(?P<word>between|from) (?P<gap>[^.;:\d]{0,60})$", re.IGNORECASE)
_UNTIL = re.compile(r"(?: [a-z]+){0,2},? (?:to|until|till|up to|through) (?!\d)", re.IGNORECASE)
_AND = re.compile(r"(?: [a-z]+){0,2},? and (?!\d)", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:and|to|until|till) ", re.IGNORECASE)
_TO_DATE = re.compile(r"\b(?:to date|so far)\b", re.IGNORECASE)
_NEAR = 80
"""Characters before a date that can open a span."""


def question(text: Text, period: Period) -> str:
    """What is asked where a period is one end of a span without another; else empty."""
    if len(period.parts) > 1:
        return ""
    opened = _OPENED.search(text.text, max(0, period.start - _NEAR), period.start)
    if opened is None:
        return ""
    if _ENDS.search(opened["gap"]):
        return f"period: from when to {period.label}?"
    ends = _AND if opened["word"].lower() == "between" else _UNTIL
    return f"period: from {period.label} to when?" if ends.match(text.text, period.end) else ""


@lru_cache(64)
def _counts_to_date(sentence: str) -> bool:
    return _TO_DATE.search(sentence) is not None  # once for a sentence: each of its figures asks


def to_date(sentence: Sentence, period: Period, day: str) -> FoundPeriod | None:
    """The period of a sentence that counts to date, which ends on the day of the report.

    None where it does not, or where the report is of no day of that period; then it is asked.
    """
    if period.first is None or period.last is None or not _counts_to_date(sentence.text):
        return None
    if not period.first < day < period.last:
        return FoundPeriod(asked=f"period: {period.label} to which day?")
    rests_on = f"'{period.label}' to date, the day of the report"
    return FoundPeriod(f"{period.first}/{day}", "yes", rests_on)
