"""Read a file of any format into one Document."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Generic, TypeVar

from moditrack.documents.blocks import NEEDS_EXTRA, Parsed, Unreadable
from moditrack.documents.calendars import Period
from moditrack.documents.cell_values import Entry
from moditrack.documents.formats import format_of
from moditrack.documents.left_out import without_furniture
from moditrack.documents.lines import decode, navigation, normalise
from moditrack.documents.locate import cells_of, known_family, passages_of
from moditrack.documents.passages import Passage, parse
from moditrack.documents.periods import periods
from moditrack.documents.quantities import Quantity, quantities
from moditrack.documents.tables import PrintedTable

if TYPE_CHECKING:
    from moditrack.documents.readers.pdf import Layout

What = TypeVar("What")


@dataclass(frozen=True)
class Found(Generic[What]):
    """A quantity or period and where it is: page and passage, and row and column in a table.

    `heading` says that it is in the heading above the passage.
    """

    what: What
    locator: str
    page: int | None = None
    row: int | None = None
    column: int | None = None
    heading: bool = False


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

    @property
    def summary_left_out(self) -> str:
        """What was left out, each kind with how often: "navigation (3), page footer"."""
        kinds = Counter(what for what, _ in self.left_out)
        return ", ".join(k if times == 1 else f"{k} ({times})" for k, times in kinds.items())

    def quantities(self) -> Iterator[Found[Quantity]]:
        """Every quantity, in order; those of a table are in its units, without its labels."""
        return self._found(quantities, lambda entry: entry.quantities, of_label=lambda _: ())

    def periods(self) -> Iterator[Found[Period]]:
        """Every date and period, in order."""
        return self._found(periods, lambda entry: periods(entry.printed), of_label=periods)

    def _found(
        self, of_text: Callable[[str], tuple[What, ...]],
        of_entry: Callable[[Entry], tuple[What, ...]],
        of_label: Callable[[str], tuple[What, ...]],
    ) -> Iterator[Found[What]]:  # fmt: skip
        heading = ""
        for passage in self.passages:
            place = passage.locator, passage.page
            if passage.heading != heading:
                heading = passage.heading
                yield from (Found(what, *place, heading=True) for what in of_text(heading))
            if not passage.table:
                yield from (Found(what, *place) for what in of_text(passage.text))
                continue
            entries = {
                (entry.row, entry.column): entry
                for entry in PrintedTable(passage.table, passage.caption).entries()
            }
            if passage.text.startswith(normalise(passage.caption)):
                yield from (Found(what, *place) for what in of_text(passage.caption))
            for cell in passage.table:
                entry = entries.get((cell.row, cell.column))
                found = of_label(cell.text) if entry is None else of_entry(entry)
                yield from (Found(what, *place, cell.row, cell.column) for what in found)


def read(path: Path | str, layout: Layout | None = None) -> Document:
    """Read a file. Raises Unreadable, whose message is a sentence, and OSError."""
    path = Path(path)
    return read_bytes(path.read_bytes(), path.name, layout)


def _reader(form: str) -> ModuleType:
    """The reader of a format. Raises Unreadable where a library of the extra is not installed."""
    try:
        return import_module(f"moditrack.documents.readers.{form}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "moditrack":
            raise
        raise Unreadable(NEEDS_EXTRA) from None


def read_bytes(data: bytes, name: str = "it", layout: Layout | None = None) -> Document:
    """Read the content of a file; its name is used in messages only. Raises Unreadable.

    `layout` keeps the places of what is read from a PDF.
    """
    try:
        form = format_of(data)
        text = decode(data) if form == "text" else ""
        if known_family(text):
            parsed, passages = Parsed(left_out=navigation(text)), parse(text)
            unplaced: list[str] = []
        else:
            reader = _reader(form)
            kept = {"layout": layout} if layout is not None and form == "pdf" else {}
            parsed = without_furniture(reader.blocks(data, **kept))
            passages, unplaced = passages_of(parsed)
    except Unreadable as error:
        raise Unreadable(f"{name} {error}") from None
    for passage in passages:
        passage.table = passage.table or cells_of(passage.cells)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, form, parsed.title, digest, passages, parsed.left_out, unplaced)
