"""Which columns of a table a narrow terminal leaves out, and how wide the others are."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.output.grid import GAP
from moditrack.output.shown_values import RIGHT_ALIGNED, UNBREAKABLE
from moditrack.output.text_width import column_width, text_width, text_widths
from moditrack.tables import DisplayColumn

MIN_WIDTH = 10
"""Words of side columns are broken down to this width if there is no room."""
_READABLE = 40
"""Citations get their own column only if the longest text has this width."""
_COMFORTABLE = 60
"""Prose gets this width before other columns get the width of their text."""
_LABEL = 36
"""Labels of numbers with totals get this width, closer to them, before optional columns do."""

_TYPICAL = 0.9
"""The typical width of a column is that of so many of its texts: where all have room for it, they
get it before a few long texts get more."""

_SHORT = 24
"""Beside a text that has its typical width a column of this width gets all of it, so that no value
of a few words is broken on a wide screen."""
_LITTLE = 3
"""A column that wants at most so much more gets it before others share the rest."""


def drop_optional(
    columns: list[DisplayColumn], cells: list[list[list[str]]], available: int, *, totals: bool
) -> None:
    """Remove optional columns, the last first, until few texts have to wrap for them, and the
    longest, or the labels of a table with totals, have a comfortable width."""
    gap, comfortable = (1, _LABEL) if totals else (GAP, _COMFORTABLE)
    for index in reversed([i for i, column in enumerate(columns) if column.optional]):
        most = [_wanted(column, [row[i] for row in cells]) for i, column in enumerate(columns)]
        main = widest_prose(columns, cells)
        most[main] = min(most[main], comfortable)
        if sum(most) + gap * (len(columns) - 1) <= available:
            return
        del columns[index]
        for row in cells:
            del row[index]


def _wanted(column: DisplayColumn, cells: Sequence[Sequence[str]]) -> int:
    """How wide a column is for most of its texts, and for all that are never broken."""
    sizes = sorted(text_widths([text for cell in cells for text in cell]))
    share = 1 if column.kind in UNBREAKABLE else _TYPICAL
    own = sizes[min(int(share * len(sizes)), len(sizes) - 1)] if sizes else 0
    return max([own, *map(text_width, _heading(column))])


def _heading(column: DisplayColumn) -> list[str]:
    """A heading, which wraps between its words over numbers."""
    return column.heading.split() if column.kind in RIGHT_ALIGNED else [column.heading]


def widest_prose(columns: Sequence[DisplayColumn], cells: list[list[list[str]]]) -> int:
    """The column that is cited, else the one with the most text; citations go there if they have
    no column of their own."""
    for i, column in enumerate(columns):
        if column.kind == "cited":
            return i
    prose = [i for i, column in enumerate(columns) if column.kind not in UNBREAKABLE]
    if len(prose) == 1:
        return prose[0]
    return max(
        prose or range(len(columns)), key=lambda i: sum(len("".join(row[i])) for row in cells)
    )


def cramped(
    columns: Sequence[DisplayColumn], cells: list[list[list[str]]], widths: list[int]
) -> bool:
    """Whether the longest text is too narrow to read."""
    main = widest_prose(columns, cells)
    longest = max((len(line) for row in cells for line in row[main]), default=0)
    return widths[main] < min(longest, _READABLE)


def roomy(
    columns: Sequence[DisplayColumn], cells: list[list[list[str]]], available: int
) -> list[int]:
    """The columns whose periods, items of a few words or lists at the end fit in a line each beside
    comfortable prose, periods first."""
    main = widest_prose(columns, cells)
    wide = [column_width(column.heading, cells, i) for i, column in enumerate(columns)]
    wide[main] = min(wide[main], _COMFORTABLE)
    last = len(columns) - 1
    found = []
    kinds = [column.kind for column in columns]
    for i in [
        *(i for i, kind in enumerate(kinds) if kind == "period"),
        *(i for i, kind in enumerate(kinds) if kind == "items"),
        *([last] if kinds[last] == "list" else []),
    ]:
        joined = max(text_widths([" ".join(row[i]) for row in cells]))
        if all(len(row[i]) < 2 for row in cells) or (kinds[i] == "items" and joined > _SHORT):
            continue
        if joined <= wide[i] or sum(wide) - wide[i] + joined + GAP * last <= available:
            wide[i] = max(joined, wide[i])
            found.append(i)
    return found


def fit(
    columns: Sequence[DisplayColumn],
    cells: list[list[list[str]]],
    citation_lines: list[list[str]],
    available: int,
    gap: int = GAP,
) -> list[int] | None:
    """A width for each column, without gaps; None if they do not fit.

    Unbreakable values get their full width. Prose gets its longest word, or less down to a
    minimum. The longest text gets more before other columns get more than half of their texts
    need; the rest goes to the columns that want it.
    """
    main = widest_prose(columns, cells)
    least, most, floor, typical, usual = [], [], [], [], []
    for index, column in enumerate(columns):
        texts = [line for row in cells for line in row[index]]
        whole = column.kind in UNBREAKABLE
        words = texts if whole else " ".join(texts).split()
        word = max(text_widths({*words, *column.heading.split(), "1"}))
        if index == main:
            word = max([word, *text_widths([line for row in citation_lines for line in row])])
        least.append(word)
        sizes = sorted(text_widths(texts))
        most.append(max([word, *sizes[-1:]]))
        typical.append(max([word, *sizes[int(_TYPICAL * len(sizes)) :][:1]]))
        half = most[-1] if index == main else max([word, *sizes[len(sizes) // 2 :][:1]])
        usual.append(min(half, _COMFORTABLE))
        floor.append(word if whole or index == main else min(word, MIN_WIDTH))
    rest = available - gap * (len(columns) - 1)
    if sum(floor) > rest:
        return None
    widths = list(floor)
    stages = [least, usual, [min(m, _COMFORTABLE) for m in most], most]
    if sum(typical) <= rest < sum(most):
        short = [own if own <= _SHORT else typical[i] for i, own in enumerate(most)]
        longest = [most[i] if i == main else own for i, own in enumerate(short)]
        stages[1:3] = [typical, short, longest]
    for wanted in stages:
        wants = [max(want - width, 0) for want, width in zip(wanted, widths, strict=True)]
        spare = rest - sum(widths)
        if sum(wants) <= spare:
            given = wants
        else:
            given = [want if want <= _LITTLE else 0 for want in wants]
            if sum(given) > spare:
                given = [0] * len(wants)
            more = [want - own for want, own in zip(wants, given, strict=True)]
            left = spare - sum(given)
            given = [own + left * want // sum(more) for own, want in zip(given, more, strict=True)]
            given[main] += min(spare - sum(given), wants[main] - given[main])
        widths = [width + extra for width, extra in zip(widths, given, strict=True)]
    # A heading over numbers wraps, which keeps them close; over texts it has a line, where it can.
    headed = [
        width if column.kind in RIGHT_ALIGNED else max(width, text_width(column.heading))
        for width, column in zip(widths, columns, strict=True)
    ]
    return headed if sum(headed) <= rest else widths
