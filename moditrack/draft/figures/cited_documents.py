"""Dates, pages and names that are those of a document which a report refers to."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.dates.printed_period import CALENDAR_YEAR, Period
from moditrack.draft.texts_in_order import Text

_LINK = re.compile(r"https?://|www\.")
_PRINTED_BY = re.compile(r"\b[A-Z]\w+ (?:Press|Publishing),? $")
_READ_ON = re.compile(r"\b(?:accessed|retrieved|last viewed)(?: on)?:? $", re.IGNORECASE)
"""What is before the date of a document that is referred to, or that of reading it."""
_NEAR = 40
"""Characters before a date that say what it is."""
_AUTHORED = re.compile(r"(?:[(;] ?[A-Z][\w&'’.,-]+(?: [\w&'’.,-]+){0,6},? |\b[A-Z][\w'’-]+\.? \()$")
"""Whose document is cited by its year: (The Quay Fund, 2021), Lee (2021)."""
_CITATION = re.compile(r"\([^()]{0,200}\b(?:19|20)\d\d[a-z]?(?:: ?\d+(?:[-–]\d+)?)?\)")
_PAGE = re.compile(r"\([^()]{0,200}(?:[A-Z][\w'’-]+|et al\.?),? (?:19|20)\d\d[a-z]?: ?$")
"""What precedes the page of a document: (Lee et al 2009: 12)."""
_LISTED = re.compile(r"\b(?:references|bibliography|works cited|endnotes)\b", re.IGNORECASE)


def is_cited(text: Text, period: Period) -> bool:
    """Whether a date is that of a document that is referred to: in a note, beside its address."""
    if _is_listed(text):
        return True
    before = text.text[max(0, period.start - 2 * _NEAR) : period.start]
    after = text.text[period.end : period.end + 4 * _NEAR]
    if period.kind == CALENDAR_YEAR and after[:1] in tuple(")abc:,;") and _AUTHORED.search(before):
        return True
    if _READ_ON.search(before) or _PRINTED_BY.search(before):
        return True
    # A note, or a list of what is referred to, has addresses; a sentence may have one.
    if _LINK.search(f"{before} {after}") is None:
        return False
    return text.passage.kind == "footnote" or _links(text.text) > 1


@lru_cache(64)
def _links(text: str) -> int:
    # Once for a text: each of its dates asks.
    return len(_LINK.findall(text))


def is_cited_page(text: Text, start: int) -> bool:
    """Whether a number is a page of a document that is referred to, or in a list of such ones."""
    return _is_listed(text) or bool(_PAGE.search(text.text, max(0, start - 5 * _NEAR), start))


def _is_listed(text: Text) -> bool:
    """Whether a text is in a list of documents that are referred to."""
    return not text.heading and _LISTED.search(text.passage.heading) is not None


@lru_cache(64)
def without_citations(sentence: str) -> str:
    """A sentence without what it cites in brackets, with blanks in its place."""
    # Once for a sentence: each of its figures asks.
    return _CITATION.sub(lambda one: " " * len(one[0]), sentence)
