"""Changes in percent whose two values are in another sentence, and percentages printed before.

"Recorded crime fell by 13% last year" may rest on "273,053 crimes, down from 314,188" some
sentences on. Such a pairing is inferred: a claim only where the values give the percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from moditrack.audit.change_parts import ABOUT, AFTER_ON, FROM_TO
from moditrack.audit.claims import Claim, Input
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Sentence, kind, pattern
from moditrack.documents.change_words import FALLS, NOUN, OPEN, THAN, VERB
from moditrack.documents.quantities import Quantity

_AFTER_IT = re.compile(
    rf" (?P<way>(?:\w+ ){{0,2}}{NOUN}|{THAN})\b(?: (?:in|of) (?P<what>[^.,;:()%\d]{{3,60}}))?", re.I
)
_BEFORE_IT = re.compile(
    rf"(?P<what>[^.,;:()%\d]{{0,60}}?)\b(?P<way>{VERB}|{OPEN}|{NOUN}(?: (?:of|by))?)(?: by)?{ABOUT}"
    r"(?: more than| over)? $",
    re.IGNORECASE,
)
_PAIRS = (pattern(FROM_TO), pattern(AFTER_ON))
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "that this with from have been were they them their last year number total which compared"
        " increase increased decrease decreased more than fewer less over under into also same"
        " period previous there these those percent cent during when while figure rise fall"
        " recorded reported million billion thousand",
    )
)
_FAR = 8
"""At most so many sentences lie between a change and its values."""
_FOLLOWING = re.compile(r"(?: [\w'-]+){1,4}")
_MOST = 6
"""At most this many counts of one thing are tried in pairs."""
_AROUND = 70
_SHARED, _MOST_OF = 3, 0.6
"""Two mentions of one percentage share so many words, and such a part of those of the shorter."""


_Pair = tuple[Sentence, Quantity, Quantity]
_Count = tuple[Sentence, Quantity, frozenset[str]]


@dataclass
class Values:
    """The pairs of values and the counts of a document, by the sentence that they are in."""

    order: dict[tuple[int, int], tuple[int, Sentence]] = field(default_factory=dict)
    pairs: dict[int, list[_Pair]] = field(default_factory=dict)
    counts: dict[int, list[_Count]] = field(default_factory=dict)
    number: int = 0

    def add(self, sentence: Sentence) -> None:
        """Remember a sentence."""
        self.number += 1
        for one in sentence.quantities:
            if kind(one) == "p":
                place = (id(sentence.passage), sentence.start + one.start)
                self.order[place] = self.number, sentence
            elif kind(one) in "nm":
                after = _FOLLOWING.match(sentence.text, one.end)
                words = _words(after[0]) if after else frozenset()
                if words:
                    self.counts.setdefault(self.number, []).append((sentence, one, words))
        if sum(letter in "nm" for letter in sentence.kinds) > 1:
            for each in _PAIRS:
                self.pairs.setdefault(self.number, []).extend(
                    (sentence, found["before"], found["after"]) for found in sentence.find(each)
                )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(text.lower())) - _COMMON


def find(claim: Claim, values: Values) -> Claim | None:
    """The claim on a percentage without a base, with values nearby that give it; else None."""
    place = values.order.get((id(claim.passage), claim.start))
    if place is None:
        return None
    number, sentence = place
    start, end = claim.start - sentence.start, claim.end - sentence.start
    after = _AFTER_IT.match(sentence.text, end)
    before = _BEFORE_IT.search(sentence.text[max(0, start - 2 * _AROUND) : start])
    match = after or before
    if match is None:
        return None
    falls = FALLS.search(match["way"]) is not None
    about = _words(sentence.text) if match["what"] is None else _words(match["what"])
    pairs = _pairs(values, number, about, _words(sentence.text))
    for _, old, new in sorted(pairs, key=lambda pair: pair[0]):
        if old[1].unit != new[1].unit or (new[1].low < old[1].low) != falls:
            continue
        found = Claim(
            "decrease" if falls else "increase", claim.stated,
            (Input(old[1], old[0].passage, "before"), Input(new[1], new[0].passage, "after")),
            claim.passage, claim.statement, "inferred", claim.start, claim.end, falls=falls,
        )  # fmt: skip
        if _given(found):
            return found
    return None


_Place = tuple[Sentence, Quantity]


def _pairs(
    values: Values, number: int, about: frozenset[str], words: frozenset[str]
) -> Iterator[tuple[int, _Place, _Place]]:
    """The pairs near a sentence that share a word with it: joined, else counts of one thing.

    Each with how far it is.
    """
    around = range(number - _FAR, number + _FAR + 1)
    for place in around:
        for sentence, before, after in values.pairs.get(place, ()):
            if words & _words(sentence.text):
                yield abs(place - number), (sentence, before), (sentence, after)
    near = [
        (place, (sentence, one), named)
        for place in around
        for sentence, one, named in values.counts.get(place, ())
        if named & about
    ]
    if len(near) <= _MOST:
        for place, one, named in near:
            for there, other, also in near:
                if one is not other and named & also & about:
                    yield abs(place - number) + abs(there - number) + _FAR, one, other


def _given(claim: Claim) -> bool:
    """Whether the values give the percentage, to its last place where it is printed as a bound."""
    if any(one.quantity.bound not in ("exact", "about") for one in claim.inputs):
        return False
    result = recompute(replace(claim, stated=replace(claim.stated, bound="exact")))
    bounds = ("consistent", "truncated") if claim.stated.bound != "exact" else ("consistent",)
    return result.verdict in bounds and recompute(claim).verdict == "consistent"


def find_again(claim: Claim, values: Values, earlier: Sequence[Claim]) -> Claim | None:
    """A percentage that an earlier sentence prints of the same: 70% of schools are good.

    `earlier` are the claims on equal percentages.
    """
    own = values.order.get((id(claim.passage), claim.start))
    if own is None:
        return None
    words = _around(claim, own[1])
    for other in earlier:
        place = values.order.get((id(other.passage), other.start))
        if place is None or other.passage is claim.passage:
            continue
        also = _around(other, place[1])
        if len(words & also) >= max(_SHARED, _MOST_OF * min(len(words), len(also))):
            return Claim(
                "same", claim.stated, (Input(other.stated, other.passage, "the same, earlier"),),
                claim.passage, claim.statement, "inferred", claim.start, claim.end,
            )  # fmt: skip
    return None


def _around(claim: Claim, sentence: Sentence) -> frozenset[str]:
    start, end = claim.start - sentence.start, claim.end - sentence.start
    return _words(sentence.text[max(0, start - _AROUND) : end + _AROUND])
