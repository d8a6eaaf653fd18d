"""Scans and fonts without characters are refused; a list of what a PDF has that is not read."""

from __future__ import annotations

import re

from moditrack.documents.blocks import Parsed, Unreadable
from moditrack.documents.readers.pdf_pages.page import Drawn
from moditrack.documents.readers.pdf_pages.running_heads import Edge

_SCAN = "is a scan without text: run it through text recognition (OCR) and save that."
_NO_UNICODE = (
    "has fonts that do not say which characters they show: print it to a new PDF and run that"
    " through text recognition (OCR)."
)


class LeftOut:
    """Lists what is left out, each running head once; a document without text is unreadable."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.heads: set[tuple[bool, str]] = set()
        self.numbers: list[int] = []
        self.pages = self.characters = self.unknown = self.images = 0

    def page(self, drawn: Drawn) -> None:
        """Count what a page has, and list what is missing from it."""
        self.pages += 1
        self.characters += drawn.characters
        self.unknown += drawn.unknown
        self.images += drawn.images
        if drawn.unknown > 0.02 * drawn.characters:
            self.text("page with characters that its fonts do not name", drawn.number)
        if not drawn.characters:
            self.text("page without text", drawn.number)

    def edge(self, edge: Edge) -> None:
        """List a running head or foot, or count a page number."""
        if edge.is_number:
            self.numbers.append(edge.page)
            return
        key = (edge.foot, re.sub(r"\d+", "0", edge.text))
        if key not in self.heads:
            self.heads.add(key)
            self.text("running foot" if edge.foot else "running head", edge.text)

    def text(self, what: str, text: str | int) -> None:
        """List what is left out."""
        self.parsed.left_out.append((what, text))

    def end(self) -> None:
        """Refuse a document without text. Raises Unreadable."""
        if self.numbers:
            self.text("page numbers", len(self.numbers))
        if not self.characters:
            raise Unreadable(_SCAN if self.images else "has no text.")
        if self.unknown > 0.3 * self.characters:
            raise Unreadable(_NO_UNICODE)
