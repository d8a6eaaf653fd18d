"""What may make a number, its measure ("respectively") or its period another, which is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.bounds import ABOUT, EXACT
from moditrack.documents.bounds import RANGE as RANGE_BOUND
from moditrack.documents.dates.printed_period import DAY
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.measures import Measured
from moditrack.draft.proposal import FoundPeriod
from moditrack.draft.texts_in_order import Text

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
_SCALED = r"\d{1,2} ?(?:million|billion|thousand|m|bn|k)\b"
_BLANK, _BLANK_BEFORE = re.compile(rf" {_SCALED}"), re.compile(r"\d $")
"""A number that a blank breaks in two: $178 9 million."""


_RESPECTIVELY = re.compile(r"[^.;]{0,80}\brespectively\b")


def doubted_order(found: Measured, sentence: str, quantity: Quantity) -> str:
    """What is asked where "respectively" says which of several things a number counts."""
    if not _RESPECTIVELY.match(sentence, quantity.end):
        return ""
    return f"measure: {found.name.lower()}, or that of another? 'respectively' follows"


def of_which_column(text: str, quantity: Quantity) -> list[str]:
    """What is asked of a number in the row of a table that is set as a line: Boats 12 9 4."""
    beside = _NEXT.match(text, quantity.end) or _LAST.search(
        text, max(0, quantity.start - _FEW), quantity.start
    )
    return ["period: that of its column?"] if beside is not None else []


_NEXT, _LAST = re.compile(r" [-–]?[£$€]?\d"), re.compile(r"\d%? $")
_FEW = 4
"""Characters before a number that show another before it."""


def doubts(text: str, sentence: Sentence, quantity: Quantity) -> list[str]:
    """What may turn the value or the bound of a number into another."""
    clause = text[max(sentence.start, quantity.start - _CLAUSE) : quantity.start]
    before = _OWN_BOUND.sub("", _NEXT_CLAUSE.split(clause)[-1])
    asked = []
    if quantity.bound not in (EXACT, ABOUT, RANGE_BOUND) and _NEGATED.search(before):
        asked.append(f"bound: {quantity.bound}, or the opposite? a negation precedes")
    elif quantity.bound == EXACT and _WITHIN.search(before):
        asked.append("bound: exact, or at-most? 'within' precedes")
    broken = _BROKEN.match(text, quantity.end) or _BROKEN_OFF.search(clause[-12:])
    second = _BLANK_BEFORE.search(clause[-2:]) and re.match(_SCALED, quantity.printed)
    if broken or second or _BLANK.match(text, quantity.end):
        asked.append("value: is this one number with the digits beside it?")
    return asked


def or_of_topic(measured: Measured, text: Text, sentence: Sentence) -> Measured:
    """A count, asked where the passage opens with more of it: boats, or boats of the port?"""
    first = text.sentences[0]
    if measured.needs or measured.said or " " in measured.name or sentence is first:
        return measured
    topic = _TOPIC.match(first.text)
    if topic is None or topic["noun"].lower() != measured.name.lower():
        return measured
    return replace(measured, needs=f"measure: {measured.name.lower()}, or {topic[0].lower()}?")


_TOPIC = re.compile(
    r"(?:The )?(?P<noun>[A-Z]?[a-z]+s) (?:of|against|on|for|by|with|from|involving|in|at) (?:the )?"
    r"[a-z][\w'’-]*"
)
"""What a passage is about, by its first words: boats of the port."""


def or_of_day(found: FoundPeriod, text: Text, sentence: Sentence) -> FoundPeriod:
    """The period of a figure from above, asked where its passage opens with the state of a day.

    On 3 May 2024 there were 12 boats in the port. Nine boats were late.
    """
    day = text.periods[0] if text.periods else None
    if not found.rests_on or day is None or day.end > sentence.start or day.kind != DAY:
        return found
    if not (_ON.fullmatch(text.text, 0, day.start) and _STATE.match(text.text, day.end)):
        return found
    above = found.rests_on.partition(" is ")[0].strip("'")
    return replace(found, rests_on="", of_report=False, asked=f"period: {day.label}, or {above}?")


_ON = re.compile(r"(?:On|At|As at|As of) (?:the )?")
_STATE = re.compile(
    r",? (?:the (?:total |overall )?number|there (?:were|was)|a total|[\d,]{1,9}\b)"
)
"""What follows the day of which a number is the state."""
