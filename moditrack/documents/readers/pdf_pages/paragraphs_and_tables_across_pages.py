"""What goes on over the end of a line, of a column or of a page."""

from __future__ import annotations

from collections import Counter

from moditrack.documents.blocks import Cell
from moditrack.documents.footnote_marks import SUPERSCRIPTS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_tables.cells import is_value
from moditrack.documents.readers.pdf_tables.with_rulings import Table

ENDED = lazy_regex(rf"[.!?:;][\"'”’)\]{SUPERSCRIPTS}]*$")
"""The end of a sentence."""
_FEW = 8
"""Pairs of lines from which their usual distance shows."""
_LEVEL = 6
"""Points between the edges of a column on one page and the next at most."""


class Placed:
    """A line with the page it is on, and the edges and number of its region."""

    __slots__ = ("left", "line", "page", "region", "right")

    def __init__(self, line: Line, page: int, region: int, left: float, right: float) -> None:
        self.line, self.page, self.region, self.left, self.right = line, page, region, left, right


def half(size: float) -> float:
    """A size of type, to half a point."""
    return round(2 * size) / 2


def pitches(pairs: list[tuple[Placed, Placed]]) -> dict[float, float]:
    """The usual distance between lines of a paragraph, by their size."""
    counts: dict[float, Counter[float]] = {}
    for a, b in pairs:
        size, pitch = half(b.line.size), round(4 * (b.line.y - a.line.y)) / 4
        if 0.9 * size < pitch < (1.7 if b.line.bold else 2.2) * size:
            counts.setdefault(size, Counter())[pitch] += 1
    usual = {
        size: min(p for p, n in pitches.items() if n >= 0.4 * pitches.most_common(1)[0][1])
        for size, pitches in counts.items()
    }
    most = max(counts, key=lambda size: counts[size].total(), default=0.0)
    for size, pitches in counts.items():
        if pitches.total() < _FEW:  # such as headings one below the other
            usual[size] = min(usual[size], 1.1 * usual[most] / most * size)
    return usual


def ends_early(last: Placed, placed: Placed) -> bool:
    """Whether a line ends although the first word of the next had room on it."""
    a, b = last.line, placed.line
    room = last.right - a.x1 - 0.8 * a.size - (b.words[0].x1 - b.words[0].x0)
    return not b.text[0].islower() and (
        room > 0 if ENDED.search(a.text) is not None else room > 2 * a.size
    )


def goes_on(last: Placed, placed: Placed) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    a, b = last.line, placed.line
    if a.bold != b.bold or abs(a.size - b.size) > 0.6:
        return False
    full = last.right - a.x1 < b.words[0].x1 - b.words[0].x0 + 0.3 * a.size
    if ENDED.search(a.text):
        # A paragraph seldom ends just where its last line is full.
        shift = (b.x0 - placed.left) - (a.x0 - last.left)
        return full and not a.bold and min(abs(b.x0 - a.x0), abs(shift)) < 2
    return b.text[0].islower() or (full and not a.bold)


def is_rest(table: Table, other: Table) -> bool:
    """Whether a table at the top of a page is the rest of the one before: its columns line up.

    Without a grid only their ends may; then it has no other headings.
    """
    places, others = table.columns, other.columns
    repeated = _headings(other.cells)
    if len(places) != len(others) or (repeated != _headings(table.cells) and _has_words(other)):
        return False
    if all(abs(a - b) < _LEVEL for (a, _), (b, _) in zip(places, others, strict=True)):
        return True
    return repeated in ([], _headings(table.cells)) and all(
        abs(a[0] - b[0]) < _LEVEL or abs(a[1] - b[1]) < _LEVEL
        for a, b in zip(places, others, strict=True)
    )


def _has_words(table: Table) -> bool:
    """Whether words are above the numbers of a table, which are its own headings then."""
    others = [cell for cell in table.cells if cell.column and cell.text]
    above = [is_value(cell.text) for cell in others if cell.header]
    below = [is_value(cell.text) for cell in others if not cell.header]
    return bool(above) and not any(above) and 2 * sum(below) > len(below)


def _headings(cells: list[Cell]) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, c.text) for c in cells if c.header]


def moved(cells: list[Cell], more: list[Cell], rows: int) -> list[Cell]:
    """The cells of the rest of a table, below the first, without its headings printed again."""
    first, repeated = _headings(cells), _headings(more)
    top = 0
    if first and first == repeated:
        top = 1 + max(row for row, *_ in repeated)
        more = [cell for cell in more if cell.row >= top]
    elif not first or first != repeated:
        for cell in more:
            cell.header = False
    for cell in more:
        cell.row += rows - top
    return more
