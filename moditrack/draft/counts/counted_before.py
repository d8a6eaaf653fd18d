"""What a sentence counts before a number, and the bracket that a number is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from moditrack.documents.part_words import WHICH
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.measures import Measured
from moditrack.draft.counts.words_around_counts import undated

_FAR = 30
"""Characters between a bracket and the last number in it."""
_ONLY_NUMBERS = re.compile(r"(?:n ?= ?)?[\d,.%\s;£$€]*(?:or |and |to )?")


@dataclass
class Before:
    """What the figures before one in its sentence count.

    total: the sum of money. earlier: what the sentence before counted last. lead, done: what is
    said before the last count, and was done to it. base: of whom the head of a list speaks;
    length: of what the last length of time is. listed:
    whether `count` is what the head of a list counts, whose items are parts of it. number: how many
    `count` is of. surely_part, was_part: whether the number, or the one before it, is surely a part
    of it. change: whether
    something rose or fell (increase, decrease), and what; changed: that with all its words; doubt:
    whether that may be the name of a place.
    """

    count: Measured | None = None
    share: Measured | None = None
    total: Measured | None = None
    earlier: Measured | None = None
    end: int = 0
    lead: str = ""
    done: str = ""
    base: str = ""
    length: str = ""
    listed: bool = False
    number: Fraction | None = None
    surely_part: bool = False
    was_part: bool = False
    change: tuple[str, str] = ("", "")
    changed: str = ""
    doubt: bool = False

    def after(self, sentence: str, count: Measured | None) -> Before:
        """What holds at the next sentence, which may go on; `count` is what its heading counts."""
        last = self.count or self.earlier
        goes_on = last is not None and _OF_THESE.match(sentence) is not None
        number = self.number if goes_on else None
        share = self.share if goes_on else None
        return Before(
            last if goes_on else count, share, earlier=last, number=number, base=self.base
        )

    def since(self, sentence: str, start: int) -> str:
        """What is between the last count, with all that is said of it, and a place."""
        between = sentence[self.end : start]
        count = self.count
        said = count.said.lower().removeprefix(count.name.lower()).strip() if count else ""
        plain = between.strip().lower()
        if said and plain.startswith(said):
            return between.lstrip()[len(said) :]
        return between

    def is_part(self, sentence: str, quantity: Quantity) -> bool:
        """Whether a number is a part by the share after it: There were 45 boats; 9 (20%) were
        sold."""
        match = _SHARE_AFTER.match(sentence, quantity.end)
        if match is None or not self.number or quantity.low > self.number:
            return False
        return abs(100 * quantity.low / self.number - Fraction(match[1])) <= _ROUNDED


def base_of(sentence: str) -> str:
    """Of whom the head of a list says that its items are: Of boats that came in May:"""
    match = _BASE.search(undated(sentence[-_HEAD:])) if sentence.endswith(":") else None
    return " ".join(match["base"].split()) if match is not None else ""


_HEAD = 160
"""Characters of the head of a list."""
_BASE = re.compile(
    r"(?:^|[,;] )(?:[Oo]f|[Aa]mong)(?: all)?(?: the| those)? "
    r"(?P<base>[a-z][^,.:;()\d]{3,80}?)[ ,]*:$"
)
_SHARE_AFTER = re.compile(r" ?\((\d+(?:\.\d+)?) ?%")
_ROUNDED = Fraction(3, 5)
"""Percentage points by which a rounded share can be off."""
_OF_THESE = re.compile(rf"(?:Of|Among)(?: all)? {WHICH}\b|(?:These|Those) ")


def bracket(sentence: str, start: int) -> int:
    """Where the bracket opens in which only numbers precede a place; -1 where there is none."""
    opened = sentence.rfind("(", max(0, start - _FAR), start)
    return opened if opened >= 0 and _ONLY_NUMBERS.fullmatch(sentence, opened + 1, start) else -1
