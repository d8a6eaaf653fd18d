"""What may turn the value or the bound of a number into another, which is asked."""

from __future__ import annotations

import re

from moditrack.audit.sentences import Sentence
from moditrack.documents.bounds import ABOUT, EXACT
from moditrack.documents.bounds import RANGE as RANGE_BOUND
from moditrack.documents.quantities import Quantity

_NEGATED = re.compile(
    r"\b(?:no|not|none|nobody|never|neither|nor|without|n't)\b[^.;:]*$|n['’]t\b[^.;:]*$", re.I
)
"""A negation before a bound: nobody received less than 37 hours."""
_NEXT_CLAUSE = re.compile(
    r"[,;] (?:which|who|but|while|whereas)\b|\band (?=(?:there|it|they|we|fewer|less|under)\b)",
    re.I,
)
"""What a negation before does not reach over: there were no boats, and less than five barges."""
_CLAUSE = 200
"""Characters before a number that can hold such a negation."""
_OWN_BOUND = re.compile(r"\b(?:no|not) (?:less|fewer|more|exceed\w*)(?: than)? $", re.IGNORECASE)
"""A negation that is a part of the bound: no less than."""
_WITHIN = re.compile(r"\bwithin (?:the (?:first|next|last) )?$", re.IGNORECASE)
_BROKEN = re.compile(r",\s\d{3}(?![\d,])")
_BROKEN_OFF = re.compile(r"[£$€]\s?\d{1,3},\s$")


def doubts(text: str, sentence: Sentence, quantity: Quantity) -> list[str]:
    """What may turn the value or the bound of a number into another."""
    clause = text[max(sentence.start, quantity.start - _CLAUSE) : quantity.start]
    before = _OWN_BOUND.sub("", _NEXT_CLAUSE.split(clause)[-1])
    asked = []
    if quantity.bound not in (EXACT, ABOUT, RANGE_BOUND) and _NEGATED.search(before):
        asked.append(f"bound: {quantity.bound}, or the opposite? a negation precedes")
    elif quantity.bound == EXACT and _WITHIN.search(before):
        asked.append("bound: exact, or at-most? 'within' precedes")
    if _BROKEN.match(text, quantity.end) or _BROKEN_OFF.search(clause[-12:]):
        asked.append("value: is this one number with the digits beside it?")
    return asked
