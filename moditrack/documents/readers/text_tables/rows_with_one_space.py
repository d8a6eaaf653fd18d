"""Rows of plain text with one space between their cells: a label and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import CELL, GAP, NUMBER, YEARS

LONGEST_LABEL = 120
"""Characters of a label in a row, on its own line or not."""
LONGEST_HEAD = 60
"""Characters of a heading on a line of its own."""
_MOST_BLANK = 2
_NEAR = 30
"""Lines in which a sign that is set apart shows how those of a table are."""
_THREE = lazy_regex(r"\d{3}\b")
_SHARE = lazy_regex(r"\(\d[\d.,]* ?%\)")
_SIGN = lazy_regex(r"[+\u2212-]")
_PLUS = lazy_regex(r"(?:^| )\+ [£$€]?\d")
SENTENCE = lazy_regex(r"\S+ \S+ .*[.?!:;,]$")
LABEL = lazy_regex(r"[A-Za-z]|^\d{1,4}(?:[-\u2013/]\d{1,4}|\+)$")
"""A label has words, or is a range: 18-25, 2019/20, 65+."""
TELEPHONE = lazy_regex(r"\b0\d+$")


@dataclass(slots=True)
class Rows:
    """Rows that follow each other, each a label ("" where it has none) and its cells.

    `groups` has the headings of rows, by the row before which they are.
    """

    rows: list[tuple[str, list[str]]] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)
    end: int = 0
    gaps: int = 0
    width: int = 0
    """The fewest cells of a row."""

    def add(self, label: str, cells: list[str]) -> None:
        """Add a row below the others."""
        self.width = min(self.width, len(cells)) if self.rows else len(cells)
        self.rows.append((label, cells))

    @property
    def even(self) -> bool:
        """Whether all rows have as many cells."""
        return len({len(cells) for _, cells in self.rows}) == 1

    @property
    def labelled(self) -> bool:
        return bool(self.rows[0][0])


def is_group(line: str, width: int) -> bool:
    """Whether a line alone is the heading of rows: it has no words for headings of columns."""
    words = line.split()
    few = len(words) < width or len(words) > width + 1
    return few and len(line) <= LONGEST_HEAD and not any(map(str.isdigit, line))


def is_row(lines: list[str], at: int) -> bool:
    """Whether a line is a row, and no headings that are years."""
    row = row_in(lines[at]) if at >= 0 else None
    return row is not None and not all(map(YEARS.fullmatch, row[1]))


def rows_from(lines: list[str], first: int) -> Rows:
    """The rows from a line on."""
    signed = any(map(_PLUS.search, lines[first : first + _NEAR]))
    found = Rows(end=first)
    group = ""
    for label, place in _places(lines, first):
        if place < 0:
            if not found.rows or not is_group(label or "", len(found.rows[0][1])):
                break
            group = label or ""
            continue
        row = row_in(lines[place], signed)
        if row is None or (not row[0] and label is None and found.rows and found.labelled):
            break
        if found.rows and bool(row[0] or label) != found.labelled:
            break
        cells = row[1]
        if found.rows and len(cells) < 2:
            break
        if group:
            found.groups[len(found.rows)], group = group, ""
        found.add(" ".join(filter(None, [label, row[0]])), cells)
        found.gaps += GAP.search(lines[place].strip()) is not None
        found.end = place + 1
    return found


def _places(lines: list[str], first: int) -> Iterator[tuple[str | None, int]]:
    """The lines with rows from a line on; with each the label on the line above it, if any.

    What may be the heading of the rows below it has the place -1.
    """
    label: str | None = None
    blank, place = 0, first
    while place < len(lines) and blank <= _MOST_BLANK:
        line = lines[place].strip()
        if not line:
            blank += 1
        elif (row := row_in(line)) is not None:
            if place > first and all(map(YEARS.fullmatch, row[1])):
                return  # the headings of what follows
            if label is not None and row[0] and not row[0][0].islower():
                yield label, -1
                label = None
            yield label, place
            label, blank = None, 0
        elif label is None and len(line) <= LONGEST_LABEL and not SENTENCE.match(line):
            if line[0].islower() or "|" in line or "\t" in line:
                return
            label, blank = line, 0
        else:
            return
        place += 1


def row_in(line: str, signed: bool = True) -> tuple[str, list[str]] | None:
    """A label, or none, and the cells that end its line; None for another line."""
    last = line[line.rstrip().rfind(" ") + 1 :].strip()
    if not CELL.fullmatch(last):
        return None
    words = line.split()
    at = len(words)
    while at > 0 and (CELL.fullmatch(words[at - 1]) or words[at - 1] == "+"):
        at -= 1
    label = " ".join(words[:at])
    if len(words) - at < 2 or len(label) > LONGEST_LABEL:
        return None
    if label and (not LABEL.search(label) or TELEPHONE.search(label)):
        return None
    cells: list[str] = []
    for word in words[at:]:
        share = cells and _SHARE.fullmatch(word) and NUMBER.fullmatch(cells[-1])
        sign = cells and signed and _SIGN.fullmatch(cells[-1]) and NUMBER.fullmatch(word)
        if share or sign:
            cells[-1] += " " + word
        else:
            cells.append(word)
    in_prose = len(cells) == 2 and YEARS.fullmatch(cells[0]) and cells[1][0] == "("
    return (label, cells) if len(cells) > 1 and not in_prose else None


def thousands(found: Rows) -> bool:
    """Whether what looks like several numbers may be one with spaces between its thousands."""
    return all(
        any(_THREE.fullmatch(b) and NUMBER.fullmatch(a) and len(a) < 4 for a, b in pairwise(cells))
        for _, cells in found.rows
    )
