"""Read Markdown, with tables and footnotes."""

from __future__ import annotations

import re
from typing import Any

from moditrack.documents.blocks import Block, Cell, Parsed, Unreadable
from moditrack.documents.bullets_and_numbers import can_be_heading, split_mark
from moditrack.documents.encodings import decode
from moditrack.documents.footnote_marks import is_raised, raised
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.moved_headings import over_their_columns
from moditrack.extras import needs

_FRONT = lazy_regex(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_TITLE = lazy_regex(r"^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_NOTE = lazy_regex(r"\[\^([\w-]{1,20})\]")
_TO_NOTE = lazy_regex(r"#(?:fn|foot|note|_ftn|ref)", re.IGNORECASE)
"""Where the mark of a footnote leads to."""
_TAG = lazy_regex(r"<[^<>]{0,1000}>")
_BLANK_IN_BOLD = lazy_regex(r"(?<![*\w])\*\*[ ]?(?=\S)([^*\n]{1,300}?) +\*\*(?![*\w])")
"""Bold words that a blank ends, where the format wants none: **2. **"""
_LONGEST = 50_000
"""Characters of a longer paragraph than any report has; links are looked for in quadratic time."""


def blocks(data: bytes) -> Parsed:
    """The blocks of a Markdown text."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise Unreadable(needs("read")) from None
    text = decode(data)
    parsed = Parsed()
    if front := _FRONT.match(text):
        named = _TITLE.search(front[1])
        parsed.title = named[1] if named else ""
        parsed.left_out.append(("front matter", " ".join(front[1].split())))
        text = text[front.end() :]
    text = _BLANK_IN_BOLD.sub(r"**\1**", text.replace("****", ""))
    prose = re.sub(r"^[ \t]*\|.*", "", text, flags=re.MULTILINE)
    if any(len(part) > _LONGEST for part in re.split(r"\n\s*\n", prose)):
        raise Unreadable("has a paragraph that is too long: put blank lines between paragraphs.")
    reader = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    walk = _Tokens(parsed)
    for token in reader.parse(text):
        walk.token(token)
    if walk.pictures:
        parsed.left_out.append(("pictures", walk.pictures))
    heads = [b.text for b in parsed.blocks if b.kind == "heading" and b.level == 1]
    parsed.title = parsed.title or (heads[0] if heads else "")
    return parsed


class _Tokens:
    """Makes blocks of the tokens of a text."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.level = 0
        self.lists: list[str] = []
        self.mark = ""
        self.row = self.column = -1
        self.head = False
        self.pictures = 0

    def token(self, token: Any) -> None:
        """Read the next token."""
        kind = token.type
        if kind == "heading_open":
            self.level = int(token.tag[1])
        elif kind == "heading_close":
            self.level = 0
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(kind)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            ordered = self.lists[-1] == "ordered_list_open"
            self.mark = f"{token.info}{token.markup}" if ordered else "•"
        elif kind == "list_item_close":
            self.mark = ""
        elif kind == "inline" and self.column < 0:
            self._inline(token)
        elif kind in ("fence", "code_block"):
            from moditrack.documents.readers import text

            self.parsed.blocks += text.from_text(token.content).blocks
        elif kind == "html_block":
            self._page(token.content)
        else:
            self._table(token)

    def _table(self, token: Any) -> None:
        kind = token.type
        if kind == "table_open":
            self.parsed.blocks.append(Block("table"))
            self.row = -1
        elif kind == "table_close":
            table = self.parsed.blocks[-1]
            table.cells = over_their_columns(table.cells)
        elif kind == "tr_open":
            self.row, self.column = self.row + 1, 0
        elif kind == "tr_close":
            self.column = -1
        elif kind in ("th_open", "td_open"):
            self.head = kind == "th_open"
        elif kind == "inline":
            cell = Cell(self._text(token)[0], self.row, self.column, header=self.head)
            self.parsed.blocks[-1].cells.append(cell)
            self.column += 1

    def _inline(self, token: Any) -> None:
        text, bold = self._text(token)
        own, self.mark = self.mark, ""
        if note := re.match(r"\[\^([\w-]{1,20})\]:\s*", text):
            self.parsed.blocks.append(
                Block("footnote", text[note.end() :], mark=raised(note[1]).strip())
            )
            return
        text = _NOTE.sub(lambda found: raised(found[1]), text)
        mark, rest = split_mark(text)
        if not text:
            return
        if self.level:
            block = Block("heading", rest, self.level, mark)
        elif own:
            block = Block("item", text, max(len(self.lists) - 1, 0), own)
        elif is_raised(mark):
            block = Block("footnote", rest, mark=mark)
        elif bold and can_be_heading(rest):
            block = Block("heading", rest, 6, mark)
        else:
            block = Block("paragraph", rest, 0, mark)
        self.parsed.blocks.append(block)

    def _text(self, token: Any) -> tuple[str, bool]:
        """The text of a paragraph or cell, and whether all of it is bold."""
        pieces: list[str] = []
        strong, plain, up, link = 0, False, -1, -1
        for inner in token.children or ():
            kind = inner.type
            if kind in ("text", "code_inline"):
                pieces.append(inner.content)
                plain = plain or (strong == 0 and bool(inner.content.strip()))
            elif kind == "softbreak":
                pieces.append(" ")
            elif kind == "hardbreak":
                pieces.append("\n")
            elif kind in ("strong_open", "strong_close"):
                strong += 1 if kind == "strong_open" else -1
            elif kind == "link_open":
                link = len(pieces) if _TO_NOTE.match(str(inner.attrGet("href"))) else -1
            elif kind == "link_close" and link >= 0:
                pieces[link:], link = [raised("".join(pieces[link:]))], -1
            elif kind == "image":
                self.pictures += 1
            elif kind == "html_inline":
                tag = inner.content.lower()
                if tag.startswith("<br"):
                    pieces.append("\n")
                elif tag == "<sup>":
                    up = len(pieces)
                elif tag == "</sup>" and up >= 0:
                    pieces[up:], up = [raised("".join(pieces[up:]))], -1
        lines = "".join(pieces).split("\n")
        return "\n".join(line.strip() for line in lines).strip(), bool(pieces) and not plain

    def _page(self, content: str) -> None:
        """Read HTML between paragraphs; a comment says nothing."""
        if _TAG.sub("", re.sub(r"<!--.*?(?:-->|\Z)", "", content, flags=re.DOTALL)).strip():
            from moditrack.documents.readers import html

            self.parsed.blocks += html.blocks(f"<div>{content}</div>".encode()).blocks
