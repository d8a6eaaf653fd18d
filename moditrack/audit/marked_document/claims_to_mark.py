"""The places of a document's text to mark, what came out of each, and what marks look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from moditrack.audit.audit import Audit
from moditrack.audit.found_claim import Claim
from moditrack.checks.verdicts import Result
from moditrack.documents.blocks import Cell
from moditrack.documents.passages import Passage
from moditrack.marked.text import Mark, merged


@dataclass
class ClaimMark(Mark):
    """A part of a text, and the claims that it states; numbers of headings are not checked."""

    passage: Passage
    checked: list[tuple[Claim, Result]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The most severe of what came out."""
        return min((MARK_OF[result.verdict] for _, result in self.checked), key=MARKS.index)

    @property
    def words(self) -> str:
        """What it says."""
        return SAID[self.kind]

    @property
    def printed(self) -> str:
        """The marked text."""
        text = self.cell.text if self.cell else self.passage.text
        return text[self.start : self.end] or self.checked[0][0].stated.printed

    @property
    def place(self) -> str:
        """Its page and locator, to read."""
        return place_of(self.passage)

    def take(self, other: Self) -> None:
        """State the claims of another mark, too."""
        self.checked += other.checked

    def said(self) -> list[str]:
        """What came out of each claim, with its arithmetic."""
        return [_said(claim, result) for claim, result in self.checked]


def place_of(passage: Passage) -> str:
    """The page and locator of a passage, to read."""
    return f"p. {passage.page}, {passage.locator}" if passage.page else passage.locator


def _said(claim: Claim, result: Result) -> str:
    rests = ", ".join(
        f"{number.description} {number.quantity.printed}"
        + ("" if number.passage is claim.passage else f" ({place_of(number.passage)})")
        for number in claim.inputs
    )
    rests = f" From {rests}." if rests else ""
    return f"{SAID[MARK_OF[result.verdict]]}: {result.why}.{rests}"


def marks(found: Audit) -> list[ClaimMark]:
    """The marks of an audit in the order of the document; claims on one number share a mark."""
    by_passage: dict[int, list[tuple[Claim, Result]]] = {}
    for claim, result in found.claims:
        by_passage.setdefault(id(claim.passage), []).append((claim, result))
    every: list[ClaimMark] = []
    for passage in found.passages:
        for mark in _of_passage(by_passage.get(id(passage), [])):
            mark.number = len(every) + 1
            every.append(mark)
    return every


def _of_passage(checked: Sequence[tuple[Claim, Result]]) -> Iterator[ClaimMark]:
    placed = []
    for claim, result in checked:
        cell, start, end = _part(claim)
        placed.append(ClaimMark(claim.passage, start, end, cell, checked=[(claim, result)]))
    return merged(sorted(placed, key=_order))


def _order(mark: ClaimMark) -> tuple[int, int, int, int]:
    row, column = (mark.cell.row, mark.cell.column) if mark.cell else (-1, -1)
    return row, column, mark.start, -mark.end


def _part(claim: Claim) -> tuple[Cell | None, int, int]:
    """The cell of a claim, and the part of its text, or of the passage's, that states it."""
    if claim.cell is None:
        return None, claim.start, claim.end
    cell = cell_at(claim.passage, *claim.cell)
    if cell is None:
        return None, 0, 0
    printed = rf"(?<![\d.,])\s*({re.escape(claim.stated.printed)})(?!\d|[.,]\d)"
    found = [match.span(1) for match in re.finditer(printed, cell.text)]
    return (cell, *(found[0] if len(found) == 1 else (0, len(cell.text))))


def cell_at(passage: Passage, row: int, column: int) -> Cell | None:
    """The cell over a position of a table."""
    for cell in passage.table:
        if cell.row <= row < cell.row + max(1, cell.rows) and (
            cell.column <= column < cell.column + max(1, cell.columns)
        ):
            return cell
    return None


MARKS = ("misfit", "rounding", "open", "fits")
"""How a mark looks, the most severe first."""
MARK_OF = {
    "consistent": "fits", "inconsistent": "misfit", "impossible": "misfit",
    "truncated": "rounding", "rounded-up": "rounding", "ambiguous": "rounding",
    "not-checkable": "open",
}  # fmt: skip
"""How each verdict is marked."""
MEANING = (
    "A number that does not fit is one that the document's own figures do not give: that says"
    " what disagrees, not which of the numbers is wrong."
)
SAID = {
    "fits": "fits",
    "misfit": "does not fit",
    "rounding": "fits only if not rounded to the nearest",
    "open": "could not be checked",
}
"""What a mark says."""
COLOURS = {
    "misfit": (1.0, 0.72, 0.68), "rounding": (1.0, 0.84, 0.45), "open": (1.0, 0.84, 0.45),
    "fits": (0.72, 0.92, 0.72),
}  # fmt: skip
"""What a mark looks like in a PDF: red, green and blue. A web page has those of marked/page.css."""
LOOKS = {
    "misfit": "red, double line below", "rounding": "amber, broken line below",
    "open": "amber, dotted line below", "fits": "green",
}  # fmt: skip
