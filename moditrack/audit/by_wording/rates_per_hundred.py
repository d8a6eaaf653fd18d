"""Rates of one number to another near it: 106.8 men for every 100 women, 12.4 offences per 1,000.

Nothing but the words beside a rate says which numbers are meant, so that only what fits is a claim,
and it is inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.by_wording.sentences import Place, Sentence, pattern
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.bounds import KNOWN
from moditrack.documents.quantities import Quantity

_PER = pattern(
    r"{rate:nm}(?: [\w'-]+){0,4} (?:(?:for|in|to|out of) (?:every|each)|per|for) "
    r"(?:{base:n}|(?P<number>1(?:,?0{3})+|100)\b)"
)
_BASES = (100, 1000, 10_000, 100_000, 1_000_000)
_NEAR = 6
_CHANCE = Fraction(12, 100)
"""So likely may it be that one of the pairs tried gives a rate by chance."""


def find(sentence: Sentence, near: Sequence[Place], taken: set[int]) -> Iterator[Claim]:
    """What a sentence says of 100 or 1,000, with the two numbers near it that give it."""
    for match in sentence.matches(_PER):
        rate = sentence.quantities[int(match["rate"])]
        if match["base"] is not None:
            base = int(sentence.quantities[int(match["base"])].low)
        else:
            base = int(match["number"].replace(",", ""))
        if sentence.start + rate.start in taken or base not in _BASES:
            continue
        counts = [
            each for each in near[: 2 * _NEAR]
            if letter(each[0]) in AMOUNTS
            and each[0].bound in KNOWN
            and each[0].low not in (rate.low, base)
        ][:_NEAR]  # fmt: skip
        digits = abs(rate.low) / rate.place
        pairs = list(permutations(counts, 2))
        if not digits or Fraction(len(pairs)) / digits > _CHANCE:
            continue
        for (part, origin), (whole, other) in pairs:
            if not _roughly(part, whole, base, rate):
                continue
            inputs = [Input(part, origin.passage, "total"), Input(whole, other.passage, "number")]
            claim = claimed("average", rate, sentence, inputs, pairing="inferred")
            claim = replace(claim, for_each=base)
            if recompute(claim).verdict == "consistent":
                yield claim
                break


def _roughly(part: Quantity, whole: Quantity, base: int, rate: Quantity) -> bool:
    """Whether two numbers can give a rate, before their rounding is looked at."""
    size = float(rate.low)
    return bool(whole.low) and abs(float(part.low) * base / float(whole.low) - size) * 50 < size
