"""Leave out what is not part of a file's text: lists of contents, page numbers."""

from __future__ import annotations

from moditrack.documents.blocks import Block, Parsed
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.locators import grid
from moditrack.documents.page_furniture import LISTED, furniture

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
