"""Find tables in plain text: tabs, pipes, fixed columns, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

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
_LABELLED = re.compile(r"(.*[^\W\d].*?) +(\S+)")
_TWO = re.compile(r"[\d%)] +(?!\d{3}\b)[\d£(-]")
_CAPTION = re.compile(r"(?:table|figure|chart)\b|.{25}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–]\d{2,4})?")
_SENTENCE = re.compile(r"\S+ \S+ .*[.?!:;]$")
_LONGEST_CELL = 60
"""Characters of a cell on a line of its own."""


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
    rows = _apart(block, _columns(block))
    if len(rows[0]) < 2 or (len(_GAP.split(block[0].strip())) > len(rows[0]) and _run_on(rows)):
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


def _apart(lines: list[str], rows: list[list[str]]) -> list[list[str]]:
    """Rows whose first cells end in a value each, below two headings: a label and a value."""
    heads = _GAP.split(lines[0].strip())
    labelled = [_LABELLED.fullmatch(row[0]) for row in rows[1:]]
    if len(heads) != len(rows[0]) + 1 or any(
        match is None or _VALUE.fullmatch(match[2]) is None for match in labelled
    ):
        return rows
    parted = ([match[1], match[2]] for match in labelled if match is not None)
    return [heads, *([*cells, *row[1:]] for cells, row in zip(parted, rows[1:], strict=True))]


def _run_on(rows: list[list[str]]) -> bool:
    """Whether cells hold what belongs in two columns: no place parts them in every line."""
    ends = [match for row in rows[1:] if (match := _LABELLED.fullmatch(row[0])) is not None]
    valued = sum(_VALUE.fullmatch(match[2]) is not None for match in ends)
    return 2 * valued >= len(rows) or any(_TWO.search(cell) for row in rows[1:] for cell in row[1:])


def _one_a_line(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table with one cell a line, as it comes when it is copied from a page.

    Rows are a label and the same number of values each time, at least two, below as many headings;
    a label alone begins a group of them, and blank lines may part the cells. Where none begins
    here, the second is the line to look at next.
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
    values = _values(run)
    for first in sorted(values):
        step = values[first] + 1
        rows = _rows(values, first) if step > 2 else []
        if len(rows) < 2 or all(map(_YEAR.fullmatch, run[first + 1 : first + step])):
            continue
        grouped = any(after - before > step for before, after in pairwise(rows))
        below = first - 1 if grouped and values.get(first - 1) == 0 else first
        start = below - step
        if start < -1 or (start >= 0 and start not in values):
            continue
        if start > _MOST_ABOVE:
            return None, places[start]
        head = run[start:below] if start >= 0 else ["", *run[:below]]
        if values.get(start) == step - 1 and not all(map(_YEAR.fullmatch, head[1:])):
            break  # a row, and no headings above it
        levels, start = _levels(run, values, start, head)
        body = [
            run[row : row + step] if values[row] else [run[row], *[""] * (step - 1)]
            for row in range(below, rows[-1] + 1)
            if row in values
        ]
        found = table([*levels, *body], len(levels))
        if len(levels) > 1:
            _join_names(found.cells, step)
        found.caption = " ".join(run[: max(start, 0)])
        return found, places[rows[-1] + step - 1] + 1
    return None, max(end, at + 1)


def _join_names(cells: list[Cell], step: int) -> None:
    """One name over several headings is one cell."""
    for place in range(step - 1, 1, -1):
        if cells[place].text == cells[place - 1].text:
            cells[place - 1].columns += cells.pop(place).columns


def _values(run: list[str]) -> dict[int, int]:
    """How many values follow each line of a run that is none."""
    counts: dict[int, int] = {}
    label = -1
    for place, line in enumerate(run):
        if _VALUE.fullmatch(line) is None:
            label = place
            counts[label] = 0
        elif label >= 0:
            counts[label] += 1
    return counts


def _rows(values: dict[int, int], first: int) -> list[int]:
    """The rows that follow a row with as many values; one label alone may be above a group."""
    step, rows = values[first] + 1, [first]
    while True:
        after = rows[-1] + step
        row = after + 1 if values.get(after) == 0 else after
        found = values.get(row, -1)
        if found < step - 1 or (found > step - 1 and len(rows) < 2):
            return rows
        rows.append(row)
        if found > step - 1:
            return rows


def _levels(
    run: list[str], values: dict[int, int], start: int, head: list[str]
) -> tuple[list[list[str]], int]:
    """The rows of headings, and the line at which they begin.

    Where the last of them repeats, as many names as repeats above it are those of its parts.
    """
    names = head[1:]
    count = len(names)
    size = next(
        n for n in range(1, count + 1) if count % n == 0 and names[:n] * (count // n) == names
    )
    parts = count // size
    above = start - parts + 1
    captions = all(map(_CAPTION.match, run[: max(above, 0)]))
    if size < 2 or parts < 2 or above < 0 or not captions:
        return [head], start
    if not all(place in values for place in range(above, start + 1)):
        return [head], start
    over = [run[above + part] for part in range(parts) for _ in range(size)]
    return [["", *over], ["", *names]], above
