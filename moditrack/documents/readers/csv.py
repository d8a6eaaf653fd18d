"""Read CSV: one table, and the lines above it."""

from __future__ import annotations

import csv
from itertools import islice

from moditrack.documents.blocks import Block, Parsed, cells_of_texts
from moditrack.documents.encodings import decode
from moditrack.documents.lazy_regex import lazy_regex

_SEPARATORS = ("\t", ";", ",")
"""A comma comes last: it also parts thousands, and decimals elsewhere."""
_GROUPED = lazy_regex(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_QUOTED = lazy_regex(r'"[^"]*"')
_ONLY_CELLS = lazy_regex(r"[\d,]+\s*")
_LOOKED_AT = 50
"""Rows that say whether a text is CSV."""
_MOST_TITLES = 6
"""Lines above a table that can say what it is."""


def dialect(text: str) -> str:
    """The separator of a CSV text; "" where it is none.

    Nearly every line has the same number of cells, at least two, most of them short, and no
    blank line separates them. A table with bars at its sides is none, nor one whose commas group
    thousands.
    """
    lines = [line for line in islice(_lines(text), _LOOKED_AT) if line.strip()]
    if 2 * sum(line.lstrip()[:1] == "|" for line in lines) > len(lines):
        return ""
    for separator in _SEPARATORS:
        if separator == "," and part_thousands(lines):
            continue
        titles = next((n for n, line in enumerate(lines) if separator in line), 0)
        table = lines[titles if titles < _MOST_TITLES else 0 :]
        if sum(separator in line for line in table) < max(0.8 * len(table), 2):
            continue
        rows = _rows(table, separator)
        widths = [len(row) for row in rows]
        if not widths:
            continue
        width = max(set(widths), key=widths.count)
        fitting = [row for row in rows if len(row) == width]
        cells = [cell for row in fitting for cell in row]
        prose = sum(len(cell) > 60 or cell[:1] == " " for cell in cells)
        if width > 1 and len(fitting) >= 0.8 * len(rows) and 5 * prose < len(cells):
            return separator
    return ""


def part_thousands(lines: list[str]) -> bool:
    """Whether most commas are within numbers; a line of digits and commas alone is cells."""
    words = [_QUOTED.sub("", line) for line in lines if not _ONLY_CELLS.fullmatch(line)]
    grouping: int = sum(number.count(",") for line in words for number in _GROUPED.findall(line))
    return 2 * grouping > sum(line.count(",") for line in words)


def blocks(data: bytes) -> Parsed:
    """The table of a CSV file, below the lines above it."""
    text = decode(data)
    rows = _rows(text.splitlines(keepends=True), dialect(text) or ",")
    parsed = Parsed()
    table: list[list[str]] = []
    after_blank = True
    for row in rows:
        filled = [cell.strip() for cell in row if cell.strip()]
        if not filled:
            # Rows of a wide table that are a name and a value alone: Region, Harbour.
            if table and all(len(own) > 3 and all(own[:2]) and not any(own[2:]) for own in table):
                parsed.blocks += [Block("paragraph", ": ".join(own[:2])) for own in table]
                table = []
            after_blank = True
        elif after_blank and table and (len(filled) == 1 or _is_prose(row)):
            parsed.blocks.append(Block("table", cells=cells_of_texts(table)))
            table = []
            parsed.blocks.append(Block("paragraph", ",".join(row).strip(", ")))
        elif not table and (len(filled) == 1 or _is_prose(row)):
            parsed.blocks.append(Block("paragraph", ",".join(row).strip(", ")))
        else:
            table.append([cell.strip() for cell in row])
            after_blank = False
    if table:
        parsed.blocks.append(Block("table", cells=cells_of_texts(table)))
    return parsed


def _is_prose(row: list[str]) -> bool:
    """Whether a row is a sentence with commas, and no cells."""
    cells = [cell for cell in row if cell]
    return len(cells) > 1 and all(cell[0] == " " for cell in cells[1:]) and cells[-1][-1] in ".:"


def _lines(text: str) -> list[str]:
    return text[:100_000].splitlines(keepends=True)


def _rows(lines: list[str], separator: str) -> list[list[str]]:
    """Rows of cells; what csv itself cannot read is split at its separators."""
    try:
        return list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return [line.rstrip("\r\n").split(separator) for line in lines]
