"""Find tables in plain text whose every cell is on a line that a pipe ends."""

from __future__ import annotations

import re

from moditrack.documents.blocks import Block
from moditrack.documents.readers.text_cells import VALUE, YEARS, table

_CELL = re.compile(r"([^|]*)\|")
_RULER = re.compile(r"(?:[\s:]*-{3,}[\s:]*\|)+[\s:-]*")
_FEWEST_ROWS = 3
_MOST_COLUMNS = 20


def piped_cells(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table with one cell a line and a pipe after each, as pages are copied to text.

    How many columns it has a ruler says, or the one width at which the first column holds labels,
    the last values, and the first row neither.
    """
    cells: list[str] = []
    end, width = at, 0
    while end < len(lines):
        line = lines[end].strip()
        if cells and not width and _RULER.fullmatch(line):
            width = len(re.findall("-{3,}", line))
            if len(cells) != width:
                return None, end + 1
        elif (match := _CELL.fullmatch(line)) is not None:
            cells.append(match[1].strip())
        else:
            break
        end += 1
    if not width:
        fits = [n for n in range(2, _MOST_COLUMNS + 1) if _fits(cells, n)]
        width = fits[0] if len(fits) == 1 else 0
    if not width or len(cells) % width or len(cells) < 2 * width:
        return None, max(end, at + 1)
    return table([cells[start : start + width] for start in range(0, len(cells), width)]), end


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
