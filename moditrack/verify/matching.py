"""Match rows with the text of a document: each occurrence of a number confirms one row."""

from __future__ import annotations

import re
from typing import Any

from moditrack.documents.normalise import normalise
from moditrack.documents.number_style import PLAIN
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities

MATCHED, OPEN = "\x00", "\x01"
"""Each replaces the characters of a text that a row has matched: a finished one, an unfinished."""
HEADING = "heading of "
"""Prefix of a sub-heading's key, before the locator of the first passage below it."""


class Texts:
    """The texts of passages, and the parts of them that no row has matched yet."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self.by_locator = {passage.locator: passage for passage in passages}
        # A sub-heading belongs to the first passage below it; rows of any passage may match it.
        self.whole: dict[str, str] = {}
        self.style = passages[0].style if passages else PLAIN
        self.heading_of: dict[str, str] = {}
        previous, home = "", ""
        for passage in passages:
            if passage.heading != previous:
                previous, home = passage.heading, passage.locator
                if passage.heading:
                    self.whole[HEADING + home] = passage.heading
            self.heading_of[passage.locator] = HEADING + home if passage.heading else ""
            self.whole.setdefault(passage.locator, passage.text)
        self.unmatched = dict(self.whole)
        self.matched: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        # Where to go on looking for what was found before: it is not left of that any more.
        self._from: dict[tuple[str, str], int] = {}

    def match(
        self, locator: str, printed: str, row: dict[str, Any] | None = None, by: str = MATCHED
    ) -> tuple[str, int] | None:
        """Match one unmatched occurrence of `printed` in a passage or else in its sub-heading.

        The key of its text, and where it begins there; None where there is none. A `row` is kept
        for the order of the rows.
        """
        if not (wanted := normalise(printed)):
            return None
        pattern = re.compile(bounded(wanted))
        for place in (locator, self.heading_of.get(locator, "")):
            left = self.unmatched.get(place, "")
            if match := pattern.search(left, self._from.get((place, wanted), 0)):
                self._from[place, wanted] = match.end()
                blank = by * (match.end() - match.start())
                self.unmatched[place] = left[: match.start()] + blank + left[match.end() :]
                if row is not None:
                    self.matched.setdefault(place, []).append((match.start(), row))
                return place, match.start()
        return None

    def quantity_at(self, place: str, start: int, length: int) -> Quantity | None:
        """The quantity, read whole, that a part of a text belongs to; None for other words."""
        for quantity in quantities(self.whole[place], self.style):
            if quantity.start < start + length and start < quantity.end:
                return quantity
        return None

    def context(self, locator: str) -> str:
        """A passage with its context: its paragraph, sub-heading and section."""
        parts = []
        pieces = locator.split(".")
        for length in range(len(pieces), 0, -1):
            place = self.by_locator.get(".".join(pieces[:length]))
            if place is not None:
                parts += [place.text, place.heading]
        return " ".join(parts)


def bounded(printed: str) -> str:
    """A pattern for a printed text, but not within a longer number or word."""
    before = r"(?<![A-Za-z0-9])(?<!\d[.,])" if printed[0].isalnum() else ""
    after = r"(?![A-Za-z0-9]|[.,]\d)" if printed[-1].isalnum() else ""
    return before + re.escape(printed) + after
