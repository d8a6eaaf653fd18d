"""The locator of every block of a document: section, paragraph, bullet, table, ~2.

Documents in one of the two known layouts get their locators from documents/passages.py. In any
other, a paragraph has its printed number, or is counted below its heading: `17`, `1.1`, `17.b2`,
`key-findings.p3`; in a file with pages the heading is that on its page: `page-4.key-findings.p3`.
"""

from __future__ import annotations

import re
from collections import Counter

from moditrack.documents.blocks import Block, Cell, Parsed
from moditrack.documents.bullets_and_numbers import is_bullet, number_of
from moditrack.documents.known_layouts import parse
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.normalise import normalise, slug
from moditrack.documents.passages import Passage

_LETTERED = lazy_regex(r"^[ \t]*([A-Z])\. \S.*[^.;,\s][ \t]*$", re.MULTILINE)
_ARCHIVED = lazy_regex(
    r"^(?:\**Notes? (?:to|for) editors\**:?|See the MOPC website for further information\."
    r"|You are in:)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FORM = lazy_regex(r"\s*[^\t\n]{1,60}:[^\t\n]*\t")
_LONGEST_SLUG = 48
_LONGEST_LINE = 160
"""Characters of a longer paragraph that is not part of the heading block."""
_MOST_HEADER = 8
_SENTENCE = lazy_regex(r"\S+ \S+ .*[.!?]$", re.DOTALL)
_TABLE_NUMBER = lazy_regex(r"((?:table|figure|chart)\s+(?:[A-Z]\.?)?\d+(?:\.\d+)*[a-z]?)\b", re.I)


def known_family(text: str) -> bool:
    """Whether a text has the layout of the police authority or of a committee report."""
    if _FORM.match(text) or _ARCHIVED.search(text):
        return True
    letters = "".join(match[1] for match in _LETTERED.finditer(text))
    return "AB" in letters and letters[:1] == "A"


def passages_of(parsed: Parsed) -> tuple[list[Passage], list[str]]:
    """The passages of the blocks of a file, and what could not be placed."""
    text = as_lines(parsed.blocks)
    if known_family(text):
        return _with_positions(parse(text), parsed.blocks), []
    return _Places(parsed).read()


def as_lines(blocks: list[Block]) -> str:
    """Blocks as a text: a blank line between them, tabs between cells."""
    parts = []
    for block in blocks:
        if block.kind == "table":
            title = [block.caption, ""] if block.caption else []
            lines = [*title, *("\t".join(_plain(c) for c in row) for row in grid(block.cells))]
        else:
            own = "•" if is_bullet(block.mark) else block.mark
            lines = f"{own} {block.text}".strip().replace("\t", " ").split("\n")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _plain(text: str) -> str:
    return " ".join(text.split())


def grid(cells: list[Cell]) -> list[list[str]]:
    """The texts of cells row by row; what a cell spans beside its first place is empty."""
    if not cells:
        return []
    width = max(cell.column for cell in cells) + 1
    height = max(cell.row for cell in cells) + 1
    if width * height > 4 * len(cells) + 10_000:  # positions that say nothing
        rows: dict[int, list[str]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell.text)
        return [rows[row] for row in sorted(rows)]
    texts = [[""] * width for _ in range(height)]
    for cell in cells:
        texts[cell.row][cell.column] = cell.text
    return texts


def _with_positions(passages: list[Passage], blocks: list[Block]) -> list[Passage]:
    """Passages with the page and the cells of the blocks that they were made of."""
    tables = [block for block in blocks if block.kind == "table"]
    own = [passage for passage in passages if passage.kind == "table"]
    headers = sum(passage.kind == "header" and "\t" not in passage.text for passage in passages)
    spare = len(tables) - len(own)
    for passage, block in zip(own, tables[spare:] if 0 <= spare <= headers else [], strict=False):
        passage.table, passage.caption = block.cells, block.caption
    at = 0
    texts = [normalise(_block_text(block)) for block in blocks]
    for passage in passages:
        wanted = passage.text[:40]
        for ahead in range(at, min(at + 30, len(blocks))):
            if wanted in texts[ahead] or (texts[ahead] and wanted.startswith(texts[ahead])):
                passage.page, at = blocks[ahead].page, ahead
                break
    return passages


def _block_text(block: Block) -> str:
    if block.kind == "table":
        return " ".join(cell.text for cell in block.cells[:40])
    return block.text


class _Places:
    """Goes through the blocks of a document and places each below its heading and number."""

    def __init__(self, parsed: Parsed) -> None:
        self.blocks = parsed.blocks
        self.out: list[Passage] = []
        self.unplaced: list[str] = []
        self.headings: list[Block] = []
        self.waiting: list[Block] = []
        """Headings with nothing below them yet."""
        self.number = ""
        self.counts: Counter[str] = Counter()
        numbers = Counter(number_of(b.mark) for b in self.blocks if _is_numbered(b))
        self.restarts = any(times > 1 for times in numbers.values())

    def read(self) -> tuple[list[Passage], list[str]]:
        """The passages, and what could not be placed."""
        start = self._header()
        for block in self.blocks[start:]:
            self._block(block)
        self._heads_alone()
        return self.out, self.unplaced

    def _header(self) -> int:
        """Read the heading block: the title, and the short lines below it."""
        end = 0
        for block in self.blocks[:_MOST_HEADER]:
            captions = end > 0 and _TABLE_NUMBER.match(block.text)
            if block.kind not in ("heading", "paragraph") or _is_numbered(block) or captions:
                break
            # Above a title there may be a smaller heading: what kind of document this is.
            if block.kind == "heading" and end and block.level >= self.blocks[end - 1].level:
                break
            long = len(block.text) > _LONGEST_LINE
            is_sentence = _SENTENCE.match(block.text) is not None
            prose = (long or is_sentence) if end else (long and is_sentence)
            if block.kind == "paragraph" and prose:
                break
            end += 1
        # A text of short paragraphs has only its first for a heading block.
        if end == len(self.blocks) and end > 1:
            end = 1
        if end:
            text = "\n".join(_printed(block) for block in self.blocks[:end])
            self._add("header", "header", text, self.blocks[0])
        return end

    def _block(self, block: Block) -> None:
        if block.kind == "heading":
            self._head(block)
        elif block.kind == "table":
            self._table(block)
        elif block.kind == "footnote":
            self._add(
                f"footnote-{slug(number_of(block.mark)) or 'x'}", "footnote", block.text, block
            )
        elif _is_numbered(block):
            self.number = number_of(block.mark)
            locator = self.number
            if self.restarts and "." not in locator:
                locator = self._joined(self._section(), locator)
            self._add(locator, "paragraph", block.text, block)
        elif block.kind == "item" or is_bullet(block.mark):
            own = number_of(block.mark)
            if is_bullet(block.mark) or not re.fullmatch(r"\w+(?:\.\w+)*", own, re.ASCII):
                self._counted("b", "bullet", block.text, block)
            else:
                place = self._joined(self._place(), own)
                self._add(place, "bullet", block.text, block)
        else:
            mark = f"{block.mark} " if block.mark else ""
            self._counted("p", "unnumbered", mark + block.text, block)

    def _head(self, block: Block) -> None:
        level = block.level or 1
        if self.waiting and (self.waiting[-1].level or 1) >= level:
            self._heads_alone()
        self.headings = [h for h in self.headings if (h.level or 1) < level] + [block]
        self.waiting.append(block)
        if "." not in block.mark.strip("."):
            self.number = ""

    def _heads_alone(self) -> None:
        """Headings with nothing below them are passages of their own."""
        for block in self.waiting:
            kept, self.headings = self.headings, []
            self._counted("p", "unnumbered", _printed(block), block)
            self.headings = kept
        self.waiting = []

    def _table(self, block: Block) -> None:
        rows = grid(block.cells)
        caption = block.caption or self._caption_above()
        found = _TABLE_NUMBER.match(caption)
        first = next((c.text for c in block.cells if c.text), "")
        name = _short(slug(found[1] if found else caption or first)) or "table"
        lines = "\n".join("\t".join(row) for row in rows)
        text = f"{block.caption}\n{lines}" if block.caption else lines
        self._add(self._joined(self._place(), name), "table", text, block)
        self.out[-1].cells = [[normalise(cell) for cell in row] for row in rows]
        self.out[-1].table, self.out[-1].caption = block.cells, caption

    def _caption_above(self) -> str:
        """The heading or paragraph above a table if it is its caption: it begins with "Table 3"."""
        above = self.waiting[-1].text if self.waiting else self.out[-1].text if self.out else ""
        return above if _TABLE_NUMBER.match(above) and len(above) <= _LONGEST_LINE else ""

    def _section(self) -> str:
        """The heading nearest above, as a part of a locator."""
        heading = self.headings[-1] if self.headings else None
        if heading is None:
            return "body"
        return _short(slug(f"{heading.mark} {heading.text}")) or "section"

    def _place(self) -> str:
        """The locator of a thing without a number: in its paragraph, or below its heading."""
        if not self.number:
            return self._section()
        if self.restarts and "." not in self.number:
            return self._joined(self._section(), self.number)
        return self.number

    def _joined(self, *parts: str) -> str:
        return ".".join(part for part in parts if part)

    def _counted(self, letter: str, kind: str, text: str, block: Block) -> None:
        place = self._place()
        if block.page is not None:
            place = self._joined(f"page-{block.page}", place if place != "body" else "")
        key = self._joined(place, letter)
        self.counts[key] += 1
        self._add(f"{key}{self.counts[key]}", kind, text, block)

    def _add(self, locator: str, kind: str, text: str, block: Block) -> None:
        if kind != "footnote":
            self.waiting = [] if kind != "unnumbered" or block not in self.waiting else self.waiting
        self.counts[f"={locator}"] += 1
        times = self.counts[f"={locator}"]
        if times > 1:
            if kind in ("paragraph", "footnote"):
                what = f"{kind} {locator} is there again"
                self.unplaced.append(what)
            locator = f"{locator}~{times}"
        heading = " / ".join(_printed(h) for h in self.headings)
        passage = Passage(locator, kind, normalise(heading), normalise(text), page=block.page)
        self.out.append(passage)


def _is_numbered(block: Block) -> bool:
    """Whether a block is a paragraph with a printed number: "17.", or "1.1" at any depth."""
    numbered = re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,3})*\.?", block.mark) is not None
    nested = block.level == 0 or "." in block.mark.strip(".")
    return numbered and nested and block.kind in ("paragraph", "item")


def _printed(block: Block) -> str:
    return f"{block.mark} {block.text}".strip()


def _short(name: str) -> str:
    """A slug that is not too long, cut between words."""
    if len(name) <= _LONGEST_SLUG:
        return name
    return name[: _LONGEST_SLUG + 1].rpartition("-")[0] or name[:_LONGEST_SLUG]
