"""Where the cells of a table are: its headings, the columns of its row labels, body and groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from typing import Self

from moditrack.documents.blocks import Cell
from moditrack.documents.cells_and_marks import (
    UNIT,
    begins_with_amount,
    cell_quantities,
    counts_up,
    is_number,
    is_year,
    mark_of,
)  # fmt: skip
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.parts_of_a_row_above import parts_end
from moditrack.documents.row_and_column_names import is_merged
from moditrack.documents.table_labels import role_of

_AMOUNT = lazy_regex(r"\d[,.]\d|[£$€%]")
"""What a number has that is no heading, code or number of a row."""
_ITEM = lazy_regex(r"(?:[->\u2013\u2014\u2022\u00b7\u25aa\u25cb] |\*(?=\w))")
"""What a label of a part begins with."""
_INDENT = 2.0
"""Points by which a label is indented at least."""


class TableGrid:
    """Cells by position, with the labels of rows and columns."""

    def __init__(self, cells: Iterable[Cell], caption: str = "") -> None:
        self.caption = caption
        self.grid: dict[tuple[int, int], Cell] = {}
        for cell in cells:
            for row in range(cell.row, cell.row + max(1, cell.rows)):
                for column in range(cell.column, cell.column + max(1, cell.columns)):
                    self.grid.setdefault((row, column), cell)
        self.height = 1 + max((row for row, _ in self.grid), default=-1)
        self.width = 1 + max((column for _, column in self.grid), default=-1)

    @classmethod
    def from_rows(cls, rows: Sequence[Sequence[str]], caption: str = "") -> Self:
        """A table from its rows; a cell that is missing at the end of a row is empty."""
        return cls(
            (
                Cell(text, row, column)
                for row, texts in enumerate(rows)
                for column, text in enumerate(texts)
            ),
            caption,
        )

    def text(self, row: int, column: int) -> str:
        """The text of a cell; empty where there is none."""
        cell = self.grid.get((row, column))
        return cell.text.strip() if cell else ""

    @cached_property
    def header_rows(self) -> list[int]:
        """The rows of column headings: those at the top, and where they are repeated."""
        top: list[int] = []
        for row in range(self.height):
            if not self._is_heading(row, top):
                break
            top.append(row)
        printed = {tuple(self._texts(row)) for row in top if any(self._texts(row)[1:])}
        repeated = [
            row for row in range(len(top), self.height) if tuple(self._texts(row)) in printed
        ]
        return top + repeated

    @cached_property
    def _heading_rows(self) -> frozenset[int]:
        return frozenset(self.header_rows)

    @cached_property
    def _below(self) -> list[int]:
        """The rows without headings of columns."""
        return [row for row in range(self.height) if row not in self._heading_rows]

    def _texts(self, row: int) -> list[str]:
        return [self.text(row, column) for column in range(self.width)]

    def _is_heading(self, row: int, above: list[int]) -> bool:
        own = [self.grid[row, c] for c in range(self.width) if (row, c) in self.grid]
        filled = list({id(cell): cell for cell in own if cell.text.strip()}.values())
        several = len(filled) > 1 or bool(above and filled and filled[0].column > 0)
        if several and all(cell.header for cell in filled):
            return not (above and self._begins_a_column(row))
        beyond = [text for text in self._texts(row)[1:] if text]
        if above and beyond and all(map(UNIT.fullmatch, beyond)):
            return True
        numbers = sum(is_number(text) for text in beyond)
        if above and not self.text(row, 0) and len(set(beyond)) < len(beyond):
            numbers *= not counts_up(list(dict.fromkeys(beyond)))  # 15, 16, 17 of each year
        if not above:
            few = 2 * numbers <= len(beyond) and not self._begins_a_column(row)
            return few or counts_up(beyond)
        unfinished = any(
            cell.columns > 1 or not cell.text.strip()
            for top in above
            for cell in (self.grid.get((top, c), Cell("", top, c)) for c in range(1, self.width))
        )
        spanned = len({id(cell) for cell in own[1:]}) > 1
        return (
            unfinished
            and bool(beyond)
            and not numbers
            and spanned
            and not any(map(mark_of, beyond))
            and not any(
                is_number(self.text(row, c), "range") and self._are_ranges(c)
                for c in range(1, self.width)
            )
        )

    def _begins_a_column(self, row: int) -> bool:
        """Whether a row has an amount above others: no heading, as 2 or 2023 can be."""
        return any(
            _AMOUNT.search(self.text(row, column)) is not None
            and is_number(self.text(row, column))
            and self._are_numbers(column, range(row + 1, self.height))
            for column in range(1, self.width)
        )

    def _are_numbers(self, column: int, rows: Iterable[int]) -> bool:
        texts = [text for row in rows if (text := self.text(row, column))]
        return len(texts) > 1 and 3 * sum(map(is_number, texts)) > 2 * len(texts)

    def _are_ranges(self, column: int) -> bool:
        """Whether most cells of a column, marks apart, are ranges: 130-135."""
        texts = [text for row in range(self.height) if (text := self.text(row, column))]
        ranges = sum(is_number(text, "range") for text in texts)
        return ranges > 1 and 2 * ranges > sum(mark_of(text) is None for text in texts)

    @cached_property
    def stub(self) -> list[int]:
        """The columns of row labels: up to the last column of words before the numbers."""
        body = self._below
        last = 0
        for column in range(min(3, self.width - 1)):
            others = range(column + 1, self.width)
            bands = self._are_ranges(column) and any(map(self._are_ranges, others))
            if column > 0 and (bands or any(map(is_year, self.column_labels(column)))):
                break
            texts = [text for row in body if (text := self.text(row, column))]
            words = sum(
                not is_number(text)
                and mark_of(text) is None
                and not (column > 0 and begins_with_amount(text))
                for text in texts
            )
            if texts and 2 * words > len(texts):
                last = column
            elif column > last:
                break
        labels = [c for c in range(last + 1) if role_of(self._heading(c)) != "rank"]
        amounts = [
            c
            for c in labels[:-1]
            if self._are_numbers(c, body) and any(_AMOUNT.search(self.text(r, c)) for r in body)
        ]  # last year's, left of the labels
        return [c for c in labels if c not in amounts] or [last]

    @cached_property
    def body(self) -> list[int]:
        """The rows that hold cells; no headings, group rows or empty rows."""
        return [
            row
            for row in range(self.height)
            if row not in self._heading_rows and any(self.text(row, c) for c in self.columns)
            and not self._is_group(row)
        ]  # fmt: skip

    @cached_property
    def columns(self) -> list[int]:
        """The columns that hold cells; no column that only cells of another reach into."""
        own = {cell.column for (row, _), cell in self.grid.items() if row not in self._heading_rows}
        return [c for c in range(self.width) if c in own and c not in self.stub]

    def _is_group(self, row: int) -> bool:
        """Whether a row is a heading over the rows below it: words in its stub, or across it."""
        first = self.grid.get((row, self._label_column(row))) if self.stub else None
        if first is None or not first.text.strip():
            return False
        own = {*self.stub, *range(first.column, first.column + first.columns)}
        if first.text.rstrip().endswith(","):
            return False  # it goes on below
        return not any(self.text(row, c) for c in range(self.width) if c not in own)

    def _label_column(self, row: int) -> int:
        """Where the label of a row is; a heading over rows may be left of the labels."""
        first = self.stub[0]
        for column in range(first if not self.text(row, first) else 0):
            if (text := self.text(row, column)) and not (is_number(text) or mark_of(text)):
                return column
        return first

    @cached_property
    def groups(self) -> dict[int, str]:
        """The group row above each row of the body; rows without one are left out.

        The corner above the labels is that of the first rows where it ends with a colon as those
        of other rows do. What is below "of which" and no part is in the group of the whole.
        """
        found: dict[int, str] = {}
        corner = ""
        if self.header_rows and self.stub:
            corner = self.text(self.header_rows[-1], self.stub[0])
        below, body = self._below, set(self.body)
        heads = {row for row in below if self._is_group(row)}
        opened = corner.endswith(":") and any(
            self.text(row, self.stub[0]).endswith(":") for row in heads
        )
        group = corner if opened else ""
        whole, own = -1, list[int]()
        for row in [*below, self.height]:
            if row in heads or row == self.height:
                if whole >= 0 and role_of(group) == "part":
                    for other in own[self._parts_end(whole, own) :]:
                        found[other] = found.get(whole, "")
                group = self.text(row, self._label_column(row)) if row in heads else ""
                whole, own = own[-1] if own else whole, []
            elif row in body:
                own.append(row)
                if group:
                    found[row] = group
        return {row: group for row, group in found.items() if group}

    def _parts_end(self, whole: int, rows: Sequence[int]) -> int:
        """How many rows below "of which" are parts of a row; totals are not looked at."""
        counted = list(takewhile(lambda row: role_of(self.text(row, self.stub[0])) == "cell", rows))
        numbers = [self._numbers(row) for row in counted]
        end = parts_end(self._numbers(whole), numbers)
        return end if end < len(counted) else len(rows)

    def _numbers(self, row: int) -> dict[int, Fraction]:
        read = {c: cell_quantities(self.text(row, c))[:1] for c in self.columns}
        return {column: one.low for column, own in read.items() for one in own}

    def _heading(self, column: int) -> str:
        return " / ".join(self.column_labels(column))

    def column_labels(self, column: int) -> tuple[str, ...]:
        """The headings of a column from the top, each once."""
        return self._labels[column]

    @cached_property
    def _labels(self) -> list[tuple[str, ...]]:
        return [tuple(dict.fromkeys(path)) for path in self._paths]

    @cached_property
    def _paths(self) -> list[tuple[str, ...]]:
        """The headings of each column from the top; two may be alike."""
        cells = [{id(cell): cell for cell in self._heads(c)} for c in range(max(1, self.width))]
        return [
            tuple(text for cell in own.values() if (text := cell.text.strip())) for own in cells
        ]

    @cached_property
    def _names(self) -> tuple[list[str], Counter[str]]:
        """The headings of the lowest row at the top, and how often each is there."""
        top = [row for row in self.header_rows if row < len(self.header_rows)]
        names = self._texts(top[-1]) if top else []
        return names, Counter(names)

    def _heads(self, column: int) -> list[Cell]:
        """The headings above a column; an empty one above names that repeat is the one left of it.

        So merged headings are saved as CSV: Boats, "", Nets, "" above 2022, 2023, 2022, 2023.
        """
        top = [row for row in self.header_rows if row < len(self.header_rows)]
        names, times = self._names
        found: list[Cell] = []
        for row in top:
            own = column
            repeated = row < top[-1] and (
                times[names[column]] > 1 or is_merged(self._texts(row), names, column)
            )
            while repeated and own > 0 and not self.text(row, own):
                own -= 1
                if names[own] == names[column]:
                    own = 0
            cell = self.grid.get((row, own if own > 0 else column))
            found += [cell] if cell is not None else []
        return found

    def row_labels(self, row: int) -> tuple[str, ...]:
        """The labels of a row from its stub; an empty one before another is that above it."""
        labels = [self.text(row, column) for column in self.stub]
        for place in range(len(labels) - 1):
            if not labels[place] and any(labels[place + 1 :]):
                labels[place] = self._printed_above[place][row]
        return tuple(dict.fromkeys(label for label in labels if label))

    @cached_property
    def _printed_above(self) -> list[list[str]]:
        """For each column of the stub, the last text above each row, within a run of the body."""
        body = set(self.body)
        found: list[list[str]] = []
        for column in self.stub:
            own, last = [], ""
            for row in range(self.height):
                own.append(last)
                last = (self.text(row, column) or last) if row in body else ""
            found.append(own)
        return found

    def path(self, line: int, *, across: bool) -> tuple[str, ...]:
        """The labels of a column from the top, or of a row after its group; two may be alike."""
        if not across:
            return (*filter(None, [self.groups.get(line, "")]), *self.row_labels(line))
        return self._paths[line]

    @cached_property
    def parents(self) -> dict[int, int]:
        """The row that a row is indented below, as the file says how far labels are indented, or as
        a dash or a bullet before the label says."""
        found: dict[int, int] = {}
        above: list[tuple[float, int]] = []
        page: int | None = None
        for row in range(self.height):
            cell = self.grid.get((row, self.stub[0]))
            if row in self._heading_rows or cell is None:
                continue
            if cell.page != page:
                above, page = [], cell.page
            left = cell.box[0] if cell.box else _INDENT * bool(_ITEM.match(cell.text))
            while above and above[-1][0] > left - _INDENT:
                above.pop()
            if above:
                found[row] = above[-1][1]
            above.append((left, row))
        return found
