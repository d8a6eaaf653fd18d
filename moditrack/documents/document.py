"""Read a file of any format into one Document: passages, quantities, what is left out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Generic, TypeVar

from moditrack.documents.blocks import Block, Parsed, Unreadable, cells_of_texts
from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import Period
from moditrack.documents.dates.table_periods import label_periods
from moditrack.documents.encodings import decode
from moditrack.documents.formats import format_of
from moditrack.documents.known_layouts import parse
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.locators import grid, known_family, passages_of
from moditrack.documents.normalise import normalise
from moditrack.documents.not_quantities import JOINED
from moditrack.documents.number_style import PLAIN, Style, dated, style_of
from moditrack.documents.numbers_that_count_up import known_by
from moditrack.documents.page_furniture import LISTED, furniture
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities
from moditrack.documents.readers.numbered_lines import number_items
from moditrack.documents.tables import PrintedTable
from moditrack.documents.text_blocks import navigation
from moditrack.extras import needs

if TYPE_CHECKING:
    from moditrack.documents.readers.pdf import Layout

What = TypeVar("What")


@dataclass(frozen=True)
class Located(Generic[What]):
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
    """A file as read: its passages in order, what was left out, and what could not be placed.

    `opening` has the lines of its heading block, one by one; `tab` is a web page's own title.
    """

    name: str
    format: str
    title: str
    sha256: str
    passages: list[Passage] = field(default_factory=list)
    left_out: list[tuple[str, str | int]] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    tab: str = ""

    @property
    def summary_left_out(self) -> str:
        """What was left out, each kind with how often: "navigation (3), page footer"."""
        kinds = Counter(what for what, _ in self.left_out)
        return ", ".join(k if times == 1 else f"{k} ({times})" for k, times in kinds.items())

    @property
    def style(self) -> Style:
        """How it writes its numbers and dates."""
        return self.passages[0].style if self.passages else PLAIN

    def quantities(self) -> Iterator[Located[Quantity]]:
        """Every quantity, in order; those of a table are in its units, without its labels."""
        style = self.style
        return self._found(lambda text: quantities(text, style), _cell_quantities)

    def periods(self) -> Iterator[Located[Period]]:
        """Every date and period, in order.

        Dates without a year have that of the document, where it prints one only.
        """
        found = list(self._found(lambda text: periods(text, self.style), label_periods))
        style = dated(self.style, [one.what for one in found])
        if style == self.style:
            yield from found
        else:
            yield from self._found(lambda text: periods(text, style), label_periods)

    def _found(
        self, of_text: Callable[[str], tuple[What, ...]],
        of_table: Callable[[Passage], dict[tuple[int, int], tuple[What, ...]]],
    ) -> Iterator[Located[What]]:  # fmt: skip
        heading = ""
        for passage in self.passages:
            place = passage.locator, passage.page
            if passage.heading != heading:
                heading = passage.heading
                yield from (Located(what, *place, heading=True) for what in of_text(heading))
            if not passage.table:
                yield from (Located(what, *place) for what in of_text(passage.text))
                continue
            if passage.text.startswith(normalise(passage.caption)):
                yield from (Located(what, *place) for what in of_text(passage.caption))
            cells = of_table(passage)
            for cell in passage.table:
                found = cells.get((cell.row, cell.column), ())
                yield from (Located(what, *place, cell.row, cell.column) for what in found)


def _cell_quantities(passage: Passage) -> dict[tuple[int, int], tuple[Quantity, ...]]:
    entries = PrintedTable(passage.table, passage.caption).entries()
    return {(entry.row, entry.column): entry.quantities for entry in entries}


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
        raise Unreadable(needs("read")) from None


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
            number_items(parsed.blocks)
            passages, unplaced = passages_of(parsed)
    except Unreadable as error:
        raise Unreadable(f"{name} {error}") from None
    headings = dict.fromkeys(passage.heading for passage in passages)
    style = style_of("\n".join([*headings, *(passage.text for passage in passages)]))
    numbered = {
        known_by(before + f"{block.mark} {block.text}", len(before))
        for block in parsed.blocks
        if block.kind == "heading" and block.mark.isdecimal()
        for before in ("", JOINED)
    }
    style = replace(style, counted=style.counted | numbered)
    for passage in passages:
        passage.style = style
        passage.table = passage.table or cells_of_texts(passage.cells)
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        name, form, parsed.title, digest, passages, parsed.left_out, unplaced,
        _opening(parsed, passages), parsed.tab,
    )  # fmt: skip


def _opening(parsed: Parsed, passages: list[Passage]) -> list[str]:
    """The lines of the heading block, which is one passage."""
    rest = passages[0].text if passages and passages[0].kind == "header" else ""
    lines = []
    for block in parsed.blocks:
        line = normalise(block.text)
        if not line or not rest.startswith(line):
            break
        lines.append(line)
        rest = rest[len(line) :].lstrip()
    return lines


_DIGIT = lazy_regex(r"\d")
_QUOTED = 200
"""Characters to quote of what was left out."""


def without_furniture(parsed: Parsed) -> Parsed:
    """The same without the blocks that are page furniture, which `left_out` then has.

    A number of paragraphs on a line of its own is the mark of the next one.
    """
    lines = [_lines(block) for block in parsed.blocks]
    text = "\n".join(line for own in lines for line in own)
    spans = furniture(text)
    if not spans:
        return parsed
    kept: list[Block] = []
    left: dict[str, list[str]] = {}
    at, mark = 0, ""
    around = iter(spans)
    span = next(around, None)
    for block, own in zip(parsed.blocks, lines, strict=True):
        kinds = []
        for line in own:
            while span is not None and span.end <= at:
                span = next(around, None)
            whole = span is not None and span.start <= at and at + len(line) <= span.end
            kinds.append(span.kind if whole and span is not None else "")
            at += len(line) + 1
        if mark and own and block.kind == "paragraph" and not (block.mark or all(kinds)):
            block.mark = mark
        elif mark:
            left.setdefault(LISTED, []).append(mark)
        mark = own[0] if kinds == [LISTED] else ""
        # A heading in a table of contents is no entry of it.
        named = [kind for kind, line in zip(kinds, own, strict=True) if kind or _DIGIT.search(line)]
        if named and all(named) and not mark:
            left.setdefault(named[0], []).append(" ".join(own))
        elif not mark:
            kept.append(block)
    if mark:
        left.setdefault(LISTED, []).append(mark)
    parsed.blocks = kept
    parsed.left_out += [(kind, " ".join(texts)[:_QUOTED]) for kind, texts in left.items()]
    return parsed


def _lines(block: Block) -> list[str]:
    if block.cells:
        return [" ".join(" ".join(row).split()) for row in grid(block.cells)]
    mark = f"{block.mark} " if block.mark else ""
    return [" ".join((mark + block.text).split())]
