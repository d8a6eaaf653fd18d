"""What rises or falls in a sentence: robberies were down 18 per cent, to 1,832."""

from __future__ import annotations

import re

from moditrack.draft.words import is_plural, starts_late

UP = r"increas\w*|rise|rose|risen|rising|up|grew|growth"
DOWN = r"decreas\w*|reduc\w*|f[ae]ll(?:en|ing|s)?|drop\w*|down|declin\w*|cut"
_VERB = re.compile(
    rf"\b(?:(?:were|was|had|have|has|is|are|been|also|then) )*(?:{UP}|{DOWN})\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:.(] |\b(?:and|while|whilst|with|but|although|as|that) ", re.IGNORECASE)
_OTHER = re.compile(r"[;.] |\b(?:while|whilst|but) ", re.IGNORECASE)
_REACH = 90
"""Characters before a number in which its verb is looked for."""
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
        words = re.findall(r"[A-Za-z][A-Za-z'’-]*", clause)
        if clause and words:
            words = starts_late(words)
            whole = 0 < len(words) <= _WORDS and is_plural(words[-1])
            return words if whole and not re.search(r"\d", clause) else []
    return []
