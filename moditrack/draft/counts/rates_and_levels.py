"""Percentages that are no part of a count: a response rate of 40%, and levels: 62%, up from 59%."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import IN_PERCENT, SHARE_BEFORE, Measured, Measures
from moditrack.draft.counts.noun_phrases import is_plural, kept, sentence_case
from moditrack.draft.counts.subjects_of_changes import subject_of
from moditrack.draft.counts.words_around_counts import NEAR, noun_before, subject_before
from moditrack.draft.texts_in_order import id_part

RATE = re.compile(
    r"\b(?:rate|proportion|percentage|accuracy|compliance|satisfaction|confidence|coverage|attendance"
    r"|performance|score|yield|occupancy|completion|clearance|turnover|absence|retention)s?$", re.I,
)  # fmt: skip
"""What a percentage is that is no part of what is counted."""
_LEVEL = re.compile(
    rf"(?:\b(?:(?:{UP}|{DOWN})\b(?<!\bup)(?<!\bdown)(?: in)?(?: the| its| our| their)?"
    rf"(?P<what>(?: [a-z-]+){{0,6}}?) (?:from|to)|(?:up|down) from)"
    rf"|%(?: [a-z]+){{0,2}} (?:up |down )?to)(?: (?:{BOUND_WORDS}|just|only))* $",
    re.IGNORECASE,
)
_ADVERB = re.compile(r" [a-z]+ly\b")
_RATE_CHANGED = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?P<what>(?:[a-z-]+ ){1,3}rate) $")
_RATE_OF = re.compile(
    r"\b(?:a|an|the|its|their) (?P<what>(?:[a-z-]+ ){1,3}(?:rate|accuracy|compliance|attendance"
    rf"|occupancy|turnout|score)) of (?:(?:{BOUND_WORDS}|just) )*$"
)
_CAPACITY = re.compile(
    r" (?P<what>capacity|occupancy|attendance|turnout|compliance|accuracy"
    r"|(?:[a-z-]+ ){1,3}rates?)\b"
)
"""A rate before its percentage, or after it: a response rate of 40%, a 40% response rate."""
PRONOUNS = ("those", "these", "them", "it", "this", "that", "number", "numbers", "total")
_LONGEST = 40
"""Characters between two shares of which one became the other."""


def rate_of(head: list[str], of_what: str, measures: Measures) -> Measured:
    """The yield rate for all searches was 36%."""
    words = kept(head)
    name = sentence_case(" ".join(words))
    said = f"{name}, as the document gives it"
    found = measures.new_one(
        id_part(name), "percent", name, said, f"'{name.lower()}' is what it is"
    )
    return found.saying(f"{name} {of_what}" if of_what else "")


def level_of(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """A share from which something rose or to which it fell: 62%, up from 59%."""
    level = _LEVEL.search(sentence, max(0, quantity.start - NEAR), quantity.start)
    if level is None:
        return None
    last, between = before.share, sentence[before.end : quantity.start]
    if last is not None and not last.measure.startswith(IN_PERCENT) and len(between) < _LONGEST:
        return measures.as_before(last, last.needs, SHARE_BEFORE).saying(last.said)
    said = _ADVERB.sub("", level["what"] or "")
    what, of_what = noun_before(said, len(said))
    changed = _RATE_CHANGED.search(sentence, max(0, level.start() - NEAR), level.start())
    rate = changed["what"].split() if changed is not None else []
    head = what or rate or subject_of(sentence, quantity.start)
    if not head:
        return Measured("", "", f"'{level[0].strip()}' precedes it", "measure: a share of what?")
    found = rate_of(head, of_what, measures)
    is_rate = RATE.search(head[-1]) is not None
    return found if is_rate else replace(found, needs=f"measure: {found.name.lower()}?")


def rate_in_words(sentence: str, quantity: Quantity, measures: Measures) -> Measured | None:
    """What a percentage is that is no part of a count: a response rate of 40%."""
    near = max(0, quantity.start - NEAR)
    if (rate := _RATE_OF.search(sentence, near, quantity.start)) or (
        rate := _CAPACITY.match(sentence, quantity.end)
    ):
        return rate_of(rate["what"].split(), "", measures)
    head, of_what = subject_before(sentence, quantity.start)
    if head and RATE.search(head[-1]):
        return rate_of(head, of_what, measures)
    if head and not is_plural(head[-1]) and head[-1].lower() not in PRONOUNS:
        found = rate_of(head, of_what, measures)
        return replace(found, needs=f"measure: {found.name.lower()}?")
    return None
