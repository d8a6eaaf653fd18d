"""Find tables in plain text: tabs, pipes, fixed columns; other kinds are in files of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from moditrack.documents.blocks import Block
from moditrack.documents.readers.moved_headings import over_their_columns
from moditrack.documents.readers.text_cells import GAP, VALUE, YEARS, table
from moditrack.documents.readers.text_notes import with_notes
from moditrack.documents.readers.text_one_a_line import headed, one_a_line
from moditrack.documents.readers.text_pipe_lines import piped_cells
from moditrack.documents.readers.text_spaced import spaced

_RULE = re.compile(r"[\s|+:=_-]*[-=_]{3,}[\s|+:=_-]*|(?:\s*\|\s*:?-+:?)+\s*\|?\s*")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
"""A line that ends within a cell, as Markdown prints it."""
_BOLD = re.compile(r"\*\*([^*|\n]+)\*\*")
_WIDEST = 1000
"""Characters of a longer line than a table has."""
_LABELLED = re.compile(r"(.*[^\W\d].*?) +(\S+)")
_TWO = re.compile(r"[\d%)] +(?!\d{3}\b)[\d£(-]")


Kind = Callable[[list[str], int], tuple[Block | None, int]]
"""Reads the table at a line of lines; the line after it, or after what is none."""


class Tables:
    """The tables among the lines of a text."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.none_before: dict[Kind, int] = dict.fromkeys(
            (_piped, piped_cells, _fixed, with_notes, one_a_line, headed, spaced), 0
        )
        """By kind of table: lines before this one begin none."""
        self.last: tuple[int, tuple[Block | None, int]] = (-1, (None, 0))

    def table_at(self, at: int) -> tuple[Block | None, int]:
        """The table that begins at a line, and the line after it; None where none begins there."""
        line = self.lines[at]
        if at == self.last[0]:
            return self.last[1]
        if "\t" in line.strip():
            return _split(self.lines, at, "\t")
        below = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        if "|" in line or below.strip() == "|" or line.lstrip().startswith("+-"):
            kinds: tuple[Kind, ...] = (_piped, piped_cells)
        elif GAP.search(line.strip()):
            kinds = (_fixed, spaced)
        elif at == 0 or not self.lines[at - 1].strip():
            kinds = (with_notes, one_a_line, headed, spaced)
        else:
            kinds = (one_a_line, headed, spaced)
        for kind in kinds:
            if at < self.none_before[kind]:
                continue
            found, end = kind(self.lines, at)
            if found is not None:
                self.last = (at, (found, end))
                return found, end
            self.none_before[kind] = end  # what was looked at in vain is not looked at again
        return None, at


def _piped(lines: list[str], at: int) -> tuple[Block | None, int]:
    return _split(lines, at, "|")


def _split(lines: list[str], at: int, mark: str) -> tuple[Block | None, int]:
    """A table whose cells a tab or a pipe separates."""
    rows: list[list[str]] = []
    end, ruler = at, False
    while end < len(lines):
        line = lines[end].strip(" ")
        if not line and mark == "|" and _begins(lines, end - 1) and _begins(lines, end + 1):
            end += 1  # between rows
            continue
        ruled = mark == "|" and _RULE.fullmatch(line) is not None
        if mark not in line and not ruled:
            break
        if mark == "|" and _goes_on(lines, end):
            end += 1
            line += " " + lines[end].strip(" ")
        ruler = ruler or ruled
        if not ruled:
            if mark == "|":
                line = re.sub(r"^\||\|$", "", line.strip())
            if "<" in line or "&" in line or "**" in line:
                line = unescape(_BREAK.sub(" ", _BOLD.sub(r"\1", line)))
            rows.append([cell.strip() for cell in line.split(mark)])
        end += 1
    if mark == "|" and not (ruler and rows) and (len(rows) < 2 or len(set(map(len, rows))) > 1):
        return None, end
    if max(map(len, rows)) < 2:
        return None, end
    amounts = not ruler and all(VALUE.fullmatch(cell) for cell in rows[0][1:] if cell)
    years = all(YEARS.fullmatch(cell) for cell in rows[0][1:] if cell)
    found = table(_with_labels_above(rows), 0 if amounts and not years else 1)
    found.cells = over_their_columns(found.cells)
    return found, end


def _with_labels_above(rows: list[list[str]]) -> list[list[str]]:
    """The rows; one that has no label has that of the row above it, which has nothing else."""
    kept = rows[:1]
    for row in rows[1:]:
        above = kept[-1]
        amounts = [cell for cell in row[1:] if VALUE.fullmatch(cell) and not YEARS.fullmatch(cell)]
        if len(kept) > 1 and amounts and not row[0] and above[0] and not any(above[1:]):
            kept[-1] = [above[0], *row[1:]]
        else:
            kept.append(row)
    return kept


def _begins(lines: list[str], at: int) -> bool:
    """Whether a line is a row between pipes."""
    line = lines[at].strip() if 0 <= at < len(lines) else ""
    return len(line) > 1 and line[0] == line[-1] == "|"


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether the last cell of a row goes on in the next line: pipes end the lines around it."""
    if at + 2 >= len(lines) or lines[at].rstrip().endswith("|") or lines[at].lstrip()[:1] == "|":
        return False
    return all(line.rstrip().endswith("|") for line in lines[at + 1 : at + 3])


def _fixed(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of fixed columns: at least three lines with gaps of spaces below each other."""
    end = at
    block: list[str] = []
    begun: dict[int, str] = {}
    while end < len(lines) and lines[end].strip():
        if _RULE.fullmatch(lines[end]) is None:
            if not GAP.search(lines[end].strip()):
                if end == at or not _ends_label(lines, end + 1):
                    break
                begun[len(block)] = lines[end].strip()
            else:
                block.append(lines[end].expandtabs())
        end += 1
    if len(block) < 3 or max(map(len, block)) > _WIDEST:
        return None, end
    rows = _apart(block, _columns(block))
    if len(rows[0]) < 2 or (len(GAP.split(block[0].strip())) > len(rows[0]) and _run_on(rows)):
        return None, end
    values = sum(bool(VALUE.fullmatch(cell)) for row in rows[1:] for cell in row[1:])
    cells = sum(bool(cell) for row in rows[1:] for cell in row[1:])
    if cells == 0 or (2 * values < cells and len(rows[0]) < 3):
        return None, end
    for row, label in begun.items():
        rows[row][0] = f"{label} {rows[row][0]}"
    second = rows[1][1:] if not rows[0][0] else []
    return table(rows, 2 if any(second) and not any(map(VALUE.fullmatch, second)) else 1), end


def _ends_label(lines: list[str], at: int) -> bool:
    """Whether a line is a row whose label began on the line above it."""
    line = lines[at] if at < len(lines) else ""
    label = line.strip()
    return GAP.search(label) is not None and (line[:1] == " " or label[:1].islower())


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
        if narrow and not all(VALUE.fullmatch(cell) for cell in cells if cell):
            kept[-1][1] = end
        else:
            kept.append([start, end])
    kept[-1][1] = width
    return [[line[start:end].strip() for start, end in kept] for line in lines]


def _apart(lines: list[str], rows: list[list[str]]) -> list[list[str]]:
    """Rows whose first cells end in a value each, below two headings: a label and a value."""
    heads = GAP.split(lines[0].strip())
    labelled = [_LABELLED.fullmatch(row[0]) for row in rows[1:]]
    if len(heads) != len(rows[0]) + 1 or any(
        match is None or VALUE.fullmatch(match[2]) is None for match in labelled
    ):
        return rows
    parted = ([match[1], match[2]] for match in labelled if match is not None)
    return [heads, *([*cells, *row[1:]] for cells, row in zip(parted, rows[1:], strict=True))]


def _run_on(rows: list[list[str]]) -> bool:
    """Whether cells hold what belongs in two columns: no place parts them in every line."""
    ends = [match for row in rows[1:] if (match := _LABELLED.fullmatch(row[0])) is not None]
    valued = sum(VALUE.fullmatch(match[2]) is not None for match in ends)
    return 2 * valued >= len(rows) or any(_TWO.search(cell) for row in rows[1:] for cell in row[1:])
