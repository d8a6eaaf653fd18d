"""The words of a page of a PDF as rows and lines of print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from moditrack.documents.footnote_marks import raised_digits
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.pdf_pages.words import Word

_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_LEADER = lazy_regex(r"[.…·_]{3,}")
_DOT = lazy_regex(r"[.…·_]")
_SAME_LINE = 0.475
"""The part of the lower of two words that overlaps the other where they share a row."""
_COLUMN_GAP = 1.0
"""Ems between two words that belong to different columns or cells."""


class Line:
    """Words side by side, without a gap as wide as between columns."""

    __slots__ = ("bold", "bottom", "size", "text", "top", "words", "x0", "x1", "y")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.x0, self.x1 = words[0].x0, max(word.x1 for word in words)
        lengths: dict[float, int] = {}
        for word in words:
            size = round(word.size, 1)
            lengths[size] = lengths.get(size, 0) + len(word.text)
        usual = max(lengths, key=lambda size: (lengths[size], size))
        main = next(word for word in words if round(word.size, 1) == usual)
        self.size, self.y = main.size, main.y
        self.top, self.bottom = main.top, main.bottom
        self.bold = all(word.bold for word in words)
        self.text = text_of(words, self.size, self.y)


def text_of(words: list[Word], size: float, y: float) -> str:
    """Words of a line as text; small raised digits become superscripts."""
    parts: list[str] = []
    last: Word | None = None
    for word in words:
        text = word.text
        raised = word.size < 0.85 * size and y - word.y > 0.15 * size
        if raised and text.isdigit() and len(text) < 4:
            text = raised_digits(text)
        if last is not None:
            gap = word.x0 - last.x1
            if gap >= 0.2 * word.size or (word.spaced and gap > 0.08 * word.size):
                parts.append(" ")
        parts.append(text)
        last = word
    return "".join(parts)


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words by their row, from the top, each row from the left."""
    rows: list[list[Word]] = []
    mains: list[Word] = []
    sizes = sorted(word.size for word in words)
    small = 0.85 * sizes[len(sizes) // 2] if sizes else 0.0
    raised: list[Word] = []
    for word in sorted(words, key=lambda word: word.y):
        if word.size < small and (word.text.isdigit() or word.text in _ORDINAL_ENDS):
            raised.append(word)
            continue
        best, most = -1, 0.0
        for at in range(len(rows) - 1, max(-1, len(rows) - 6), -1):
            main = mains[at]
            low, high = sorted((word.size, main.size))
            overlap = min(word.bottom, main.bottom) - max(word.top, main.top)
            near = overlap > max(most, _SAME_LINE * low) and low > 0.45 * high
            if near and not any(_is_above(other, word) for other in rows[at]):
                best, most = at, overlap
        if best < 0:
            rows.append([word])
            mains.append(word)
        else:
            rows[best].append(word)
            if word.size > mains[best].size:
                mains[best] = word
    _add_raised(rows, mains, raised)
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return [rows[at] for at in sorted(range(len(rows)), key=lambda at: mains[at].y)]


def _is_above(other: Word, word: Word) -> bool:
    """Whether a word is on a line above another, and over it: both beside larger print."""
    lower = word.y - other.y > 0.6 * max(word.size, other.size)
    return lower and other.x0 < word.x1 and word.x0 < other.x1


def _add_raised(rows: list[list[Word]], mains: list[Word], raised: list[Word]) -> None:
    """Add small numbers, such as footnote marks, to the row with the word beside them."""
    for word in raised:
        nearest, best = 0.6 * word.size, -1
        for at, main in enumerate(mains):
            overlap = min(word.bottom, main.bottom) - max(word.top, main.top)
            if overlap >= 0.4 * word.size:
                gap = min(
                    # Before its text, the number of a footnote may have a gap after it.
                    word.x0 - w.x1 if w.x0 < word.x0 else (w.x0 - word.x1) / 5
                    for w in rows[at]
                )
                if gap < nearest:
                    nearest, best = gap, at
        if best < 0:
            level = (at for at, m in enumerate(mains) if abs(m.y - word.y) < 0.3 * word.size)
            best = next(level, -1)
        if best < 0:
            rows.append([word])
            mains.append(word)
        else:
            rows[best].append(word)


def lines_of(row: list[Word], cuts: Sequence[float] = ()) -> list[Line]:
    """The words of a row, separated at cuts and where the gap is as wide as between columns."""
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(row))
    # In justified text every gap is wide.
    usual = gaps[len(gaps) // 2] if len(gaps) > 3 else 0.0
    if usual > 0.9 * row[0].size:  # cells of a table, not words
        usual = 0.0
    lines: list[list[Word]] = [[row[0]]]
    leaders = _leaders(row)
    for at, word in enumerate(row[1:], start=1):
        last = lines[-1][-1]
        if at in leaders:
            continue
        gap = word.x0 - max(w.x1 for w in lines[-1][-3:])
        wide = gap > max(_COLUMN_GAP * max(word.size, last.size), 2.2 * usual)
        if wide or any(last.x1 - 1 <= cut <= word.x0 + 1 for cut in cuts):
            lines.append([word])
        else:
            lines[-1].append(word)
    return [Line(words) for words in lines]


def _leaders(row: list[Word]) -> set[int]:
    """Where a row has dots that lead from a label to its number: `....` or `. . . .`."""
    found = {at for at, word in enumerate(row[:-1]) if _LEADER.fullmatch(word.text)}
    start = 0
    for at in range(len(row) + 1):
        if at < len(row) and _DOT.fullmatch(row[at].text):
            continue
        if at - start > 3:
            found.update(range(start, at))
        start = at + 1
    return found
