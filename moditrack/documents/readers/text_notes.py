"""Find tables in plain text with one cell a line, whose rows may end in words: Harl, 12, Open."""

from __future__ import annotations

import re

from moditrack.documents.blocks import Block
from moditrack.documents.readers.text_cells import VALUE, YEARS, table

_FEWEST_ROWS = 3
_MOST_HEADS = 24
"""Lines of headings, with their numbers and units."""
_LONGEST_CELL = 60
_UNIT = re.compile(r"[£$€]?\s?['’]?000s?|[£$€%]m?|[£$€] ?(?:m|million|bn)|no\.?", re.IGNORECASE)
_SENTENCE_ENDS = (".", "?", "!", ":")
Item = tuple[str, int]
"""A cell ("" where it is blank) and its line."""


def with_notes(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of one cell a line: each row has a label, as many values, and may have a note.

    Below the headings there may be the numbers of columns, and their units.
    """
    items = _items(lines, at, _MOST_HEADS)
    heads, units, first = _headings(items)
    count = _values_from(items, first + 1)
    if not heads or not count or not count <= len(heads) <= count + 2:
        return None, at + 1
    most = first + (_FEWEST_ROWS + 1) * (count + 2)
    rows, last = _rows(_items(lines, at, most), first, count)
    if not _are_sure(rows, count):
        return None, at + 1
    while last > most // 2:  # a few lines say whether there is one; only then the others are read
        most *= 2
        items = _items(lines, at, most)
        rows, last = _rows(items, first, count)
        if len(items) < most:
            break
    names = ["", *heads, *[""] * (count + 1 - len(heads))] if len(heads) < count + 2 else heads
    levels = [names, ["", *units, ""]] if len(units) == count else [names]
    found = table([*levels, *rows], len(levels))
    uneven = {len(levels) + number for number, row in enumerate(rows) if len(row) < count + 2}
    for cell in found.cells:
        if cell.row in uneven and cell.column:
            cell.column, cell.columns = (1, count) if cell.column == 1 else (count + 1, 1)
    return found, items[last][1] + 1


def _are_sure(rows: list[list[str]], count: int) -> bool:
    """Whether rows have their values, and words after them: each, where there is one value."""
    whole = [row for row in rows if len(row) == count + 2]
    noted = [bool(row[-1]) for row in whole]
    return len(whole) >= _FEWEST_ROWS and (all(noted) if count == 1 else any(noted[:-1]))


def _items(lines: list[str], at: int, most: int) -> list[Item]:
    """The cells from a line on; three blank lines between single ones are a blank cell."""
    found: list[Item] = []
    blank = 0
    for place in range(at, len(lines)):
        line = lines[place].strip()
        if "|" in line or "\t" in line or blank > 3 or len(found) == most:
            break
        if not line:
            blank += 1
            continue
        if blank == 3:
            found.append(("", place - 2))
        found.append((line, place))
        blank = 0
    return found


def _is_value(items: list[Item], at: int) -> bool:
    return at < len(items) and (not items[at][0] or VALUE.fullmatch(items[at][0]) is not None)


def _values_from(items: list[Item], at: int) -> int:
    end = at
    while _is_value(items, end):
        end += 1
    return end - at


def _headings(items: list[Item]) -> tuple[list[str], list[str], int]:
    """The headings of columns, their units, and the place of the first label; no headings where
    there is none."""
    heads: list[str] = []
    units: list[str] = []
    for at, (text, _) in enumerate(items):
        if _UNIT.fullmatch(text):
            units.append(text)
        elif _is_value(items, at) and not YEARS.fullmatch(text):
            if text != str(sum(VALUE.fullmatch(one) is not None for one, _ in items[: at + 1])):
                return [], [], 0
        elif _is_value(items, at + 1) and not _heads_on(items, at + 1):
            return heads, units, at
        elif len(text) > _LONGEST_CELL or units:
            return [], [], 0
        else:
            heads.append(text)
    return [], [], 0


def _heads_on(items: list[Item], at: int) -> bool:
    """Whether the values from an item on are headings: years, or numbers of columns above units."""
    if YEARS.fullmatch(items[at][0]):
        return True
    count = _values_from(items, at)
    numbers = [text for text, _ in items[at : at + count]] == [str(n + 1) for n in range(count)]
    return numbers and at + count < len(items) and bool(_UNIT.fullmatch(items[at + count][0]))


def _rows(items: list[Item], first: int, count: int) -> tuple[list[list[str]], int]:
    """The rows, a label, as many values and a note each, and the place of the last item.

    Where a row has fewer values, nobody knows which: they are in one cell over all columns.
    """
    rows: list[list[str]] = []
    ends: list[int] = []
    at = first
    while at < len(items) and not _is_value(items, at):
        own = _values_from(items, at + 1)
        cells = [text for text, _ in items[at + 1 : at + 1 + own]]
        if own > count or len(list(filter(None, cells))) < min(2, count) - (own == count):
            break
        label, at = items[at][0], at + 1 + own
        note = ""
        if at < len(items) and not _is_value(items, at + 1):
            note, at = items[at][0], at + 1
        if own < count:
            cells = [" ".join(filter(None, cells))]
        rows.append([label, *cells, note])
        ends.append(at - 1)
    while rows and len(rows[-1]) < count + 2:
        del rows[-1], ends[-1]
    if not rows:
        return [], first
    always = all(row[-1] for row in rows[:-1] if len(row) == count + 2)
    sentence = len(rows[-1][-1]) > _LONGEST_CELL or rows[-1][-1][-1:] in _SENTENCE_ENDS
    if rows[-1][-1] and (sentence or not always):  # the text that follows
        rows[-1][-1], ends[-1] = "", ends[-1] - 1
    return rows, ends[-1]
