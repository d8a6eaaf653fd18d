"""Changes printed beside two values that another claim joins: 5.4%, from 262,748 to 276,098, and in
the sentence before "13,350 more".

Such a pair is known, so that a step or percentage near it that it gives, the right way, is of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from moditrack.audit.any_wording.numbers_around import IsOpen, Number, numbers_of
from moditrack.audit.by_wording.letters import AMOUNTS, PERCENT, POINTS, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.near_enough import near_enough
from moditrack.documents.quantities import Quantity

_NEAR = 4
"""Sentences before and after the pair."""
_LOOSE = Fraction(3, 10)
"""By how much of itself what a known pair gives can be above "more than 10%"."""
_PRECISE = 1000
"""A number from here on, not a round one, is a step without a word for it."""
_ENDS = ("before", "after")


def find(
    sentences: Sequence[Sentence], is_open: IsOpen, claims: Sequence[Claim]
) -> Iterator[Claim]:
    """The steps and percentages near the pairs of claims that these give."""
    places = {(id(one.passage), one.start): at for at, one in enumerate(sentences)}
    starts: dict[int, list[int]] = {}
    for one in sentences:
        starts.setdefault(id(one.passage), []).append(one.start)
    done: set[tuple[int, int]] = set()
    open_ones = cache(lambda at: _open_ones(sentences[at], is_open))
    for claim in claims:
        if tuple(one.description for one in claim.inputs) != _ENDS or claim.end == 0:
            continue
        own = starts.get(id(claim.passage), [])
        begin = bisect_right(own, claim.start) - 1
        at = places.get((id(claim.passage), own[begin])) if begin >= 0 else None
        if at is None:
            continue
        for beside in range(max(0, at - _NEAR), min(len(sentences), at + _NEAR + 1)):
            for number in open_ones(beside):
                near = number.sentence
                place = id(near.passage), near.start + number.quantity.start
                if place in done or place == (id(claim.passage), claim.start):
                    continue
                found = _of_the_pair(number, claim.inputs, alone=_alone(near, number, claim))
                if found is not None:
                    done.add(place)
                    yield found


def _open_ones(sentence: Sentence, is_open: IsOpen) -> list[Number]:
    """The numbers of a sentence that have no base and can be a change."""
    if not any(
        letter(one) in AMOUNTS + PERCENT + POINTS and is_open(sentence, one)
        for one in sentence.quantities
    ):
        return []
    return [one for one in numbers_of(sentence) if is_open(sentence, one.quantity)]


def _alone(sentence: Sentence, number: Number, claim: Claim) -> bool:
    """Whether a sentence has a pair, or no other count that its change can be of."""
    ends = [one.quantity for one in claim.inputs]
    others = [one for one in sentence.quantities if one is not number.quantity]
    return any(one in others for one in ends) or not {*map(letter, others)} & {*AMOUNTS}


def _of_the_pair(number: Number, ends: tuple[Input, ...], *, alone: bool) -> Claim | None:
    """The claim on a number by a pair, where it is what changed, in the direction that is said."""
    stated = number.quantity
    before, after = (one.quantity for one in ends)
    falls = number.role.falls
    if stated in (before, after) or before.low == after.low or stated.bound == "range":
        return None
    if falls is not None and falls != (after.low < before.low):
        return None
    named = _kind(number, before, after, alone=alone)
    if named is None:
        return None
    claim = claimed(named, stated, number.sentence, ends, pairing="inferred", falls=falls)
    return claim if near_enough(claim, _LOOSE) else None


def _kind(number: Number, before: Quantity, after: Quantity, *, alone: bool) -> str | None:
    """What a number says of a pair; None where it says nothing."""
    stated, own = number.quantity, letter(number.quantity)
    step = abs(after.low - before.low)
    if own in AMOUNTS:
        precise = step == stated.low and step >= _PRECISE and step % 100
        return "difference" if stated.unit == before.unit and (precise or number.role.way) else None
    if own not in PERCENT + POINTS or not (number.role.way and alone):
        return None
    points = before.unit == "percent"
    if points != (own == POINTS) or 0 in (before.low, after.low):
        return None
    falls = number.role.falls
    return "percentage-points" if points else "decrease" if falls else "increase"
