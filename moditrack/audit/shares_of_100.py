"""Shares that make 100%: of three and more in a sentence, and the rest beside the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from moditrack.audit.claims import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Sentence
from moditrack.audit.share_words import NO_PARTS
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
_FEWEST = 3
_MEN, _WOMEN = r"\b(?:males?|men|boys|male)\b", r"\b(?:females?|women|girls)\b"
_OPPOSED = re.compile(
    rf"{_MEN}.*{_WOMEN}|{_WOMEN}.*{_MEN}|\bfull[- ]time\b.*\bpart[- ]time\b"
    r"|\bpart[- ]time\b.*\bfull[- ]time\b",
    re.IGNORECASE,
)
"""Names of two parts that leave no other."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The shares of a sentence that make 100%, and a rest that does with the shares before it."""
    if sentence.kinds.count("p") < 2:
        return
    trap = NO_PARTS.search(sentence.text)
    end = len(sentence.text) if trap is None else trap.start()
    shares = [
        quantity
        for quantity in sentence.quantities
        if quantity.unit == "percent" and quantity.end <= end
    ]
    if trap is not None and len(shares) < _FEWEST:
        return
    rest = _REST.search(sentence.skeleton)
    if rest is not None and _OF_ANOTHER.search(sentence.skeleton, 0, rest.start()):
        return
    if rest is not None and trap is None:
        yield from _rest(sentence, shares, sentence.quantities[int(rest["rest"] or rest["left"])])
    elif len(shares) >= _FEWEST or (len(shares) == 2 and _OPPOSED.search(sentence.text)):
        claim = _hundred(sentence, shares)
        if recompute(claim).verdict == "consistent" and not any(
            share.bound == "range" for share in shares
        ):
            yield claim


def _rest(sentence: Sentence, shares: list[Quantity], rest: Quantity) -> Iterator[Claim]:
    """A rest of 100%: a misfit only beside the one other share of a sentence."""
    parts = [(quantity, "part") for quantity in shares if quantity.start < rest.start]
    claim = claimed("remainder", rest, sentence, parts)
    sure = len(sentence.kinds) == 2 and len(parts) == 1
    if parts and (sure or recompute(claim).verdict == "consistent"):
        yield claim


def _hundred(sentence: Sentence, shares: list[Quantity]) -> Claim:
    whole = Quantity(NOT_PRINTED, Fraction(100), Fraction(100), "percent")
    last = shares[-1]
    return Claim(
        "share-total", whole, tuple(Input(share, sentence.passage, "part") for share in shares),
        sentence.passage, sentence.clause(*shares),
        start=sentence.start + last.start, end=sentence.start + last.end,
    )  # fmt: skip
