"""The headings of a table without a grid: which bands have them, and which lines are one heading.

Boats     Nets
seen      sold      two lines of two headings
Ayton  12    30     the first band with numbers
"""

from __future__ import annotations

from itertools import product

from moditrack.documents.blocks import Cell
from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_tables.cells import box_of
from moditrack.documents.readers.pdf_tables.columns_of_headings import PITCH, Bands, over_columns
from moditrack.documents.readers.pdf_tables.columns_without_rulings import (
    Columns,
    Part,
    Rules,
    has_numbers,
)


def heading_bands(bands: Bands, rules: Rules) -> int:
    """How many bands at the top are headings: those above the first with numbers.

    There are none where few bands have numbers.
    """
    rows = [at for at, band in enumerate(bands) if has_numbers(band)]
    labelled = [at for at in rows if min(part.first for part in bands[at]) == 0]
    # Where rows have labels, numbers without one are of headings: 2016- above 17.
    first = next(iter(labelled if len(labelled) > 0.7 * len(rows) else rows), 0)
    below = [band for band in bands[first:] if band[-1].last > 0]
    digits = any(c.isdigit() for band in below for part in band[1:] for c in part.line.text)
    if not digits or 3 * sum(map(has_numbers, below)) < len(below):
        return 0
    while first > 0 and all(part.last == 0 for part in bands[first - 1]):
        if _ruled(rules, bands[first - 1][0].line, bands[first][0].line):
            break
        first -= 1  # the label of a group, or the first line of a label
    return first


def _ruled(rules: Rules, above: Line, below: Line) -> bool:
    """Whether a ruling runs between two lines, over a part of the upper one."""
    return any(
        above.y < at < below.y and low < above.x1 and above.x0 < high
        for at, low, high in rules.across
    )


def heading_cells(bands: Bands, columns: Columns, rules: Rules) -> list[Cell]:
    """The cells of bands of headings, those over several columns with all of them."""
    return _Headings(over_columns(bands, columns, rules), rules).cells(len(columns))


class _Heading:
    """One heading: its lines, its columns, how many are above it, and whether any is below."""

    def __init__(self, part: Part, depth: int) -> None:
        self.lines, self.first, self.last = [part.line], part.first, part.last
        self.depth, self.parent = depth, False

    @property
    def top(self) -> float:
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in self.lines)


class _Headings:
    """The headings of a table. A line goes on with the heading right above it, over the same
    columns; another begins a heading that is one row deeper. `lowest` has that of each column."""

    def __init__(self, bands: Bands, rules: Rules) -> None:
        self.rules = rules
        self.lowest: dict[int, _Heading] = {}
        self.all: list[_Heading] = []
        for band in bands:
            for part in sorted(band, key=lambda part: (part.line.y, part.line.x0)):
                self._add(part)

    def _add(self, part: Part) -> None:
        over = range(part.first, part.last + 1)
        above = [self.lowest[k] for k in over if k in self.lowest]
        one = above[0] if above else None
        if one is not None and (one.first, one.last) == (part.first, part.last):
            near = part.line.y - one.lines[-1].y < PITCH * part.line.size
            if near and not _ruled(self.rules, one.lines[-1], part.line):
                one.lines.append(part.line)
                return
        heading = _Heading(part, max((other.depth + 1 for other in above), default=0))
        for other in above:
            other.parent = True
        for k in over:
            self.lowest[k] = heading
        self.all.append(heading)

    def cells(self, width: int) -> list[Cell]:
        """The headings as cells, and an empty cell where there is none.

        A heading with none above or below it, such as that of the labels, is put into the row of
        others that it is level with.
        """
        deepest = max((one.depth for one in self.all), default=0)
        fixed = [one for one in self.all if one.depth or one.parent]
        for one in self.all:
            if deepest and not one.depth and not one.parent:
                one.depth = max(range(deepest + 1), key=lambda row: _level(one, fixed, row))
        found: list[Cell] = []
        filled: set[tuple[int, int]] = set()
        for one in self.all:
            text = joined(line.text for line in one.lines)
            wide = one.last - one.first + 1
            found.append(
                Cell(text, one.depth, one.first, 1, wide, header=True, box=box_of(one.lines))
            )
            filled.update((one.depth, k) for k in range(one.first, one.last + 1))
        for row, column in product(range(deepest + 1), range(width)):
            if (row, column) not in filled:
                found.append(Cell("", row, column, header=True))
        return found


def _level(one: _Heading, fixed: list[_Heading], row: int) -> tuple[float, int]:
    """How much of the height of a heading is level with a row of others; the lower row of two."""
    own = [other for other in fixed if other.depth == row]
    if not own:
        return (-1.0, row)
    top, bottom = min(other.top for other in own), max(other.bottom for other in own)
    return (round(min(bottom, one.bottom) - max(top, one.top)), row)
