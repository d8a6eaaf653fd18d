"""Read the tables of a web page: cells by position, with the rows and columns that they span."""

from __future__ import annotations

import re
from typing import Any

from moditrack.documents.blocks import Cell, Unreadable
from moditrack.documents.footnote_marks import raised
from moditrack.documents.readers.html_tree import Measure, walk

_WIDEST = 1000
"""The most columns that a cell can span, as browsers have it."""
_LONGEST = 1200
"""Characters of a longer cell than a table of data has."""
_MOST = 3_000_000
"""Columns to look at: more than any real table has, and soon done."""
_TOO_LARGE = "has a table that is too wide: open it and save its text."
_LINES = frozenset(("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr"))


def is_layout(element: Any, measure: Measure) -> bool:
    """Whether a table only arranges a page."""
    if element.get("role") in ("presentation", "none"):
        return True
    if measure.tables > 1 or measure.longest > _LONGEST:
        return True
    rows = list(element.iterchildren("tr")) + [
        row for part in element.iterchildren("thead", "tbody", "tfoot") for row in part
    ]
    widest = max((sum(c.tag in ("td", "th") for c in row) for row in rows), default=0)
    headed = element.find(".//th") is not None
    return widest < 2 or (measure.headings > 0 and not headed)


def cells_of(table: Any) -> tuple[list[Cell], str]:
    """The cells of a table, and its caption."""
    grid = _Grid()
    for event, element, _ in walk(table):
        if event == "start":
            grid.start(element)
        elif event == "end":
            grid.end(element)
        else:
            grid.add(element.tail)
    for cell in grid.cells:  # a span ends with the table
        cell.rows = min(cell.rows, grid.row + 1 - cell.row)
    if sum(cell.rows * cell.columns for cell in grid.cells) > _MOST:
        raise Unreadable(_TOO_LARGE)
    return grid.cells, grid.caption


class _Grid:
    """Places the cells of a table as a browser does."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.caption = ""
        self.row, self.column = -1, 0
        self.in_head = False
        self.free: dict[int, int] = {}  # by column: the first row that no cell above covers
        self.steps = 0
        self.pieces: list[str] = []
        self.raised: list[int] = []

    def start(self, element: Any) -> None:
        """Begin an element."""
        tag = element.tag
        if tag == "tr" or _begins_row(element):
            self.row, self.column = self.row + 1, 0
        if tag == "thead":
            self.in_head = True
        elif tag in ("td", "th", "caption"):
            self.pieces, self.raised = [], []
        elif tag == "sup":
            self.raised.append(len(self.pieces))
        elif tag in _LINES:
            self.pieces.append("\n")
        self.add(element.text)

    def add(self, text: str | None) -> None:
        """Add text to the cell that is open."""
        if text:
            self.pieces.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def end(self, element: Any) -> None:
        """End an element."""
        tag = element.tag
        if tag == "sup" and self.raised:
            at = self.raised.pop()
            self.pieces[at:] = [raised("".join(self.pieces[at:]))]
        elif tag == "thead":
            self.in_head = False
        elif tag == "caption":
            self.caption = " ".join("".join(self.pieces).split())
        elif tag in ("td", "th"):
            self._place(element)
        elif tag in _LINES and tag != "br":
            self.pieces.append("\n")

    def _place(self, element: Any) -> None:
        self.row = max(self.row, 0)
        while self.free.get(self.column, 0) > self.row:
            self._step(1)
        columns = min(_span(element, "colspan"), _WIDEST)
        rows = _span(element, "rowspan")
        header = element.tag == "th" or self.in_head
        self.cells.append(Cell(_lines(self.pieces), self.row, self.column, rows, columns, header))
        for column in range(self.column, self.column + columns):
            self.free[column] = self.row + rows
        self._step(columns)

    def _step(self, columns: int) -> None:
        self.column, self.steps = self.column + columns, self.steps + columns
        if self.steps > _MOST:
            raise Unreadable(_TOO_LARGE)


def _begins_row(element: Any) -> bool:
    """Whether an element is the first cell outside a row: browsers give it a row of its own."""
    cells, before = ("td", "th"), element.getprevious()
    outside = element.tag in cells and element.getparent().tag != "tr"
    return outside and (before is None or before.tag not in cells)


def _span(element: Any, name: str) -> int:
    written = (element.get(name) or "").strip()[:6]
    return max(int(written), 1) if written.isdecimal() else 1


def _lines(pieces: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
