"""Changes on the number of the sentence before, which "this figure" joins.

"There were 823. By 2015 this figure was 2,413, a 195% increase."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from moditrack.audit.claims import Claim, Input, claimed
from moditrack.audit.sentences import Place, Sentence, kind

_THIS = re.compile(
    r"\b(?:this|the|that) (?:figure|number|total|count)(?: had| has)? (?:was|is|stood at"
    r"|(?:risen|increased|grown|fallen|dropped|decreased|reduced|rose|fell|grew) to)\W+$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"[\s,\u2013\u2014-]*(?:(?:representing|showing|which (?:is|was|represents)|equivalent to) )?"
    r"(?:an? |the )?(?P<first>reduction|decrease|fall|drop|decline|increase|rise|growth)?"
    r" ?(?:of )?\W{0,2}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r" (?P<word>reduction|decrease|fall|drop|decline|increase|rise|growth)\b", re.IGNORECASE
)
_FALLS = ("reduction", "decrease", "fall", "drop", "decline")
_SMALL = 20


def find(sentence: Sentence, near: Sequence[Place], taken: set[int]) -> Iterator[Claim]:
    """The percentage by which "this figure" changed from the one number of the sentence before."""
    numbers = list(sentence.quantities)
    for new, stated in pairwise(numbers):
        if kind(new) not in "nm" or kind(stated) != "p" or stated.bound != "exact":
            continue
        if sentence.start + stated.start in taken or not _THIS.search(sentence.text[: new.start]):
            continue
        word = _word(sentence.text[new.end : stated.start], sentence.text[stated.end :])
        before = [one for one in near if one[1] is not sentence]
        if not word or not before:
            continue
        origin = before[0][1]
        counts = [
            one for one in origin.quantities if kind(one) in "nm" and one.low >= _SMALL * one.scale
        ]
        if len(counts) != 1 or counts[0].unit != new.unit or origin.passage is not sentence.passage:
            continue
        falls = word in _FALLS
        inputs = [
            Input(counts[0], origin.passage, "before"), Input(new, sentence.passage, "after")
        ]  # fmt: skip
        kind_of = "decrease" if falls else "increase"
        yield claimed(kind_of, stated, sentence, inputs, new, falls=falls)


def _word(between: str, after: str) -> str:
    """The word of change before a percentage, or after it; "" where there is none."""
    match = _CHANGE.fullmatch(between)
    if match is None:
        return ""
    if match["first"]:
        return match["first"].lower()
    following = _AFTER.match(after)
    return following["word"].lower() if following is not None else ""
