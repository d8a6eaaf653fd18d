"""Find tables in plain text with one cell a line, or a pipe after each, that have blank cells, rows
of fewer cells, groups of rows, or words at the end of rows: Harl, 12, Open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from moditrack.documents.blocks import Block
from moditrack.documents.cells_and_marks import UNIT
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import VALUE, YEARS, merge_few, table
from moditrack.documents.readers.text_tables.cells_with_blanks import (
    MOST_COLUMNS,
    Item,
    cells_from,
    is_piped,
)
from moditrack.documents.readers.text_tables.rows_with_one_space import SENTENCE

_FEWEST_ROWS = 3
_FIRST_LOOK, _MOST_HEADS = 8, 40
"""Lines of headings, with their numbers and units."""
_LOOKED_AT = 8
"""Rows that say how many values a row has."""
_LONGEST_CELL = 60
_SENTENCE_ENDS = (".", "?", "!", ":")
_YEAR_AND_UNIT = lazy_regex(rf"(?P<year>{YEARS.pattern}) (?P<unit>[%£]\S*)")


def by_cell(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of one cell a line: each row has a label, as many values, and may have a note.

    Below the headings there may be the numbers of columns, and their units. Where a row has fewer
    values and nothing says which, they are in one cell over all columns.
    """
    piped = is_piped(lines, at)
    for most in (_FIRST_LOOK, _MOST_HEADS, _MOST_HEADS + _LOOKED_AT * (MOST_COLUMNS + 2)):
        items = cells_from(lines, at, most)
        heads, units, first = _headings(items, piped)
        if first < 0:
            return None, at + 1
    if piped and sum(item.last for item in items) > _FEWEST_ROWS:
        items = cells_from(lines, at, len(lines))
        return _by_rows(items), items[-1].line + 1
    count = len(units) or _usual_width(items, first)
    if not count or not (count <= len(heads) <= count + 2 or (piped and not heads)):
        return None, at + 1
    rows, last = _rows(items, first, count)
    if not _are_sure(rows, count):
        return None, items[first if heads else last].line + 1
    noted = any(row.note for row in rows)
    plain = not (noted or units or piped) and all(
        len(row.cells) == count and all(row.cells) for row in rows
    )  # the others read those
    if plain or (len(heads) == count + 2 and not noted):
        return None, at + 1
    if last > len(items) // 2:  # a few lines say whether there is one; only then all are read
        items = cells_from(lines, at, len(lines))
        rows, last = _rows(items, first, count)
        noted = any(row.note for row in rows)
    stub = len(heads) == count + 2 or (len(heads) == count + 1 and not noted)
    names = heads if stub else ["", *heads]
    found = _table([names, ["", *units]][: 1 + bool(units)] if heads else [], rows, count)
    return found, items[last].line + 1


def _table(levels: list[list[str]], rows: Sequence[_Row], count: int) -> Block:
    """The table of headings and rows; too few values are one cell."""
    width = count + 1 + any(row.note for row in rows)
    few = {len(levels) + n for n, row in enumerate(rows) if 0 < len(row.cells) < count}
    texts = [(level + [""] * width)[:width] for level in levels]
    for row in rows:
        cells = row.cells + [""] * (count - len(row.cells))
        texts.append([row.label, *cells, row.note][:width])
    found = table(texts, len(levels))
    merge_few(found, few, 1, count)
    return found


def _by_rows(items: Sequence[Item]) -> Block | None:
    """The table of cells whose rows have ends; None where these differ in length."""
    rows: list[list[str]] = [[]]
    for item in items:
        rows[-1].append(item.text)
        if item.last:
            rows.append([])
    rows = [row for row in rows if row]
    if len(set(map(len, rows))) > 1 or len(rows[0]) < 2:
        return None
    heads = 0
    while heads < len(rows) and not any(map(VALUE.fullmatch, filter(None, rows[heads][1:]))):
        heads += 1
    return table(rows, heads) if heads < len(rows) else None


def _is_value(items: Sequence[Item], at: int) -> bool:
    return at < len(items) and (not items[at].text or VALUE.fullmatch(items[at].text) is not None)


def _values_from(items: Sequence[Item], at: int) -> int:
    """How many values, or blank cells, there are from an item on, up to the end of its row."""
    end = at
    while _is_value(items, end) and (end == at or not items[end - 1].last):
        end += 1
    return end - at


def _headings(items: Sequence[Item], piped: bool) -> tuple[list[str], list[str], int]:
    """The headings of columns, their units, and the place of the first label; -1 where these lines
    have none. Rows between pipes need no headings."""
    heads: list[str] = []
    for at, text in enumerate(item.text for item in items[:_MOST_HEADS]):
        if not text:
            continue
        if _is_value(items, at) and not YEARS.fullmatch(text):
            if text != str(sum(VALUE.fullmatch(one.text) is not None for one in items[: at + 1])):
                return [], [], -1
        elif not UNIT.fullmatch(text) and _begins_rows(items, at, heads):
            size = len(heads)
            while size and UNIT.fullmatch(heads[size - 1]):
                size -= 1
            units = heads[size:]
            if size <= len(units) + 2 and units and size:
                return heads[:size], units, at
            return heads, [], at if heads or piped else -1
        elif len(text) > _LONGEST_CELL or SENTENCE.match(text):
            return [], [], -1
        else:
            both = _YEAR_AND_UNIT.fullmatch(text)
            heads += [both["year"], both["unit"]] if both else [text]
    return heads, [], 0


def _begins_rows(items: Sequence[Item], at: int, heads: Sequence[str] = ("%",)) -> bool:
    """Whether an item is a label with values, which are no headings, or begins a group of them.

    A group comes after the units of all columns, or after rows.
    """
    label = at if _is_value(items, at + 1) else at + 1
    if label > at and not (heads and UNIT.fullmatch(heads[-1])):
        return False
    if _is_value(items, label) or not _is_value(items, label + 1):
        return False
    count = _values_from(items, label + 1)
    texts = [item.text for item in items[label + 1 : label + 1 + count]]
    filled = [text for text in texts if text]
    if not filled or YEARS.fullmatch(filled[0]):
        return False
    below = label + 1 + count
    numbers = filled == [str(n + 1) for n in range(len(filled))]
    return not (numbers and below < len(items) and UNIT.fullmatch(items[below].text))


def _usual_width(items: Sequence[Item], first: int) -> int:
    """How many values most of the first rows have."""
    counts: Counter[int] = Counter()
    at = first
    while at < len(items) and counts.total() < _LOOKED_AT:
        count = _values_from(items, at + 1)
        if count:
            counts[count] += 1
        at += 1 + count
    return max(counts, key=lambda count: (counts[count], count), default=0)


@dataclass(slots=True)
class _Row:
    label: str
    cells: list[str]
    note: str = ""


def _rows(items: Sequence[Item], first: int, count: int) -> tuple[list[_Row], int]:
    """The rows, a label, values and a note each, or the name of a group, and the last item."""
    rows: list[_Row] = []
    ends: list[int] = []
    at = first
    while at < len(items) and (not items[at].text or not _is_value(items, at)):
        if not items[at].text:  # what is blank beyond the values of a row
            at += 1
            continue
        own = 0 if items[at].last else _values_from(items, at + 1)
        texts = [item.text for item in items[at + 1 : at + 1 + own]]
        if any(texts[count:]):
            break
        if not any(texts):
            if not _take_words(items, at, rows, ends, count):
                break
        else:
            cells = texts[:count]
            few = own < count and not items[at + own].last
            if few and len(list(filter(None, cells))) < 2:
                break  # nobody knows below which heading it is
            if own < count:
                cells = [" ".join(filter(None, cells))] if few else cells + [""] * (count - own)
            rows.append(_Row(items[at].text, cells))
            ends.append(at + own)
        at += 1 + own
    rows, ends = _without_groups(rows, ends, count)
    while rows and len(rows[-1].cells) < count:
        del rows[-1], ends[-1]
    if not rows:
        return [], first
    note = rows[-1].note
    always = all(row.note for row in rows[:-1] if len(row.cells) == count)
    if note and (len(note) > _LONGEST_CELL or note[-1:] in _SENTENCE_ENDS or not always):
        rows[-1].note, ends[-1] = "", ends[-1] - 1  # the text that follows
    return rows, ends[-1]


def _take_words(
    items: Sequence[Item], at: int, rows: list[_Row], ends: list[int], count: int
) -> bool:
    """Take words without values: the note of a row, a note alone, or the name of a group.

    False where they are none of the table.
    """
    text = items[at].text
    if rows and rows[-1].cells and not rows[-1].note and not items[at - 1].last:
        rows[-1].note, ends[-1] = text, at
        return True
    if at + 1 < len(items) and len(text) > _LONGEST_CELL:
        if not items[at - 1].last or not _begins_rows(items, at + 1):
            return False
        rows.append(_Row("", [""] * count, text))
    elif _begins_rows(items, at):
        rows.append(_Row(text, []))
    else:
        return False
    ends.append(at)
    return True


def _without_groups(rows: list[_Row], ends: list[int], count: int) -> tuple[list[_Row], list[int]]:
    """The rows, where few have a note: then these are the names of groups of rows below them."""
    noted = [n for n, row in enumerate(rows) if row.note]
    whole = sum(len(row.cells) == count for row in rows)
    if (
        not noted
        or 3 * len(noted) > whole
        or any(
            len(rows[n].note) > _LONGEST_CELL or rows[n].note[-1] in _SENTENCE_ENDS for n in noted
        )
    ):
        return rows, ends
    found: list[_Row] = []
    places: list[int] = []
    for row, end in zip(rows, ends, strict=True):
        name, row.note = row.note, ""
        found.append(row)
        places.append(end - bool(name))
        if name:
            found.append(_Row(name, []))
            places.append(end)
    return found, places


def _are_sure(rows: Sequence[_Row], count: int) -> bool:
    """Whether enough rows have their values; words after each, where there is one value."""
    whole = [row for row in rows if len(row.cells) == count]
    if len(whole) < _FEWEST_ROWS or 3 * len(whole) < 2 * sum(bool(row.cells) for row in rows):
        return False
    return count > 1 or all(row.note for row in whole)
