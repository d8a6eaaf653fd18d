"""Turn the text of a report into passages, each under the locator that its layout prints.

Two families are known: the archived pages of the police authority (lettered sections, numbering
that restarts in each) and the City of London committee report (paragraphs numbered through,
tab-separated tables). Both are read by the same rules; nothing here knows a particular report.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

NORMALISER = 1
"""Version of `normalise`, recorded beside every digest that depends on it."""

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "…": "...", "\u00ad": None, "\u200b": None, "\ufeff": None,
    }
)  # fmt: skip

_NAVIGATION = re.compile(
    r"You are in:|Contents|Feedback|Send an e-mail linking to this page"
    r"|See the MOPC website for further information\."
    r"|Warning: This is archived material.*"
)
_SECTION = re.compile(r"([A-Z])\. (\S.*)")
_NUMBERED = re.compile(r"(\d+)\. (\S.*)")
_BULLET = re.compile(r"[•\-*] +(\S.*)")
_FOOTNOTE = re.compile(r"([¹²³⁴⁵⁶⁷⁸⁹]) ?(\S.*)")
_DATE_LINE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_NAMED_SECTIONS = {
    "summary": "summary",
    "recommendation(s)": "recommendations",
    "notes to editors": "notes",
    "background papers": "background-papers",
}
_NO_SUBHEADINGS = {"header", "E", "F", "background-papers"}
_LONGEST_HEADING = 120


@dataclass
class Passage:
    """The smallest part of a document that can be cited.

    `heading` is the sub-heading it stands under ("" where there is none); `text` is normalised;
    `cells` are the rows of a table, the first the header.
    """

    locator: str
    kind: str
    heading: str
    text: str
    cells: list[list[str]] = field(default_factory=list)

    @property
    def words(self) -> int:
        """How many words the normalised text has."""
        return len(self.text.split())

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the normalised text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def normalise(text: str) -> str:
    """One line of plain text: Unicode quotes, dashes and spaces made plain, white space folded."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return re.sub(r"\s+", " ", plain).strip()


def decode(data: bytes) -> str:
    """The text of a document: UTF-8 where it is that, else Windows-1252."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse(text: str) -> list[Passage]:
    """The passages of a document, in order."""
    return _Reader().read(text)


class _Reader:
    """Walks the blocks of a page and keeps track of the section, paragraph and list it is in."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.section = "header"
        self.paragraph = ""
        self.headings: list[str] = []
        self.heading_used = True
        self.counts: dict[str, int] = {}

    def read(self, text: str) -> list[Passage]:
        blocks = _blocks(text)
        press = not any(b[0].lower() == "summary" for b in blocks if b)
        header: list[str] = []
        for index, block in enumerate(blocks):
            if self.section == "header":
                if block[0].lower() == "summary":
                    self._open_header(header)
                    self._enter("summary")
                    continue
                header.extend(block)
                if press and _DATE_LINE.fullmatch(block[-1]):
                    self._open_header(header)
                    self._enter("body")
                continue
            self._block(block, blocks[index + 1] if index + 1 < len(blocks) else [])
        if self.section == "header" and header:
            self._open_header(header)
        return self.passages

    def _open_header(self, lines: list[str]) -> None:
        self._add("header", "header", "\n".join(lines))

    def _enter(self, section: str) -> None:
        self.section, self.paragraph, self.headings = section, "", []

    def _block(self, block: list[str], following: list[str]) -> None:
        first = block[0]
        if "\t" in first:
            self._add(self._at(_slug(first.split("\t")[0])), "table", "\n".join(block))
            self.passages[-1].cells = [
                [normalise(cell) for cell in line.split("\t")] for line in block
            ]
        elif len(block) == 1 and self._section(first):
            pass
        elif len(block) == 1 and self._is_heading(first, following):
            self.headings = [*([] if self.heading_used else self.headings), first]
            self.heading_used = False
        else:
            self._lines(block)

    def _section(self, line: str) -> bool:
        if match := _SECTION.fullmatch(line):
            self._enter(match[1])
            self._add(match[1], "heading", match[2])
        elif match := re.fullmatch(r"Appendix (\d+)", line):
            self._enter(f"appendix-{match[1]}")
        elif line.lower() in _NAMED_SECTIONS:
            self._enter(_NAMED_SECTIONS[line.lower()])
        else:
            return False
        return True

    def _is_heading(self, line: str, following: list[str]) -> bool:
        return (
            self.section not in _NO_SUBHEADINGS
            and len(line) <= _LONGEST_HEADING
            and line[0] not in "•-*"
            and not _NUMBERED.fullmatch(line)
            and not _FOOTNOTE.fullmatch(line)
            and line[-1] not in ".;:,?!\"'" + "”"
            and ":" not in line
            and bool(following)
            and not _SECTION.fullmatch(following[0])
        )

    def _lines(self, block: list[str]) -> None:
        """Numbered paragraphs and bullets may follow each other without a blank line."""
        fresh = True
        for line in block:
            if (match := _NUMBERED.fullmatch(line)) and (fresh or self._is_next(match[1])):
                # In a committee report paragraphs run on through the sections.
                if self.section in ("summary", "recommendations"):
                    self.section = ""
                self.paragraph = match[1]
                self._add(self._at(""), "paragraph", match[2])
            elif match := _BULLET.fullmatch(line):
                self._add(self._count("b"), "bullet", match[1])
            elif match := _FOOTNOTE.fullmatch(line):
                number = unicodedata.digit(match[1])
                self._add(f"footnote-{number}", "footnote", match[2])
            elif self.passages and (not fresh or line[0].islower() or self._was_cut()):
                last = self.passages[-1]
                last.text = normalise(f"{last.text} {line}")
            else:
                self._add(self._count("p"), "unnumbered", line)
            fresh = False

    def _is_next(self, number: str) -> bool:
        """Inside a block a number opens a paragraph only where it is the next one."""
        return number == str(int(self.paragraph or 0) + 1)

    def _was_cut(self) -> bool:
        """Whether a page break may have cut the last paragraph: only committee reports have them,
        and a whole paragraph ends in a mark, a figure or a bracket."""
        last = self.passages[-1]
        committee = self.section == ""
        whole = not last.text or not last.text[-1].isalpha()
        return committee and last.kind in ("paragraph", "bullet", "unnumbered") and not whole

    def _at(self, part: str) -> str:
        return ".".join(p for p in (self.section, self.paragraph, part) if p)

    def _count(self, letter: str) -> str:
        key = self._at(letter)
        self.counts[key] = self.counts.get(key, 0) + 1
        return f"{key}{self.counts[key]}"

    def _add(self, locator: str, kind: str, text: str) -> None:
        self.heading_used = True
        heading = normalise(" / ".join(self.headings))
        self.passages.append(Passage(locator, kind, heading, normalise(text)))


def _blocks(text: str) -> list[list[str]]:
    """Runs of lines between blank lines, navigation left out, tables kept apart from prose."""
    blocks: list[list[str]] = [[]]
    for raw in text.split("\n"):
        line = raw.strip(" \u00a0\x0c\r")
        if not line.strip() or _NAVIGATION.fullmatch(line):
            blocks.append([])
            continue
        if blocks[-1] and ("\t" in line) != ("\t" in blocks[-1][-1]):
            blocks.append([])
        blocks[-1].append(line)
    return [b for b in blocks if b]


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", normalise(text).lower()).strip("-")
