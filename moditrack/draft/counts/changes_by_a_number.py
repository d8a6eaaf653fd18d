"""Numbers by which a count rose or fell: down by 300 arrests, 12 more boats than in May, (+27)."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before, bracket
from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.counts.noun_phrases import is_counted, is_plural, kept, sentence_case
from moditrack.draft.counts.subjects_of_changes import may_be_a_name, subject_of
from moditrack.draft.texts_in_order import id_part

_BY = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?! (?:up )?to\b)"
    rf"(?: (?:by|of|{BOUND_WORDS}|just|a further|another))* $",
    re.IGNORECASE,
)
"""What precedes a number that is a change: up 332, an increase of 12, fell by nearly 40."""
_SIGNS = "+-−–"
_MORE = re.compile(r" (?:(?P<up>more|additional|extra)|(?P<down>fewer|less)) ", re.IGNORECASE)
_THAN = re.compile(r"[^.;:,]{0,60} than\b")
_TO = re.compile(r" (?:to|and|or) \d")
_NOTHING_MORE = re.compile(r" ?(?:$|[.,;:)]|(?:than|in|on|at|for|from|and)\b)")
""" "12 fewer" is of what changed before it, but "12 fewer lost or hurt" is of others."""
_REACH = 60
"""Characters before a number in which its verb is looked for."""


def difference(
    sentence: str, quantity: Quantity, phrase: list[str], before: Before, measures: Measures
) -> Measured | None:
    """The measure of a number by which something rose or fell; None where it is no such number."""
    single = quantity.value == 1
    phrase = [word for word in phrase if word.lower() not in ("more", "fewer", "less")]
    noun = kept(phrase) if is_counted(phrase, single=single) else []
    if quantity.printed[:1] in _SIGNS:
        found = _named("change", _what(before, noun), "its sign is printed", measures)
        return asked_of(found, before)
    if (by := _BY.search(sentence, max(0, quantity.start - _REACH), quantity.start)) is not None:
        return _by(sentence, quantity, noun, by, before, measures)
    more = _MORE.match(sentence, quantity.end)
    in_bracket = bracket(sentence, quantity.start) >= 0 and before.change[0] != ""
    if in_bracket and not _TO.match(sentence, quantity.end) and noun:
        kind = "rise" if before.change[0] == "increase" else "fall"
        found = _named(kind, _what(before, noun), "it follows a change", measures)
        return asked_of(found, before) if more else _or(found, noun)
    if more is not None and not noun and before.change[1]:
        kind = "rise" if more["up"] else "fall"
        found = _named(kind, before.change[1], "it follows a change", measures)
        again = _NOTHING_MORE.match(sentence, more.end() - 1)
        return found if again else replace(found, needs=f"measure: {kind} in what?")
    if more is None or not noun:
        return None
    before.change = "increase" if more["up"] else "decrease", " ".join(noun).lower()
    rests_on = f"'{more[0].strip()}' follows the number"
    found = _named("rise" if more["up"] else "fall", " ".join(noun), rests_on, measures)
    return found if _THAN.match(sentence, quantity.end) else _or(found, noun)


def _by(
    sentence: str, quantity: Quantity, noun: list[str], by: re.Match[str], before: Before,
    measures: Measures,
) -> Measured:  # fmt: skip
    """A rise of 12 arrests; arrests were up 12."""
    subject = [] if noun else subject_of(sentence, quantity.start)
    what = " ".join(noun or kept(subject) if noun or subject else [])
    kind = "rise" if by["up"] else "fall"
    before.change = "increase" if by["up"] else "decrease", what.lower()
    found = _named(kind, what, f"'{by[0].strip()}' is before the number", measures)
    before.doubt = bool(found.measure) and may_be_a_name(subject, measures.words)
    return asked_of(found, before)


def asked_of(found: Measured, before: Before) -> Measured:
    """The measure of a change, asked where what changed may be the name of a place or a body."""
    asked = bool(found.measure) and before.doubt
    return replace(found, needs=f"measure: {found.name.lower()}?") if asked else found


def _what(before: Before, noun: list[str]) -> str:
    """What changed, as the change before it says, else the noun after the number."""
    return before.change[1] or " ".join(noun)


def _or(found: Measured, noun: list[str]) -> Measured:
    asked = f"measure: {found.measure}, or a count of {' '.join(noun).lower()}?"
    return replace(found, needs=asked)


def _named(kind: str, what: str, rests_on: str, measures: Measures) -> Measured:
    if not what:
        return Measured("", "", rests_on, f"measure: {kind} in what?")
    what = what.lower()
    known = f"{kind}-in-{id_part(what)}"
    if known in measures.fitting:
        return measures.use(known, rests_on)
    said = "Signed difference" if kind == "change" else "Difference, given without a sign,"
    last = next((word for word in reversed(what.split()) if is_plural(word)), "count")
    name, definition = f"{sentence_case(kind)} in {what}", f"{said} of two counts of {what}"
    return measures.new_one(known, last, name, definition, rests_on)
