"""The rows of a table without a grid: a cell may run over several lines."""

from __future__ import annotations

import re
from itertools import pairwise

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.part_words import OF_WHICH
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_tables.cells import NUMBER
from moditrack.documents.readers.pdf_tables.columns_without_rulings import (
    Columns,
    Part,
    Rules,
    has_numbers,
)

_PARTS = lazy_regex(rf"{OF_WHICH}|includ|other", re.IGNORECASE)
"""How a row begins that is a row of its own below its whole, though in lower case."""
_GOES_ON = lazy_regex(r"(?:.*\W)?(?:and|or|of|the|for|in|to|with|by|from)|.*[,&/-]", re.IGNORECASE)
"""A line of a label after which more of it comes."""


def grouped(bands: list[list[Part]], columns: Columns, rules: Rules) -> list[list[Part]]:
    """Bands into rows of the table: a cell may run over several lines."""
    gaps = [
        min(line.y for line, *_ in below) - max(line.y for line, *_ in above)
        for above, below in pairwise(bands)
    ]
    least = min(gaps, default=0.0)
    loose = 1.12 * least + 0.5
    between = sum(gap >= loose for gap in gaps)
    rows_apart = between >= 0.2 * len(gaps) and not any(
        gap < loose and has_numbers(above) and has_numbers(below)
        for (above, below), gap in zip(pairwise(bands), gaps, strict=True)
    )
    left = min(line.x0 for band in bands for line, *_ in band)
    right = max(line.x1 for band in bands for line, *_ in band)
    groups = [list(bands[0])]
    for (above, band), gap in zip(pairwise(bands), gaps, strict=True):
        ruled = any(
            max(line.y for line, *_ in above) < at < min(line.y for line, *_ in band)
            and min(high, right) - max(low, left) > 0.7 * (right - left)
            for at, low, high in rules.across
        )
        tight = gap < loose and rows_apart
        ruled = ruled or _is_title(groups[-1]) or _is_title(band)
        wraps = not ruled and _wraps(groups[-1], band, columns)
        if (wraps and (_joins if tight else _continues)(groups[-1], band)) or (
            not ruled and gap < 1.3 * least + 0.5 and _ends_label(groups[-1], band)
        ):
            groups[-1] += band
        else:
            groups.append(list(band))
    return groups


def _is_title(row: list[Part]) -> bool:
    """Whether a row is a heading over several columns in the body of a table."""
    _, first, last = row[0]
    return len(row) == 1 and 0 < first < last


def _wraps(group: list[Part], band: list[Part], columns: Columns) -> bool:
    """Whether no line of a band would have had room for its first word on the line above it."""
    starts: set[int] = set()
    for line, first, last in sorted(band, key=lambda entry: entry[0].y):
        above = [entry for entry, a, b in group if (a, b) == (first, last)]
        if first in starts:
            continue  # below another line of the band
        starts.add(first)
        if above and first == last:
            word, last_above = line.words[0], max(above, key=lambda entry: entry.y)
            middles = line.x0 + line.x1 - last_above.x0 - last_above.x1
            if abs(middles) < 6 and abs(line.x0 - last_above.x0) > 1:
                continue  # centred
            room = columns[first][1] - last_above.x1
            if word.x1 - word.x0 + 0.5 * line.size < room:
                return False
    return True


def _joins(group: list[Part], band: list[Part]) -> bool:
    """Whether a band close below others is part of their row: no column has a second number."""
    numbers = {first for line, first, _ in group if NUMBER.fullmatch(line.text)}
    return not any(first in numbers for line, first, _ in band if NUMBER.fullmatch(line.text))


def _continues(group: list[Part], band: list[Part]) -> bool:
    """Whether a band at the usual distance only ends cells that the row above began."""
    columns = {first for _, first, _ in group}
    return len(band) < max(2, len(columns)) and all(
        line.text[0].islower() and NUMBER.fullmatch(line.text) is None for line, *_ in band
    )


def _ends_label(group: list[Part], band: list[Part]) -> bool:
    """Whether a row ends the label that lines with nothing beside it began: in lower case."""
    labels = [line.text for line, first, _ in band if first == 0]
    above = group[-1].line.text
    return (
        all(first == last == 0 for _, first, last in group)
        and len(band) > len(labels) > 0
        and (
            _GOES_ON.fullmatch(above) is not None
            or (
                labels[0][0].islower()
                and _PARTS.match(labels[0]) is None
                and above[-1] not in ".:;"
            )
        )
    )


def lines_by_span(row: list[Part]) -> dict[tuple[int, int], list[Line]]:
    """The lines of a row by the columns that they cover, those that overlap joined into one."""
    lines: dict[tuple[int, int], list[Line]] = {}
    for line, first, last in sorted(row, key=lambda part: (part.line.y, part.line.x0)):
        lines.setdefault((first, last), []).append(line)
    settled: dict[tuple[int, int], list[Line]] = {}
    for (first, last), parts in sorted(lines.items()):
        before = next((k for k in settled if k[0] <= last and first <= k[1]), None)
        if before is None:
            settled[first, last] = parts
        else:
            settled[min(before[0], first), max(before[1], last)] = settled.pop(before) + parts
    return settled
