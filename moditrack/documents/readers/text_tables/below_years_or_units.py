"""Find tables in plain text whose headings end in a line of years or units: 2023 2022, £'000 £'000.

Accounts are printed so. The line says how many columns there are; rows have one space between their
cells, and may have the number of a note before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from moditrack.documents.blocks import Block
from moditrack.documents.cells_and_marks import UNIT
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import YEAR_HEADING
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import CELL, phrase_headings, table
from moditrack.documents.readers.text_tables.rows_with_one_space import (
    LABEL,
    LONGEST_HEAD,
    LONGEST_LABEL,
    SENTENCE,
    row_in,
)

_MOST_HEADS = 5
_MOST_COLUMNS = 16
_LONGEST_LINE = 240
_UNIT = rf"(?:{UNIT.pattern})"
_DATE = (
    rf"(?:(?:year|period|(?:\d+|[a-z]+) months) (?:ended|ending|to) )?(?:as )?(?:at )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH_NAMES})(?: |-)(?:\d{{4}}|\d\d)"
)
_DERIVED = r"(?:% |percentage )?(?:change|variance|difference|total)(?: %)?"
_KEY = lazy_regex(
    rf"(?<!\S)(?:{_DATE}|{YEAR_HEADING}|Q[1-4]|\d\d?[./]\d\d?[./]\d\d(?:\d\d)?|{_UNIT}"
    rf"|(?:{MONTH_NAMES})|{_DERIVED})(?!\S)",
    re.IGNORECASE,
)
"""What fixes a column: a date, a year, a quarter, a month, a unit; what is derived from others."""
_ONLY_DERIVED = lazy_regex(_DERIVED, re.IGNORECASE)
_UNITS = lazy_regex(rf"(?<!\S){_UNIT}(?!\S)", re.IGNORECASE)
_NOTES = lazy_regex(r"\bnotes?\b", re.IGNORECASE)
_NOTE = lazy_regex(r"\d{1,2}[a-z]?(?:[,&]\d{1,2}[a-z]?)*")
_CELL = lazy_regex(rf"{CELL.pattern}|[_—]|\([£$€]?\d[\d,.]*\)%?", re.IGNORECASE)
_LABEL_ENDS = lazy_regex(rf"\d{{1,2}}|{YEAR_HEADING}")
"""Numbers in which a label ends: Zone 4, Balance at 1 April 2022."""
_TITLE = lazy_regex(
    r"\b(?:accounts?|sheet|statements?|reports?|flows?|table|summary|notes)\Z", re.IGNORECASE
)
"""How the name of a table ends, which is no heading for each column: Cash flow."""
_PAIR = 2
_FEWEST, _MOST_BLANK = 2, 2


@dataclass
class _Heads:
    """The headings above the rows: those of each column, and what is above the labels."""

    levels: list[list[str]] = field(default_factory=list)
    corner: str = ""
    notes: str = ""
    """Where the numbers of notes are: before or after the amounts; "" where there are none."""
    width: int = 0
    end: int = 0


@dataclass
class _Row:
    label: str
    cells: list[str]
    note: str = ""
    over: int = 0
    """How many numbers more than columns it has, which end its label."""


def accounts(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table below a line of years or units, which says how many columns there are."""
    heads = _heads(lines, at)
    if heads is None:
        return None, at + 1
    rows, end = _rows(lines, heads)
    whole = [row for row in rows if len(row.cells) == heads.width]
    if len(whole) < _FEWEST or all((row.over and not row.note) or not row.label for row in whole):
        return None, at + 1
    noted = any(row.note for row in rows)
    before = noted and heads.notes == "before"
    names = [[heads.corner if not n else "", *level] for n, level in enumerate(heads.levels)]
    texts = [
        _with_note(name, ("Notes" if heads.notes else "Comments") if not n else "", before)
        if noted
        else name
        for n, name in enumerate(names)
    ]
    for row in rows:
        cells = row.cells + [""] * (heads.width - len(row.cells))
        line = [row.label, *cells]
        texts.append(_with_note(line, row.note, before) if noted else line)
    block = table(texts, len(names))
    _merge_few(block, rows, len(names), heads.width, 1 + before)
    return block, end


def _with_note(cells: list[str], note: str, before: bool) -> list[str]:
    return [cells[0], note, *cells[1:]] if before else [*cells, note]


def _merge_few(block: Block, rows: Sequence[_Row], first: int, width: int, column: int) -> None:
    """Too few cells of a row are one cell, as nothing says whose they are."""
    few = {first + n: row for n, row in enumerate(rows) if 0 < len(row.cells) < width}
    for cell in block.cells:
        if cell.row in few and cell.column == column:
            cell.text, cell.columns = " ".join(few[cell.row].cells), width
    block.cells = [
        cell for cell in block.cells
        if cell.row not in few or not column < cell.column < column + width
    ]  # fmt: skip


def _heads(lines: list[str], at: int) -> _Heads | None:
    """The headings from a line on; None where no line of them fixes the columns."""
    above: list[str] = []
    keys: list[tuple[str, list[str]]] = []
    place = at
    while place < len(lines) and place < at + 2 * _MOST_HEADS:
        line = lines[place].strip()
        if not line:
            if not above or not keys:
                return None
            place += 1
            continue
        if len(line) > _LONGEST_LINE or "|" in line or "\t" in line:
            return None
        named = _between_units(line)
        if named is not None:
            return None if above else replace(named, end=place + 1)
        key = _key(line)
        if key is None and (keys or SENTENCE.match(line)):
            break
        above.append(line)
        if key is not None:
            keys.append(key)
        elif len(above) > _MOST_HEADS:
            return None
        place += 1
    return _named(above, len(keys[-1][1]), place) if keys else None


def _between_units(line: str) -> _Heads | None:
    """Headings that their units part: Grants: 2022 £'000 2021 £'000 Notes."""
    units = list(_UNITS.finditer(line))
    pieces = [piece.strip() for piece in _UNITS.split(line)]
    if len(units) < 2 or not all(pieces[:-1]) or (pieces[-1] and not _NOTES.fullmatch(pieces[-1])):
        return None
    corner, colon, first = pieces[0].rpartition(":")
    names = [first.strip(), *pieces[1:-1]]
    levels = [names, [match[0] for match in units]]
    return _Heads(levels, corner + colon, "after" if pieces[-1] else "", len(names))


def _key(line: str) -> tuple[str, list[str]] | None:
    """What is before the columns that a line fixes, and their texts; None where it fixes none."""
    found = list(_KEY.finditer(line))
    if not 1 < len(found) <= _MOST_COLUMNS or found[-1].end() < len(line):
        return None
    first = len(found) - 1
    while first and line[found[first - 1].end() : found[first].start()] == " ":
        first -= 1
    before = line[: found[first].start()].strip()
    derived = sum(_ONLY_DERIVED.fullmatch(match[0]) is not None for match in found[first:])
    if (
        len(found) - first - derived < _FEWEST
        or len(before) > LONGEST_HEAD
        or any(map(str.isdigit, before))
    ):
        return None
    return before, [match[0] for match in found[first:]]


def _named(above: list[str], width: int, place: int) -> _Heads | None:
    """The headings of each column; None where a line has not one for each."""
    found = _Heads(width=width, end=place)
    for line in above:
        key = _key(line)
        parts = key if key is not None and len(key[1]) == width else _parts(line, width)
        if parts is None:
            return None
        corner, cells = parts
        if _NOTES.search(corner):
            found.notes = "before"
            corner = _NOTES.sub("", corner).strip()
        found.corner = f"{found.corner} {corner}".strip()
        found.levels.append(cells)
    return found


def _parts(line: str, width: int) -> tuple[str, list[str]] | None:
    """A line of headings in as many pieces as there are columns; before them, that of labels."""
    words = line.split()
    dates = _KEY.findall(line)
    if len(dates) == 1 and " " in dates[0]:
        return None  # Year ended 31 March 2023
    if len(words) == width and _TITLE.search(line):
        return None
    size, rest = divmod(len(words), width)
    if size and not rest:
        pieces = [" ".join(words[n * size : (n + 1) * size]) for n in range(width)]
        capitals = size == _PAIR and all(piece[0].isupper() for piece in pieces)
        if size == 1 or len(set(pieces)) == 1 or capitals:
            return "", pieces
    names = phrase_headings(line, width + 1)
    if names is not None and (names[0] or size != 1):
        return names[0], names[1:]
    return None


def _rows(lines: list[str], heads: _Heads) -> tuple[list[_Row], int]:
    """The rows below the headings, and the line after them."""
    rows: list[_Row] = []
    label, blank = "", 0
    end = place = heads.end
    while place < len(lines) and blank < _MOST_BLANK:
        line = lines[place].strip()
        place += 1
        if not line:
            blank += 1
            continue
        row = _row(line, heads)
        if row is not None:
            if label and (not row.label or row.label[0].islower()):
                row.label = f"{label} {row.label}".strip()
            elif label:
                rows.append(_Row(label, []))
            rows.append(row)
            label, blank, end = "", 0, place
            continue
        if not _is_label(line):
            break
        if not line[0].islower():
            if label and (blank or sum(not row.cells for row in rows[-2:]) > 1):
                break
            rows += [_Row(label, [])] if label else []
            label, blank = line, 0
        elif label:
            label += " " + line
        elif rows and not blank and not _goes_on(lines, place):
            rows[-1].label += " " + line
            end = place
        else:
            label = line
    while rows and not rows[-1].cells:
        rows.pop()
    return rows, end


def _is_label(line: str) -> bool:
    """Whether a line can be a label, and is no sentence, heading or row of another table."""
    if len(line) > LONGEST_LABEL or (SENTENCE.match(line) and line[-1] != ":"):
        return False
    return _key(line) is None and row_in(line) is None


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether the next line begins with a small letter: it ends the label that this begins."""
    return at < len(lines) and lines[at].strip()[:1].islower()


def _row(line: str, heads: _Heads) -> _Row | None:
    """The row of a line; None where it does not end in cells."""
    words = line.split()
    note = ""
    if heads.notes == "after" and len(words) > heads.width and _may_lack_one(words, heads.width):
        return _Row(" ".join(words[: -heads.width]), [" ".join(words[-heads.width :])])
    cells = words[-heads.width - 1 : -1]
    if heads.notes == "after" and len(cells) == heads.width and all(map(_CELL.fullmatch, cells)):
        note = words.pop() if _NOTE.fullmatch(words[-1]) else ""
    if not heads.notes and heads.width > _PAIR:
        words, note = _without_comment(words, heads.width)
    at = len(words)
    while at and _CELL.fullmatch(words[at - 1]):
        at -= 1
    label, cells = " ".join(words[:at]), words[at:]
    over = len(cells) - heads.width
    if over == 1 and label and heads.notes == "before" and _NOTE.fullmatch(cells[0]):
        note, cells = cells[0], cells[1:]
    elif over > 0 and all(map(_LABEL_ENDS.fullmatch, cells[:over])):
        label, cells = " ".join([label, *cells[:over]]), cells[over:]
    elif over > 0:
        return None
    elif not over and heads.notes == "before" and at and _NOTE.fullmatch(words[at - 1]):
        note, label = words[at - 1], " ".join(words[: at - 1])
    if not cells or len(label) > LONGEST_LABEL or (label and not LABEL.search(label)):
        return None
    if len(cells) < heads.width and (not label or (len(cells) < 2 and heads.width > 2)):
        return None
    return _Row(label, cells, note, max(over, 0))


def _without_comment(words: list[str], width: int) -> tuple[list[str], str]:
    """A row up to its last cell, and the comment after it, where it has a cell for each column."""
    end = len(words)
    while end and not _CELL.fullmatch(words[end - 1]):
        end -= 1
    start = end
    while start and _CELL.fullmatch(words[start - 1]):
        start -= 1
    whole = end < len(words) and end - start == width and start > 0
    return (words[:end], " ".join(words[end:])) if whole else (words, "")


def _may_lack_one(words: Sequence[str], width: int) -> bool:
    """Whether the last of as many cells as columns may be the number of a note."""
    cells = words[-width:]
    whole = not _CELL.fullmatch(words[-width - 1]) and all(map(_CELL.fullmatch, cells))
    return whole and _NOTE.fullmatch(cells[-1]) is not None
