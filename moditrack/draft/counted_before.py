"""What a sentence counts before a number, and the bracket that a number is in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moditrack.documents.part_words import WHICH
from moditrack.draft.measures import Measured

_FAR = 30
"""Characters between a bracket and the last number in it."""
_ONLY_NUMBERS = re.compile(r"(?:n ?= ?)?[\d,.%\s;£$€]*(?:or |and |to )?")


@dataclass
class Before:
    """What the figures before one in its sentence count.

    total: the sum of money. earlier: what the sentence before counted last. listed: whether `count`
    is what the head of a list counts, whose items are parts of it.
    """

    count: Measured | None = None
    share: Measured | None = None
    total: Measured | None = None
    earlier: Measured | None = None
    end: int = 0
    lead: str = ""
    listed: bool = False

    def after(self, sentence: str, count: Measured | None) -> Before:
        """What holds at the next sentence, which may go on about what this one counts.

        `count` is what its heading counts.
        """
        last = self.count or self.earlier
        goes_on = last is not None and _OF_THESE.match(sentence) is not None
        return Before(last if goes_on else count, self.share if goes_on else None, earlier=last)


_OF_THESE = re.compile(rf"(?:Of|Among)(?: all)? {WHICH}\b|(?:These|Those) ")


def bracket(sentence: str, start: int) -> int:
    """Where the bracket opens in which only numbers precede a place; -1 where there is none."""
    opened = sentence.rfind("(", max(0, start - _FAR), start)
    return opened if opened >= 0 and _ONLY_NUMBERS.fullmatch(sentence, opened + 1, start) else -1
