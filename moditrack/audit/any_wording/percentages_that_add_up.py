"""Percentages that others add up to, whatever the wording: 80% failed; 38% were late, 42% unread.

Two alone in a sentence that make 100% are the rest of each other, and three or more in a row can
make one of the sentences before. Only the sum says so: a claim is what fits, and it is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.any_wording.numbers_around import IsOpen
from moditrack.audit.by_wording.letters import PERCENT, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.share_words import NO_PARTS
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.documents.bounds import KNOWN
from moditrack.documents.quantities import Quantity

_HUNDRED = 100
_PAIR, _FEWEST = 2, 3
_BEFORE, _MOST = 3, 5
"""So many sentences before the parts of a sum can have it, and so many percentages are tried."""
_BESIDE = 15
"""So many characters before the first percentage can say of what it is."""
_FROM_WHAT = re.compile(r"from (?!(?:\w+ )?\d)", re.IGNORECASE)
"""26% from storms, not from 26%."""
_ONE_WHOLE = ("while", "both", "respectively")
"""Of the words that make percentages those of several wholes, those that two parts can have."""


def find(sentences: Sequence[Sentence], is_open: IsOpen) -> Iterator[Claim]:
    """The percentages of sentences that others give; `is_open` says which have no base."""
    for at, sentence in enumerate(sentences):
        shares = [one for one in sentence.quantities if letter(one) == PERCENT]
        known = all(one.bound in KNOWN for one in shares)
        if len(shares) < _PAIR or not known or not all(is_open(sentence, one) for one in shares):
            continue
        if len(shares) == _PAIR:
            if sum(one.low for one in shares) == _HUNDRED and not _are_of_several(
                sentence, shares[0]
            ):
                parts = [Input(shares[0], sentence.passage, "part")]
                yield claimed("remainder", shares[1], sentence, parts, pairing="inferred")
        elif (claim := _in_one_sentence(sentence, shares)) is not None:
            yield claim
        else:
            yield from _sum(sentences, at, shares, is_open)


def _are_of_several(sentence: Sentence, first: Quantity) -> bool:
    """Whether words beside percentages say that they may be of several wholes: up from 40%."""
    words = NO_PARTS.finditer(sentence.text, max(0, first.start - _BESIDE))
    return any(
        one[0].lower() not in _ONE_WHOLE and not _FROM_WHAT.match(sentence.text, one.start())
        for one in words
    )


def _in_one_sentence(sentence: Sentence, shares: Sequence[Quantity]) -> Claim | None:
    """The largest of the percentages of a sentence, where all others add up to it: 31.7%, 26.0%
    from storms and 5.7% from fires."""
    total = max(shares, key=lambda one: one.low)
    parts = [one for one in shares if one is not total]
    if total not in (shares[0], shares[-1]) or _are_of_several(sentence, shares[0]):
        return None
    if sum(one.low for one in parts) != total.low or len({one.low for one in shares}) < _FEWEST:
        return None
    inputs = [Input(one, sentence.passage, "part") for one in parts]
    return claimed("total", total, sentence, inputs, pairing="inferred")


def _sum(
    sentences: Sequence[Sentence], at: int, shares: Sequence[Quantity], is_open: IsOpen
) -> Iterator[Claim]:
    """The one percentage before some in a row that all of them add up to."""
    own = sentences[at]
    before = [
        (one, each)
        for each in reversed(sentences[max(0, at - _BEFORE) : at])
        for one in each.quantities
        if each.passage.heading == own.passage.heading and letter(one) == PERCENT
    ]
    if len(before) > _MOST or len(shares) < _FEWEST or _are_of_several(own, shares[0]):
        return
    given = sum(one.low for one in shares)
    for total, origin in before:
        fits = total.low == given < _HUNDRED and total.bound in KNOWN
        if fits and is_open(origin, total) and all(one.low < given for one in shares):
            parts = [Input(one, own.passage, "part") for one in shares]
            yield claimed("total", total, origin, parts, pairing="inferred")
            return
