"""Where a part of a text is printed on the pages of a PDF, to mark it there."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from moditrack.documents.readers import pdf_limits
from moditrack.documents.readers.pdf_lines import lines_of, rows_of, text_of
from moditrack.documents.readers.pdf_page import Pages
from moditrack.documents.readers.pdf_words import Word

_AROUND = 60
"""Characters on each side of a part that single out its place among others alike."""


class Area(NamedTuple):
    """A rectangle on a page, in points from its top left as the text is read."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Places:
    """Finds parts of texts on the pages of one PDF, each of which is drawn once."""

    def __init__(self, data: bytes) -> None:
        pdf_limits.start()
        self.pages = list(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))))
        self.drawn: dict[int, tuple[str, list[Word]]] = {}
        self.pen = Pages()

    def areas(self, page: int, text: str, start: int, end: int) -> list[Area]:
        """Where text[start:end] is printed, an area for each line; [] where it is not found.

        `text` is that of a block that begins on the page; it may go on over the next.
        """
        for number in (page, page + 1):
            if number <= len(self.pages):
                found = self._on(number, text, start, end)
                if found:
                    return found
        return []

    def _on(self, number: int, text: str, start: int, end: int) -> list[Area]:
        letters, words = self._letters(number)
        wanted = _squeezed(text[start:end])
        before, after = _squeezed(text[:start]), _squeezed(text[end:])
        for around in (_AROUND, 20, 8):
            left, right = before[-around:], after[:around]
            for head, tail in ((left, right), (left, ""), ("", right)):
                if (head or tail or not (before or after)) and wanted:
                    at = letters.find(head + wanted + tail)
                    if at >= 0:
                        first = at + len(head)
                        return list(_areas(number, words, first, first + len(wanted)))
        return []

    def _letters(self, number: int) -> tuple[str, list[Word]]:
        """The letters of a page without spaces, and a word for each."""
        if number not in self.drawn:
            drawn = self.pen.draw(self.pages[number - 1], number)
            letters: list[str] = []
            words: list[Word] = []
            for row in rows_of(drawn.words):
                for line in lines_of(row):
                    for word in line.words:
                        printed = _squeezed(text_of([word], line.size, line.y))
                        letters.append(printed)
                        words += [word] * len(printed)
            self.drawn[number] = ("".join(letters), words)
        return self.drawn[number]


def _squeezed(text: str) -> str:
    """A text without its spaces, soft hyphens, and hyphens, which a line's end may add."""
    return "".join(c for c in text if not c.isspace() and c not in "-\u00ad\u2010")


def _areas(number: int, words: list[Word], start: int, end: int) -> Iterator[Area]:
    """The areas of letters, those of a line together; part of a word is measured by its letters."""
    area: Area | None = None
    at = start
    while at < end:
        word = words[at]
        first = at
        while first > 0 and words[first - 1] is word:
            first -= 1
        last = at
        while last < len(words) and words[last] is word:
            last += 1
        wide = (word.x1 - word.x0) / (last - first)
        x0, x1 = word.x0 + wide * (at - first), word.x0 + wide * (min(end, last) - first)
        if area is not None and abs(area.bottom - word.bottom) < 0.5 * word.size and x0 > area.x0:
            area = Area(number, area.x0, min(area.top, word.top), x1, max(area.bottom, word.bottom))
        else:
            if area is not None:
                yield area
            area = Area(number, x0, word.top, x1, word.bottom)
        at = min(end, last)
    if area is not None:
        yield area
