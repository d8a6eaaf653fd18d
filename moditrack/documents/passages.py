"""A passage: the smallest part of a document that can be cited."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from moditrack.documents.blocks import Cell
from moditrack.documents.number_style import PLAIN, Style

BETWEEN = " / "
"""What parts the headings that a passage is below."""


@dataclass
class Passage:
    """The smallest part of a document that can be cited.

    `heading` is its sub-heading ("" where there is none); `text` is normalised; `cells` are the
    rows of a table, with the header first; `table` has them by position, below its `caption`.
    `page` counts from 1; None where the file has no pages. `style` is how the document writes its
    numbers and dates.
    """

    locator: str
    kind: str
    heading: str
    text: str
    cells: list[list[str]] = field(default_factory=list)
    table: list[Cell] = field(default_factory=list)
    caption: str = ""
    page: int | None = None
    style: Style = PLAIN

    @property
    def words(self) -> int:
        """The number of words of the normalised text."""
        return len(self.text.split())

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the normalised text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def shared(before: Sequence[str], own: Sequence[str]) -> int:
    """How many headings two passages share."""
    same = 0
    while same < min(len(before), len(own)) and before[same] == own[same]:
        same += 1
    return same


def printed_before(before: str, own: str) -> int:
    """How many characters of a passage's headings are printed above an earlier passage."""
    parts = own.split(BETWEEN)
    same = shared(before.split(BETWEEN), parts)
    whole = len("".join(f"{words}{BETWEEN}" for words in parts[:same])) if before and own else 0
    return min(whole, len(own))
