"""Sentences in which somebody says that they will do something, and by when."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.audit.sentences import Sentence
from moditrack.documents.dates.calendars import Period
from moditrack.draft.texts import Text

REWORD = "reword the description"
_PROMISE = re.compile(
    r"\b(?:will (?!be (?:asked|aware|noted|seen)|not\b|have been\b)"
    r"|plan(?:s|ned)? to|intends? to|aims? to|is (?:committed|due|to be)\b|are (?:committed|due)\b"
    r"|(?:is|are) working to|targets? (?:is|of|to)|pledge[sd]? to|undertakes? to"
    r"|continues? to (?:improve|work|develop)|by the end of)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:members|report|table|section|paragraph|reader)s? will\b|\bif\b", re.I)
_BY = re.compile(r"\b(?:by|before|until|no later than)(?: the)?(?: end of)? $", re.IGNORECASE)


def promise(text: Text, sentence: Sentence) -> re.Match[str] | None:
    """The words of a sentence that promise something; None where it promises nothing."""
    if text.heading or text.passage.kind in ("header", "table", "heading"):
        return None
    return _found(sentence.text)


@lru_cache(64)
def _found(sentence: str) -> re.Match[str] | None:
    # Once for a sentence: each of its dates asks.
    return None if _OTHERS.search(sentence) else _PROMISE.search(sentence)


def is_commitment(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence promises something."""
    return promise(text, sentence) is not None


def is_due(text: Text, period: Period) -> bool:
    """Whether a period is the day by which something is due."""
    return _BY.search(text.text[max(0, period.start - 25) : period.start]) is not None
