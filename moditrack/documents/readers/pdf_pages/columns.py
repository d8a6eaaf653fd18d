"""Put the words and tables of a page in reading order, column by column."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from moditrack.documents.bullets_and_numbers import BULLETS
from moditrack.documents.footnote_marks import SUPERSCRIPTS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.pdf_pages.lines import rows_of
from moditrack.documents.readers.pdf_pages.words import Word

_GUTTER = 0.5
"""Ems between two columns of prose at least."""
_SPACE = 0.35
"""Ems between two words of one line at most, where the line is not justified."""
_FEWEST = 4
"""Lines that a column of prose has at least."""
_MOST_TRIED = 8
_DEEPEST = 12
_MARK = lazy_regex(
    rf"[{BULLETS}*–—o-]|[{SUPERSCRIPTS}]+"
    r"|\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivx]{1,5})[.)]?"
)
Row = list[Word]


class Box:
    """Something on the page that is not a line, such as a table, with its place."""

    __slots__ = ("bottom", "content", "top", "x0", "x1")

    def __init__(self, content: object, x0: float, top: float, x1: float, bottom: float) -> None:
        self.content, self.x0, self.top, self.x1, self.bottom = content, x0, top, x1, bottom


class Region:
    """A part of a page without columns side by side: its rows of words, and what else is in it."""

    def __init__(self, rows: list[Row], boxes: list[Box]) -> None:
        self.rows, self.boxes = rows, boxes


def regions(words: list[Word], boxes: list[Box], known: set[int], depth: int = 0) -> list[Region]:
    """The regions of a page, or of a part of it, in reading order.

    `known` has where columns begin in the document so far; a short last column begins there too.
    """
    rows = rows_of(words)
    found = _gutter(rows, boxes, known) if depth < _DEEPEST else None
    if found is None:
        return [Region(rows, boxes)] if rows or boxes else []
    x, first, last = found
    top, bottom = _top(rows[first]), max(word.bottom for word in rows[last])
    parts: list[tuple[list[Word], list[Box]]] = [([], []) for _ in range(4)]
    for at, row in enumerate(rows):
        for word in row:
            part = 0 if at < first else 3 if at > last else 1 if word.x0 < x else 2
            parts[part][0].append(word)
    for box in boxes:
        middle = (box.top + box.bottom) / 2
        part = 0 if middle < top else 3 if middle > bottom else 1 if box.x0 < x else 2
        parts[part][1].append(box)
    return [region for part in parts for region in regions(*part, known, depth + 1)]


def _top(row: Row) -> float:
    return min(word.top for word in row)


def _gutter(rows: list[Row], boxes: list[Box], known: set[int]) -> tuple[float, int, int] | None:
    """The gap between two columns, and their first and last row; None without columns."""
    votes: Counter[int] = Counter()
    for row in rows:
        votes[round(row[0].x0)] += 1
        for a, b in pairwise(row):
            if b.x0 - a.x1 > _GUTTER * b.size:
                votes[round(b.x0)] += 1
    best: tuple[int, int, int, int] | None = None
    for start, count in votes.most_common(_MOST_TRIED):
        repeated = any(abs(start - other) < 3 for other in known)
        if count < _FEWEST and not repeated:
            continue
        x = start - 1.5
        barriers = sorted(box.top for box in boxes if box.x0 < x < box.x1)
        for first, last in _runs(rows, x, barriers):
            if best is not None and (last - first, -start) <= (best[0], -best[1]):
                continue
            here = rows[first : last + 1]
            left = [part for row in here if (part := [w for w in row if w.x0 < x])]
            right = [part for row in here if (part := [w for w in row if w.x0 > x])]
            if _side_by_side(left, right, repeated):
                best = (last - first, start, first, last)
    if best is None:
        return None
    known.add(best[1])
    return best[1] - 1.5, best[2], best[3]


def _runs(rows: list[Row], x: float, barriers: list[float]) -> list[tuple[int, int]]:
    """Rows one after the other that no word and no table crosses at a place."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    for at, row in enumerate(rows):
        crosses = _crosses(row, x)
        barred = at > 0 and any(_top(rows[at - 1]) < b <= _top(row) for b in barriers)
        if first is not None and (crosses or barred):
            runs.append((first, _trimmed(rows, first, at - 1, x)))
            first = None
        if first is None and not crosses:
            first = at
    if first is not None:
        runs.append((first, len(rows) - 1))
    return [(first, last) for first, last in runs if last - first + 1 >= _FEWEST]


def _crosses(row: Row, x: float) -> bool:
    """Whether a word of a row crosses a place, or only a space is there between two words."""
    at = next((at for at, word in enumerate(row) if word.x0 >= x), len(row))
    if any(word.x1 > x - 1 for word in row[:at]):
        return True
    return 0 < at < len(row) and row[at].x0 - row[at - 1].x1 < _SPACE * row[at].size


def _trimmed(rows: list[Row], first: int, last: int, x: float) -> int:
    """The last row of two columns, without a heading below that spans both of them."""
    end = last
    while end > first and not any(word.x0 > x for word in rows[end]):
        end -= 1
    for at in range(end, last):
        pitch = rows[at + 1][0].y - rows[at][0].y
        if pitch > 1.7 * rows[at][0].size:
            return at
    return last


def _side_by_side(left: list[Row], right: list[Row], repeated: bool) -> bool:
    """Whether rows are columns: prose on both sides, or prose beside a few notes."""
    prose = (_is_prose(left), _is_prose(right))
    if all(prose) or (repeated and any(prose) and left and right):
        return True
    text, notes = (left, right) if prose[0] else (right, left)
    return (
        any(prose)
        and bool(notes)
        and len(text) >= 3 * _FEWEST
        and len(notes) < 0.4 * len(text)
        and not any(is_mark(row[0].text) for row in notes)
    )


def _is_prose(rows: list[Row]) -> bool:
    """Whether rows are running text: most fill their width, and without wide gaps."""
    if len(rows) < _FEWEST:
        return False
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    full = sum(row[-1].x1 - row[0].x0 > 0.6 * (right - left) for row in rows)
    letters = sum(len(word.text) for row in rows for word in row)
    gaps = sum(b.x0 - a.x1 > 1.5 * b.size for row in rows for a, b in pairwise(row))
    return full >= 0.5 * len(rows) and letters > 15 * len(rows) and gaps < 0.3 * len(rows)


def is_mark(text: str) -> bool:
    """Whether a text is only a bullet or the number of a paragraph."""
    return _MARK.fullmatch(text) is not None
