"""Read plain text: headings, with or without blank lines, tables, characters of web pages."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import pairwise

from moditrack.documents.blocks import Block, Parsed
from moditrack.documents.bullets_and_numbers import can_be_heading, split_mark
from moditrack.documents.encodings import decode
from moditrack.documents.footnote_marks import is_raised
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.page_numbers_and_running_heads import LONE
from moditrack.documents.readers.text_footnotes import raise_footnotes
from moditrack.documents.readers.text_tables.all_on_one_line import flattened
from moditrack.documents.readers.text_tables.tabs_and_pipes import Tables

_WRAPPED_AT, _WIDE = 100, 160
"""Lines of a text that is wrapped are hardly longer; wider ones must break off in sentences."""
_ENDED = (".", "?", "!", ":", ";")
_FULL = 0.72
"""A line of a wrapped text shorter than this share of its width ends a paragraph."""
_BREAK = lazy_regex(r"<br ?/?>\s?|</p>|</div>", re.IGNORECASE)
_TAG = lazy_regex(r"</?(?:a|b|div|em|font|i|p|span|strong|u)(?: [^<>\n]{0,300})?>", re.IGNORECASE)
_ENTITY = lazy_regex(r"&(?:[a-zA-Z]{2,8}|#\d{2,5});")
_LONE_NUMBER, _FEWEST_ALONE, _FEWEST_FEET = lazy_regex(r"\s*\d{1,4}"), 2, 3
_FAR_RIGHT = lazy_regex(r"(?:^\s*|\S {8,})(\d{1,4})$")
_FOOT = lazy_regex(
    r"(?P<before>\d{1,4}) ?[/|–—-] ?(?P<words>[A-Za-z][^\d\n]{0,120})"
    r"|(?P<own>[A-Za-z][^\d\n]{0,120}?) ?[/|–—-] ?(?P<after>\d{1,4})"
)
"""The foot of a page: 26 / Nets of the quay, or Nets of the quay / 27."""
_NUMBERED = lazy_regex(r"\d{1,3}(?:\.\d{1,3})*\.?")


def blocks(data: bytes) -> Parsed:
    """The blocks of a text, in which a web page may have left its line breaks and characters."""
    text = decode(data)
    if _BREAK.search(text) is not None:
        lines = (one if "|" in one else _BREAK.sub("\n", one) for one in text.split("\n"))
        text = _TAG.sub("", "\n".join(lines))
    return from_text(_ENTITY.sub(lambda found: html.unescape(found[0]), text))


def from_text(text: str) -> Parsed:
    """The blocks of a text that is decoded. A form feed begins a page."""
    parsed = Parsed()
    pages = raise_footnotes(text).split("\f")
    beside, feet = _page_numbers(pages), _running_feet(pages)
    for number, page in enumerate(pages, start=1):
        lines = [line if line.isspace() else line.rstrip() for line in page.splitlines()]
        if number in feet:
            parsed.left_out.append(("running foot", lines[feet[number]].strip()))
            lines[feet[number]] = ""
        elif number in beside:
            at = max(at for at, line in enumerate(lines) if line.strip())
            lines[at] = lines[at].removesuffix(beside[number]).rstrip()
            parsed.left_out.append(("page number", beside[number]))
        found = _Lines(lines, number if len(pages) > 1 else None)
        parsed.blocks += found.read()
        parsed.left_out += found.left_out
    return parsed


def _page_numbers(pages: list[str]) -> dict[int, str]:
    """The numbers of pages that end with them: on a line of their own, or far right of the last.

    Several pages have theirs on a line of its own, as far from the place of the page in the file.
    """
    last = [page.rstrip().rpartition("\n")[2] for page in pages]
    alone = Counter(
        int(line) - at for at, line in enumerate(last, 1) if _LONE_NUMBER.fullmatch(line)
    )
    found = {at: match[1] for at, line in enumerate(last, 1)
             if (match := _FAR_RIGHT.search(line)) is not None}  # fmt: skip
    return {at: one for at, one in found.items() if alone[int(one) - at] >= _FEWEST_ALONE}


def _running_feet(pages: list[str]) -> dict[int, int]:
    """Where pages have a line of the same words and their own number: 26 / Nets of the quay.

    It is a page's last line, but for columns that are copied one after the other.
    """
    found: dict[tuple[str, int], dict[int, int]] = {}
    for at, page in enumerate(pages, 1):
        for number, line in enumerate(page.splitlines()):
            if (match := _FOOT.fullmatch(line.strip())) is not None:
                words, printed = match["words"] or match["own"], match["after"] or match["before"]
                found.setdefault((words, int(printed) - at), {})[at] = number
    feet = [own for own in found.values() if len(own) >= _FEWEST_FEET]
    return {at: number for own in feet for at, number in own.items()}


class _Lines:
    """The lines of one page."""

    def __init__(self, lines: list[str], page: int | None) -> None:
        self.lines, self.page = lines, page
        self.tables = Tables(lines)
        self.out: list[Block] = []
        self.flat: Block | None = None
        self.left_out: list[tuple[str, str | int]] = []
        lengths = sorted(len(line.strip()) for line in lines if line.strip())
        self.width = lengths[int(len(lengths) * 0.9)] if lengths else 0
        full = [length for length in lengths if length >= _FULL * self.width]
        self.wrapped = 40 <= self.width <= _WRAPPED_AT or self._breaks_off()
        self.wrapped = self.wrapped and 3 * len(full) >= len(lengths) and len(lengths) > 3

    def _breaks_off(self) -> bool:
        """Whether most of the long lines of a wide page break off in a sentence."""
        if not _WRAPPED_AT < self.width <= _WIDE:
            return False
        long = [above.rstrip() for above, below in pairwise(self.lines)
                if below.strip() and len(above.strip()) >= _FULL * self.width]  # fmt: skip
        return 3 * sum(not one.endswith(_ENDED) for one in long) > 2 * len(long)

    def read(self) -> list[Block]:
        """The blocks of the page."""
        at, lines = 0, self.lines
        while at < len(lines):
            if not lines[at].strip():
                at += 1
                continue
            block, after = self.tables.table_at(at)
            if block is not None:
                self.out.append(block)
            elif (
                self.page is not None and self._at_an_edge(at) and LONE.fullmatch(lines[at].strip())
            ):
                self.left_out.append(("page number", lines[at].strip()))
                after = at + 1
            else:
                after = self._prose(at)
            at = after
        for block in self.out:
            block.page = self.page
        return self.out

    def _at_an_edge(self, at: int) -> bool:
        filled = [i for i, line in enumerate(self.lines) if line.strip()]
        return at in (filled[0], filled[-1])

    def _prose(self, at: int) -> int:
        """Read the paragraph, item or heading that begins at a line; return the line after it."""
        lines = self.lines
        first = lines[at].strip()
        end = at + 1
        joined = [first]
        heading = is_heading(lines, at, self.width)
        while not heading and end < len(lines) and self._goes_on(joined[-1], end):
            joined.append(lines[end].strip())
            end += 1
        if not heading and self._flattened(" ".join(joined)):
            return end
        mark, rest = split_mark(" ".join([first, *joined[1:]]))
        if heading:
            self.out.append(Block("heading", rest, level(mark), mark))
        elif is_raised(mark):
            self.out.append(Block("footnote", rest, mark=mark))
        elif mark and not _NUMBERED.fullmatch(mark):
            indent = len(lines[at]) - len(lines[at].lstrip())
            self.out.append(Block("item", rest, min(indent // 4, 9), mark))
        else:
            self.out.append(Block("paragraph", rest, 0, mark))
        return end

    def _flattened(self, text: str) -> bool:
        """Whether a paragraph is a table in one line; it is added, or its rows to that above."""
        above = self.flat if self.out and self.out[-1] is self.flat else None
        if above is not None:
            names = " ".join(cell.text for cell in above.cells if cell.header)
            width = max(cell.column for cell in above.cells)
            if (more := flattened(text.removeprefix(names), width)) is not None:
                rows = 1 + max(cell.row for cell in above.cells)
                for cell in more[1].cells:
                    cell.row += rows
                above.cells += more[1].cells
                return True
        found = flattened(text)
        if found is None:
            return False
        before, self.flat = found
        self.out += [Block("paragraph", before)] if before else []
        self.out.append(self.flat)
        return True

    def _goes_on(self, last: str, at: int) -> bool:
        """Whether a line continues the one above it."""
        line = self.lines[at].strip()
        if not line or split_mark(line)[0] or self.tables.table_at(at)[0] is not None:
            return False
        if line[0].islower():
            return True
        if not self.wrapped:
            return False
        return len(last) >= _FULL * self.width and not (
            is_heading(self.lines, at, self.width) and last[-1] in ".?!"
        )


def is_heading(lines: list[str], at: int, width: int) -> bool:
    """Whether a line is a heading: short, unfinished, above text, and alone or after the end
    of a sentence. `width` is the width of the page."""
    line = lines[at].strip()
    mark, rest = split_mark(line)
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    if not _can_be_heading(line, mark, rest) or below[:1].islower():
        return False
    above = lines[at - 1].strip() if at else ""
    words, is_short = len(rest.split()), len(line) < 0.75 * max(width, 60)
    if not above:
        if not below:
            return words <= 14 and any(one.strip() for one in lines[at + 1 : at + 6])
        return words <= 12 and is_short and len(below) > len(line)
    # A page without blank lines.
    ends = above[-1] in ".?!:;" or len(above) < 0.6 * max(width, 1)
    longer = len(below) > max(1.4 * len(line), 40)
    return ends and longer and not mark and words <= 10 and is_short


def _can_be_heading(line: str, mark: str, rest: str) -> bool:
    if "\t" in line or "|" in line or rest[-1:] == "!" or not can_be_heading(rest):
        return False
    if rest[-1] in "'\"”’" and rest[0] != rest[-1]:
        return False
    if mark:
        return re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*\.?|[A-Z]\.", mark) is not None
    return not rest[0].islower() and rest[0].isalpha() | (rest[0] in "'\"“‘(")


def level(mark: str) -> int:
    """The depth of a heading by its number: 1.1 is below 1."""
    return mark.strip(".").count(".") + 1 if mark else 1
