"""A text in lower case with few kinds of blanks and dashes, as readers of numbers want it."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.normalise import DASH_OF_RANGE

TextLine = tuple[str, int]
"""A line of a text, and where it begins."""
Stretch = tuple[int, int]
"""Where a part of a text begins and ends."""
_SAME = {
    "\u2009": "\xa0", "\u202f": "\xa0", "\u2007": "\xa0", "\u2010": "-", "\u2011": "-",
    "\u2012": "–", "\u2015": "—", "’": "'", "‘": "'", "“": '"', "”": '"',
}  # fmt: skip
_ASCII = str.maketrans({chr(one): chr(one + 32) for one in range(ord("A"), ord("Z") + 1)})


@lru_cache(16)
def simplify(text: str) -> str:
    """The text in lower case, character by character, so that places in both are the same.

    Thin spaces become no-break spaces, short dashes hyphens; a soft hyphen between digits, which
    no word is broken at, is the dash of a range.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = text.translate(_ASCII)
    for mark, same in _SAME.items():  # ten times as fast as translate
        lower = lower.replace(mark, same)
    if "\xad" in lower:
        lower = DASH_OF_RANGE.sub("–", lower)
    return lower


def line_before(text: str, start: int, most: int = 60) -> str:
    """What precedes a place, up to `most` characters, without what a blank line separates."""
    before = text[max(0, start - most) : start]
    if "\n" in before:
        before = re.split(r"\n\s*\n", before)[-1]
    return before


def words_of(words: str) -> frozenset[str]:
    """The words of a text, to look one up."""
    return frozenset(words.split())


SMALL_WORDS = words_of(
    "a an and are as at by for from in is it its of on or that the these this to which with"
)
"""Words that say nothing of what a phrase is about."""
PREPOSITIONS = words_of("at by for from in of on to with")
