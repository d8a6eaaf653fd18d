"""Find tables in plain text: tabs, pipes, commas; other kinds are in files of their own."""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Callable
from html import unescape

from moditrack.documents.blocks import Block
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.csv import part_thousands
from moditrack.documents.readers.moved_headings import over_their_columns
from moditrack.documents.readers.text_tables.below_years_or_units import accounts
from moditrack.documents.readers.text_tables.cells import GAP, RULE, VALUE, YEARS, table
from moditrack.documents.readers.text_tables.gaps_of_spaces import fixed
from moditrack.documents.readers.text_tables.one_cell_a_line import headed, one_a_line
from moditrack.documents.readers.text_tables.one_cell_a_line_with_blanks import by_cell
from moditrack.documents.readers.text_tables.one_cell_a_line_with_pipes import piped_cells
from moditrack.documents.readers.text_tables.one_space import spaced
from moditrack.documents.readers.text_tables.rows_of_years import of_years

_BREAK = lazy_regex(r"<br ?/?>", re.IGNORECASE)
"""A line that ends within a cell, as Markdown prints it."""
_FEWEST_VALUES, _NEAR = 3, 200
"""So many lines with a value alone are near where a table with a cell on each line begins."""
_ITEM = lazy_regex(r"\s*\(?(?:\d{1,4}|[a-z]|[ivx]{1,4})[.)]\t+[^\t]*[a-z][^\t]*", re.IGNORECASE)
"""An item of a list whose mark a tab parts from it."""
_BOLD = lazy_regex(r"\*\*([^*|\n]+)\*\*")


Kind = Callable[[list[str], int], tuple[Block | None, int]]
"""Reads the table at a line of lines; the line after it, or after what is none."""


class Tables:
    """The tables among the lines of a text."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.none_before: dict[Kind, int] = dict.fromkeys(
            (_piped, piped_cells, fixed, by_cell, one_a_line, headed, accounts, of_years, spaced), 0
        )
        """By kind of table: lines before this one begin none."""
        self.values = [n for n, line in enumerate(lines) if VALUE.fullmatch(line.strip(" |"))]
        """Lines that may be a cell with a value."""
        self.last: tuple[int, tuple[Block | None, int]] = (-1, (None, 0))

    def table_at(self, at: int) -> tuple[Block | None, int]:
        """The table that begins at a line, and the line after it; None where none begins there."""
        line = self.lines[at]
        if at == self.last[0]:
            return self.last[1]
        if "\t" in line.strip():
            if _ITEM.fullmatch(line):
                return None, at
            return _split(self.lines, at, "\t")
        below = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        if "," in line and "," in below and "|" not in line:
            found, end = comma_cells(self.lines, at)
            if found is not None:
                self.last = (at, (found, end))
                return found, end
        if "|" in line or below.strip() == "|" or line.lstrip().startswith("+-"):
            kinds: tuple[Kind, ...] = (_piped, piped_cells, by_cell)
        elif GAP.search(line.strip()):
            kinds = (fixed, spaced, accounts)
        else:
            kinds = (by_cell, one_a_line, headed, of_years, spaced, accounts)
        for kind in kinds:
            if at < self.none_before[kind] or (kind is by_cell and not self._values_follow(at)):
                continue
            found, end = kind(self.lines, at)
            if found is not None:
                self.last = (at, (found, end))
                return found, end
            self.none_before[kind] = end  # what was looked at in vain is not looked at again
        return None, at

    def _values_follow(self, at: int) -> bool:
        """Whether a table with a cell on each line can begin at a line."""
        first = bisect_left(self.values, at)
        if self.values[first : first + 1] == [at] and "|" not in self.lines[at]:
            return YEARS.fullmatch(self.lines[at].strip()) is not None
        last = first + _FEWEST_VALUES - 1
        return last < len(self.values) and self.values[last] < at + _NEAR


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
        ruled = mark == "|" and RULE.fullmatch(line) is not None
        if (mark not in line and not ruled) or (mark == "\t" and _ITEM.fullmatch(line)):
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


_FEWEST_ROWS = 2
_LOOKED_AT = 4
"""Lines that say whether there is a table."""


def comma_cells(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of lines with as many cells each, whose headings are no numbers, and of whose columns
    some hold nothing but numbers.

    The last cell of a row may be missing. Commas between thousands separate no cells.
    """
    if part_thousands(lines[at : at + _LOOKED_AT]) or not _is_sure(_rows(lines, at, _LOOKED_AT)):
        return None, at + 1
    rows = _rows(lines, at, len(lines))
    width = len(rows[0])
    return table([row + [""] * (width - len(row)) for row in rows]), at + len(rows)


def _rows(lines: list[str], at: int, most: int) -> list[list[str]]:
    """The rows from a line on, up to one that has no comma or too many cells."""
    rows: list[list[str]] = []
    for line in lines[at : at + most]:
        if "," not in line or "\t" in line or "|" in line:
            break
        try:
            (row,) = csv.reader([line], skipinitialspace=True)
        except (csv.Error, ValueError):
            break
        cells = [cell.strip() for cell in row]
        if rows and not (len(cells) == len(rows[0]) or len(cells) == len(rows[0]) - 1 > 1):
            break
        rows.append(cells)
    return rows


def _is_sure(rows: list[list[str]]) -> bool:
    if len(rows) <= _FEWEST_ROWS or len(rows[0]) < 2 or not all(rows[0][1:-1]):
        return False
    heads, body = rows[0], rows[1:]
    if any(VALUE.fullmatch(head) and not YEARS.fullmatch(head) for head in heads if head):
        return False
    columns = [[row[c] for row in body if c < len(row) and row[c]] for c in range(1, len(heads))]
    return any(len(own) > 1 and all(map(VALUE.fullmatch, own)) for own in columns)
