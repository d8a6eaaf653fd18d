"""Read a file of any format into one Document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from moditrack.documents.blocks import Parsed, Unreadable
from moditrack.documents.formats import format_of
from moditrack.documents.lines import decode, navigation
from moditrack.documents.locate import cells_of, known_family, passages_of
from moditrack.documents.passages import Passage, parse
from moditrack.documents.quantities import Quantity, quantities, read_cell


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
    return read_bytes(path.read_bytes(), path.name)


def read_bytes(data: bytes, name: str = "it") -> Document:
    """Read the content of a file; its name is used in messages only. Raises Unreadable."""
    try:
        form = format_of(data)
        text = decode(data) if form == "text" else ""
        if known_family(text):
            parsed, passages = Parsed(left_out=navigation(text)), parse(text)
            unplaced: list[str] = []
        else:
            reader = import_module(f"moditrack.documents.readers.{form}")
            parsed = reader.blocks(data)
            passages, unplaced = passages_of(parsed)
    except Unreadable as error:
        raise Unreadable(f"{name} {error}") from None
    for passage in passages:
        passage.table = passage.table or cells_of(passage.cells)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, form, parsed.title, digest, passages, parsed.left_out, unplaced)
