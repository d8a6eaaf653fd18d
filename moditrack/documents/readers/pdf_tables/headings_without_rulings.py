"""The headings of a table without a grid: which columns each is over, and which lines are one."""

from __future__ import annotations

from itertools import product

from moditrack.documents.blocks import Cell
from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_tables.cells import box_of
from moditrack.documents.readers.pdf_tables.columns_without_rulings import (
    Columns,
    Part,
    Rules,
    has_numbers,
)

_LEVEL = 1.5
"""Points between edges or middles of lines that are aligned."""
_PITCH = 1.7
"""Ems from line to line of one heading at most."""
Bands = list[list[Part]]


def heading_bands(bands: Bands, rules: Rules) -> int:
    """How many bands at the top are headings: those above the first with numbers, if many have."""
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
    return _Headings(_widened(bands, columns, rules), rules).cells(len(columns))


def _widened(bands: Bands, columns: Columns, rules: Rules) -> Bands:
    """Bands whose parts cover all columns that they are the headings of."""
    found: Bands = []
    for band in reversed(bands):
        below = [part for other in found for part in other]
        stub = [part for part in band if part.first == 0]
        groups: dict[tuple[int, ...], list[Part]] = {}
        for part in sorted(band, key=lambda part: part.line.x0):
            if part.first > 0:
                inside = _over_rule(part, below, columns, rules) or _between(
                    part, band, columns, rules
                )
                groups.setdefault(inside or tuple(range(1, len(columns))), []).append(part)
        for inside, parts in groups.items():
            if len(parts) == 1 and len(inside) < len(columns) - 1:
                stub.append(Part(parts[0].line, inside[0], inside[-1]))
            else:
                stub += _shared(parts, inside, below, columns)
        found.insert(0, stub)
    return found


def _over_rule(part: Part, below: list[Part], columns: Columns, rules: Rules) -> tuple[int, ...]:
    """The columns over which the ruling below a heading runs, between rulings down beside it."""
    line = part.line
    middle = (line.x0 + line.x1) / 2
    for at, low, high in sorted(rules.across):
        under = [one for one in below if one.line.y > at and low <= one.line.x1 <= high + 3]
        if at > line.y and low <= middle <= high and under:
            y = line.y - 0.3 * line.size
            sides = [r.at for r in rules.down if r.low <= y <= r.high]
            left = max([low, *(x for x in sides if x <= middle)])
            right = min([high, *(x for x in sides if x >= middle)])
            inside = [k for k, (x0, x1) in enumerate(columns) if left <= (x0 + x1) / 2 <= right]
            return tuple(k for k in inside if k) if part.first in inside else ()
    return ()


def _between(part: Part, band: list[Part], columns: Columns, rules: Rules) -> tuple[int, ...]:
    """The columns between the rulings down beside a heading that is alone in their middle."""
    middles = [(other.line.x0 + other.line.x1) / 2 for other in band]
    middle, y = (part.line.x0 + part.line.x1) / 2, part.line.y - 0.3 * part.line.size
    sides = [ruling.at for ruling in rules.down if ruling.low <= y <= ruling.high]
    left = max((x for x in sides if x <= middle), default=middle)
    right = min((x for x in sides if x >= middle), default=middle)
    single = sum(left <= other <= right for other in middles) == 1
    if left == right or not single or abs(middle - (left + right) / 2) > _LEVEL:
        return ()
    return tuple(k for k, (x0, x1) in enumerate(columns) if k and left <= (x0 + x1) / 2 <= right)


def _shared(
    parts: list[Part], inside: tuple[int, ...], below: list[Part], columns: Columns
) -> list[Part]:
    """Headings side by side with the columns that each is over."""
    names = {
        k: joined(one.line.text for one in below if (one.first, one.last) == (k, k)) for k in inside
    }
    return _by_repetition(parts, inside, names, below, columns) or _by_middle(
        parts, [k for k in inside if names[k]], below, columns
    )


def _by_repetition(
    parts: list[Part], inside: tuple[int, ...], names: dict[int, str], below: list[Part],
    columns: Columns,
) -> list[Part]:  # fmt: skip
    """Headings over columns whose own headings are the same below each of them."""
    count = len(parts)
    for size in range(len(inside) // count, 1, -1) if count > 1 else ():
        last = inside[len(inside) - count * size :]
        groups = [last[at : at + size] for at in range(0, len(last), size)]
        own = [[names[k] for k in group] for group in groups]
        if all(own[0]) and all(other == own[0] for other in own) and len(set(own[0])) > 1:
            places = [(columns[group[0]][0], columns[group[-1]][1]) for group in groups]
            pairs = list(zip(parts, places, strict=True))
            if all(_is_over(part, below, *place) for part, place in pairs):
                return [
                    Part(part.line, group[0], group[-1])
                    for part, group in zip(parts, groups, strict=True)
                ]
    return []


def _is_over(part: Part, below: list[Part], low: float, high: float) -> bool:
    """Whether a heading is near the middle of some columns, or over no other heading of its own."""
    middle = (part.line.x0 + part.line.x1) / 2
    if abs(middle - (low + high) / 2) < 0.3 * (high - low):
        return True
    return low <= middle <= high and not _begins(part, below)


def _begins(part: Part, below: list[Part]) -> bool:
    """Whether a heading is the first line of another, which is below it."""
    line, first, last = part
    return first == last and any(
        one.first == first == one.last and _aligned(line, one.line) for one in below
    )


def _by_middle(
    parts: list[Part], named: list[int], below: list[Part], columns: Columns
) -> list[Part]:
    """Headings over the columns, with headings of their own, each over their middle."""
    found: list[Part] = []
    spans = {(one.first, one.last) for one in below}
    for at, part in enumerate(parts):
        line, first, last = part
        if _begins(part, below):
            found.append(part)
            continue
        low = found[-1].last + 1 if found else 1
        high = parts[at + 1].first - 1 if at + 1 < len(parts) else len(columns) - 1
        tried = [
            (abs(line.x0 + line.x1 - columns[a][0] - columns[b][1]) / 2, a, b)
            for a, b in product(range(low, last + 1), range(first, high + 1))
            if a <= b and all(k in named for k in range(a, b + 1))
            and not any(c < a <= d or c <= b < d for c, d in spans)
        ]  # fmt: skip
        near = [
            (round(off / 2), a - b, a, b)
            for off, a, b in tried
            if off < 0.06 * (columns[b][1] - columns[a][0]) + 0.5 * line.size
        ]
        every = [one for one in near if len(parts) == 1 and one[2:] == (named[0], named[-1])]
        best = min(every or near, default=None)
        found.append(part if best is None else Part(line, *best[2:]))
    return found


def _aligned(line: Line, other: Line) -> bool:
    """Whether two lines, one below the other, begin, end or are centred at the same place."""
    left, right = line.x0 - other.x0, line.x1 - other.x1
    near = abs(other.y - line.y) < _PITCH * line.size
    return near and min(abs(left), abs(right), abs(left + right) / 2) < _LEVEL


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
    """The headings of a table, each over its columns, in rows."""

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
            near = part.line.y - one.lines[-1].y < _PITCH * part.line.size
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
        """The headings as cells, and an empty cell where there is none."""
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
    """How much of the height of a heading is level with a row of others."""
    own = [other for other in fixed if other.depth == row]
    if not own:
        return (-1.0, row)
    top, bottom = min(other.top for other in own), max(other.bottom for other in own)
    return (round(min(bottom, one.bottom) - max(top, one.top)), row)
