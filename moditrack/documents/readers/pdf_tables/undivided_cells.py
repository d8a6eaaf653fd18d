"""Cells between rulings that are several to the eye: labels level with rows, numbers in columns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

from moditrack.documents.readers.pdf_pages.lines import Line, lines_of, rows_of
from moditrack.documents.readers.pdf_pages.words import Word
from moditrack.documents.readers.pdf_tables.cells import NUMBER, is_value

_FEWEST_LABELS = 3
"""Lines in a cell beside as many rows of numbers that are labels of those rows."""
_LEVEL = 0.25
"""Ems between the feet of a label and of the numbers of its row at most."""
_MOST_HEADINGS = 4
"""Headings in one cell at most."""
_OFF = 0.25
"""How far a heading is from the middle of its columns at most, in their widths."""
Place = tuple[int, int, int, int]
"""The row and column of a cell of a grid, and how many of each it covers."""
Inside = dict[int, list[Word]]
"""The words in each cell, by its number."""


def part_labels(cells: list[Place], inside: Inside, row_of: Callable[[float], int]) -> None:
    """Make cells of the labels that no ruling parts, most of them level with numbers of a row."""
    level: dict[int, list[float]] = {}
    for at, words in inside.items():
        if cells[at][2] == 1:
            own = [word.y for word in words if NUMBER.fullmatch(word.text)]
            level.setdefault(cells[at][0], []).extend(own)
    for at, words in list(inside.items()):
        row, column, high, wide = cells[at]
        if high < _FEWEST_LABELS:
            continue
        labels: dict[int, list[Word]] = {}
        aligned: set[int] = set()
        for line in rows_of(words):
            own_row = row_of(line[0].y - 0.3 * line[0].size)
            if own_row not in labels and line[0].text[0].islower():
                break  # the rest of a label of another row
            labels.setdefault(own_row, []).extend(line)
            size = line[0].size
            if any(abs(y - line[0].y) < _LEVEL * size for y in level.get(own_row, ())):
                aligned.add(own_row)
        else:
            numbered = sum(bool(level.get(row + k)) for k in range(high))
            if (
                len(aligned) >= _FEWEST_LABELS
                and len(aligned) >= 0.75 * len(labels)
                and len(aligned) >= 0.9 * numbered
            ):
                _replace(cells, inside, at, {
                    (row + k, column, 1, wide): labels.get(row + k, []) for k in range(high)
                })  # fmt: skip


def part_rows(cells: list[Place], inside: Inside, column_of: Callable[[float], int]) -> None:
    """Make cells of the numbers of a row that no ruling parts, each in a column of the others."""
    for at, words in list(inside.items()):
        row, column, high, wide = cells[at]
        if wide < 2 or high > 1 or len(words) < 2:
            continue
        line = sorted(words, key=lambda word: word.x0)
        first = next((k for k, word in enumerate(line) if is_value(word.text)), len(line))
        places = [column_of((word.x0 + word.x1) / 2) for word in line]
        numbers = places[first:]
        if (
            len(numbers) < 2
            or len(set(numbers)) < len(numbers)
            or len(rows_of(words)) > 1
            or not all(is_value(word.text) for word in line[first:])
            or (first and places[first - 1] >= numbers[0])
        ):
            continue
        parts: dict[Place, list[Word]] = {}
        if numbers[0] > column:
            parts[row, column, 1, numbers[0] - column] = line[:first]
        filled = dict(zip(numbers, line[first:], strict=True))
        for k in range(numbers[0], column + wide):
            parts[row, k, 1, 1] = [filled[k]] if k in filled else []
        _replace(cells, inside, at, parts)


def part_headings(cells: list[Place], inside: Inside, xs: list[float]) -> None:
    """Make cells of headings side by side that no ruling parts, each over the columns around it."""
    numbered = {
        cells[at][0] for at, words in inside.items() if any(is_value(word.text) for word in words)
    }
    for at, words in list(inside.items()):
        row, column, high, wide = cells[at]
        if wide < 2 or row in numbered or len(words) < 2 or len(rows_of(words)) > 1:
            continue
        phrases = lines_of(sorted(words, key=lambda word: word.x0))
        if not 1 < len(phrases) <= min(wide, _MOST_HEADINGS):
            continue
        if groups := _over(phrases, xs[column : column + wide + 1]):
            _replace(cells, inside, at, {
                (row, column + first, high, last - first): phrase.words
                for phrase, (first, last) in zip(phrases, groups, strict=True)
            })  # fmt: skip


def _over(phrases: list[Line], edges: list[float]) -> list[tuple[int, int]]:
    """The columns that each heading is over the middle of; none where one is over no middle."""
    best: tuple[float, list[tuple[int, int]]] = (0.0, [])
    for cuts in combinations(range(1, len(edges) - 1), len(phrases) - 1):
        groups = list(pairwise((0, *cuts, len(edges) - 1)))
        off = [
            abs((phrase.x0 + phrase.x1) - (edges[first] + edges[last]))
            / (2 * (edges[last] - edges[first]))
            for phrase, (first, last) in zip(phrases, groups, strict=True)
        ]
        if max(off) < _OFF and (not best[1] or sum(off) < best[0]):
            best = sum(off), groups
    return best[1]


def _replace(cells: list[Place], inside: Inside, at: int, parts: dict[Place, list[Word]]) -> None:
    """Put the parts of a cell, with their words, in its place."""
    for number, (place, words) in enumerate(parts.items()):
        if number:
            cells.append(place)
        else:
            cells[at] = place
        target = len(cells) - 1 if number else at
        inside.pop(target, None)
        if words:
            inside[target] = words
