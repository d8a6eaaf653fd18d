"""Find tables in plain text whose rows have one space between their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from moditrack.documents.blocks import Block
from moditrack.documents.readers.text_cells import (
    CELL,
    GAP,
    NUMBER,
    YEARS,
    groups,
    headings,
    phrase_headings,
    table,
)

_LONGEST_LABEL = 120
"""Characters of a label in a row, on its own line or not."""
_LONGEST_HEAD = 60
"""Characters of a heading on a line of its own."""
_MOST_HEADS = 9
"""Lines of headings above the first row."""
_MOST_BLANK = 2
_FEWEST_ROWS = 3
_THREE = re.compile(r"\d{3}\b")
_SHARE = re.compile(r"\(\d[\d.,]* ?%\)")
_SIGN = re.compile(r"[+\u2212-]")
_ENDS_IN_NUMBER = re.compile(rf"(?<!\S)(?!{YEARS.pattern}$)\d[\d,.]*$")
_PLUS = re.compile(r"(?:^| )\+ [£$€]?\d")
_SENTENCE = re.compile(r"\S+ \S+ .*[.?!:;,]$")
_LABEL = re.compile(r"[A-Za-z]|^\d{1,4}(?:[-\u2013/]\d{1,4}|\+)$")
"""A label has words, or is a range: 18-25, 2019/20, 65+."""
_TELEPHONE = re.compile(r"\b0\d+$")
_STUB = re.compile(
    r"(?:(?:calendar|financial|fiscal) )?(?:years?|months?|quarters?|periods?|weeks?|dates?|areas?"
    r"|regions?|divisions?|districts?|wards?|force(?: area)?|types?|categor(?:y|ies)|offences?"
    r"|ages?(?: group)?|ethnicity|gender|sex|names?|outcomes?|reasons?)(?: of \w+)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Rows:
    """Rows that follow each other, each a label ("" where it has none) and its cells."""

    rows: list[tuple[str, list[str]]] = field(default_factory=list)
    end: int = 0
    gaps: int = 0

    @property
    def width(self) -> int:
        return min(len(cells) for _, cells in self.rows)

    @property
    def even(self) -> bool:
        """Whether all rows have as many cells."""
        return len({len(cells) for _, cells in self.rows}) == 1

    @property
    def labelled(self) -> bool:
        return bool(self.rows[0][0])


def spaced(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table whose rows end in as many numbers each, with one space between them.

    What is above has its headings: on one line, which capital letters part, or on a line each.
    A label may be on the line above its numbers, and rows may have none.
    """
    heads, first = _heads(lines, at)
    if first is None:
        return None, at + 1
    found = _rows(lines, first)
    if not found.rows or 2 * found.gaps > len(found.rows):  # those have fixed columns
        return None, at + 1
    if not heads:
        return _bare(lines, at, found)
    names = _names(heads, found)
    if names is None:
        return None, at + 1
    width = len(names[0])
    return table([*names, *(_cells(row, width) for row in found.rows)], len(names)), found.end


def _bare(lines: list[str], at: int, found: _Rows) -> tuple[Block | None, int]:
    """Rows without headings."""
    few = len(found.rows) < _FEWEST_ROWS or not found.even or not found.labelled
    if few or _thousands(found) or (at > 0 and lines[at - 1].strip()):
        return None, found.end
    width = found.width + 1
    return table([_cells(row, width) for row in found.rows], 0), found.end


def _cells(row: tuple[str, list[str]], width: int) -> list[str]:
    """A row of a width; numbers that are too many end its label."""
    label, cells = row
    over = len(cells) - width + 1
    return [" ".join(filter(None, [label, *cells[:over]])), *cells[over:]]


def _names(heads: list[str], found: _Rows) -> list[list[str]] | None:
    """The rows of headings, where those above have one for each column."""
    if found.width < 2:
        return None
    if not found.labelled:
        return _unlabelled(heads[0], found) if len(heads) == 1 else None
    if len(heads) == 1:
        return _on_one_line(heads[0], found)
    return _grouped(heads, found) or _on_a_line_each(heads, found)


def _on_one_line(head: str, found: _Rows) -> list[list[str]] | None:
    width = found.width + 1
    names = headings(head, width)
    if names is None or (not found.even and (not names[0] or YEARS.fullmatch(names[0]))):
        return None
    years = width > 3 and all(map(YEARS.fullmatch, names[1:]))
    sure = years or phrase_headings(head, width) is not None
    fewest = 1 if years else _FEWEST_ROWS - sure
    return [names] if len(found.rows) >= fewest and (sure or not _thousands(found)) else None


def _grouped(heads: list[str], found: _Rows) -> list[list[str]] | None:
    """The names of groups of columns, above names that repeat in each group."""
    if len(heads) > 2 or len(found.rows) < _FEWEST_ROWS:
        return None
    over, names = groups(heads[0], found.width + 1), headings(heads[1], found.width + 1)
    return [over, names] if over and names and len(set(names)) < len(names) else None


def _on_a_line_each(heads: list[str], found: _Rows) -> list[list[str]] | None:
    width = found.width + 1
    if len(heads) not in (width - 1, width) or not found.even:
        return None
    if any(len(head) > _LONGEST_HEAD or _ENDS_IN_NUMBER.search(head) for head in heads):
        return None
    stub = len(heads) == width and _STUB.fullmatch(heads[0]) is not None
    sure = stub or (len(found.rows) > 1 and not _thousands(found))
    return [[""] * (width - len(heads)) + heads] if sure else None


def _unlabelled(head: str, found: _Rows) -> list[list[str]] | None:
    """The headings of rows without labels; years that begin the rows are their labels."""
    years = [cells[0] for _, cells in found.rows if YEARS.fullmatch(cells[0])]
    if len(set(years)) == len(found.rows) > 1:
        names = phrase_headings(head, found.width)
        return [names] if names is not None and names[0] else None
    names = phrase_headings(head, found.width + 1)
    return [names] if names and not names[0] and len(found.rows) >= _FEWEST_ROWS else None


def _heads(lines: list[str], at: int) -> tuple[list[str], int | None]:
    """The lines above the first row, and where that is; None where there is none."""
    heads: list[str] = []
    place = at
    while place < len(lines) and len(heads) <= _MOST_HEADS:
        line = lines[place].strip()
        if line:
            row = _row(line)
            if row is not None and not (row[0] == "" and all(map(YEARS.fullmatch, row[1]))):
                label = row[0] or not heads or place == at
                return (heads, place) if label else _with_label(lines, at, heads, place)
            if _SENTENCE.match(line) or "|" in line or "\t" in line:
                return [], None
            heads.append(line)
        elif place > at + 1 and not lines[place - 1].strip():
            return [], None
        place += 1
    return [], None


def _with_label(
    lines: list[str], at: int, heads: list[str], place: int
) -> tuple[list[str], int | None]:
    """The headings above a first row without a label, which the last of them may be."""
    if len(heads) == 1 or len(heads[-1]) > _LONGEST_LABEL:
        return heads, place
    above = place - 1
    while not lines[above].strip():
        above -= 1
    return heads[:-1], above


def _rows(lines: list[str], first: int) -> _Rows:
    """The rows from a line on."""
    places = list(_places(lines, first))
    signed = any(_PLUS.search(lines[place]) for _, place in places)
    found = _Rows(end=first)
    for label, place in places:
        row = _row(lines[place], signed)
        if row is None or (not row[0] and label is None and found.rows and found.labelled):
            break
        if found.rows and bool(row[0] or label) != found.labelled:
            break
        cells = row[1]
        if found.rows and len(cells) < 2:
            break
        found.rows.append((row[0] or label or "", cells))
        found.gaps += GAP.search(lines[place].strip()) is not None
        found.end = place + 1
    return found


def _places(lines: list[str], first: int) -> Iterator[tuple[str | None, int]]:
    """The lines with rows from a line on; with each the label on the line above it, if any."""
    label: str | None = None
    blank, place = 0, first
    while place < len(lines) and blank <= _MOST_BLANK:
        line = lines[place].strip()
        if not line:
            blank += 1
        elif (row := _row(line)) is not None:
            if place > first and all(map(YEARS.fullmatch, row[1])):
                return  # the headings of what follows
            if label is not None and row[0]:
                return
            yield label, place
            label, blank = None, 0
        elif label is None and len(line) <= _LONGEST_LABEL and not _SENTENCE.match(line):
            if line[0].islower() or "|" in line or "\t" in line:
                return
            label, blank = line, 0
        else:
            return
        place += 1


def _row(line: str, signed: bool = True) -> tuple[str, list[str]] | None:
    """A label, or none, and the cells that end its line; None for another line."""
    last = line[line.rstrip().rfind(" ") + 1 :].strip()
    if not CELL.fullmatch(last):
        return None
    words = line.split()
    at = len(words)
    while at > 0 and (CELL.fullmatch(words[at - 1]) or words[at - 1] == "+"):
        at -= 1
    label = " ".join(words[:at])
    if len(words) - at < 2 or len(label) > _LONGEST_LABEL:
        return None
    if label and (not _LABEL.search(label) or _TELEPHONE.search(label)):
        return None
    cells: list[str] = []
    for word in words[at:]:
        share = cells and _SHARE.fullmatch(word) and NUMBER.fullmatch(cells[-1])
        sign = cells and signed and _SIGN.fullmatch(cells[-1]) and NUMBER.fullmatch(word)
        if share or sign:
            cells[-1] += " " + word
        else:
            cells.append(word)
    return (label, cells) if len(cells) > 1 else None


def _thousands(found: _Rows) -> bool:
    """Whether what looks like several numbers may be one with spaces between its thousands."""
    return all(
        any(_THREE.fullmatch(b) and NUMBER.fullmatch(a) and len(a) < 4 for a, b in pairwise(cells))
        for _, cells in found.rows
    )
