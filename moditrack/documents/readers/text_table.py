"""Find tables in plain text: tabs, pipes, fixed columns, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Callable

from moditrack.documents.blocks import Block, Cell

_RULE = re.compile(r"[\s|+:=_-]*[-=_]{3,}[\s|+:=_-]*")
_GAP = re.compile(r" {2,}")
_VALUE = re.compile(
    r"[(£$€~<>≤≥+-]{0,3} ?\d[\d,.  ]*\)?(?:%|k|m|bn)?(?: ?\(\d[\d.,]*%?\))?\*{0,2}"
    r"|[*–—-]|\.\.|n/?a|\[[a-z]\]|nil",
    re.IGNORECASE,
)
_WIDEST = 1000
"""Characters of a longer line than a table has."""
_MOST_ABOVE = 2
"""Short lines above a table of one cell a line that are its caption."""
_SENTENCE = re.compile(r"\S+ \S+ .*[.?!:;]$")
_LONGEST_CELL = 60
"""Characters of a cell that stands on a line of its own."""


Kind = Callable[[list[str], int], tuple[Block | None, int]]
"""Reads the table at a line of lines; the line after it, or after what is none."""


class Tables:
    """The tables among the lines of a text."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.none_before: dict[Kind, int] = dict.fromkeys((_piped, _fixed, _one_a_line), 0)
        """By kind of table: lines before this one begin none."""
        self.last: tuple[int, tuple[Block | None, int]] = (-1, (None, 0))

    def at(self, at: int) -> tuple[Block | None, int]:
        """The table that begins at a line, and the line after it; None where none begins there."""
        line = self.lines[at]
        if at == self.last[0]:
            return self.last[1]
        if "\t" in line.strip():
            return _split(self.lines, at, "\t")
        if "|" in line or line.lstrip().startswith("+-"):
            kind: Kind = _piped
        elif _GAP.search(line.strip()):
            kind = _fixed
        elif at == 0 or not self.lines[at - 1].strip():
            kind = _one_a_line
        else:
            return None, at
        if at < self.none_before[kind]:
            return None, at
        found, end = kind(self.lines, at)
        if found is None:
            self.none_before[kind] = end  # what was looked at in vain is not looked at again
            return None, at
        self.last = (at, (found, end))
        return found, end


def table(rows: list[list[str]], headers: int = 1) -> Block:
    """A table of rows of texts; the first `headers` rows are headings."""
    return Block("table", cells=[
        Cell(text, row, column, header=row < headers)
        for row, cells in enumerate(rows) for column, text in enumerate(cells)
    ])  # fmt: skip


def _piped(lines: list[str], at: int) -> tuple[Block | None, int]:
    return _split(lines, at, "|")


def _split(lines: list[str], at: int, mark: str) -> tuple[Block | None, int]:
    """A table whose cells a tab or a pipe separates."""
    rows: list[list[str]] = []
    end, ruler = at, False
    while end < len(lines):
        line = lines[end].strip(" ")
        ruled = mark == "|" and _RULE.fullmatch(line) is not None
        if mark not in line and not ruled:
            break
        ruler = ruler or ruled
        if not ruled:
            if mark == "|":
                line = re.sub(r"^\||\|$", "", line.strip())
            rows.append([cell.strip() for cell in line.split(mark)])
        end += 1
    if mark == "|" and not (ruler and rows) and (len(rows) < 2 or len(set(map(len, rows))) > 1):
        return None, end
    if max(map(len, rows)) < 2:
        return None, end
    return table(rows), end


def _fixed(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of fixed columns: at least three lines with gaps of spaces below each other."""
    end = at
    while end < len(lines) and lines[end].strip():
        ruled = _RULE.fullmatch(lines[end])
        if not ruled and not _GAP.search(lines[end].strip()):
            break
        end += 1
    block = [line.expandtabs() for line in lines[at:end] if not _RULE.fullmatch(line)]
    if len(block) < 3 or max(map(len, block)) > _WIDEST:
        return None, end
    rows = _columns(block)
    if len(rows[0]) < 2:
        return None, end
    values = sum(bool(_VALUE.fullmatch(cell)) for row in rows[1:] for cell in row[1:])
    cells = sum(bool(cell) for row in rows[1:] for cell in row[1:])
    if cells == 0 or (2 * values < cells and len(rows[0]) < 3):
        return None, end
    return table(rows), end


def _columns(lines: list[str]) -> list[list[str]]:
    """Lines cut where a character is blank in all of them.

    Where that is one blank only, it parts columns if there are nothing but values to its right.
    """
    width = max(map(len, lines))
    used = {place for line in lines for place, letter in enumerate(line) if letter != " "}
    edges: list[list[int]] = []
    for place in sorted(used):
        if edges and edges[-1][1] == place:
            edges[-1][1] = place + 1
        else:
            edges.append([place, place + 1])
    kept: list[list[int]] = []
    for start, end in edges:
        cells = [line[start:end].strip() for line in lines[1:]]
        narrow = kept and start - kept[-1][1] < 2
        if narrow and not all(_VALUE.fullmatch(cell) for cell in cells if cell):
            kept[-1][1] = end
        else:
            kept.append([start, end])
    kept[-1][1] = width
    return [[line[start:end].strip() for start, end in kept] for line in lines]


def _one_a_line(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table with one cell a line, as it comes when it is copied from a page.

    Rows are a label and the same number of values each time, at least two, below as many headings;
    blank lines may part the cells. Where none begins here, the second is the line to look at next.
    """
    places: list[int] = []
    end = at
    while end < len(lines) and len(lines[end]) <= _LONGEST_CELL + 40:
        words = lines[end].strip()
        if len(words) > _LONGEST_CELL or (not words and not lines[end - 1].strip()):
            break
        if "|" in words or _GAP.search(words) or "\t" in words or _SENTENCE.match(words):
            break
        if words:
            places.append(end)
        end += 1
    run = [lines[place].strip() for place in places]
    if len(run) < 8:
        return None, max(end, at + 1)
    value = [_VALUE.fullmatch(line) is not None for line in run]
    labels = [i for i, found in enumerate(value) if not found]
    for first, second, third in zip(labels, labels[1:], [*labels[2:], len(run)], strict=False):
        step = second - first
        start = first - step
        if step < 3 or third - second != step or start < -1 or (start >= 0 and value[start]):
            continue
        if start > _MOST_ABOVE:
            return None, places[start]
        stop = third
        while stop + step <= len(run) and not value[stop] and all(value[stop + 1 : stop + step]):
            stop += step
        head = run[start:first] if start >= 0 else ["", *run[:first]]
        found = table([head, *(run[i : i + step] for i in range(first, stop, step))])
        found.caption = " ".join(run[: max(start, 0)])
        return found, places[stop - 1] + 1
    return None, max(end, at + 1)
