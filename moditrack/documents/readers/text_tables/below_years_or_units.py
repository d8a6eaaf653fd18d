"""Find tables in plain text whose headings end in a line of years or units: 2023 2022, £'000 £'000.

Accounts are printed so. The line says how many columns there are; rows have one space between their
cells, and may have the number of a note before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from moditrack.documents.blocks import Block
from moditrack.documents.dates.year_or_count import YEAR_HEADING
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import CELL, merge_few, table
from moditrack.documents.readers.text_tables.headings_of_years_or_units import (
    Heads,
    columns_fixed_by,
    heads_at,
)
from moditrack.documents.readers.text_tables.rows_with_one_space import (
    LABEL,
    LONGEST_LABEL,
    SENTENCE,
    row_in,
)

_NOTE = lazy_regex(r"\d{1,2}[a-z]?(?:[,&]\d{1,2}[a-z]?)*")
_CELL = lazy_regex(rf"{CELL.pattern}|[_—]|\([£$€]?\d[\d,.]*\)%?", re.IGNORECASE)
_LABEL_ENDS = lazy_regex(rf"\d{{1,2}}|{YEAR_HEADING}")
"""Numbers in which a label ends: Zone 4, Balance at 1 April 2022."""
_PAIR = 2
_FEWEST, _MOST_BLANK = 2, 2


@dataclass
class _Row:
    label: str
    cells: list[str]
    note: str = ""
    over: int = 0
    """How many numbers more than columns it has, which end its label."""


def accounts(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table below a line of years or units, which says how many columns there are."""
    heads = heads_at(lines, at)
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
    few = {n + len(names) for n, row in enumerate(rows) if 0 < len(row.cells) < heads.width}
    for n, row in enumerate(rows, len(names)):
        cells = [" ".join(row.cells)] if n in few else row.cells
        cells = cells + [""] * (heads.width - len(cells))
        line = [row.label, *cells]
        texts.append(_with_note(line, row.note, before) if noted else line)
    block = table(texts, len(names))
    merge_few(block, few, 1 + before, heads.width)
    return block, end


def _with_note(cells: list[str], note: str, before: bool) -> list[str]:
    return [cells[0], note, *cells[1:]] if before else [*cells, note]


def _rows(lines: list[str], heads: Heads) -> tuple[list[_Row], int]:
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
        elif rows and not blank and not "".join(lines[place : place + 1]).strip()[:1].islower():
            rows[-1].label += " " + line
            end = place
        else:  # the next line, which begins with a small letter, ends the label
            label = line
    while rows and not rows[-1].cells:
        rows.pop()
    return rows, end


def _is_label(line: str) -> bool:
    """Whether a line can be a label, and is no sentence, heading or row of another table."""
    if len(line) > LONGEST_LABEL or (SENTENCE.match(line) and line[-1] != ":"):
        return False
    return columns_fixed_by(line) is None and row_in(line) is None


def _row(line: str, heads: Heads) -> _Row | None:
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
