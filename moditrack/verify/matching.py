"""Match rows with the text of a document: each occurrence of a number confirms one row."""

from __future__ import annotations

import re
from typing import Any

from moditrack.documents.normalise import normalise
from moditrack.documents.number_style import PLAIN
from moditrack.documents.passages import Passage, printed_before
from moditrack.documents.quantities import Quantity, quantities

MATCHED, OPEN = "\x00", "\x01"
"""Each replaces the characters of a text that a row has matched: a finished one, an unfinished."""
_MARKS = ("", MATCHED, OPEN)
_RUN = re.compile(rb"\x01+|\x02+")
_YEAR = re.compile(r"(?:19|20)\d\d")
HEADING = "heading of "
"""Prefix of a sub-heading's key, before the locator of the first passage below it."""


class MatchedText:
    """A text, and the parts of it that rows have matched."""

    def __init__(self, whole: str) -> None:
        self.whole = whole
        self._by = bytearray(len(whole))  # 0 where no row has matched, else MATCHED or OPEN
        self._from: dict[str, int] = {}  # where each printed text was found last

    def find(self, printed: str, start: int = 0) -> int:
        """Where a text is first printed, `bounded`, that no row has matched; -1 where nowhere."""
        size, at = len(printed), start or self._from.get(printed, 0)
        while printed:
            at = self.whole.find(printed, at)
            if at < 0 or (not any(self._by[at : at + size]) and self._is_bounded(at, size)):
                break
            at += 1
        if not start:
            self._from[printed] = max(at, 0)
        return at if printed else -1

    def match(self, start: int, end: int, by: str = MATCHED) -> None:
        """Match a span."""
        self._by[start:end] = bytes([_MARKS.index(by)]) * (end - start)

    def is_open(self, start: int, end: int) -> bool:
        """Whether no row has matched any character of a span."""
        return not any(self._by[start:end])

    @property
    def unmatched(self) -> str:
        """The text with what is matched replaced."""
        pieces: list[str] = []
        at = 0
        for run in _RUN.finditer(self._by):
            pieces += self.whole[at : run.start()], _MARKS[run[0][0]] * len(run[0])
            at = run.end()
        return "".join([*pieces, self.whole[at:]])

    def _is_bounded(self, at: int, size: int) -> bool:
        """What the pattern of `bounded` says, without a copy; 20 is no part of 2019/20."""
        before, after = self._character_at(at - 1), self._character_at(at + size)
        if self.whole[at].isalnum() and (
            _is_plain(before) or (before in ".," and self._character_at(at - 2).isdecimal())
        ):
            return False
        if before in "/-–" and size == 2 and _YEAR.fullmatch(self.whole, max(0, at - 5), at - 1):
            return False
        return not self.whole[at + size - 1].isalnum() or not (
            _is_plain(after) or (after in ".," and self._character_at(at + size + 1).isdecimal())
        )

    def _character_at(self, place: int) -> str:
        inside = 0 <= place < len(self.whole) and not self._by[place]
        return self.whole[place] if inside else MATCHED


def _is_plain(character: str) -> bool:
    return character.isascii() and character.isalnum()


class Texts:
    """The texts of passages, and the parts of them that no row has matched yet."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self.by_locator = {passage.locator: passage for passage in passages}
        # A sub-heading belongs to the first passage below it; rows of any passage may match it.
        self.by_place: dict[str, MatchedText] = {}
        self.style = passages[0].style if passages else PLAIN
        self.heading_of: dict[str, str] = {}
        previous, home = "", ""
        for passage in passages:
            if passage.heading != previous:
                above = printed_before(previous, passage.heading)
                previous, home = passage.heading, passage.locator
                if passage.heading:
                    self.by_place[HEADING + home] = MatchedText(passage.heading)
                    self.by_place[HEADING + home].match(0, above)
            self.heading_of[passage.locator] = HEADING + home if passage.heading else ""
            self.by_place.setdefault(passage.locator, MatchedText(passage.text))
        self.matched: dict[str, list[tuple[int, dict[str, Any]]]] = {}

    def match(
        self, locator: str, printed: str, row: dict[str, Any] | None = None, by: str = MATCHED
    ) -> tuple[str, int] | None:
        """Match one unmatched occurrence of `printed` in a passage or else in its sub-heading.

        The key of its text, and where it begins there; None where there is none. A `row` is kept
        for the order of the rows.
        """
        if not (wanted := normalise(printed)):
            return None
        for place in (locator, self.heading_of.get(locator, "")):
            text = self.by_place.get(place)
            if text is not None and (at := text.find(wanted)) >= 0:
                text.match(at, at + len(wanted), by)
                if row is not None:
                    self.matched.setdefault(place, []).append((at, row))
                return place, at
        return None

    def quantity_at(self, place: str, start: int, length: int) -> Quantity | None:
        """The quantity, read whole, that a part of a text belongs to; None for other words."""
        for quantity in quantities(self.by_place[place].whole, self.style):
            if quantity.start < start + length and start < quantity.end:
                return quantity
        return None

    def context(self, locator: str) -> str:
        """A passage with its context: its paragraph, sub-heading and section."""
        parts = []
        pieces = locator.split(".")
        for length in range(len(pieces), 0, -1):
            if (place := self.by_locator.get(".".join(pieces[:length]))) is not None:
                parts += [place.text, place.heading]
        return " ".join(parts)


def bounded(printed: str) -> str:
    """A pattern for a printed text, but not within a longer number or word."""
    before = r"(?<![A-Za-z0-9])(?<!\d[.,])" if printed[0].isalnum() else ""
    after = r"(?![A-Za-z0-9]|[.,]\d)" if printed[-1].isalnum() else ""
    return before + re.escape(printed) + after
