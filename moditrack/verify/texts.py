"""What rows take from the text of a document: each occurrence of a number once."""

from __future__ import annotations

import re
from itertools import pairwise

from moditrack.documents.lines import normalise
from moditrack.documents.passages import Passage

TAKEN = "\x00"
"""Stands in a text for each character that a row has taken."""
HEADING = "heading of "
"""A sub-heading's text is kept under this and the locator of the first passage under it."""


class Texts:
    """The passages' texts, with what rows have taken from each marked as taken."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self.by_locator = {passage.locator: passage for passage in passages}
        # A sub-heading belongs to the first passage under it, and rows may take it from any.
        self.whole: dict[str, str] = {}
        self.heading_of: dict[str, str] = {}
        previous, home = "", ""
        for passage in passages:
            if passage.heading != previous:
                previous, home = passage.heading, passage.locator
                if passage.heading:
                    self.whole[HEADING + home] = passage.heading
            self.heading_of[passage.locator] = HEADING + home if passage.heading else ""
            self.whole.setdefault(passage.locator, passage.text)
        self.left = dict(self.whole)
        self.taken: dict[str, list[tuple[int, str]]] = {}

    def take(self, locator: str, printed: str) -> bool:
        """Take one occurrence of what is printed, from the passage or else its sub-heading."""
        wanted = re.compile(bounded(normalise(printed)))
        for place in (locator, self.heading_of.get(locator, "")):
            left = self.left.get(place, "")
            if match := wanted.search(left):
                blank = TAKEN * (match.end() - match.start())
                self.left[place] = left[: match.start()] + blank + left[match.end() :]
                self.taken.setdefault(place, []).append((match.start(), printed))
                return True
        return False

    def disorder(self, document: str) -> list[tuple[str, str]]:
        """Where the figures of a passage stand in another order than in the records."""
        return [
            (
                f"{document}#{place.removeprefix(HEADING)}",
                f"'{later}' stands before '{earlier}', in the records after it",
            )
            for place, taken in self.taken.items()
            for (first, earlier), (second, later) in pairwise(taken)
            if second < first
        ]

    def over(self, locator: str) -> str:
        """A passage with what it stands under: its paragraph, its sub-heading and its section."""
        parts = []
        pieces = locator.split(".")
        for length in range(len(pieces), 0, -1):
            place = self.by_locator.get(".".join(pieces[:length]))
            if place is not None:
                parts += [place.text, place.heading]
        return " ".join(parts)


def bounded(printed: str) -> str:
    """A pattern for the text printed, not as a part of a longer number or word."""
    before = r"(?<![A-Za-z0-9])(?<!\d[.,])" if printed[0].isalnum() else ""
    after = r"(?![A-Za-z0-9]|[.,]\d)" if printed[-1].isalnum() else ""
    return before + re.escape(printed) + after
