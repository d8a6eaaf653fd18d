"""Find tables in plain text whose rows have one space between their cells."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.blocks import Block
from moditrack.documents.bullets_and_numbers import is_bullet, split_mark
from moditrack.documents.cells_and_marks import UNIT
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import (
    CELL,
    JOINING,
    NUMBER,
    YEARS,
    groups,
    headings,
    phrase_headings,
    phrases,
    table,
)
from moditrack.documents.readers.text_tables.rows_with_one_space import (
    LABEL,
    LONGEST_HEAD,
    LONGEST_LABEL,
    SENTENCE,
    TELEPHONE,
    Rows,
    is_group,
    is_row,
    row_in,
    rows_from,
    thousands,
)
from moditrack.documents.table_labels import role_of

_MOST_HEADS = 9
"""Lines of headings above the first row."""
_FEWEST_ROWS = 3
_ENDS_IN_NUMBER = lazy_regex(rf"(?<!\S)(?!{YEARS.pattern}$)\d[\d,.]*$")
_COUNTS = lazy_regex(
    r"^(?:numbers?|totals?|counts?|amounts?|costs?|values?|volumes?|percentages?|shares?|rates?"
    r"|%|£)(?:$|\W)",
    re.IGNORECASE,
)
_ENDS = tuple("0123456789%)*-")
_STUB = lazy_regex(
    r"(?:(?:calendar|financial|fiscal) )?(?:years?|months?|quarters?|periods?|weeks?|dates?|areas?"
    r"|regions?|divisions?|districts?|wards?|force(?: area)?|types?|categor(?:y|ies)|offences?"
    r"|ages?(?: group)?|ethnicity|gender|sex|names?|outcomes?|reasons?)(?: of \w+)?",
    re.IGNORECASE,
)


def spaced(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table whose rows end in as many numbers each, with one space between them.

    What is above has its headings: on one line, which capital letters part, or on a line each.
    A label may be on the line above its numbers, and rows may have none.
    """
    found, end = _of_numbers(lines, at)
    pairs = _pairs(lines, at) if found is None else (None, end)
    return pairs if pairs[0] is not None else (found, end)


def _of_numbers(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of two columns of numbers or more."""
    heads, first = _heads(lines, at)
    if first is None:
        return None, at + 1
    if len(heads) == 1 and is_row(lines, at - 1) and not _is_sure(heads[0]):
        return None, at + 1  # a name among rows
    found = rows_from(lines, first)
    if not found.rows or 2 * found.gaps > len(found.rows):  # those have fixed columns
        return None, at + 1
    if not heads:
        return _bare(lines, at, found)
    names = _names(heads, found)
    if names is None:
        return None, at + 1
    width = len(names[0])
    body: list[list[str]] = []
    for number, row in enumerate(found.rows):
        if number in found.groups:
            body.append([found.groups[number], *[""] * (width - 1)])
        body.append(_cells(row, width))
    return table([*names, *body], len(names)), found.end


def _is_sure(head: str) -> bool:
    """Whether a line can only have headings of columns, also among rows."""
    names = phrases(head)
    return len(names) > 1 and bool(_STUB.fullmatch(names[0]) or YEARS.search(head))


def _pairs(lines: list[str], at: int) -> tuple[Block | None, int]:
    """Labels with a number each, below the headings of both: Harbour Number of boats."""
    below = lines[at + 1].rstrip() if at + 1 < len(lines) else ""
    if below[-1:] not in _ENDS or len(lines[at]) > LONGEST_LABEL:
        return None, at + 1
    head = _two_headings(lines[at])
    if len(head) != 2 or not _COUNTS.search(head[1]) or head[1][-1].isdigit():
        return None, at + 1
    rows: list[list[str]] = []
    end = at + 1
    while end < len(lines):
        label, _, number = lines[end].strip().rpartition(" ")
        if not CELL.fullmatch(number) or not LABEL.search(label) or TELEPHONE.search(label):
            break
        rows.append([label, number])
        end += 1
    if len(rows) < _FEWEST_ROWS or any(len(label) > LONGEST_LABEL for label, _ in rows):
        return None, at + 1
    if 2 * sum(row_in(label) is not None for label, _ in rows) > len(rows):
        return None, at + 1  # of more columns than two
    return table(_with_more_numbers(head, rows)), end


def _with_more_numbers(head: list[str], rows: list[list[str]]) -> list[list[str]]:
    """Headings and rows, where the row of a total has a number more: Total 42 12.

    The others then have the first of both columns, whose headings are two phrases.
    """
    names = phrases(head[1])
    if len(names) != 2:
        return [head, *rows]
    split = []
    for label, number in rows:
        words, _, first = label.rpartition(" ")
        total = role_of(words) == "total" and NUMBER.fullmatch(first) is not None
        split.append([words, first, number] if total else [label, number, ""])
    return [[head[0], *names], *split] if any(row[2] for row in split) else [head, *rows]


def _two_headings(line: str) -> list[str]:
    """The headings of labels and numbers, also in capitals: Staff Group Numbers Reached."""
    head = phrases(line)
    counts = [n for n, name in enumerate(head) if n and _COUNTS.search(name)]
    if len(head) == 2 or len(counts) != 1:
        return head
    return [" ".join(head[: counts[0]]), " ".join(head[counts[0] :])]


def _bare(lines: list[str], at: int, found: Rows) -> tuple[Block | None, int]:
    """Rows without headings."""
    few = len(found.rows) < _FEWEST_ROWS or not found.even or not found.labelled
    if few or thousands(found) or (at > 0 and lines[at - 1].strip()):
        return None, found.end
    width = found.width + 1
    return table([_cells(row, width) for row in found.rows], 0), found.end


def _cells(row: tuple[str, list[str]], width: int) -> list[str]:
    """A row of a width; numbers that are too many end its label."""
    label, cells = row
    over = len(cells) - width + 1
    return [" ".join(filter(None, [label, *cells[:over]])), *cells[over:]]


def _names(heads: list[str], found: Rows) -> list[list[str]] | None:
    """The rows of headings, where those above have one for each column."""
    if found.width < 2:
        return None
    if not found.labelled:
        return _unlabelled(heads[0], found) if len(heads) == 1 else None
    if len(heads) == 1:
        return _on_one_line(heads[0], found)
    if len(heads) == 2 and is_group(heads[1], found.width):
        names = headings(heads[0], found.width + 1)
        stub = names is not None and (
            _STUB.fullmatch(names[0]) or all(map(YEARS.fullmatch, names[1:]))
        )
        if names is not None and stub:
            label, cells = found.rows[0]
            if label[0].islower():  # the rest of it
                found.rows[0] = (f"{heads[1]} {label}", cells)
            else:
                found.groups[0] = heads[1]
            return [names]
    return _grouped(heads, found) or _wrapped(heads, found) or _on_a_line_each(heads, found)


def _on_one_line(head: str, found: Rows) -> list[list[str]] | None:
    width = found.width + 1
    names = headings(head, width)
    whole = names is not None and (names[0] or _has_words(found))
    if names is None or not (found.even or (whole and _end_labels(found))):
        return None
    years = width > 3 and all(map(YEARS.fullmatch, names[1:]))
    sure = years or phrase_headings(head, width) is not None
    fewest = 1 if years else _FEWEST_ROWS - sure
    return [names] if len(found.rows) >= fewest and (sure or not thousands(found)) else None


def _has_words(found: Rows) -> bool:
    """Whether rows of the width of a table, and those with more numbers, have words for labels."""
    over = [label for label, cells in found.rows if len(cells) > found.width]
    return len(over) < len(found.rows) and all(any(map(str.isalpha, label)) for label in over)


def _end_labels(found: Rows) -> bool:
    """Whether numbers that are too many in a row can end its label: Zone 4."""
    return all(
        len(cell) < 5 and cell.isdigit()
        for _, cells in found.rows
        for cell in cells[: len(cells) - found.width]
    )


def _grouped(heads: list[str], found: Rows) -> list[list[str]] | None:
    """The names of groups of columns, above names that repeat in each group."""
    if len(heads) > 2 or len(found.rows) < _FEWEST_ROWS:
        return None
    over, names = groups(heads[0], found.width + 1), headings(heads[1], found.width + 1)
    years = heads[0].split()
    if over is None and len(years) == found.width and all(map(YEARS.fullmatch, years)):
        over = ["", *years]
    return [over, names] if over and names and len(set(names)) < len(names) else None


def _wrapped(heads: list[str], found: Rows) -> list[list[str]] | None:
    """Headings of two lines: Port Number of Number of, and below boats nets."""
    if len(heads) > 2 or len(found.rows) < _FEWEST_ROWS or not heads[1][0].islower():
        return None
    above, below = phrase_headings(heads[0], found.width + 1), heads[1].split()
    if above is None or len(below) != found.width:
        return None
    pairs = zip(above[1:], below, strict=True)
    return [[above[0], *(" ".join(pair) for pair in pairs)]] if above[0] else None


def _on_a_line_each(heads: list[str], found: Rows) -> list[list[str]] | None:
    width = found.width + 1
    if len(heads) not in (width - 1, width) or not found.even:
        return None
    if not all(map(_heads_a_column, heads)):
        return None
    stub = len(heads) == width and _STUB.fullmatch(heads[0]) is not None
    fewest = 1 if len(heads) == width else _FEWEST_ROWS - 1
    sure = stub or (len(found.rows) > fewest and not found.groups and not thousands(found))
    return [[""] * (width - len(heads)) + heads] if sure else None


def _heads_a_column(head: str) -> bool:
    """Whether a line can be the heading of one column, not the end or the beginning of others."""
    if len(head) > LONGEST_HEAD or _ENDS_IN_NUMBER.search(head) or head[0].islower():
        return False
    words = head.lower().split()
    return words[-1] not in JOINING and sum(map(bool, map(YEARS.fullmatch, words))) < 2


def _unlabelled(head: str, found: Rows) -> list[list[str]] | None:
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
        if line := lines[place].strip():
            row = row_in(line)
            if row is not None and not all(map(YEARS.fullmatch, row[1])):
                label = row[0] or not heads or place == at
                return (heads, place) if label else _with_label(lines, heads, place)
            if _is_text(line):
                return [], None
            if heads and UNIT.fullmatch(line) and not heads[-1].endswith(line):
                heads[-1] += f" {line}"  # of the heading above it: 2023, £'000
            else:
                heads.append(line)
        elif place > at + 1 and not lines[place - 1].strip():
            return [], None
        place += 1
    return [], None


@lru_cache(100)
def _is_text(line: str) -> bool:
    """Whether a line has no headings; remembered, for it is looked at from each above it."""
    item = is_bullet(split_mark(line)[0])
    return item or SENTENCE.match(line) is not None or "|" in line or "\t" in line


def _with_label(lines: list[str], heads: list[str], place: int) -> tuple[list[str], int | None]:
    """The headings above a first row without a label, which the last of them may be."""
    if len(heads) == 1 or len(heads[-1]) > LONGEST_LABEL:
        return heads, place
    above = place - 1
    while not lines[above].strip():
        above -= 1
    return heads[:-1], above
