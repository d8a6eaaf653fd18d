"""Lines of print in reading order into headings, paragraphs, items, tables and footnotes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from moditrack.documents.blocks import Block
from moditrack.documents.bullets_and_numbers import BULLETS
from moditrack.documents.footnote_marks import SUPERSCRIPTS, raised_digits
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.pdf_pages.columns import Box
from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_pages.paragraphs_and_tables_across_pages import (
    ENDED,
    Placed,
    ends_early,
    goes_on,
    half,
    is_rest,
    moved,
    pitches,
)  # fmt: skip
from moditrack.documents.readers.pdf_pages.running_heads import TITLED
from moditrack.documents.readers.pdf_tables.with_rulings import Table

_BULLET = lazy_regex(rf"([{BULLETS}*–—-]|o(?=\s\s?[A-Z]))\s+(?=\S)")
_NUMBER = lazy_regex(
    r"(\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[A-Z]\.|\(?(?:[a-z]|[ivx]{1,5})\)"
    r"|\(\d{1,2}\))\s+(?=\S)"
)
_BARE = lazy_regex(r"(\d{1,3})\s+(?=[A-Z])")
_FEW_WORDS = 6
"""Words of a line that says what a number before it counts: 497 Injuries."""
_RAISED = lazy_regex(rf"([{SUPERSCRIPTS}]+)\s*(?=\S)")
_HYPHENS = ("-", "\u2010", "\u00ad")
_LONGEST_HEADING = 200


class _Open:
    """A paragraph that is being read: its lines, and their texts by the lines that were meant."""

    def __init__(self, placed: Placed, mark: str, text: str, kind: str) -> None:
        self.kind, self.mark = kind, mark
        self.lines = [placed]
        self.texts = [[text]]


class Writer:
    """Makes blocks of the lines and tables of a document, page by page."""

    def __init__(self, items: list[Placed | tuple[Box, int]]) -> None:
        self.items = items
        self.blocks: list[Block] = []
        self.open: _Open | None = None
        self.note: _Open | None = None
        self.notes: list[Block] = []
        self.table: tuple[Block, Table] | None = None
        self.starts: list[tuple[Block, float, float]] = []
        """Blocks of text with their size and left edge."""
        lines = [item for item in items if isinstance(item, Placed)]
        sizes: Counter[float] = Counter()
        self.words: set[str] = set()
        self.counted = 0  # the last number of a paragraph without a point
        cut = False  # whether a word is cut at the end of the line
        for placed in lines:
            text = placed.line.text
            sizes[half(placed.line.size)] += len(text)
            words = re.findall(r"[\w'’-]+", text.lower())
            self.words.update(words[cut : len(words) - text.endswith(_HYPHENS)])
            cut = text.endswith(_HYPHENS)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        pairs = [(a, b) for a, b in pairwise(lines) if a.region == b.region]
        self.pitches = pitches(pairs)
        even = [(a, b) for a, b in pairs if not a.line.bold and not b.line.bold]
        spaced = sum(self._is_spaced(a, b) for a, b in even)
        self.spaces = spaced >= 3 and spaced > 0.06 * len(even)
        """Whether space separates paragraphs, so that a line that ends early is only that."""

    def write(self) -> list[Block]:
        """The blocks of the document, in order."""
        page = 0
        for item in self.items:
            here = item.page if isinstance(item, Placed) else item[1]
            new, page = here != page, here
            if isinstance(item, Placed):
                self._line(item)
            else:
                self._table(item[0], here, new)
        self._close_note()
        self._close()
        self._levels()
        return self.blocks

    def _line(self, placed: Placed) -> None:
        mark, text, kind = self._marked(placed, self.open.lines[-1] if self.open else None)
        if kind == "footnote":
            self._close_note()
            self.note = _Open(placed, mark, text, kind)
            return
        if self.note is not None:
            if not mark and self._is_in_note(self.note.lines[-1], placed):
                self.note.lines.append(placed)
                self.note.texts[-1].append(text)
                return
            self._close_note()
        last = self.open.lines[-1] if self.open is not None else None
        ends = last is not None and last.region == placed.region and ends_early(last, placed)
        if self.open is None or last is None or mark or self._breaks(last, placed) or (
            ends and not self.spaces
        ):  # fmt: skip
            self._close()
            self.open = _Open(placed, mark, text, kind)
            return
        self.open.lines.append(placed)
        if ends:
            self.open.texts.append([text])
        else:
            self.open.texts[-1].append(text)

    def _is_in_note(self, last: Placed, placed: Placed) -> bool:
        """Whether a line goes on the footnote above it."""
        a, b = last.line, placed.line
        near = last.region == placed.region and not self._is_spaced(last, placed)
        return near and abs(a.size - b.size) < 0.6 and a.bold == b.bold

    def _marked(self, placed: Placed, last: Placed | None) -> tuple[str, str, str]:
        """The mark that a line begins with, the text after it, and what kind of block it opens."""
        line = placed.line
        text = line.text
        if (match := _RAISED.match(text)) is not None and len(text) > match.end() + 1:
            return match[1], text[match.end() :], "footnote"
        if line.size < 0.93 * self.body and self._is_note(line):
            match = re.match(r"(\d{1,3})\s+", text)
            if match is not None:
                return raised_digits(match[1]), text[match.end() :], "footnote"
        if (match := _BULLET.match(text)) is not None:
            return match[1], text[match.end() :], "item"
        if (match := _NUMBER.match(text)) is not None and self._opens(placed, match[1], last):
            kind = "paragraph" if match[1][-1] == "." or match[1][-1].isdigit() else "item"
            return match[1], text[match.end() :], kind
        if (match := _BARE.match(text)) is not None and len(line.words) > 1:
            gap = line.words[1].x0 - line.words[0].x1
            counts = int(match[1]) - self.counted in (1, 2, 3) or len(line.words) > _FEW_WORDS
            if counts and gap > 0.9 * line.size and len(line.words[0].text) == len(match[1]):
                self.counted = int(match[1])
                return match[1], text[match.end() :], "paragraph"
        return "", text, "paragraph"

    def _is_note(self, line: Line) -> bool:
        first = line.words[0]
        return first.size < 0.85 * line.size and first.text.isdigit()

    def _opens(self, placed: Placed, mark: str, last: Placed | None) -> bool:
        """Whether a number at the start of a line is its mark, not a number of a sentence."""
        if last is None or last.region != placed.region or self.open is None:
            return last is None or ENDED.search(last.line.text) is not None or len(mark) > 1
        if self._is_spaced(last, placed) or ENDED.search(last.line.text):
            return True
        if placed.line.bold != last.line.bold or abs(placed.line.size - last.line.size) > 0.6:
            return True
        first = self.open.lines[0].line
        return bool(self.open.mark) and abs(first.x0 - placed.line.x0) < 2 and (
            last.line.x0 - placed.line.x0 > 4 or len(self.open.lines) == 1
        )  # fmt: skip

    def _is_spaced(self, last: Placed, placed: Placed) -> bool:
        """Whether more than the usual space lies between two lines of a region."""
        pitch = placed.line.y - last.line.y
        size = half(placed.line.size)
        usual = self.pitches.get(size, 1.2 * size)
        return pitch > max(1.22 * usual, usual + 2) or pitch < 0

    def _breaks(self, last: Placed, placed: Placed) -> bool:
        """Whether a line without a mark begins a new block."""
        assert self.open is not None
        a, b = last.line, placed.line
        if last.region != placed.region:
            return not goes_on(last, placed)
        if abs(a.size - b.size) > 0.6 or self._is_spaced(last, placed):
            return True
        if a.bold != b.bold:
            whole = all(p.line.bold for p in self.open.lines)
            full = a.x1 > last.right - 0.15 * (last.right - last.left)
            runs_in = whole and full and not b.bold and b.text[0].islower()
            return not runs_in and whole != b.bold
        here = [p.line for p in self.open.lines if p.region == placed.region]
        first = self.open.lines[0].line
        if here[0] is not first or len(here) > 1:
            left = here[0].x0 if here[0] is not first else here[1].x0
            return abs(b.x0 - left) > 0.8 * b.size
        if self.open.mark:
            return b.x0 < a.x0 - 2
        return b.x0 - a.x0 > 0.8 * b.size and not b.text[0].islower()

    def _close_note(self) -> None:
        """A footnote waits for the end of the paragraph that its page breaks off."""
        if self.note is not None:
            note, self.note = self.note, None
            self.notes.append(Block("footnote", self._text(note), 0, note.mark, note.lines[0].page))
            if self.open is None:
                self._close()

    def _text(self, opened: _Open) -> str:
        return "\n".join(joined(texts, self.words) for texts in opened.texts)

    def _close(self) -> None:
        """Add the open paragraph to the blocks, and the footnotes that wait for its end."""
        if self.open is not None:
            opened, self.open = self.open, None
            self._add(opened)
        self.blocks += self.notes
        self.notes = []

    def _add(self, opened: _Open) -> None:
        first = opened.lines[0]
        text = self._text(opened)
        block = Block(opened.kind, text, 0, opened.mark, first.page)
        size = max(p.line.size for p in opened.lines)
        weighty = all(p.line.bold for p in opened.lines) or size > 1.08 * self.body + 0.3
        if (
            weighty
            and opened.kind == "paragraph"
            and len(opened.lines) < 4
            and len(text) <= _LONGEST_HEADING
            and text[-1] not in ".;,"
            and any(c.isalpha() for c in text)
        ):
            block.kind = "heading"
        self.starts.append((block, half(size) + 0.1 * first.line.bold, first.line.x0))
        self.blocks.append(block)

    def _table(self, box: Box, page: int, new_page: bool) -> None:
        table = box.content
        assert isinstance(table, Table)
        self._close_note()
        self._close()
        last = self.table
        follows = last is not None and new_page and self.blocks[-1] is last[0]
        if last is not None and follows and is_rest(last[1], table):
            rows = 1 + max(cell.row for cell in last[0].cells)
            last[0].cells += moved(last[0].cells, table.cells, rows)
            self.table = (last[0], table)
            return
        block = Block("table", "", 0, "", page, table.cells)
        above = self.blocks[-1] if self.blocks else None
        if above is not None and above.page == page and not above.mark and (
            above.kind in ("heading", "paragraph") and TITLED.match(above.text)
        ):  # fmt: skip
            block.caption = self.blocks.pop().text
        self.table = (block, table)
        self.blocks.append(block)

    def _levels(self) -> None:
        """The depth of headings by their size and weight, and of items by their left edge."""
        sizes = sorted({size for block, size, _ in self.starts if block.kind == "heading"})
        edges: list[float] = []
        for block, size, left in self.starts:
            if block.kind == "heading":
                block.level = len(sizes) - sizes.index(size)
            elif block.kind == "item":
                while edges and left < edges[-1] - 4:
                    edges.pop()
                if not edges or left > edges[-1] + 4:
                    edges.append(left)
                block.level = len(edges) - 1
            else:
                edges = []
