"""Where the columns of lines of plain text are, and which of them each heading above is over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import VALUE

_PIECE = lazy_regex(r"\S+(?: \S+)*")
_NEAR = 1
"""Characters by which the edge of a heading may differ from that of its column."""
Span = tuple[int, int]


def pieces(line: str) -> list[Span]:
    """The parts of a line between gaps of two blanks or more."""
    return [found.span() for found in _PIECE.finditer(line)]


def edges_of(lines: Sequence[str], heads: int) -> list[Span]:
    """The columns between places that are blank in all lines; the first lines may be headings.

    Where that is one blank only, it parts columns if there are nothing but values to its right,
    and more than a word of a heading to its left.
    """
    width = max(map(len, lines))
    used = {place for line in lines for place, letter in enumerate(line) if letter != " "}
    edges: list[list[int]] = []
    for place in sorted(used):
        if edges and edges[-1][1] == place:
            edges[-1][1] = place + 1
        else:
            edges.append([place, place + 1])
    kept: list[list[int]] = []
    for start, end in edges:
        cells = [cell for line in lines[heads:] if (cell := line[start:end].strip())]
        narrow = bool(kept) and start - kept[-1][1] < 2
        alone = narrow and not any(line[slice(*kept[-1])].strip() for line in lines[heads:])
        if narrow and (alone or not cells or not all(map(VALUE.fullmatch, cells))):
            kept[-1][1] = end
        else:
            kept.append([start, end])
    kept[-1][1] = width
    return [(start, end) for start, end in kept]


def over_columns(
    lines: Sequence[str], columns: Sequence[Span]
) -> tuple[list[list[str]], list[tuple[int, int, int]]]:
    """The headings of columns line by line, and those over several: row, first column, how many."""
    rows: list[list[str]] = []
    spans: list[tuple[int, int, int]] = []
    for number, line in enumerate(lines):
        row = [""] * len(columns)
        for start, end in pieces(line):
            own = _under(start, end, columns)
            words = [(start + one.start(), start + one.end(), one[0])
                     for one in re.finditer(r"\S+", line[start:end])]  # fmt: skip
            each = [_under(first, last, columns) for first, last, _ in words]
            if len(own) > 1 and len(words) == len(own) and [[one] for one in own] == each:
                for column, word in zip(own, words, strict=True):
                    row[column] = word[2]
                continue
            row[own[0]] = f"{row[own[0]]} {line[start:end]}".strip()
            if len(own) > 1:
                spans.append((number, own[0], len(own)))
        rows.append(row)
    return rows, spans


def _under(start: int, end: int, columns: Sequence[Span]) -> list[int]:
    """The columns that a heading is over: that with its edge, or all below it, or the nearest."""
    for side, edge in ((1, end), (0, start)):
        near = [n for n, one in enumerate(columns) if abs(one[side] - edge) <= _NEAR]
        if near and (side == 1 or near[0] == 0 or columns[near[0]][1] >= end):
            return near[:1]
    below = [n for n, one in enumerate(columns) if start < one[1] and end > one[0]]
    below = [n for n in below if n > 0] or below
    gaps = [max(first - end, start - last) for first, last in columns]
    return below or [gaps.index(min(gaps))]
