"""Balances of what came and went: 214 animals at first, 1,036 taken in and 981 rehomed, 269 left.

Of four numbers in a row, one is what the others come to, with one or two of them taken off. Only
the numbers say which, so that a claim is what fits, where words say that something is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from moditrack.audit.any_wording.numbers_around import IsOpen, Number
from moditrack.audit.any_wording.sums_in_a_row import Place, places_of
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input, claimed, numbers_of_claim
from moditrack.audit.recompute import recompute
from moditrack.documents.quantities import Quantity

_LEFT = re.compile(
    r"\b(?:leaving|leaves?|left|remain\w*|closing|closed|balance|at the (?:end|close|start)"
    r"|began|begins?|beginning|opening|carried|brought)\b",
    re.IGNORECASE,
)
_SIGNS = ((1, -1), (-1, 1), (-1, -1))
_ORDERS = ((3, 0, 1, 2), (1, 0, 2, 3))
"""The place of the balance, of what was there at first, and of what came and went."""
_LEAST = 100
_FAR = 2
"""So many sentences the four numbers may be apart."""


def find(
    sentences: Sequence[Sentence], is_open: IsOpen, claims: Sequence[Claim]
) -> Iterator[Claim]:
    """The balances of sentences; `claims` are those found before, whose numbers give no other."""
    known = {numbers_of_claim(claim) for claim in claims}
    places = places_of(sentences)
    for at in range(len(places) - 3):
        four = places[at : at + 4]
        if not _are_in_a_row(four):
            continue
        for order in _ORDERS:
            balance, *others = (four[n].number for n in order)
            if not is_open(balance.sentence, balance.quantity):
                continue
            found = _claim(balance, others)
            if found is not None and numbers_of_claim(found) not in known:
                yield found
                break


def _are_in_a_row(four: Sequence[Place]) -> bool:
    """Whether four numbers of one unit are in one passage that says that something is left."""
    first, last = four[0], four[-1]
    if last.at - first.at > _FAR or len({one.number.quantity.unit for one in four}) > 1:
        return False
    if any(a.number.sentence.passage is not b.number.sentence.passage for a, b in pairwise(four)):
        return False
    if len({one.number.size for one in four}) < len(four):
        return False
    return any(_LEFT.search(one.number.sentence.text) for one in four)


def _claim(balance: Number, others: Sequence[Number]) -> Claim | None:
    """The claim on a balance by what was there at first and what came and went."""
    first, came, went = others
    if balance.quantity.low < _LEAST * balance.quantity.scale or balance.quantity.bound != "exact":
        return None
    for signs in _SIGNS:
        parts = [first, came, went]
        given = first.size + signs[0] * came.size + signs[1] * went.size
        if abs(given - balance.size) > 0.001 * balance.size:
            continue
        inputs = [
            Input(_signed(one, sign), one.sentence.passage, "part")
            for one, sign in zip(parts, (1, *signs), strict=True)
        ]
        claim = claimed("total", balance.quantity, balance.sentence, inputs, pairing="inferred")
        if recompute(claim).verdict == "consistent":
            return claim
    return None


def _signed(number: Number, sign: int) -> Quantity:
    """A number with the sign with which it is added."""
    one = number.quantity
    return one if sign > 0 else replace(one, low=-one.high, high=-one.low)
