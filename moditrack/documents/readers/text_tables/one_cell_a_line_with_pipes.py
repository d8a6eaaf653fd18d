"""Find tables in plain text whose cells a pipe ends, most of them on a line of their own."""

from __future__ import annotations

import re
from itertools import pairwise

from moditrack.documents.blocks import Block
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import VALUE, YEARS, table

_RULER = lazy_regex(r"(?:[\s:]*-{3,}[\s:]*\|)+[\s:-]*")
_FEWEST_ROWS = 3
_MOST_COLUMNS = 20
_MOST_ABOVE = 2
"""Cells above the headings that are the caption."""


def piped_cells(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table with one cell a line and a pipe after each, as pages are copied to text.

    Its rows begin with a pipe; or a ruler says how many columns it has, the row of headings that
    begins with a pipe, or the one width at which the first column holds labels, the last values,
    and the first row neither.
    """
    cells, begun, width, end = _cells(lines, at)
    if width < 0:
        return None, end
    starts = [start for start, _ in begun]
    rows = [cells[start:stop] for start, stop in pairwise([*starts, len(cells)])]
    even = len({len(row) for row in rows}) == 1 and len(rows) >= _FEWEST_ROWS
    if not width and even and starts[0] == 0 and len(rows[0]) > 1:
        return table(rows), end
    caption: list[str] = []
    if not width and len(begun) == 1 and starts[0] <= _MOST_ABOVE:
        caption, cells = cells[: starts[0]], cells[starts[0] :]
        if _fits(["", *cells], begun[0][1] + 1):
            cells = ["", *cells]
    cells = _headed_once(cells)
    if not width:
        fits = [n for n in range(2, _MOST_COLUMNS + 1) if _fits(cells, n)]
        width = fits[0] if len(fits) == 1 else 0
    if not width or len(cells) % width or len(cells) < 2 * width:
        return None, max(end, at + 1)
    found = table([cells[start : start + width] for start in range(0, len(cells), width)])
    found.caption = " ".join(filter(None, caption))
    return found, end


def _cells(lines: list[str], at: int) -> tuple[list[str], list[tuple[int, int]], int, int]:
    """The cells from a line on, the rows begun, the width that a ruler says, the line after them.

    Of a row begun there are the place of its first cell, and how many are on its line. The width
    is -1 where a ruler does not fit.
    """
    cells: list[str] = []
    begun: list[tuple[int, int]] = []
    end, width = at, 0
    while end < len(lines):
        line = lines[end].strip()
        below = lines[end + 1].strip() if end + 1 < len(lines) else ""
        if cells and not width and _RULER.fullmatch(line):
            width = len(re.findall("-{3,}", line))
            if len(cells) != width:
                return cells, begun, -1, end + 1
        elif line.endswith("|") and (cells or len(line) > 1):
            own = [cell.strip() for cell in line[:-1].split("|")]
            if line[0] == "|" and len(line) > 1:
                own = own[1:]
                begun.append((len(cells), len(own)))
            cells += own
        elif line and below == "|" and "|" not in line:
            cells.append(line)
            end += 1
        else:
            break
        end += 1
    return cells, begun, width, end


def _headed_once(cells: list[str]) -> list[str]:
    """The cells without the second copy of the headings, which stays in view on a page."""
    again = cells.index(cells[0], 1) if cells[:1] and cells[0] in cells[1:] else 1
    return cells[again:] if again > 1 and cells[:again] == cells[again : 2 * again] else cells


def _fits(cells: list[str], width: int) -> bool:
    """Whether cells make a table of a width: headings, labels at the left, values at the right."""
    if len(cells) % width or len(cells) < _FEWEST_ROWS * width:
        return False
    heads, body = cells[:width], cells[width:]
    if any(VALUE.fullmatch(head) and not YEARS.fullmatch(head) for head in heads):
        return False
    labels, last = body[::width], body[width - 1 :: width]
    return (
        all(map(_is_label, labels))
        and all(VALUE.fullmatch(cell) or not cell for cell in last)
        and 2 * sum(map(bool, last)) > len(last)
        and bool(heads[-1])
    )


def _is_label(cell: str) -> bool:
    return bool(cell) and (VALUE.fullmatch(cell) is None or YEARS.fullmatch(cell) is not None)
