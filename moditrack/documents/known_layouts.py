"""Split the text of a report into passages, each with the locator that its layout prints.

The rules cover two layouts: archived pages of the police authority (lettered sections, each with
its own numbering) and the City of London committee report (continuous numbering, tab-separated
tables). No rule is about a particular report.
"""

from __future__ import annotations

import re
import unicodedata

from moditrack.documents.bullets_and_numbers import BULLETS
from moditrack.documents.footnote_marks import SUPERSCRIPTS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.normalise import normalise, slug
from moditrack.documents.number_words import ORDINAL_ENDING
from moditrack.documents.passages import Passage
from moditrack.documents.text_blocks import blocks_of

_SECTION = lazy_regex(r"([A-Z])\. (\S.*)")
_NUMBERED = lazy_regex(r"(\d{1,3})\. (\S.*)")
_BULLET = lazy_regex(rf"(?:[{BULLETS}*-]|o) (\S.*)")
_FOOTNOTE = lazy_regex(rf"([{SUPERSCRIPTS}]+) ?(\S.*)")
_DATE_LINE = lazy_regex(rf"(?:[A-Z][a-z]+day,? )?\d{{1,2}}{ORDINAL_ENDING}? [A-Z][a-z]+ \d{{4}}")
_APPENDIX = lazy_regex(r"(?:Appendix|Annex) (\w{1,3})(?:\s*[-:.]\s*(.*))?", re.IGNORECASE)
_NAMED_SECTIONS = {
    "recommendation(s)": "recommendations",
    "recommendations": "recommendations",
    "notes to editors": "notes",
    "note to editors": "notes",
    "notes for editors": "notes",
    "background papers": "background-papers",
}
_LISTS_OF_LINES = {"background papers", "contact details"}
"""Sections whose short lines are content, not sub-headings."""
_LONGEST_HEADING = 120
_UNFINISHED = lazy_regex(
    r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|our|that|the|their|this|to|was|were"
    r"|which|with))$"
)
"""Words that cannot end a sentence: a page break cut it."""


def parse(text: str) -> list[Passage]:
    """The passages of a document, in order, without the navigation of an archived page."""
    return _Reader(blocks_of(text)).read()


class _Reader:
    """Reads the blocks of a page and tracks the current section, paragraph and list."""

    def __init__(self, blocks: list[list[str]]) -> None:
        self.blocks = blocks
        self.passages: list[Passage] = []
        self.section = "header"
        self.letter = ""
        self.lines_only = False
        self.paragraph = ""
        self.headings: list[str] = []
        self.heading: str | None = None  # the headings joined, computed when needed
        self.pending = False
        self.continued: Passage | None = None
        self.continuation: list[str] = []  # lines to add to the continued passage
        self.prose: Passage | None = None
        self.counts: dict[str, int] = {}
        # A committee report opens with a form; its paragraphs are numbered consecutively.
        self.committee = bool(blocks) and "\t" in blocks[0][0]

    def read(self) -> list[Passage]:
        start = self._header()
        for index in range(start, len(self.blocks)):
            following = self.blocks[index + 1] if index + 1 < len(self.blocks) else []
            self._block(self.blocks[index], following)
        self._flush()
        self._join_lines()
        return self.passages

    def _header(self) -> int:
        """Read the heading block; return the index of the first block after it."""
        end = self._header_end()
        if lines := [line for block in self.blocks[:end] for line in block]:
            self._add("header", "header", "\n".join(lines))
        if end < len(self.blocks) and self.blocks[end][0].rstrip(":").lower() == "summary":
            self._enter("summary")
            if rest := self.blocks[end][1:]:
                self.blocks[end] = rest
                return end
            return end + 1
        self._enter("" if self.committee else "body")
        return end

    def _header_end(self) -> int:
        """The index of the first block after the heading block.

        A report's heading block ends at its summary, first section or paragraph; a press release's
        ends after its date and a line or two on an embargo.
        """
        for index, block in enumerate(self.blocks):
            opens = block[0].rstrip(":").lower() == "summary"
            if opens or (_SECTION.fullmatch(block[0]) and block[0].startswith("A. ")):
                return index
        if self.committee:
            return next((i for i, b in enumerate(self.blocks) if "\t" not in b[0]), 1)
        if dated := {i for i, b in enumerate(self.blocks) if _DATE_LINE.fullmatch(b[-1])}:
            end = min(dated) + 1
            while end in dated or (
                end + 1 in dated and len(self.blocks[end]) == 1 and len(self.blocks[end][0]) < 40
            ):
                end += 1
            return end
        for index, block in enumerate(self.blocks):
            if _NUMBERED.fullmatch(block[0]):
                return index
        return min(1, len(self.blocks))

    def _enter(self, section: str, title: str = "") -> None:
        self._flush()
        self.section, self.paragraph = section, ""
        self._head([])
        self.prose = None
        name = title or section.replace("-", " ")
        self.lines_only = name.lower() in _LISTS_OF_LINES

    def _flush(self) -> None:
        """Add headings without text below them as passages."""
        if self.pending:
            self.pending = False
            left = self.headings
            self._head([])
            for line in left:
                self._add(self._numbered_locator("p"), "unnumbered", line)

    def _head(self, headings: list[str]) -> None:
        self.headings, self.heading = headings, None

    def _block(self, block: list[str], following: list[str]) -> None:
        if "\t" in block[0]:
            self._table(block)
            return
        for at, line in enumerate(block):
            rest = block[at + 1] if at + 1 < len(block) else ""
            if self._section(line, on_its_own=not rest):
                continue
            under = rest or (following[0] if following else "")
            marked = _BULLET.fullmatch(rest) or _NUMBERED.fullmatch(rest)
            if (rest and not marked) or not self._is_heading(line, under):
                self._prose_lines(block[at:])
                return
            if not self.pending:
                self._head([])
            self.headings.append(line)
            self.heading, self.pending = None, True

    def _table(self, block: list[str]) -> None:
        name = slug(block[0].split("\t")[0]) or "table"
        self._add(self._locator(name), "table", "\n".join(block))
        self.passages[-1].cells = [[normalise(c) for c in line.split("\t")] for line in block]

    def _section(self, line: str, *, on_its_own: bool) -> bool:
        """Enter the section whose heading a line is; False where it is not a heading."""
        if len(line) > _LONGEST_HEADING:
            return False
        plain = line.strip("*: ").lower()
        lettered = _SECTION.fullmatch(line)
        if lettered and not self.committee and self._is_next_letter(lettered[1]):
            if line[-1] in ".;,":
                return False
            self.letter = lettered[1]
            self._enter(lettered[1], lettered[2])
            self._add(lettered[1], "heading", lettered[2])
        elif (appendix := _APPENDIX.fullmatch(line)) and line[-1] not in ".;,":
            self._enter(f"appendix-{appendix[1].lower()}")
            if appendix[2]:
                self._head([appendix[2]])
                self.pending = True
        elif on_its_own and plain in _NAMED_SECTIONS:
            self._enter(_NAMED_SECTIONS[plain])
        else:
            return False
        return True

    def _is_next_letter(self, letter: str) -> bool:
        """Letters ascend; up to two may be missing, and the first need not be A."""
        return not self.letter or 0 < ord(letter) - ord(self.letter) <= 3

    def _is_heading(self, line: str, under: str) -> bool:
        return (
            not self.lines_only
            and len(line) <= _LONGEST_HEADING
            and not _BULLET.fullmatch(line)
            and not _NUMBERED.fullmatch(line)
            and not _FOOTNOTE.fullmatch(line)
            and line[-1] not in ".;:,?!"
            and (line[-1] not in "'\"" or line[0] == line[-1])
            and not line[0].islower()
            and ":" not in line
            and bool(under)
            and not _SECTION.fullmatch(under)
            and not _APPENDIX.fullmatch(under)
            and under.strip("*: ").lower() not in _NAMED_SECTIONS
            and not (self._was_cut(line) and self.prose is not None)
        )

    def _prose_lines(self, block: list[str]) -> None:
        """Read paragraphs and bullets, which may follow each other without a blank line."""
        fresh = True
        for line in block:
            match = _NUMBERED.fullmatch(line)
            if match and self._is_next(match[1], fresh) and (fresh or not match[2][0].islower()):
                # In a committee report, numbering continues across sections.
                if self.committee and self.section in ("header", "summary", "recommendations"):
                    self.section = ""
                self.paragraph = match[1]
                self._prose(self._locator(""), "paragraph", match[2])
            elif match := _BULLET.fullmatch(line):
                self._prose(self._numbered_locator("b"), "bullet", match[1])
            elif match := _FOOTNOTE.fullmatch(line):
                number = "".join(str(unicodedata.digit(c)) for c in match[1])
                self._add(f"footnote-{number}", "footnote", match[2])
            elif not fresh and self.passages[-1].kind not in ("table", "heading", "header"):
                self._continue(self.passages[-1], line)
            elif self.prose is not None and self._was_cut(line):
                self._continue(self.prose, line)
            else:
                self._prose(self._numbered_locator("p"), "unnumbered", line)
            fresh = False

    def _is_next(self, number: str, fresh: bool) -> bool:
        """Whether a number opens a paragraph.

        It follows the last number; after a blank line it may also skip some or restart at 1.
        """
        last, here = int(self.paragraph or 0), int(number)
        return here == last + 1 or (fresh and (here == 1 or last < here <= last + 10))

    def _was_cut(self, line: str) -> bool:
        """Whether a line continues the last paragraph, which a page break cut.

        The line begins in lower case, or the paragraph so far cannot end a sentence.
        """
        if self.prose is None or self.pending or self.passages[-1].kind == "table":
            return False
        last = (
            self.continuation[-1]
            if self.continuation and self.continued is self.prose
            else self.prose.text
        )
        cut = self.committee and _UNFINISHED.search(last[-_LONGEST_HEADING:])
        return line[0].islower() or bool(cut)

    def _continue(self, passage: Passage, line: str) -> None:
        """Add a line to a passage. Lines are joined together later, in linear time."""
        if passage is not self.continued:
            self._join_lines()
            self.continued = passage
        self.continuation.append(line)

    def _join_lines(self) -> None:
        if self.continued is not None:
            self.continued.text = normalise(" ".join([self.continued.text, *self.continuation]))
        self.continued, self.continuation = None, []

    def _locator(self, part: str) -> str:
        return ".".join(p for p in (self.section, self.paragraph, part) if p)

    def _numbered_locator(self, letter: str) -> str:
        key = self._locator(letter)
        self.counts[key] = self.counts.get(key, 0) + 1
        return f"{key}{self.counts[key]}"

    def _prose(self, locator: str, kind: str, text: str) -> None:
        self._add(locator, kind, text)
        self.prose = self.passages[-1]

    def _add(self, locator: str, kind: str, text: str) -> None:
        if kind not in ("footnote",):
            self.pending = False
        if self.heading is None:
            self.heading = normalise(" / ".join(self.headings))
        # Numbering that restarts within a section: the suffix keeps locators unique.
        times = self.counts[f"={locator}"] = self.counts.get(f"={locator}", 0) + 1
        name = locator if times == 1 else f"{locator}~{times}"
        self.passages.append(Passage(name, kind, self.heading, normalise(text)))
