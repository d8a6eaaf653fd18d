"""Read a file of any format into one Document."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from moditrack.documents.blocks import Parsed, Unreadable
from moditrack.documents.lines import decode
from moditrack.documents.passages import Passage, parse
from moditrack.documents.quantities import Quantity, quantities, read_cell

_HTML_NEAR_START = 2000
_TAGS = ("<!doctype html", "<html", "<head", "<body")


@dataclass(frozen=True)
class Found:
    """A quantity and where it stands: its page and passage, and row and column in a table."""

    quantity: Quantity
    locator: str
    page: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass
class Document:
    """A file as read: its passages in order, what was left out, and what could not be placed."""

    name: str
    format: str
    title: str
    sha256: str
    passages: list[Passage] = field(default_factory=list)
    left_out: list[tuple[str, str | int]] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)

    def quantities(self) -> Iterator[Found]:
        """Every quantity of every passage and cell, in order."""
        for passage in self.passages:
            if passage.table:
                for cell in passage.table:
                    if (quantity := read_cell(cell.text)) is not None:
                        yield Found(quantity, passage.locator, passage.page, cell.row, cell.column)
            else:
                for quantity in quantities(passage.text):
                    yield Found(quantity, passage.locator, passage.page)


def read(path: Path | str) -> Document:
    """Read a file. Raises Unreadable, whose message is a sentence, and OSError."""
    path = Path(path)
    return document(path.read_bytes(), path.name)


def document(data: bytes, name: str) -> Document:
    """Read the bytes of a file that has this name, which says nothing of its format."""
    try:
        form = format_of(data)
        if form == "text":
            parsed, passages = Parsed(), parse(decode(data))
        else:
            reader = import_module(f"moditrack.documents.readers.{form}")
            parsed, passages = reader.blocks(data), []
    except Unreadable as error:
        raise Unreadable(f"{name} {error}") from None
    return Document(
        name, form, parsed.title, hashlib.sha256(data).hexdigest(), passages, parsed.left_out
    )


def format_of(data: bytes) -> str:
    """The format of a file by its content."""
    start = data[:1024]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _format_of_zip(data)
    opening = decode(data[:_HTML_NEAR_START]).lower()
    if any(tag in opening for tag in _TAGS):
        return "html"
    return "text"


def _format_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        names = []
    if "word/document.xml" in names:
        return "docx"
    raise Unreadable("is none of HTML, PDF, Word, Markdown, text and CSV: save it as one of them.")
