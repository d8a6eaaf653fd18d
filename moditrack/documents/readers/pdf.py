"""Read a PDF page by page, without what cannot be read; its title; what PDFs are refused."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from moditrack.documents.blocks import Parsed, Unreadable
from moditrack.documents.readers.pdf_pages import size_limits
from moditrack.documents.readers.pdf_pages.columns import Box
from moditrack.documents.readers.pdf_pages.headings_and_paragraphs import Writer
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_pages.page import Drawn, Pages
from moditrack.documents.readers.pdf_pages.paragraphs_and_tables_across_pages import Placed
from moditrack.documents.readers.pdf_pages.reading_order import laid_out
from moditrack.documents.readers.pdf_pages.running_heads import NEAR, Edge, edges, running
from moditrack.documents.readers.pdf_tables.with_rulings import Table

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of what it repairs

_DAMAGED = "is damaged: open it in a program that shows PDFs and save it again."
_LONG = (
    f"is longer than a report: at most {size_limits.PAGES:,} pages are read. Split it into several"
    " files."
)


@dataclass
class Layout:
    """The pages of a PDF as drawn, by number, and its lines and tables in reading order."""

    pages: dict[int, Drawn] = field(default_factory=dict)
    items: list[Placed | tuple[Box, int]] = field(default_factory=list)


def blocks(data: bytes, layout: Layout | None = None) -> Parsed:
    """The blocks of a PDF in reading order, which `layout` keeps, too. Raises Unreadable."""
    parsed = Parsed()
    size_limits.start()
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        pages = drawn_pages(document, parsed)
        if layout is not None:
            pages = _kept(pages, layout)
        lines = list(in_order(pages, parsed))
    except PDFPasswordIncorrect:
        raise Unreadable("is protected by a password: save a copy without it.") from None
    except (size_limits.TooMuchError, MemoryError):
        raise Unreadable(_LONG) from None
    except Unreadable:
        raise
    except Exception:  # pdfminer raises many kinds on damaged files
        raise Unreadable(_DAMAGED) from None
    if layout is not None:
        layout.items = lines
    parsed.blocks = Writer(lines).write()
    parsed.title = _title(document)
    return parsed


def _kept(pages: Iterator[Drawn], layout: Layout) -> Iterator[Drawn]:
    for drawn in pages:
        layout.pages[drawn.number] = drawn
        yield drawn


def drawn_pages(document: PDFDocument, parsed: Parsed) -> Iterator[Drawn]:
    """The pages of a document, one at a time; those that cannot be drawn are left out."""
    pages = Pages()
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        if number > size_limits.PAGES:
            raise size_limits.TooMuchError
        try:
            drawn = pages.draw(page, number)
        except size_limits.TooMuchError:
            if size_limits.spent():
                raise
            parsed.left_out.append(("page with more on it than is read", number))
            drawn = Drawn(number)
        except Exception:  # the damage of one page leaves the others
            parsed.left_out.append(("damaged page", number))
            drawn = Drawn(number)
        yield drawn


def in_order(pages: Iterator[Drawn], parsed: Parsed) -> Iterator[Placed | tuple[Box, int]]:
    """The lines and tables of pages in reading order, without running heads and feet."""
    left_out = LeftOut(parsed)
    window: list[tuple[Drawn, list[Edge]]] = []  # of pages nearby, by which heads are found
    at = region = 0
    columns: set[int] = set()
    while True:
        while len(window) <= at + NEAR and (drawn := next(pages, None)) is not None:
            left_out.page(drawn)
            window.append((drawn, edges(drawn)))
        if at >= len(window):
            break
        drawn, mine = window[at]
        near = [other for _, other in window if other is not mine]
        for edge in running(mine, near):
            left_out.edge(edge)
            gone = set(map(id, edge.words))
            drawn.words = [word for word in drawn.words if id(word) not in gone]
        for items, left, right in laid_out(drawn, columns, left_out.text):
            region += 1
            for item in items:
                if isinstance(item, Line):
                    yield Placed(item, drawn.number, region, left, right)
                else:
                    assert isinstance(item.content, Table)
                    for cell in item.content.cells:
                        cell.page = drawn.number
                    yield item, drawn.number
        window[at] = (Drawn(drawn.number), mine)
        if at == NEAR:
            del window[0]
        else:
            at += 1
    left_out.end()


def _title(document: PDFDocument) -> str:
    """The title that the file gives itself."""
    for info in document.info:
        title = resolve1(info.get("Title")) if isinstance(info, dict) else None
        if isinstance(title, bytes):
            return " ".join(decode_text(title).split())
    return ""


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
