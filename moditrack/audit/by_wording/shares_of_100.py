"""Shares that make 100%: of three and more in a sentence, and the rest beside the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from moditrack.audit.by_wording.letters import PERCENT
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.share_words import NO_PARTS
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.part_words import THE_REST
from moditrack.documents.quantities import Quantity

NOT_PRINTED = "100% (not printed)"
_REST = re.compile(
    rf"\b{THE_REST}\b[^#.;:]{{0,30}}?[( ]#p(?P<rest>\d+)#"
    rf"|#p(?P<left>\d+)#\)? (?:is|are|was|were) {THE_REST}",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:in|across|among|at) $", re.IGNORECASE)
"""In the rest of the county 48%: a share of those there."""
_FEWEST, _PAIR = 3, 2
_MEN, _WOMEN = r"\b(?:males?|men|boys|male)\b", r"\b(?:females?|women|girls)\b"
_OPPOSED = re.compile(
    rf"{_MEN}.*{_WOMEN}|{_WOMEN}.*{_MEN}|\bfull[- ]time\b.*\bpart[- ]time\b"
    r"|\bpart[- ]time\b.*\bfull[- ]time\b",
    re.IGNORECASE,
)
"""Names of two parts that leave no other."""


def find_rest(sentence: Sentence, last: Sentence | None) -> Iterator[Claim]:
    """A rest that makes 100% with the shares before it.

    Of the sentence before, `last`, only what fits is taken.
    """
    rest = _REST.search(sentence.skeleton) if PERCENT in sentence.letters else None
    if rest is None or _OF_ANOTHER.search(sentence.skeleton, 0, rest.start()):
        return
    left = sentence.quantities[int(rest["rest"] or rest["left"])]
    shares = [quantity for quantity in sentence.quantities if quantity.unit == "percent"]
    trapped = NO_PARTS.search(sentence.text) is not None
    yield from _rest(sentence, shares, left, last, trapped=trapped)


def find(sentence: Sentence) -> Iterator[Claim]:
    """The shares of a sentence that make 100%."""
    if sentence.letters.count(PERCENT) < _PAIR or _REST.search(sentence.skeleton):
        return
    trap = NO_PARTS.search(sentence.text)
    end = len(sentence.text) if trap is None else trap.start()
    shares = [
        quantity
        for quantity in sentence.quantities
        if quantity.unit == "percent" and quantity.end <= end
    ]
    opposed = trap is None and len(shares) == _PAIR and _OPPOSED.search(sentence.text)
    if len(shares) >= _FEWEST or opposed:
        claim = _hundred(sentence, shares)
        if recompute(claim).verdict == "consistent" and not any(
            share.bound == "range" for share in shares
        ):
            yield claim


def _rest(
    sentence: Sentence, shares: list[Quantity], rest: Quantity, last: Sentence | None, *,
    trapped: bool,
) -> Iterator[Claim]:  # fmt: skip
    """A rest of 100%: a misfit only beside the one other share of it and of the sentence before,
    where no word can make that one of something else (`trapped`)."""
    parts = [Input(one, sentence.passage, "part") for one in shares if one.start < rest.start]
    numbers = last.quantities if last is not None else ()
    before = [one for one in numbers if one.unit == "percent" and one.bound != "range"]
    for first in range(len(before), -1, -1):
        inputs = [*(Input(one, last.passage, "part") for one in before[first:] if last), *parts]
        claim = claimed("remainder", rest, sentence, inputs)
        sure = not trapped and len(sentence.letters) == 2 and len(parts) == 1 and not before
        if inputs and (sure or recompute(claim).verdict == "consistent"):
            yield claim
            return


def _hundred(sentence: Sentence, shares: list[Quantity]) -> Claim:
    whole = Quantity(NOT_PRINTED, Fraction(100), Fraction(100), "percent")
    last = shares[-1]
    return Claim(
        "share-total", whole, tuple(Input(share, sentence.passage, "part") for share in shares),
        sentence.passage, sentence.clause(*shares),
        start=sentence.start + last.start, end=sentence.start + last.end,
    )  # fmt: skip
