"""Of which whole a share is, where the words right after it do not say, or only in part."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import COMPARED_WITH
from moditrack.documents.part_words import WHICH
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import IN_PERCENT, SHARE_BEFORE, Measured, Measures
from moditrack.draft.counts.table_subjects import without_periods
from moditrack.draft.counts.words_around_counts import NEAR, undated

_WERE_OF = re.compile(r"% of [^.;%\d]+ (?:is|was|are|were|involved) of [^.;]*[, ](?:and )?$")
_UNREAD = re.compile(r"\)? of (?!(?:which|whom|these|those|them|this|it|that|each|all|the)\b)[a-z]")
_NARROWED = re.compile(
    r"[- ]?\d| (?:for|under|with|without|involving|using|based on|relating to|to|where)\b"
    r"[^.;,]{3,80}? (?:[a-z]{3,}(?:ed|ound)|is|was|are|were|had|has|have|took|led|came|fell)\b"
)
_OF_THESE = re.compile(rf"\b(?:[Oo]f|[Aa]mong)(?: all)? (?:{WHICH}|the)\b|^[^.;,]{{0,40}}\($")
"""What joins a share to the count before it."""
_REACH = 100
"""Characters between two shares of the same."""
_OTHER_BASE = re.compile(r"\b(?:rates?|compar\w+|than|against|national\w*|average|whereas)\b", re.I)
_COMPARED = re.compile(
    r" (?:in comparison (?:to|with)|compared (?:to|with)|on|over)\s+and(?: by)? "
)
"""What parts two changes of the same: 17% in comparison to 2010 and 66%."""
VERSUS = re.compile(
    rf"\b(?:{COMPARED_WITH}|(?:up|down) from|against|versus)(?: (?:{BOUND_WORDS}))* $"
)
"""What joins a share to that of another period: 40% were late, compared with 36% in 2019."""
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


def same_base(
    sentence: str, quantity: Quantity, between: str, before: Before, whom: str, measures: Measures
) -> Measured | None:
    """A share of what the share or the count before it is of."""
    changed = before.share is not None and before.share.measure.startswith(IN_PERCENT)
    if before.share is not None and not (changed and sentence.startswith(("Of ", "Among "))):
        other = _OTHER_BASE.search(between) is not None or len(between) > _REACH
        again = _COMPARED.fullmatch(without_periods(between)) is not None
        if VERSUS.search(between) and not _whom_else(sentence, quantity.end):
            same = measures.as_before(before.share, before.share.needs, SHARE_BEFORE)
            return same.saying(before.share.said)
        unsure = (other or not whom) and not again
        asked = "measure: a share of the same?" if unsure else before.share.needs
        return measures.as_before(before.share, asked, SHARE_BEFORE)
    base = before.count or before.earlier
    if base is None or base.measure == "list-items":
        return None
    noun = base.name.lower()
    of_these = sentence.startswith("Of ") or _OF_THESE.search(between) is not None
    joined = before.count is not None and of_these
    asked = base.needs if joined else f"measure: a share of {noun}?"
    return measures.share_of(noun, f"'{noun}' are counted before it", asked)


def _whom_else(sentence: str, end: int) -> bool:
    """Whether more than a period follows a share: compared with 36% in Harl."""
    rest = re.split(r"[,;.:()]", undated(sentence)[end : end + NEAR])[0]
    return bool(rest.strip())
