"""Which columns of a table without a grid a line of print is in."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from moditrack.documents.cells_and_marks import counts_up
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_pages.words import Word
from moditrack.documents.readers.pdf_tables.cells import is_value
from moditrack.documents.readers.pdf_tables.rulings import Ruling

_SPLIT = 0.38
"""Ems between headings of neighbouring columns at least; a space is narrower."""
_SPACE = 0.2
"""Ems between two numbers of neighbouring columns at least."""
_DIGITS = lazy_regex(r"[^A-Za-z]*\d[^A-Za-z]*")
_NEAR = 40.0
"""Points from a column to the ruling beside it at most."""
Columns = list[tuple[float, float]]
"""From where to where each column runs."""


class Part(NamedTuple):
    """A line, and the first and last column that it covers."""

    line: Line
    first: int
    last: int


class Rules(NamedTuple):
    """The rulings of a page, across and down."""

    across: list[Ruling]
    down: list[Ruling]


def has_numbers(band: list[Part]) -> bool:
    """Whether a band has a number in most of its columns; a year or a column's number is none."""
    texts = [part.line.text for part in band if part.first > 0]
    labelled = len(texts) < len(band)
    if len(texts) > 3 * labelled and counts_up([text.strip("()") for text in texts]):
        return False  # numbers of the columns
    return bool(texts) and 2 * sum(map(is_value, texts)) >= len(texts)


def width_of(lines: list[Line]) -> int:
    """How many columns lines side by side take."""
    return len(_united([(line.x0, line.x1) for line in lines]))


def column_places(rows: list[list[Line]]) -> Columns:
    """From where to where each column runs, by the rows that have the most lines."""
    if not rows:
        return []
    counts = sorted((width_of(row) for row in rows), reverse=True)
    most = counts[min(len(counts) - 1, 1)]  # one odd row does not decide
    columns = _united([
        (line.x0, line.x1) for row in rows if width_of(row) >= most for line in row
    ])  # fmt: skip
    # Rows with fewer lines widen a column, unless they would join two.
    others = [line for row in rows if width_of(row) < most for line in row]
    between: Columns = []
    for line in others:
        over = [c for c in columns if line.x0 <= c[1] and c[0] <= line.x1]
        if not over and columns[0][1] < line.x0 and line.x1 < columns[-1][0]:
            between.append((line.x0, line.x1))
        elif len(over) < 2:
            columns = _united([*columns, (line.x0, line.x1)])
    # One line between two columns is a heading over both.
    single = [(x0, x1) for x0, x1 in _united(between) if _times(between, x0, x1) < 2]
    return _united([*columns, *(place for place in between if place not in single)])


def between_rulings(columns: Columns, rows: list[list[Line]], rules: Rules) -> Columns:
    """The same columns, two that no row fills both as one, where they are between two rulings."""
    top = min((row[0].top for row in rows), default=0.0)
    bottom = max((row[-1].bottom for row in rows), default=0.0)
    long = 0.7 * (bottom - top)
    down = [at for at, low, high in rules.down if min(high, bottom) - max(low, top) >= long]
    united: Columns = []
    for low, high in columns:
        before = united[-1] if united else None
        if (
            before is not None
            and any(before[0] - _NEAR < at <= before[0] for at in down)
            and any(high <= at < high + _NEAR for at in down)
            and not any(before[0] < at < high for at in down)
            and not any(_fills(row, before) and _fills(row, (low, high)) for row in rows)
        ):
            united[-1] = (before[0], high)
        else:
            united.append((low, high))
    return united


def _fills(row: list[Line], column: tuple[float, float]) -> bool:
    return any(line.x0 <= column[1] and column[0] <= line.x1 for line in row)


def _times(places: Columns, low: float, high: float) -> int:
    return sum(low <= x0 and x1 <= high for x0, x1 in places)


def _united(places: Columns) -> Columns:
    united: Columns = []
    for low, high in sorted(places):
        if united and low <= united[-1][1]:
            united[-1] = (united[-1][0], max(high, united[-1][1]))
        else:
            united.append((low, high))
    return united


def parts_of(line: Line, columns: Columns) -> list[Part]:
    """A line in its columns, in parts where it has a wide gap between each two of them."""
    parts = _parted(line, columns)
    if len(parts) == 1 and (alike := _alike(line)):
        first, last = _span(line, columns)
        if len(alike) == last - first + 1:
            return [Part(part, k, k) for k, part in enumerate(alike, start=first)]
    return [Part(part, *_span(part, columns)) for part in parts]


def _span(line: Line, columns: Columns) -> tuple[int, int]:
    """The first and last column that a line covers."""
    over = [k for k, (low, high) in enumerate(columns) if line.x0 <= high and low <= line.x1]
    if len(over) > 1 and _DIGITS.fullmatch(line.text) and " " not in line.text:
        most = max(over, key=lambda k: min(line.x1, columns[k][1]) - max(line.x0, columns[k][0]))
        return most, most  # a number that is wider than its column
    if over:
        return over[0], over[-1]
    middle = (line.x0 + line.x1) / 2
    distances = [min(abs(middle - low), abs(middle - high)) for low, high in columns]
    nearest = distances.index(min(distances))
    return nearest, nearest


def _parted(line: Line, columns: Columns) -> list[Line]:
    first, last = _span(line, columns)
    parts: list[list[Word]] = [[]]
    column = first
    for before, word in pairwise([line.words[0], *line.words]):
        here = _span(Line([word]), columns)
        if parts[-1] and here[0] > column:
            values = all(map(_DIGITS.fullmatch, (before.text, word.text)))
            if word.x0 - before.x1 < (_SPACE if values else _SPLIT) * word.size:
                return [line]
            parts.append([])
        column = here[1]
        parts[-1].append(word)
    return [Line(words) for words in parts] if len(parts) == last - first + 1 else [line]


def _alike(line: Line) -> list[Line]:
    """The headings of a line that begin with the same word: "Quarter 1 Quarter 2"."""
    starts = [at for at, word in enumerate(line.words) if word.text == line.words[0].text]
    ends = [*starts[1:], len(line.words)]
    if len(starts) < 2 or not line.text[0].isalpha():
        return []
    return [Line(line.words[start:end]) for start, end in zip(starts, ends, strict=True)]
