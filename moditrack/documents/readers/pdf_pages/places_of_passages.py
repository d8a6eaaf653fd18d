"""Where the text of a passage is on the pages of its PDF."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from moditrack.documents.blocks import Cell
from moditrack.documents.passages import Passage
from moditrack.documents.readers.pdf import Layout
from moditrack.documents.readers.pdf_pages.lines import lines_of, rows_of
from moditrack.documents.readers.pdf_pages.paragraphs_and_tables_across_pages import Placed
from moditrack.documents.readers.pdf_pages.words import Word

_SIGNS = "%£€$"
_NARROW = ".,;:'’|!()[]ijltfrI/- "
_CONTEXT = ((40, 40), (20, 20), (40, 0), (0, 40))
"""Letters before and after a number by which it is found where its whole passage is not."""
_PAGES = 2
"""A passage may run on over this many pages after its first."""
Point = tuple[float, float]


class Spot(NamedTuple):
    """Some words of a line: their page, from 1, and the corners of the box around them.

    The corners are those at the top left, top right, bottom left and bottom right of the words, in
    the units of the page itself, whichever way it is turned.
    """

    page: int
    corners: tuple[Point, Point, Point, Point]


class Letters:
    """The letters, digits and signs of a text, and where in the text each is."""

    def __init__(self, text: str) -> None:
        self.at: list[int] = []
        own: list[str] = []
        for place, character in enumerate(text):
            plain = character if character.isascii() else unicodedata.normalize("NFKD", character)
            for one in plain:
                if one.isalnum() or one in _SIGNS:
                    own.append(one)
                    self.at.append(place)
        self.text = "".join(own)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The first letter of a part of the text, and that after its last."""
        inside = [number for number, place in enumerate(self.at) if start <= place < end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


class _Stream:
    """Words one after the other as one string of letters."""

    def __init__(self) -> None:
        self.words: list[tuple[int, Word]] = []
        self.starts: list[int] = []
        self.parts: list[str] = []
        self.length = 0

    def add(self, page: int, words: Sequence[Word]) -> None:
        for word in words:
            if letters := Letters(word.text).text:
                self.words.append((page, word))
                self.starts.append(self.length)
                self.parts.append(letters)
                self.length += len(letters)

    def page(self, letter: int) -> int:
        return self.words[bisect_right(self.starts, letter) - 1][0]

    def covered(self, start: int, end: int) -> Iterator[tuple[int, Word, float, float]]:
        """The words over some letters, and from where to where each is covered."""
        for number in range(bisect_right(self.starts, start) - 1, len(self.words)):
            first = self.starts[number]
            if first >= end:
                break
            page, word = self.words[number]
            at = Letters(word.text).at
            low = at[max(0, start - first)]
            high = at[min(len(at), end - first) - 1] + 1
            yield page, word, _along(word, low), _along(word, high)


class Places:
    """Finds the words of passages on the pages of the PDF that they were read from."""

    def __init__(self, layout: Layout, passages: Sequence[Passage]) -> None:
        self.pages = layout.pages
        self.stream = _Stream()
        for item in layout.items:
            if isinstance(item, Placed):
                self.stream.add(item.page, item.line.words)
        self.text = "".join(self.stream.parts)
        self.found = self._aligned(passages)

    def _aligned(self, passages: Sequence[Passage]) -> dict[int, int]:
        """For passages of prose, the place of their first letter in the letters of the document."""
        found: dict[int, int] = {}
        after: dict[int | None, int] = {}
        for passage in passages:
            letters = Letters(passage.text).text
            if letters and passage.kind != "table":
                at = self._find(letters, passage.page, after.get(passage.page, 0))
                if at < 0:
                    at = self._find(letters, passage.page, 0)
                if at >= 0:
                    found[id(passage)] = at
                    after[passage.page] = at + len(letters)
        return found

    def _find(self, letters: str, page: int | None, start: int, more: int = 0) -> int:
        """Where letters are in the document's letters, from a page on; -1 if they are not there."""
        at = self.text.find(letters, start)
        while at >= 0 and page is not None and not page <= self.stream.page(at) <= page + more:
            at = self.text.find(letters, at + 1)
        return at

    def in_text(self, passage: Passage, start: int, end: int) -> list[Spot]:
        """The places of a part of a passage's text; none where they are not certain."""
        letters = Letters(passage.text)
        low, high = letters.between(start, end)
        if low == high:
            return []
        at = self.found.get(id(passage))
        if at is not None:
            return self._spots(self.stream, at + low, at + high)
        for before, after in _CONTEXT:
            first, last = max(0, low - before), min(len(letters.text), high + after)
            around = letters.text[first:last]
            if len(around) < high - low + max(before, after) // 2:
                continue
            at = self._find(around, passage.page, 0, _PAGES)
            if at >= 0 and self._find(around, passage.page, at + 1, _PAGES) < 0:
                return self._spots(self.stream, at + low - first, at + high - first)
        return []

    def in_cell(self, cell: Cell, start: int, end: int) -> list[Spot]:
        """The places of a part of a cell's text: the whole of it where the part is not certain."""
        if cell.box is None or cell.page is None:
            return []
        x0, top, x1, bottom = cell.box
        inside = [
            word
            for word in self.pages[cell.page].words
            if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
        ]
        own = _Stream()
        for row in rows_of(inside):
            for line in lines_of(row):
                own.add(cell.page, line.words)
        letters = Letters(cell.text)
        low, high = letters.between(start, end)
        if low == high or "".join(own.parts) != letters.text:
            low, high = 0, own.length
        return self._spots(own, low, high) if high else []

    def _spots(self, stream: _Stream, start: int, end: int) -> list[Spot]:
        """The words over some letters, those side by side on a line together."""
        lines: list[tuple[int, Word, float, float]] = []
        for page, word, x0, x1 in stream.covered(start, end):
            last = lines[-1] if lines else None
            if last and last[0] == page and abs(last[1].y - word.y) < 1 and x1 > last[2]:
                lines[-1] = (page, last[1], last[2], x1)
            else:
                lines.append((page, word, x0, x1))
        return [self._spot(*line) for line in lines]

    def _spot(self, page: int, word: Word, x0: float, x1: float) -> Spot:
        on_page = self.pages[page].on_page
        top, bottom = word.top, word.bottom
        return Spot(
            page, (on_page(x0, top), on_page(x1, top), on_page(x0, bottom), on_page(x1, bottom))
        )


def _along(word: Word, place: int) -> float:
    """How far along a page a character of a word begins."""
    widths = [0.5 if character in _NARROW else 1.0 for character in word.text]
    return word.x0 + (word.x1 - word.x0) * sum(widths[:place]) / sum(widths)
