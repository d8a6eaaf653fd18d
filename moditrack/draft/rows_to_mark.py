"""The places of a report's text to mark in its review page, with the rows proposed for each."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from moditrack.documents.passages import Passage
from moditrack.draft.proposal import Draft, Proposal
from moditrack.draft.unaccounted import left
from moditrack.marked.text import Mark, merged

NEEDS, MISSING, SURE = "needs", "missing", "sure"
"""How a mark looks: what a person has to decide, what no row accounts for, and the rest."""
SAID = {NEEDS: "needs you", MISSING: "not accounted for", SURE: "sure"}
"""What a mark says."""
PASSAGES = "passages.csv"
_LONG = 80
"""A span of so many characters is a sentence: it is listed below its passage, and not marked."""

Line = tuple[int, Proposal]
"""A proposal, and the number of its row in its file: that of its last line, as `verify` counts."""


@dataclass
class RowsMark(Mark):
    """A part of a text and the rows proposed for it; one that is not `inline` has no mark."""

    inline: bool = True
    lines: list[Line] = field(default_factory=list)

    def take(self, other: Self) -> None:
        """Have the rows of another spot, too."""
        self.lines += other.lines

    @property
    def kind(self) -> str:
        """How its mark looks."""
        if not self.lines:
            return MISSING
        return SURE if all(one.sure for _, one in self.lines) else NEEDS

    @property
    def words(self) -> str:
        """What its mark says."""
        return SAID[self.kind]

    @property
    def printed(self) -> str:
        """The marked text; of a row without a place, what it is about."""
        if self.cell is not None:
            return self.cell.text
        if self.passage is not None and (self.inline or self.heading or not self.lines):
            text = self.passage.heading if self.heading else self.passage.text
            return text[self.start : self.end]
        row = self.lines[0][1].row
        return row.get("printed") or next(text for text in row.values() if text)

    @property
    def place(self) -> str:
        """The locator of its passage."""
        return self.passage.locator if self.passage else ""


def lines_of(draft: Draft, folder: Path) -> list[Line]:
    """Every proposal but those of passages, with its row in its file in the folder."""
    found: list[Line] = []
    for name in dict.fromkeys(
        proposal.file for proposal in draft.proposals if proposal.file != PASSAGES
    ):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            numbers = [reader.line_num for _ in reader][1:]
        found += zip(numbers, draft.proposed(name), strict=True)
    return found


def spots(draft: Draft, folder: Path) -> list[RowsMark]:
    """The marks of a report in the order of its text; last those that have no place in it."""
    lines = lines_of(draft, folder)
    by_place: dict[str, list[Line]] = {}
    for line in lines:
        by_place.setdefault(line[1].locator, []).append(line)
    missing = _missing(draft)
    found: list[RowsMark] = []
    for passage in draft.document.passages:
        own = by_place.pop(passage.locator, [])
        found += _of_passage(passage, own, missing.get(passage.locator, []))
    for lines in by_place.values():
        found += [RowsMark(None, inline=False, lines=[line]) for line in lines]
    for number, spot in enumerate(found, start=1):
        spot.number = number
    return found


def _missing(draft: Draft) -> dict[str, list[RowsMark]]:
    """The numbers and months of each passage that no row has."""
    passages = {one.locator: one for one in draft.document.passages}
    found: dict[str, list[RowsMark]] = {}
    for one in left(draft):
        if not one.in_cells:
            passage = passages[one.locator]
            inline = one.heading or not passage.table
            spot = RowsMark(passage, one.start, one.end, heading=one.heading, inline=inline)
            found.setdefault(one.locator, []).append(spot)
    return found


def _of_passage(
    passage: Passage, lines: Sequence[Line], missing: Iterable[RowsMark]
) -> list[RowsMark]:
    cells = {(cell.row, cell.column): cell for cell in passage.table}
    spans = {(one.heading, one.start, one.end) for _, one in lines if one.end and not one.cell}
    inline, wide = list(missing), []
    for line in lines:
        one = line[1]
        if one.cell is not None and one.cell in cells:
            cell = cells[one.cell]
            inline.append(RowsMark(passage, 0, len(cell.text), cell=cell, lines=[line]))
        elif one.cell is None and _marked(passage, one, spans):
            inline.append(
                RowsMark(passage, *_span(passage, one), heading=one.heading, lines=[line])
            )
        else:
            wide.append(RowsMark(passage, inline=False, lines=[line]))
    return [*merged(sorted(inline, key=_order)), *wide]


def _marked(passage: Passage, proposal: Proposal, spans: set[tuple[bool, int, int]]) -> bool:
    """Whether a proposal has a span in running text that is no whole sentence of other spans."""
    if not proposal.start < proposal.end or proposal.end - proposal.start >= _LONG:
        return False
    if passage.table and not proposal.heading:
        return False
    return not any(
        heading == proposal.heading
        and proposal.start <= start < end <= proposal.end
        and (start, end) != (proposal.start, proposal.end)
        for heading, start, end in spans
    )


def _span(passage: Passage, proposal: Proposal) -> tuple[int, int]:
    """The span of what a row prints around its own span, which may be a part of that."""
    printed = proposal.row.get("printed", "")
    whole = passage.heading if proposal.heading else passage.text
    start = whole.find(printed, max(0, proposal.end - len(printed))) if printed else -1
    if start < 0 or not start <= proposal.start or proposal.end > start + len(printed):
        return proposal.start, proposal.end
    return start, start + len(printed)


def _order(spot: RowsMark) -> tuple[bool, int, int, int, int]:
    row, column = (spot.cell.row, spot.cell.column) if spot.cell else (-1, -1)
    return not spot.heading, row, column, spot.start, -spot.end
