"""A page of a PDF in reading order: tables, columns, and the lines of each column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from moditrack.documents.readers.pdf_pages.chart_axes import without_axes
from moditrack.documents.readers.pdf_pages.columns import Box, is_mark, regions
from moditrack.documents.readers.pdf_pages.lines import Line, lines_of, rows_of
from moditrack.documents.readers.pdf_pages.page import Drawn
from moditrack.documents.readers.pdf_pages.words import Word
from moditrack.documents.readers.pdf_tables.columns_without_rulings import Rules
from moditrack.documents.readers.pdf_tables.headings_above_rulings import (
    with_headings_above,
    with_side_labels,
)
from moditrack.documents.readers.pdf_tables.rulings import merged
from moditrack.documents.readers.pdf_tables.several_boxes import stacked
from moditrack.documents.readers.pdf_tables.with_rulings import Table, ruled
from moditrack.documents.readers.pdf_tables.without_rulings import aligned, table_in

_MARK_GAP = 4.0
"""Ems between a mark and its text at most."""


def laid_out(
    drawn: Drawn, columns: set[int], leave_out: Callable[[str, str | int], None]
) -> Iterator[tuple[list[Line | Box], float, float]]:
    """The regions of a page in reading order: their items, and their left and right edges.

    `columns` has where columns begin on the pages before.
    """
    drawn.words, numbers = without_axes(drawn.words)
    for axis in numbers:
        leave_out("axis", axis)
    tables, words, turned = ruled(drawn)
    for phrase in turned:
        leave_out("turned text", phrase.text)
    rules = _rules(drawn)
    words = with_headings_above(tables, with_side_labels(tables, words), rules)
    tables = stacked([_refined(table, drawn, rules) for table in tables], words)
    dots = sorted(drawn.dots, key=lambda dot: dot[2])
    for region in regions(words, [Box(table, *table.box) for table in tables], columns):
        lines = [
            line for row in region.rows for line in _with_marks(lines_of(_with_bullets(row, dots)))
        ]
        found: list[Line | Box] = []
        for item in aligned(lines, region.boxes, rules):
            if isinstance(item, Box):
                found.append(item)
            else:
                found.append(item[0] if len(item) == 1 else _one_line(item))
        left = min((line.x0 for line in lines), default=0.0)
        right = max((line.x1 for line in lines), default=drawn.width)
        yield found, left, right


def _rules(drawn: Drawn) -> Rules:
    """The rulings of a page, those that lie on one line joined."""
    across, down = drawn.across + drawn.shades[0], drawn.down + drawn.shades[1]
    return Rules(merged(across), merged(down))


def _refined(table: Table, drawn: Drawn, rules: Rules) -> Table:
    """A table with its rows and columns by alignment, where rulings part only some of them."""
    if table.loose is None:
        return table
    lines: list[Line] = []
    for row in rows_of(table.loose):
        y = row[0].y - 0.3 * row[0].size
        lines += lines_of(row, [at for at, low, high in drawn.down if low <= y <= high])
    finer = table_in(lines, rules)
    if finer is None or len(finer.cells) <= len(table.cells):
        return table
    finer.box = table.box
    return finer


def _with_bullets(row: list[Word], dots: list[tuple[float, float, float]]) -> list[Word]:
    """A row with the bullets before its words, where those are drawn as shapes."""
    top, bottom = row[0].top, row[0].bottom
    found: list[Word] = []
    for x0, x1, y in dots[bisect_left(dots, top, key=lambda dot: dot[2]) :]:
        if y > bottom:
            break
        at = bisect_left(row, x1 - 1, key=lambda word: word.x0)
        if at < len(row) and row[at].x0 - x1 < _MARK_GAP * row[at].size:
            word = row[at]
            if at == 0 or x0 - row[at - 1].x1 > 0.4 * word.size:
                found.append(Word("•", x0, x1, word.y, word.size, word.bold, True, False))
                word.spaced = True
    return sorted([*row, *found], key=lambda word: word.x0) if found else row


def _with_marks(lines: list[Line]) -> list[Line]:
    """The lines of a row, a mark of a list joined with the text beside it."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last is not None
            and is_mark(last.text)
            and line.x0 - last.x1 < _MARK_GAP * line.size
            and len(lines) == 2
        ):
            joined[-1] = _one_line([last, line])
        else:
            joined.append(line)
    return joined


def _one_line(lines: list[Line]) -> Line:
    return Line([word for line in lines for word in line.words])
