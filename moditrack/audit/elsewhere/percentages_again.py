"""Percentages of a change that an earlier sentence prints of the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from moditrack.audit.by_wording.letters import PERCENT, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input
from moditrack.documents.lower_case import SMALL_WORDS, words_of

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = SMALL_WORDS | words_of(
    "have been were they them their last year number total compared increase increased decrease"
    " decreased more than fewer less over under into also same period previous there those percent"
    " cent during when while figure rise fall recorded reported million billion thousand"
)
_AROUND = 70
_MOST = 20
"""At most this many earlier mentions of a percentage are compared with a later one."""
_SHARED, _MOST_OF = 3, 0.6
"""Two mentions of one percentage share so many words, and such a part of those of the shorter."""


@dataclass
class Percentages:
    """The sentences that percentages are in, by their places."""

    places: dict[tuple[int, int], Sentence] = field(default_factory=dict)

    def add(self, sentence: Sentence) -> None:
        """Remember a sentence."""
        for quantity in sentence.quantities:
            if letter(quantity) == PERCENT:
                self.places[id(sentence.passage), sentence.start + quantity.start] = sentence


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(text.lower())) - _COMMON


def find(claims: Sequence[Claim], known: Percentages) -> Iterator[Claim]:
    """The claims on percentages without a base that an earlier one repeats."""
    earlier: dict[Fraction, list[Claim]] = {}
    for claim in claims:
        if claim.stated.unit != "percent" or claim.cell is not None:
            continue
        same = earlier.setdefault(claim.stated.low, [])
        joined = (
            _of_an_earlier_one(claim, known, same[-_MOST:]) if claim.kind == "unpaired" else None
        )
        if joined is not None:
            yield joined
        same.append(claim)


def _of_an_earlier_one(claim: Claim, known: Percentages, earlier: Sequence[Claim]) -> Claim | None:
    """A percentage that an earlier sentence prints of the same: 70% of schools are good.

    `earlier` are the claims on equal percentages.
    """
    own = known.places.get((id(claim.passage), claim.start))
    if own is None:
        return None
    words = _around(claim, own)
    for other in earlier:
        place = known.places.get((id(other.passage), other.start))
        if place is None or other.passage is claim.passage:
            continue
        also = _around(other, place)
        if len(words & also) >= max(_SHARED, _MOST_OF * min(len(words), len(also))):
            return Claim(
                "same", claim.stated, (Input(other.stated, other.passage, "the same, earlier"),),
                claim.passage, claim.statement, "inferred", claim.start, claim.end,
            )  # fmt: skip
    return None


def _around(claim: Claim, sentence: Sentence) -> frozenset[str]:
    start, end = claim.start - sentence.start, claim.end - sentence.start
    return _words(sentence.text[max(0, start - _AROUND) : end + _AROUND])
