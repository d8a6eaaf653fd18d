"""Shares whose whole is not what the measure says, which are asked."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import SHARE_BEFORE, Measured, Measures

_WERE_OF = re.compile(r"% of [^.;%\d]+ (?:is|was|are|were|involved) of [^.;]*[, ](?:and )?$")
_UNREAD = re.compile(r"\)? of (?!(?:which|whom|these|those|them|this|it|that|each|all|the)\b)[a-z]")
_NARROWED = re.compile(
    r"[- ]?\d| (?:for|under|with|without|involving|using|based on|relating to|to|where)\b"
    r"[^.;,]{3,80}? (?:[a-z]{3,}(?:ed|ound)|is|was|are|were|had|has|have|took|led|came|fell)\b"
)

_CUT = re.compile(r"[/.][A-Za-z]| or ")
"""What follows a phrase that is cut: 40% of the skilled/other crew."""
_TIME = ("past", "last", "previous", "preceding", "first", "second", "next", "same", "latest")


def begins_no_whole(word: str) -> bool:
    """Whether what follows "in" is a place or a period: 15% in Harl, 22% in the past 6 months."""
    return word[0].isupper() or word.lower() in _TIME


def of_share_before(
    sentence: str, quantity: Quantity, phrase: list[str], before: Before, measures: Measures
) -> Measured | None:
    """A share of the whole of the one before: 75% of stops were of boats, 23% of carts."""
    if before.share is None or not _WERE_OF.search(sentence, 0, quantity.start):
        return None
    asked = f"measure: {before.share.name.lower()}, or of {' '.join(phrase)}?"
    return measures.as_before(before.share, asked, SHARE_BEFORE)


def unread(found: Measured, sentence: str, end: int) -> Measured:
    """The measure, asked where a whole is printed that is no plain noun: 2% of only vehicles."""
    if found.needs or not _UNREAD.match(sentence, end):
        return found
    return replace(found, needs="measure: a share of the same?")


def narrowed(found: Measured, sentence: str, end: int) -> Measured:
    """The measure, asked where only some of its whole are meant: 80% of searches for boats were."""
    if not found.needs and _CUT.match(sentence, end):
        return replace(found, needs="measure: a share of what?")
    if found.needs or not _NARROWED.match(sentence, end):
        return found
    return replace(found, needs=f"measure: {found.name.lower()}, or of some of them?")
