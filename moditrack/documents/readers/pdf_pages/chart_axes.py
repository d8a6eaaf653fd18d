"""The numbers along the axes of charts on a page: by one step, at one distance from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

from moditrack.documents.chart_axes_in_text import is_step, is_year, tick_value
from moditrack.documents.readers.pdf_pages.words import Word

_FEWEST, _FEWEST_TO_0 = 4, 3
"""Numbers of an axis at least, and of one that ends with 0."""
_LEVEL, _ALIGNED = 1.0, 1.5
"""Points between words in one row, and between edges or middles in one column."""
_BESIDE = 0.6
"""Ems between two words of one line at most."""
_LINES = 2.5
"""Ems between the rows of a table at most."""
_UNEVEN = 0.08
"""How much the distances between the numbers of an axis differ at most."""

Tick = tuple[Word, Fraction]


def without_axes(words: list[Word]) -> tuple[list[Word], list[str]]:
    """The words of a page that are not along an axis, and the numbers of each that are."""
    isolated = _isolated(words)
    ticks = [(word, value) for word in isolated if (value := tick_value(word.text)) is not None]
    if len(ticks) < _FEWEST_TO_0:
        return words, []
    upright: list[list[Word]] = []
    for edge in (attrgetter("x1"), attrgetter("x0"), _middle):
        for column in _clusters(ticks, edge, _ALIGNED):
            column.sort(key=lambda tick: tick[0].y)
            upright += _runs(column, attrgetter("y"), down=True)
    level: list[list[Word]] = []
    for row in _clusters(ticks, attrgetter("y"), _LEVEL):
        row.sort(key=lambda tick: tick[0].x0)
        level += _runs(row, _middle, down=False)
    found = [axis for axis in _apart(upright) if not _are_rows(axis, words, upright)]
    found += [axis for axis in _apart(level) if not _is_row(axis, words, level)]
    taken = {id(word) for axis in found for word in axis}
    texts = [" ".join(word.text for word in axis) for axis in found]
    return [word for word in words if id(word) not in taken], texts


def _isolated(words: list[Word]) -> list[Word]:
    """The words without another beside them: those of prose are none of an axis."""
    rows = sorted(words, key=lambda word: (round(word.y), word.x0))
    found = []
    for before, word, after in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if not any(
            other is not None
            and abs(other.y - word.y) < _LEVEL
            and max(other.x0 - word.x1, word.x0 - other.x1) < _BESIDE * word.size
            for other in (before, after)
        ):
            found.append(word)
    return found


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def _apart(runs: list[list[Word]]) -> Iterator[list[Word]]:
    """Runs of numbers, the longest first, each number once."""
    taken: set[int] = set()
    for run in sorted(runs, key=len, reverse=True):
        if not any(id(word) in taken for word in run):
            taken |= set(map(id, run))
            yield run


def _are_rows(run: list[Word], words: list[Word], runs: list[list[Word]]) -> bool:
    """Whether words, or numbers of no axis, are level with most of a column: it is a table's."""
    numbers = {id(word) for other in runs for word in other}
    others = [word for word in words if id(word) not in numbers]
    level = sum(any(abs(word.y - other.y) < _LEVEL for other in others) for word in run)
    return 2 * level > len(run)


def _is_row(run: list[Word], words: list[Word], runs: list[list[Word]]) -> bool:
    """Whether a word is before numbers, or others are right above or below them."""
    numbers = {id(word) for other in runs for word in other}
    near = 2 * max(other.x0 - word.x0 for word, other in pairwise(run))
    first, close = run[0], 0
    for word in words:
        down = abs(word.y - first.y)
        if id(word) in numbers or down > _LINES * first.size:
            continue
        if down < _LEVEL and first.x0 - near < word.x1 <= first.x0:
            return True
        over = any(word.x0 < tick.x1 and tick.x0 < word.x1 for tick in run)
        close += over and tick_value(word.text) is not None
    return 2 * close > len(run)


def _clusters(
    ticks: list[Tick], edge: Callable[[Word], float], apart: float
) -> Iterator[list[Tick]]:
    """Numbers by a place that they share."""
    group: list[Tick] = []
    for tick in sorted(ticks, key=lambda tick: edge(tick[0])):
        if group and edge(tick[0]) - edge(group[-1][0]) > apart:
            yield group
            group = []
        group.append(tick)
    if group:
        yield group


def _runs(
    ticks: Sequence[Tick], place: Callable[[Word], float], down: bool
) -> Iterator[list[Word]]:
    """Numbers side by side that go by one step at one distance: down to the lowest, or up."""
    at = 0
    while at + 2 < len(ticks):
        step = ticks[at + 1][1] - ticks[at][1]
        apart = place(ticks[at + 1][0]) - place(ticks[at][0])
        last = at + 1
        while last < len(ticks) and (
            ticks[last][1] - ticks[last - 1][1] == step
            and abs(place(ticks[last][0]) - place(ticks[last - 1][0]) - apart) < _UNEVEN * apart
        ):
            last += 1
        run = ticks[at:last]
        least = min(value for _, value in run)
        fewest = (_FEWEST_TO_0, _FEWEST) if down else (_FEWEST, _FEWEST + 1)
        enough = len(run) >= fewest[least != 0]
        if enough and (step < 0) == down and is_step(step):
            if not _are_labels([word for word, _ in run], least):
                yield [word for word, _ in run]
            at = last
        else:
            at += 1


def _are_labels(run: list[Word], least: Fraction) -> bool:
    """Whether numbers are those of columns or ranks, years, or some of them percentages."""
    percent = {word.text[-1] == "%" for word in run if word.text != "0"}
    return len(percent) > 1 or least == 1 or all(is_year(word.text) for word in run)
