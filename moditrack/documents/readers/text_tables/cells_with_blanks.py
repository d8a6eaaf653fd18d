"""The cells of a table in plain text that has one cell a line, blank ones included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_COLUMNS = 30
_LONGEST_GAP = 8
"""Blank lines between two rows."""
_MOST_LINES = 4
"""Lines of a cell that a pipe ends."""


@dataclass(slots=True)
class Item:
    """A cell ("" where it is blank), its line, and whether its row ends there for sure."""

    text: str
    line: int
    last: bool = False


def is_piped(lines: Sequence[str], at: int) -> bool:
    """Whether a pipe ends the cell of a line, there or on the line below."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return lines[at].rstrip().endswith("|") or below == "|"


def cells_from(lines: list[str], at: int, most: int) -> list[Item]:
    """The cells from a line on."""
    if is_piped(lines, at):
        return _piped(lines, at, most)
    found: list[Item] = []
    blank = at
    for place in range(at, len(lines)):
        line = lines[place].strip()
        if not line:
            continue
        if "|" in line or "\t" in line or len(found) >= most:
            break
        if found and not _blanks(lines[blank:place], found, place):
            break
        found.append(Item(line, place))
        blank = place + 1
    return found


def _blanks(gap: Sequence[str], found: list[Item], place: int) -> bool:
    """Take the blank cells that lines without words are; False where the gap ends a table.

    Blank cells leave a line with a blank for each and one between; two such lines end a row. Three
    empty lines are a blank cell, too.
    """
    marked = [len(line) for line in gap if line]
    if len(gap) > (_LONGEST_GAP if marked else 3):
        return False
    empty = (marked[0] + 1) // 2 if marked else int(len(gap) == 3)
    found += [Item("", place - 2) for _ in range(min(empty, MOST_COLUMNS))]
    found[-1].last = len(marked) > 1
    return True


def _piped(lines: list[str], at: int, most: int) -> list[Item]:
    """The cells that pipes end; several pipes alone end a row."""
    found: list[Item] = []
    begun: list[str] = []
    for place in range(at, len(lines)):
        line = lines[place].strip()
        if len(found) >= most or not line:
            break
        if set(line) == {"|"} and len(line) > 1:
            if found:
                found[-1].last = True
        elif line.endswith("|"):
            *own, end = [cell.strip() for cell in line[:-1].split("|")]
            found += [Item(cell, place) for cell in (own[1:] if line[0] == "|" else own)]
            found.append(Item(" ".join([*begun, end]).strip(), place))
            begun = []
        elif len(begun) < _MOST_LINES - 1:
            begun.append(line)
        else:
            break
    return found
