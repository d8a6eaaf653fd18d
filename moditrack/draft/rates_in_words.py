"""Rates that are no part of a count: a response rate of 40%, at 99% capacity."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.quantities import Quantity
from moditrack.draft.levels import RATE, rate_of
from moditrack.draft.measures import Measured, Measures
from moditrack.draft.noun_phrases import is_plural
from moditrack.draft.words_around_counts import NEAR, subject_before

_RATE_OF = re.compile(
    r"\b(?:a|an|the|its|their) (?P<what>(?:[a-z-]+ ){1,3}(?:rate|accuracy|compliance|attendance"
    rf"|occupancy|turnout|score)) of (?:(?:{BOUND_WORDS}|just) )*$"
)
_CAPACITY = re.compile(r" (?P<what>capacity|occupancy|attendance|turnout|compliance|accuracy)\b")
"""A rate before its percentage, or after it: a response rate of 40%, at 99% capacity."""
PRONOUNS = ("those", "these", "them", "it", "this", "that", "number", "numbers", "total")


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
