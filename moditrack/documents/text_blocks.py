"""A text as blocks of plain lines, for readers/text.py; no navigation of an archived page."""

from __future__ import annotations

import re

from moditrack.documents.bullets_and_numbers import BULLETS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.normalise import normalise

_HEAD = lazy_regex(
    r"You are in:|Contents|See the MOPC website for further information\."
    r"|Warning: This is archived material.*"
)
"""Navigation above the text of an archived page."""
_TOP = 6
"""The number of blocks at the top that may be navigation."""
_GAPS = lazy_regex(r"[^\t]*\t\s*$| *\t\s*[-+£$€]?[\d.,]+%?\s*$| *\t *\t")
"""A row of a table with one cell that is not empty: the others are known by their tabs alone."""
_TAIL = lazy_regex(r"Send an e-mail linking to this page")
_AFTER_TAIL = lazy_regex(r"Feedback|Send an e-mail linking to this page")


def blocks_of(text: str) -> list[list[str]]:
    """Lines grouped by blank lines; tables are separated from prose and navigation is dropped."""
    blocks: list[list[str]] = [[]]
    for raw in text.splitlines():
        line = _line(raw, in_table=bool(blocks[-1]) and "\t" in blocks[-1][-1])
        if not line:
            blocks.append([])
            continue
        if blocks[-1] and ("\t" in line) != ("\t" in blocks[-1][-1]):
            blocks.append([])
        blocks[-1].append(line)
    return _without_navigation([block for block in blocks if block])[0]


def navigation(text: str) -> list[tuple[str, str | int]]:
    """The navigation of an archived page, which `blocks_of` leaves out."""
    blocks = [[_line(line) for line in part.split("\n")] for part in re.split(r"\n\s*\n", text)]
    kept = [[line for line in block if line] for block in blocks]
    left = _without_navigation([block for block in kept if block])[1]
    return [("navigation", " ".join(block)) for block in left]


def _line(raw: str, in_table: bool = False) -> str:
    """A line with plain quotes, dashes and spaces; tabs between cells are kept.

    So are those before a first and after a last cell that is empty: each cell keeps its column.
    """
    marked = re.sub(rf"^\s*([{BULLETS}*–—-]|o|\d{{1,3}}\.|[A-Z]\.)\s+", r"\1 ", raw.strip())
    line = "\t".join(normalise(cell) for cell in marked.split("\t")).strip(" ")
    if "\t" in line or (line and in_table and _GAPS.match(raw)):
        body = raw.strip()
        at = raw.index(body)
        before, after = raw[:at].count("\t"), raw[at + len(body) :].count("\t")
        return "\t" * before + line + "\t" * after
    return line


def _without_navigation(blocks: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """The blocks without navigation above and below the text of an archived page, and those."""
    head = {i for i, block in enumerate(blocks[:_TOP]) if _HEAD.fullmatch(" ".join(block))}
    tails = [i for i, block in enumerate(blocks) if _TAIL.fullmatch(" ".join(block))]
    after = range(tails[-1], len(blocks)) if tails else range(0)
    left = head | {i for i in after if _AFTER_TAIL.fullmatch(" ".join(blocks[i]))}
    return (
        [block for i, block in enumerate(blocks) if i not in left],
        [block for i, block in enumerate(blocks) if i in left],
    )
