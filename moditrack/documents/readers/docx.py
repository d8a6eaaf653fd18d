"""Read a Word file: headings, lists, tables, footnotes, text boxes; without deleted text."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from moditrack.documents.blocks import Block, Cell, Parsed, Unreadable
from moditrack.documents.bullets_and_numbers import can_be_heading, ordinal, split_mark
from moditrack.documents.footnote_marks import is_raised, raised
from moditrack.documents.readers.docx_styles import Styles, W, child, value
from moditrack.extras import needs

_LARGEST = 200_000_000
"""Bytes of all that a file unpacks to."""
_LARGEST_PART = 60_000_000
"""Bytes of its text, or of another part that is XML."""
_HIGHEST_RATIO = 200
"""Unpacked over packed bytes; no text reaches it. It counts from `_RATIO_FROM` bytes on."""
_RATIO_FROM = 10_000_000
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"


def blocks(data: bytes) -> Parsed:
    """The blocks of a Word file, without running heads and feet."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ImportError:
        raise Unreadable(needs("read")) from None
    try:
        _check(data)
        return _Word(docx.Document(io.BytesIO(data))).read()
    except Unreadable:
        raise
    except (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, LookupError, ValueError, TypeError,
            AttributeError, NotImplementedError, OSError, EOFError):  # fmt: skip
        raise Unreadable("is damaged, or no plain Word file: save it as .docx again.") from None


def _check(data: bytes) -> None:
    """Refuse a file that unpacks to far more than a report, or that has a password."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("has a password: save it without one.")
    size = sum(part.file_size for part in parts)
    xml = max((p.file_size for p in parts if p.filename.endswith((".xml", ".rels"))), default=0)
    dense = any(
        p.file_size > _RATIO_FROM and p.file_size > _HIGHEST_RATIO * p.compress_size for p in parts
    )
    if size > _LARGEST or xml > _LARGEST_PART or dense or len(parts) > 20_000:
        raise Unreadable("unpacks to far more than a report has: save its text to a file.")


class _Word:
    """Goes through the body of a document."""

    def __init__(self, document: Any) -> None:
        self.part = document.part
        self.body = document.element.body
        self.parsed = Parsed(title=(document.core_properties.title or "").strip())
        parts = {rel.reltype.rpartition("/")[2]: rel.target_part
                 for rel in self.part.rels.values() if not rel.is_external}  # fmt: skip
        self.notes = {kind: parts.get(f"{kind}s") for kind in ("footnote", "endnote")}
        self.styles = Styles(_root(parts.get("styles")), _root(parts.get("numbering")))
        self.noted: dict[str, dict[str, str]] = {"footnote": {}, "endnote": {}}
        """The marks of notes by id, in the order of the text."""
        self.comments = parts.get("comments")
        self.boxes: list[Any] = []
        self.deleted = 0

    def read(self) -> Parsed:
        """The blocks of the document."""
        self._contents(self.body)
        self._footnotes()
        for what in ("header", "footer"):
            for rel in self.part.rels.values():
                if rel.reltype.endswith(f"/{what}"):
                    words = " ".join(_root(rel.target_part).itertext(f"{W}t")).strip()
                    if words:
                        name = "running head" if what == "header" else "running foot"
                        self.parsed.left_out.append((name, words))
        if comments := sum(1 for _ in _root(self.comments).iter(f"{W}comment")):
            self.parsed.left_out.append(("comments", comments))
        if self.deleted:
            self.parsed.left_out.append(("deleted text", self.deleted))
        heads = [b.text for b in self.parsed.blocks if b.kind == "heading" and b.level == 1]
        self.parsed.title = self.parsed.title or (heads[0] if heads else "")
        return self.parsed

    def _contents(self, element: Any) -> None:
        """Read paragraphs and tables, within whatever surrounds them."""
        for inner in element:
            if inner.tag == f"{W}p":
                self._paragraph(inner)
            elif inner.tag == f"{W}tbl":
                self._table(inner)
            elif inner.tag not in _SKIPPED and inner.tag != _FALLBACK:
                self._contents(inner)

    def _paragraph(self, paragraph: Any) -> None:
        text, bold = self._text(paragraph)
        style = self.styles.style_of(paragraph)
        own = self.styles.mark(style)
        boxes, self.boxes = self.boxes, []
        if text:
            block = self._block(text, own, style, bold=bold)
            if style.name.startswith("toc"):
                self.parsed.left_out.append(("contents", " ".join(text.split())))
            elif "\t" in block.text and block.kind != "heading":
                self._row(block)
            else:
                self.parsed.blocks.append(block)
        for box in boxes:
            self._contents(box)

    def _block(self, text: str, own: tuple[str, int], style: Any, *, bold: bool) -> Block:
        mark, level = own
        printed, rest = split_mark(text)
        if style.level:
            return Block("heading", text if mark else rest, style.level, mark or printed)
        if mark:
            return Block("item", text, level, mark)
        if is_raised(printed):
            return Block("footnote", rest, mark=printed)
        if bold and can_be_heading(rest):
            return Block("heading", rest, 6, printed)
        return Block("paragraph", rest, 0, printed)

    def _row(self, block: Block) -> None:
        """Add a paragraph with tabs as the row of a table."""
        last = self.parsed.blocks[-1] if self.parsed.blocks else None
        if last is None or last.kind != "table" or last.mark != "tabs":
            last = Block("table", mark="tabs")
            self.parsed.blocks.append(last)
        row = max((cell.row for cell in last.cells[-1:]), default=-1) + 1
        words = f"{block.mark} {block.text}".strip()
        for column, cell in enumerate(words.split("\t")):
            last.cells.append(Cell(cell.strip(), row, column, header=row == 0))

    def _text(self, paragraph: Any) -> tuple[str, bool]:
        """The text of a paragraph as printed, and whether all of it is bold."""
        pieces: list[tuple[str, bool]] = list(self._pieces(paragraph, None))
        words = "".join(piece for piece, _ in pieces)
        text = "\n".join(re.sub(r"[ \r]+", " ", line).strip(" ") for line in words.split("\n"))
        return text.strip(), all(bold or not piece.strip() for piece, bold in pieces)

    def _pieces(self, element: Any, run: Any) -> Iterator[tuple[str, bool]]:
        for inner in element:
            tag = inner.tag
            if tag in (f"{W}del", f"{W}moveFrom"):
                self.deleted += 1
            elif tag == _BOX:
                self.boxes.append(inner)
            elif tag in _SKIPPED or tag == _FALLBACK or not isinstance(tag, str):
                continue
            elif tag == f"{W}r":
                yield from self._run(inner)
            elif tag == f"{W}t":
                yield inner.text or "", _is_on(run, "b")
            elif tag == f"{W}tab":
                yield "\t", False
            elif tag in (f"{W}br", f"{W}cr"):
                yield " " if value(inner, "type") == "page" else "\n", False
            elif tag == f"{W}noBreakHyphen":
                yield "-", False
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = tag.removeprefix(W).removesuffix("Reference")
                yield self._reference(kind, value(inner, "id")), False
            else:
                yield from self._pieces(inner, run)

    def _run(self, run: Any) -> Iterator[tuple[str, bool]]:
        if _is_on(run, "vanish"):
            return
        properties = child(run, "rPr")
        if value(child(properties, "vertAlign"), "val") == "superscript":
            words = "".join(piece for piece, _ in self._pieces(run, run))
            if words.strip():
                yield raised(words), _is_on(run, "b")
        else:
            yield from self._pieces(run, run)

    def _reference(self, kind: str, number: str) -> str:
        """The mark of a note, as Word prints it: ¹ for footnotes, [i] for endnotes."""
        marks = self.noted[kind]
        count = len(marks) + 1
        own = raised(str(count)) if kind == "footnote" else f"[{ordinal(count, 'i')}]"
        return marks.setdefault(number, own)

    def _footnotes(self) -> None:
        for kind, marks in self.noted.items():
            found = {value(n, "id"): n for n in _root(self.notes[kind])} if marks else {}
            for number, mark in list(marks.items()):
                if number in found:
                    lines = [self._text(p)[0] for p in found[number].iter(f"{W}p")]
                    words = " ".join(line for line in lines if line)
                    self.parsed.blocks.append(Block("footnote", words, mark=mark))

    def _table(self, table: Any) -> None:
        cells: list[Cell] = []
        open_: dict[int, Cell] = {}
        rows = [row for row in table.iter(f"{W}tr") if _owner(row) is table]
        if all(len(row.findall(f"{W}tc")) <= 1 for row in rows):  # a box around text
            for row in rows:
                for cell in row.findall(f"{W}tc"):
                    self._contents(cell)
            return
        for number, row in enumerate(rows):
            properties = child(row, "trPr")
            column = min(int(value(child(properties, "gridBefore"), "val") or 0), 200)
            head = child(properties, "tblHeader") is not None
            for cell in row.iter(f"{W}tc"):
                if _owner(cell) is not table:
                    continue
                own = child(cell, "tcPr")
                span = min(int(value(child(own, "gridSpan"), "val") or 1), 200)
                merged = child(own, "vMerge")
                if merged is not None and value(merged, "val") != "restart" and column in open_:
                    open_[column].rows = number + 1 - open_[column].row
                else:
                    text = self._cell(cell)
                    open_[column] = Cell(text, number, column, 1, span, head)
                    cells.append(open_[column])
                column += span
        if any(cell.text for cell in cells):
            self.parsed.blocks.append(Block("table", cells=cells, caption=self._caption()))

    def _cell(self, cell: Any) -> str:
        lines = []
        for paragraph in cell.iter(f"{W}p"):
            text = self._text(paragraph)[0].replace("\t", "\n")
            mark = self.styles.mark(self.styles.style_of(paragraph))[0]
            if text:
                lines.append(f"{mark} {text}" if mark not in ("", "•") else text)
        return "\n".join(lines)

    def _caption(self) -> str:
        """The paragraph above a table that is its caption; it is not a block of its own."""
        last = self.parsed.blocks[-1] if self.parsed.blocks else None
        if last is not None and last.kind == "paragraph" and re.match(r"Table \w", last.text):
            return self.parsed.blocks.pop().text
        return ""


def _root(part: Any) -> Any:
    """The root element of a part; an empty one where there is no such part."""
    from docx.oxml import parse_xml

    if part is None:
        return parse_xml("<none/>")
    own = getattr(part, "element", None)
    return own if own is not None else parse_xml(part.blob)


def _owner(element: Any) -> Any:
    """The table that a row or cell belongs to."""
    return next(element.iterancestors(f"{W}tbl"))


def _is_on(run: Any, name: str) -> bool:
    """Whether a run has a property that is on or off."""
    found = child(child(run, "rPr"), name)
    return found is not None and value(found, "val") not in ("0", "false", "none", "off")
