"""Read a web page: its headings, paragraphs, lists, tables and footnotes, in order."""

from __future__ import annotations

import re
from typing import Any

from moditrack.documents.blocks import Block, Parsed
from moditrack.documents.bullets_and_numbers import can_be_heading, ordinal, split_mark
from moditrack.documents.footnote_marks import is_raised, raised
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers import html_tree, text
from moditrack.documents.readers.html_navigation import furniture, is_note
from moditrack.documents.readers.html_table import cells_of, is_layout
from moditrack.documents.readers.html_tree import Measure, measures, walk
from moditrack.documents.readers.mhtml import page_in

_BLOCKS = frozenset((
    "html", "body", "main", "article", "section", "div", "header", "footer", "aside", "nav",
    "address", "blockquote", "figure", "figcaption", "center", "form", "fieldset", "legend",
    "details", "summary", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt",
    "dd", "hr", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "hgroup",
    "menu", "search", "dir",
))  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NO_HEADINGS = frozenset(("td", "th", "dd", "dt", "li"))
_BOLD = frozenset(("b", "strong"))
_SHORT = 120
"""A longer text, all in bold, is not a heading; a longer one beside the main text is kept."""
_QUOTED = 200
"""Characters to quote of what was left out."""
_SPACES = lazy_regex(r"[ \t\r\n\f]+")
_BACK = lazy_regex(r"\s*[↩↑⤴^]\ufe0e?\s*$")
_NUMBERING = frozenset(("start", "type", "style", "reversed"))
_STYLES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "none": "", "disc": "", "circle": "",
}  # fmt: skip
_TITLES_OF_LISTS = lazy_regex(
    r"(?:table of )?contents|(?:on|in) this (?:page|section|report)|you are (?:in|here)"
    r"|related (?:links|pages|content|information)|share this page|page contents",
    re.IGNORECASE,
)
"""Titles of lists of links, which are left out with them."""


def blocks(data: bytes) -> Parsed:
    """The blocks of a web page, without what is around its text."""
    root = html_tree.parse(page_in(data))
    if root is None:
        return Parsed()
    return _Page(root).read()


class _Page:
    """Walks over a page and collects text until an element ends it."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.measures = measures(root)
        self.whole = self.measures[root].text if root in self.measures else 0
        self.parsed = Parsed()
        self.pieces: list[tuple[str, bool]] = []
        self.owners: list[Any] = []
        self.lists: list[dict[str, Any]] = []
        self.raised: list[int] = []
        self.bold = self.inside = self.notes = 0
        self.pictures = 0
        self.mark = ""
        """The mark of an item whose text has not begun."""
        mains = [e for e in self.measures if e.tag == "main" or e.get("role") == "main"]
        self.main = bool(mains) and 2 * max(self.measures[e].text for e in mains) >= self.whole

    def read(self) -> Parsed:
        """The blocks of the page."""
        skipped = None
        for event, element, steps in walk(self.root):
            if event == "start":
                if skipped is None and not self._start(element):
                    skipped = element
                    steps.skip_subtree()
            elif event == "end":
                if skipped is element:
                    skipped = None
                elif skipped is None:
                    self._end(element)
            elif skipped is None:
                self._add(element.tail)
        self._flush()
        if self.pictures:
            self.parsed.left_out.append(("pictures", self.pictures))
        titles = [b.text for b in self.parsed.blocks if b.kind == "heading" and b.level == 1]
        named = self.root.find(".//title")
        own = " ".join((named.text or "").split()) if named is not None else ""
        self.parsed.title, self.parsed.tab = titles[0] if titles else own, own
        return self.parsed

    def _start(self, element: Any) -> bool:
        """Begin an element; False where all of it has been dealt with."""
        tag = element.tag
        measure = self.measures.get(element, Measure())
        if tag in _BLOCKS:
            if what := furniture(element, measure, self.whole, inside=self.inside > 0):
                self._flush()
                self._leave_out(what, element)
                return False
            self._flush()
            if self._whole(element, measure):
                return False
            self.owners.append(element)
            if is_note(element):
                self.notes += 1
            if tag in ("main", "article") or element.get("role") == "main":
                self.inside += 1
        if tag in ("ul", "ol", "menu", "dir"):
            self.lists.append(_list(element, notes=self.notes > 0))
        elif tag == "li":
            self._item(element)
        elif tag == "br":
            self.pieces.append(("\n", False))
        elif tag == "sup":
            self.raised.append(len(self.pieces))
        elif tag == "img":
            self.pictures += 1
        elif tag in _BOLD:
            self.bold += 1
        self._add(element.text)
        return True

    def _whole(self, element: Any, measure: Measure) -> bool:
        """Read an element that is read as a whole: a table, or text that keeps its lines."""
        if element.tag == "table" and not is_layout(element, measure):
            self._table(element)
        elif element.tag != "pre":
            return False
        elif element.find(".//code[@class]") is not None:
            self._leave_out("program code", element)
        else:
            self.parsed.blocks += text.from_text("".join(element.itertext())).blocks
        return True

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag == "sup" and self.raised:
            at = self.raised.pop()
            inner = "".join(piece for piece, _ in self.pieces[at:])
            self.pieces[at:] = [(raised(inner), self.bold > 0)]
        elif tag in _BOLD:
            self.bold -= 1
        if tag not in _BLOCKS:
            return
        self._flush()
        if self.owners and self.owners[-1] is element:
            self.owners.pop()
        if tag in ("ul", "ol", "menu", "dir") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.mark = ""
        if is_note(element):
            self.notes -= 1
        if tag in ("main", "article") or element.get("role") == "main":
            self.inside -= 1

    def _add(self, words: str | None) -> None:
        if words:
            self.pieces.append((_SPACES.sub(" ", words), self.bold > 0))

    def _item(self, element: Any) -> None:
        if not self.lists:
            self.mark = "•"
            return
        own = self.lists[-1]
        if (value := element.get("value") or "").lstrip("-").isdecimal():
            own["next"] = int(value[:9])
        self.mark = f"{ordinal(own['next'], own['style'])}." if own["style"] else "•"
        own["next"] += own["step"]

    def _flush(self) -> None:
        """Make a block of the text collected so far."""
        if not self.pieces:
            return
        whole = "".join([piece for piece, _ in self.pieces])
        words = whole.strip() if whole.isspace() else _tidy(whole)
        bold = all(thick or not piece.strip() for piece, thick in self.pieces)
        self.pieces = []
        self.raised = [0 for _ in self.raised]
        if not words:
            return
        block = self._block(words, bold=bold)
        if self.main and not self.inside and len(words) < _SHORT and block.level != 1:
            self.parsed.left_out.append(("beside the main text", words))
        elif block.text:
            self.parsed.blocks.append(block)

    def _block(self, words: str, *, bold: bool) -> Block:
        level = self._heading_level()
        mark, rest = split_mark(words)
        if level:
            return Block("heading", rest, level, mark)
        own, self.mark = self.mark, ""
        if own:
            return self._item_block(own, words, mark, rest)
        if is_raised(mark):
            return Block("footnote", _BACK.sub("", rest), mark=mark)
        if bold and can_be_heading(rest) \
                and self.owners and self.owners[-1].tag not in _NO_HEADINGS:  # fmt: skip
            return Block("heading", rest, 6, mark)
        return Block("paragraph", rest, 0, mark)

    def _item_block(self, own: str, words: str, mark: str, rest: str) -> Block:
        """An item; its mark comes from its list or is printed in its text."""
        if self.notes and own != "•":
            return Block("footnote", _BACK.sub("", words), mark=raised(own.rstrip(".")))
        depth = max(len(self.lists) - 1, 0)
        if own == "•" and mark:
            return Block("item", rest, depth, mark)
        return Block("item", words, depth, own)

    def _heading_level(self) -> int:
        """The level of the heading that the text collected is in; 0 outside."""
        for owner in reversed(self.owners):
            if owner.tag in _HEADINGS:
                return _HEADINGS[owner.tag]
            if owner.tag != "div":
                break
        return 0

    def _table(self, element: Any) -> None:
        cells, caption = cells_of(element)
        if any(cell.text for cell in cells):
            self.parsed.blocks.append(Block("table", cells=cells, caption=caption))

    def _leave_out(self, what: str, element: Any) -> None:
        """Report an element that is left out, with the title above it."""
        last = self.parsed.blocks[-1] if self.parsed.blocks else None
        if last is not None and _TITLES_OF_LISTS.fullmatch(last.text.strip(" :")):
            self.parsed.blocks.pop()
        if words := " ".join(" ".join(visible_text(element)).split()):
            self.parsed.left_out.append(
                (what, words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…")
            )


def _tidy(text: str) -> str:
    """A text with single spaces; breaks of lines are kept."""
    if "\n" not in text:
        return re.sub(r" {2,}", " ", text).strip()
    return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")).strip()


def visible_text(element: Any) -> list[str]:
    """The pieces of text of an element that a browser shows."""
    return [
        words
        for event, inner, _ in walk(element)
        if (words := inner.tail if event == "tail" else inner.text if event == "start" else None)
    ]


def _list(element: Any, *, notes: bool) -> dict[str, Any]:
    """The numbering of a list: its style ("" for bullets), its next number, its step.

    A list of one item that says nothing of numbers is there for its layout, but for footnotes.
    """
    items = sum(child.tag == "li" for child in element)
    plain = _NUMBERING.isdisjoint(element.keys())
    if element.tag != "ol" or (items < 2 and plain and not notes):
        return {"style": "", "next": 1, "step": 1}
    named = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]+)", element.get("style") or "")
    style = element.get("type") or "1"
    style = _STYLES.get(named[1], style) if named else style
    start = element.get("start") or ""
    reverse = element.get("reversed") is not None
    first = items if reverse else 1
    return {
        "style": style if style in ("", "1", "a", "A", "i", "I") else "1",
        "next": int(start[:9]) if start.lstrip("-").isdecimal() else first,
        "step": -1 if reverse else 1,
    }
