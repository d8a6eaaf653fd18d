"""Averages whose total and number are printed near them: £86 on average; 1,204 paid £103,544.

Only the word "average" and the numbers say so, so that a claim is what fits, and it is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from moditrack.audit.any_wording.numbers_around import IsOpen, Number, is_usable, numbers_of
from moditrack.audit.by_wording.letters import AMOUNTS, COUNT, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute

_AVERAGE = re.compile(r"\b(?:average|mean|averag(?:ed|ing))\b[^.;]{0,60}$", re.IGNORECASE)
_EACH = re.compile(
    r"(?: \w+)? (?:each|apiece|a head|on average|per (?!cent)\w+"
    r"|an? (?:day|week|month|person|head))\b",
    re.IGNORECASE,
)
_NEAR = 1
_MOST = 12
_CHANCE = Fraction(12, 100)
"""So likely may it be that one of the pairs tried gives an average by chance."""


def find(sentences: Sequence[Sentence], is_open: IsOpen) -> Iterator[Claim]:
    """The averages of sentences that a total and a number near them give."""
    for at, sentence in enumerate(sentences):
        for one in numbers_of(sentence) if _may_have_one(sentence) else ():
            if letter(one.quantity) not in AMOUNTS or not is_open(sentence, one.quantity):
                continue
            text, quantity = sentence.text, one.quantity
            said = _AVERAGE.search(text[: quantity.start]) or _EACH.match(text, quantity.end)
            if said is None or not quantity.low:
                continue
            around = sentences[max(0, at - _NEAR) : at + _NEAR + 1]
            near = [
                other for each in around for other in numbers_of(each)
                if other is not one and is_usable(other) and letter(other.quantity) in AMOUNTS
                and other.quantity.low != quantity.low
            ]  # fmt: skip
            if len(near) <= _MOST and (found := _of_pairs(one, near)) is not None:
                yield found


def _may_have_one(sentence: Sentence) -> bool:
    """Whether a sentence has a word for an average: a quick look."""
    text = sentence.text
    return (
        "verag" in text
        or "mean" in text
        or any(_EACH.match(text, one.end) for one in sentence.quantities)
    )


def _of_pairs(one: Number, near: Sequence[Number]) -> Claim | None:
    """The claim on an average by the total and the number that give it."""
    stated = one.quantity
    pairs = [
        (total, number)
        for total in near
        for number in near
        if total is not number
        and total.quantity.unit == stated.unit
        and letter(number.quantity) == COUNT
        and total.size > one.size
        and number.size > 1
    ]
    if len(pairs) * stated.place / abs(stated.low) > _CHANCE:
        return None
    for total, number in pairs:
        if abs(total.size / number.size - one.size) > float(stated.place):
            continue
        inputs = [
            Input(total.quantity, total.sentence.passage, "total"),
            Input(number.quantity, number.sentence.passage, "number"),
        ]
        claim = claimed("average", stated, one.sentence, inputs, pairing="inferred")
        if recompute(claim).verdict == "consistent":
            return claim
    return None
