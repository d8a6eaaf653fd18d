"""Which columns of a table without a grid each of its headings is over.

          2023             2024
       Boats  Nets     Boats  Nets
    Ayton  12    30        14    28

Each year is over two columns. What says so is, in this order: a ruling below it or rulings beside
it, the same headings below each year, the middle of the columns.
"""

from __future__ import annotations

from itertools import product

from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_tables.columns_without_rulings import Columns, Part, Rules

_LEVEL = 1.5
"""Points between edges or middles of lines that are aligned."""
PITCH = 1.7
"""Ems from line to line of one heading at most."""
Bands = list[list[Part]]
"""The lines of print of a table from top to bottom, each with its parts from left to right."""


def over_columns(bands: Bands, columns: Columns, rules: Rules) -> Bands:
    """The bands of headings again, each part with all columns that it is over.

    The lowest band comes first: what is above looks at the headings below it.
    """
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
    """The columns over which the ruling below a heading runs, between rulings down beside it.

    Empty where there is no such ruling.
    """
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
    """The columns between the rulings down beside a heading that is alone in their middle.

    Empty where there are none.
    """
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
    """Headings over columns whose own headings are the same below each: Boats Nets, Boats Nets.

    The last columns are shared out evenly, as many to each heading as fit; empty where none do.
    """
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
    """Headings each with the columns, of those with a heading of their own, whose middle it is at.

    One that is at no middle keeps the columns that it had.
    """
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
    near = abs(other.y - line.y) < PITCH * line.size
    return near and min(abs(left), abs(right), abs(left + right) / 2) < _LEVEL
