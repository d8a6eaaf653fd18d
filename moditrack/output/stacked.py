"""Rows too wide for a table whose longest text goes below the rest: two lines where blocks take
one for each value."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from moditrack.escaping import clean
from moditrack.output.cells import Cells, join_lines
from moditrack.output.grid import GAP, Cell, Grid, wrap
from moditrack.output.shown_values import RIGHT_ALIGNED, UNBREAKABLE, group_heading
from moditrack.output.text_width import text_width
from moditrack.output.widths import cramped, fit, roomy, widest_prose
from moditrack.output.wrapped_rows import wrapped_rows
from moditrack.tables import DisplayColumn, Row

_NARROWEST = 50
"""A narrower screen has no room for columns beside each other."""
_SHORT = 20
"""A text is no longer than numbers: these go below it."""
_Rows = list[tuple[list[Cell], Cell]]
"""Of each row the cells above, and the lines below them."""


class Stacked:
    """The columns that are beside each other (`joined`: whose lines are one), and those below them:
    the longest text or, where numbers leave no room, the numbers in a line. A text that is the
    first column comes first, with the others below it."""

    def __init__(
        self,
        console: Console,
        columns: Sequence[DisplayColumn],
        sides: list[int],
        widths: list[int],
        joined: list[int],
    ) -> None:
        self._columns = columns
        self._sides = sides
        self._below = [i for i in range(len(columns)) if i not in sides]
        self._widths = widths
        self._joined = joined
        self._first = 0 not in sides
        self._room = console.width - GAP * (not self._first)
        right = [columns[i].kind in RIGHT_ALIGNED for i in sides]
        # An empty column indents what is below.
        self._beside = Grid(
            console,
            [0, *widths] if self._first else widths,
            [False, *right] if self._first else right,
        )
        self._text = Grid(
            console,
            (self._room,) if self._first else (0, self._room),
            (False,) if self._first else (False, False),
            after=self._beside,
        )

    def rows(self, cells: Cells, citation_lines: Sequence[Sequence[str]]) -> _Rows:
        """The cells of rows as lines."""
        sides = [self._columns[i] for i in self._sides]
        beside = _columns_of(cells, self._sides)
        join_lines(beside, self._joined)
        above = wrapped_rows(sides, beside, [[] for _ in cells], self._widths)
        below = [[_together(self._columns, row, self._below)] for row in cells]
        citations = [
            [line for own in listed for line in (wrap(own, self._room) if " " in own else [own])]
            for listed in citation_lines
        ]
        text = [DisplayColumn("text", "", "items")]
        lines = wrapped_rows(text, below, citations, [self._room])
        return [(one, other[0]) for one, other in zip(above, lines, strict=True)]

    def head(self) -> None:
        """Write the headings of the columns beside each other, of those below, and a rule."""
        beside = [self._columns[i].heading for i in self._sides]
        lines = [wrap(own, width) for own, width in zip(beside, self._widths, strict=True)]
        named = ", ".join(self._columns[i].heading for i in self._below)
        text = [wrap(named, self._room)]
        if self._first:
            self._text.headings(text)
            self._beside.headings([[], *lines])
        else:
            self._beside.headings(lines)
            self._text.headings([[], *text])
        self._text.rule(self._room + GAP * (not self._first))
        self._text.print()

    def write(
        self, rows: _Rows, displayed: Sequence[Row], group: str | None, above: str | None
    ) -> str | None:
        """Write rows, with a blank line between them, below the group `above`; return the group of
        the last."""
        for number, ((cells, below), row) in enumerate(zip(rows, displayed, strict=True)):
            heading = group_heading(row, group)
            starts = bool(below) if self._first else any(cells)
            if (number or above is not None) and (starts or heading != above):
                self._text.blank()
            if group is not None and heading != above:
                self._text.title(clean(heading))
            above = heading
            if self._first and below:
                self._text.row([below])
            if any(cells):
                self._beside.row([[], *cells] if self._first else cells)
            if below and not self._first:
                self._text.row([[], below])
        self._text.print()
        return above


def stacked(console: Console, columns: Sequence[DisplayColumn], cells: Cells) -> Stacked | None:
    """The columns stacked, if they fit so and no address or digest would be broken."""
    if console.width < _NARROWEST:
        return None
    main, room = widest_prose(columns, cells), console.width - GAP
    if any(" " not in text and text_width(text) > room for row in cells for text in row[main]):
        return None
    numbers = {i for i, column in enumerate(columns) if column.kind in RIGHT_ALIGNED}
    text = set() if columns[main].kind in UNBREAKABLE else {main}
    longest = max((text_width(text) for row in cells for text in row[main]), default=0)
    for below in (text, numbers) if longest > _SHORT else (numbers, text):
        sides = [i for i in range(len(columns)) if i not in below]
        if not sides or not below:
            continue
        own, beside = [columns[i] for i in sides], _columns_of(cells, sides)
        joined = roomy(own, beside, console.width)
        join_lines(beside, joined)
        width = console.width - GAP * (0 not in sides)
        widths = fit(own, beside, [[] for _ in cells], width)
        if widths is not None and not (below is numbers and cramped(own, beside, widths)):
            return Stacked(console, columns, sides, widths, joined)
    return None


def lines_of_stacked(rows: _Rows) -> int:
    """How many lines rows take."""
    return sum(any(cells) + max(map(len, cells)) + len(below) for cells, below in rows)


def _columns_of(cells: Cells, places: Sequence[int]) -> Cells:
    return [[row[i] for i in places] for row in cells]


def _together(
    columns: Sequence[DisplayColumn], row: Sequence[list[str]], places: list[int]
) -> list[str]:
    """A text, or the numbers of a row in a line, each with its heading."""
    if len(places) == 1 and columns[places[0]].kind not in RIGHT_ALIGNED:
        return row[places[0]]
    named = [f"{columns[i].heading} {text}" for i in places for text in row[i]]
    return ["; ".join(named)] if named else []
