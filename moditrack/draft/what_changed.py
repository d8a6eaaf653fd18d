"""What rises or falls in a sentence: robberies were down 18 per cent, to 1,832."""

from __future__ import annotations

import re

from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.plain import words_of
from moditrack.draft.noun_phrases import is_plural, starts_late

_VERB = re.compile(
    rf"\b(?:(?:were|was|had|have|has|is|are|been|also|then) )*(?:{UP}|{DOWN})\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[,;:.(] |[\d%)] ?(?=[A-Z])|\b(?:and|while|whilst|with|but|although|as|that|specifically,?) ",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:of|for|in|on|to|by|with|against) ")
_OTHER = re.compile(r"[;.] |\b(?:while|whilst|but) ", re.IGNORECASE)
_REACH = 90
"""Characters before a number in which its verb is looked for."""
_MASS = 3
"""Words of a subject in the singular: vehicle theft has declined."""
_NO_NOUN = words_of(
    "it they this that these those which who we he she there rate number total figure level"
    " percentage proportion share since in during year month period quarter week"
)
_WORDS = 6
"""Words that a subject has at most."""


def subject_of(sentence: str, start: int) -> list[str]:
    """The noun phrase that a number's verb of change is about; empty where none is sure."""
    first = max(0, start - _REACH)
    for verb in reversed(list(_VERB.finditer(sentence, first, start))):
        if _OTHER.search(sentence, verb.end(), start):
            return []
        before = sentence[max(0, verb.start() - _REACH) : verb.start()]
        clause = _CLAUSE.split(before)[-1].strip()
        if clause and re.search("[A-Za-z]", clause):
            return [] if re.search(r"\d", clause) else _noun(clause)
    return []


def _noun(clause: str) -> list[str]:
    """The plural noun that a clause begins or ends with, with what it is of: uses of force."""
    joined = _OF.search(clause)
    head = re.findall(r"[A-Za-z][A-Za-z'’-]*", clause[: joined.start()] if joined else clause)
    rest = re.findall(r"[A-Za-z][A-Za-z'’-]*", clause[joined.start() :]) if joined else []
    words = starts_late(head)
    named = words and (is_plural(words[-1]) or (rest and words[-1].endswith("ing")))
    if named and len(words) + len(rest) <= _WORDS:
        return [*words, *rest]
    whole = starts_late([*head, *rest])
    if 0 < len(whole) <= _WORDS and is_plural(whole[-1]):
        return whole
    mass = 0 < len(words) <= _MASS and not _NO_NOUN.intersection(word.lower() for word in words)
    return words if mass and words[-1].islower() and len(words) == len(_bare(head)) else []


def _bare(words: list[str]) -> list[str]:
    return [word for word in words if word.lower() not in ("the", "a", "an", "our", "its", "their")]
