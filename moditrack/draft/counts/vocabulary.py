"""The words of a document, and those that say what a list of measures is about."""

from __future__ import annotations

import re
from collections import Counter

from moditrack.documents.document import Document
from moditrack.documents.lower_case import words_of
from moditrack.draft.counts.noun_phrases import stem

_LONG, _OFTEN = 7, 4
"""A word of so many letters in so many definitions is what a list of measures is about."""
_COMMON = words_of("document counts report offence offences people police agency")


def long_words(definition: str) -> set[str]:
    """The words of a definition that can be what it is about."""
    words = re.findall(r"[a-z]+", definition.lower())
    return {word for word in words if len(word) >= _LONG and word not in _COMMON}


def topic_of(definitions: list[str]) -> set[str]:
    """The words that come back in many definitions: what the whole list is about."""
    counts = Counter(word for one in definitions for word in long_words(one))
    return {word for word, times in counts.items() if times >= _OFTEN}


def vocabulary(document: Document) -> frozenset[str]:
    """The stems of all words of a document."""
    words = {
        word for passage in document.passages for word in re.findall(r"[A-Za-z]+", passage.text)
    }
    return frozenset(stem(word) for word in words)
