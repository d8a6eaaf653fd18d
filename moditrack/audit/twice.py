"""The same sentence twice, as in a summary and in the body: its numbers should be the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.claims import Claim, Input
from moditrack.audit.sentences import Sentence
from moditrack.documents.quantities import Quantity

_SLOT = re.compile(r"#[a-z]\d+#")
_WORD = re.compile(r"[a-z]+|\d+")
_FEWEST = 6
"""Words that a sentence needs for its repetition to be about the same thing."""
_SURELY = 12
"""Words with which a sentence is about the same even where none of its numbers is."""


class Sentences:
    """The sentences with numbers that a document has printed so far, by their words."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], Sentence] = {}

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        """The numbers of a sentence that another passage has printed in the same words.

        Years and the like are words. Where all numbers differ, a short sentence may be about
        something else.
        """
        words = tuple(_WORD.findall(_SLOT.sub(" ", sentence.skeleton.lower())))
        if len(words) < _FEWEST or not sentence.quantities:
            return
        first = self._seen.setdefault(words, sentence)
        if first.passage is sentence.passage or len(first.quantities) != len(sentence.quantities):
            return
        pairs = list(zip(sentence.quantities, first.quantities, strict=True))
        if len(words) < _SURELY and not any(_equal(*pair) for pair in pairs):
            return
        for later, earlier in pairs:
            if later.unit == earlier.unit:
                yield Claim(
                    "same", later, (Input(earlier, first.passage, "the same, earlier"),),
                    sentence.passage, sentence.clause(later),
                    start=sentence.start + later.start, end=sentence.start + later.end,
                )  # fmt: skip


def _equal(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high) == (other.low, other.high)
