"""Find tables in plain text that were copied into one line."""

from __future__ import annotations

from itertools import pairwise

from moditrack.documents.blocks import Block
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import JOINING, NUMBER, phrases, table

_FEWEST_PAIRS = 5
"""A line with at least this many labels, with as many numbers each, is a table."""
_SMALL = JOINING | {"on"}
_WORD = lazy_regex(r"[A-Z(/&\u2013'\"\u2018\u2019-]")
Row = tuple[str, list[str]]


def flattened(text: str, width: int = 0) -> tuple[str, Block] | None:
    """A table that was copied into one line, "Area Thefts North 4 South 7 …", and what is before
    it.

    Its labels begin with capital letters; before the first, so do its headings. With `width` it has
    none, and goes on as the rows of a table with as many numbers each.
    """
    rows, before = _pairs(text)
    if len(rows) < _FEWEST_PAIRS or (width and (width != len(rows[0][1]) or before)):
        return None
    if not width:  # what is before the last phrase are headings
        *heads, label = phrases(f"{before} {rows[0][0]}")
        rows[0] = (label, rows[0][1])
    columns = len(rows[0][1])
    if columns == 1 and _never_fall([cells[0] for _, cells in rows]):
        return None  # a list of contents
    names = [label for label, _ in rows]
    if len(set(names)) < len(names):
        return None
    body = [[label, *cells] for label, cells in rows]
    if width:
        return "", table(body, 0)
    if len(heads) <= columns:
        return None
    return " ".join(heads[: -columns - 1]), table([heads[-columns - 1 :], *body])


def _never_fall(texts: list[str]) -> bool:
    numbers = [int(text) for text in texts if text.isdigit()]
    return len(numbers) == len(texts) and all(a <= b for a, b in pairwise(numbers))


def _pairs(text: str) -> tuple[list[Row], str]:
    """Labels with as many numbers each, up to the end of a text, and what is before the first."""
    words = text.split()
    rows: list[Row] = []
    end, width = len(words), 0
    while end > 0:
        at = end
        while at > 0 and NUMBER.fullmatch(words[at - 1]):
            at -= 1
        start = at
        while start > 0 and _is_label(words[start - 1]):
            start -= 1
        cells = words[at:end]
        if not cells or start == at or (width and len(cells) != width):
            break
        width = len(cells)
        rows.append((" ".join(words[start:at]), cells))
        end = start
    return rows[::-1], " ".join(words[:end])


def _is_label(word: str) -> bool:
    """Whether a word can be one of a label: a name, or a small word in one."""
    return word in _SMALL or (_WORD.match(word) is not None and not NUMBER.fullmatch(word))
