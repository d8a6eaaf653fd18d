"""The same sentence twice, as in a summary and in the body: its numbers should be the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.by_wording.sentences import Place, Sentence
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity

_SLOT = re.compile(r"#[a-z]\d+#")
_WORD = re.compile(r"[a-z]+|\d+")
_FEWEST = 6
"""Words that a sentence needs for its repetition to be about the same thing."""
_SUMMARY = re.compile(
    r"\b(?:summary|highlights?|headlines?|glance|key (?:findings|facts|points|figures|data)"
    r"|main points|conclusions?|foreword)\b",
    re.IGNORECASE,
)
"""Parts of a document that repeat others."""


_MARK = re.compile(r"\(\d{1,2}\)")


class Sentences:
    """The sentences with numbers that a document has printed so far, by their words."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], Sentence] = {}

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        """The numbers of a sentence that another passage has printed in the same words.

        Years and the like are words. Numbers that differ are a claim only where just one of the
        two passages is a summary: elsewhere the same words may be about another table or place.
        """
        words = tuple(_WORD.findall(_SLOT.sub(" ", sentence.skeleton.lower())))
        if len(words) < _FEWEST or not sentence.quantities:
            return
        first = self._seen.setdefault(words, sentence)
        if first.passage is sentence.passage or len(first.quantities) != len(sentence.quantities):
            return
        pairs = list(zip(sentence.quantities, first.quantities, strict=True))
        summary = _is_summary(first.passage) != _is_summary(sentence.passage)
        for later, earlier in pairs:
            near = summary and _near(later, earlier) and not _is_mark(sentence, later)
            near = near and not _are_of_pages((later, sentence), (earlier, first))
            if later.unit == earlier.unit and (near or _equal(later, earlier)):
                same = Input(earlier, first.passage, "the same, earlier")
                yield claimed("same", later, sentence, [same])


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers can be the same but for a slip, and not of two places."""
    low, high = sorted((abs(one.low), abs(other.low)))
    return high <= 2 * low


def _is_mark(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is that of a note: (3)."""
    return _MARK.fullmatch(sentence.text, max(0, quantity.start - 1), quantity.end + 1) is not None


def _are_of_pages(later: Place, earlier: Place) -> bool:
    """Whether numbers at an edge of a running head count up with the pages, or pairs of pages."""
    pages = [one.passage.page for _, one in (later, earlier)]
    edges = [
        not (one.passage.text[: place.start].strip() and one.passage.text[place.end :].strip())
        for place, one in (later, earlier)
    ]
    if None in pages or not all(edges):
        return False
    apart = (pages[0] or 0) - (pages[1] or 0)
    return apart > 0 and later[0].low - earlier[0].low in (apart, 2 * apart)


def _is_summary(passage: Passage) -> bool:
    return _SUMMARY.search(f"{passage.locator.replace('-', ' ')} {passage.heading}") is not None


def _equal(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high) == (other.low, other.high)
