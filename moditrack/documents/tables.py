"""A table as it is printed: cells by position, with labels, roles, units and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from moditrack.documents.blocks import Cell
from moditrack.documents.cell_values import (
    Entry,
    cell_quantities,
    counts_up,
    is_number,
    mark_of,
)
from moditrack.documents.passages import Passage
from moditrack.documents.table_labels import Units, role_of, units_of_caption, units_of_label

__all__ = ["Entry", "PrintedTable", "table_of"]
_ALWAYS = ("rank", "change", "share", "rate")
"""Roles that a cell has from its row or from its column, whatever the other is."""

_INDENT = 2.0
"""Points by which a label is indented at least."""


class PrintedTable:
    """Cells by position, and what each row and column is."""

    def __init__(self, cells: Iterable[Cell], caption: str = "") -> None:
        self.caption = caption
        self._made: dict[tuple[int, int], Entry] = {}
        self.grid: dict[tuple[int, int], Cell] = {}
        for cell in cells:
            for row in range(cell.row, cell.row + max(1, cell.rows)):
                for column in range(cell.column, cell.column + max(1, cell.columns)):
                    self.grid.setdefault((row, column), cell)
        self.height = 1 + max((row for row, _ in self.grid), default=-1)
        self.width = 1 + max((column for _, column in self.grid), default=-1)

    @classmethod
    def from_rows(cls, rows: Sequence[Sequence[str]], caption: str = "") -> PrintedTable:
        """A table from its rows; a cell that is missing at the end of a row is empty."""
        return cls(
            (
                Cell(text, row, column)
                for row, texts in enumerate(rows)
                for column, text in enumerate(texts)
            ),
            caption,
        )

    @classmethod
    def from_text(cls, text: str, caption: str = "") -> PrintedTable:
        """A table from tab-separated lines, whose empty first and last cells count."""
        return cls.from_rows([line.split("\t") for line in text.splitlines()], caption)

    @classmethod
    def with_roles(
        cls, cells: Iterable[Cell], row_roles: dict[int, str], column_roles: dict[int, str]
    ) -> PrintedTable:
        """A table of one row of headings and one column of labels whose roles are known."""
        table = cls(cells)
        vars(table).update(
            header_rows=[0], stub=[0], groups={}, body=list(row_roles), columns=list(column_roles),
            row_roles=row_roles, column_roles=column_roles,
        )  # fmt: skip
        return table

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
        again = [row for row in range(len(top), self.height) if tuple(self._texts(row)) in printed]
        return top + again

    def _texts(self, row: int) -> list[str]:
        return [self.text(row, column) for column in range(self.width)]

    def _is_heading(self, row: int, above: list[int]) -> bool:
        own = [self.grid[row, c] for c in range(self.width) if (row, c) in self.grid]
        filled = [cell for cell in own if cell.text.strip()]
        if filled and all(cell.header for cell in filled) and len(filled) > 1:
            return True
        beyond = [text for text in self._texts(row)[1:] if text]
        numbers = sum(is_number(text) for text in beyond)
        if not above:
            return 2 * numbers <= len(beyond) or counts_up(beyond)
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
        )

    @cached_property
    def stub(self) -> list[int]:
        """The columns of row labels: up to the last column of words before the numbers."""
        body = [row for row in range(self.height) if row not in self.header_rows]
        last = 0
        for column in range(min(3, self.width - 1)):
            texts = [text for row in body if (text := self.text(row, column))]
            words = sum(not is_number(text) and mark_of(text) is None for text in texts)
            if texts and 2 * words > len(texts):
                last = column
            elif column > last:
                break
        ranked = [c for c in range(last + 1) if role_of(self._heading(c)) == "rank"]
        return [column for column in range(last + 1) if column not in ranked or last == 0]

    @cached_property
    def body(self) -> list[int]:
        """The rows that hold cells; no headings, group rows or empty rows."""
        return [
            row
            for row in range(self.height)
            if row not in self.header_rows and any(self.text(row, c) for c in self.columns)
            and not self._is_group(row)
        ]  # fmt: skip

    @cached_property
    def columns(self) -> list[int]:
        """The columns that hold cells; no column that only cells of another reach into."""
        body = [row for row in range(self.height) if row not in self.header_rows]
        own = {cell.column for (row, _), cell in self.grid.items() if row in body}
        return [c for c in range(self.width) if c in own and c not in self.stub]

    def _is_group(self, row: int) -> bool:
        """Whether a row is a heading over the rows below it: words in its stub, or across it."""
        first = self.grid.get((row, self.stub[0])) if self.stub else None
        across = first is not None and first.column + first.columns > self.stub[-1] + 1
        empty = not any(self.text(row, c) for c in range(self.width) if c not in self.stub)
        return bool(first and first.text.strip()) and (across or empty)

    @cached_property
    def groups(self) -> dict[int, str]:
        """The group row above each row of the body; rows without one are left out."""
        found: dict[int, str] = {}
        group = ""
        for row in range(self.height):
            if row in self.header_rows:
                continue
            if self._is_group(row):
                group = self.text(row, self.stub[0])
            elif group and row in self.body:
                found[row] = group
        return found

    def _heading(self, column: int) -> str:
        return " / ".join(self.column_labels(column))

    def column_labels(self, column: int) -> tuple[str, ...]:
        """The headings of a column from the top, each once."""
        top = [row for row in self.header_rows if row < len(self.header_rows)]
        labels = [self.text(row, column) for row in top]
        return tuple(dict.fromkeys(label for label in labels if label))

    def row_labels(self, row: int) -> tuple[str, ...]:
        """The labels of a row from its stub; an empty one before another is that above it."""
        labels = [self.text(row, column) for column in self.stub]
        for place in range(len(labels) - 1):
            above = row - 1
            while not labels[place] and any(labels) and above in self.body:
                labels[place] = self.text(above, self.stub[place])
                above -= 1
        return tuple(dict.fromkeys(label for label in labels if label))

    def path(self, line: int, *, across: bool) -> tuple[str, ...]:
        """The labels of a column from the top, or of a row after its group; two may be alike."""
        if not across:
            return (*filter(None, [self.groups.get(line, "")]), *self.row_labels(line))
        top = (row for row in self.header_rows if row < len(self.header_rows))
        cells = {id(cell): cell for row in top if (cell := self.grid.get((row, line)))}
        return tuple(text for cell in cells.values() if (text := cell.text.strip()))

    @cached_property
    def parents(self) -> dict[int, int]:
        """The row that a row is indented below, where the file says how far labels are indented."""
        found: dict[int, int] = {}
        above: list[tuple[float, int]] = []
        page: int | None = None
        for row in range(self.height):
            cell = self.grid.get((row, self.stub[0]))
            if row in self.header_rows or cell is None or cell.box is None:
                continue
            if cell.page != page:
                above, page = [], cell.page
            left = cell.box[0]
            while above and above[-1][0] > left - _INDENT:
                above.pop()
            if above:
                found[row] = above[-1][1]
            above.append((left, row))
        return found

    @cached_property
    def row_names(self) -> dict[int, str]:
        """A name for each row of the body; one that was there gets ~2."""
        return _unique((row, " / ".join(self.row_labels(row))) for row in self.body)

    @cached_property
    def column_names(self) -> dict[int, str]:
        """A name for each column; two of one name are kept apart by ~2."""
        return _unique((column, self._heading(column)) for column in self.columns)

    @cached_property
    def row_roles(self) -> dict[int, str]:
        """What each row of the body is."""
        roles: dict[int, str] = {}
        for row in self.body:
            labels = self.row_labels(row)
            role = role_of(labels[-1]) if labels else "cell"
            group = self.groups.get(row, "")
            if role == "cell" and role_of(group) == "part":
                role = "part"
            if role == "total" and len(labels) > 1 and role_of(labels[0]) != "total":
                role = "subtotal"
            roles[row] = role
        return roles | self._shares(roles, by_row=True)

    @cached_property
    def column_roles(self) -> dict[int, str]:
        """What each column is."""
        roles = {}
        for column in self.columns:
            labels = self.column_labels(column)
            role = role_of(labels[-1]) if labels else "cell"
            if role == "cell" and labels:  # a heading over several columns holds for each
                over = role_of(labels[0])
                role = over if over in _ALWAYS else role
            roles[column] = role
        return roles | self._shares(roles, by_row=False)

    def _shares(self, roles: dict[int, str], *, by_row: bool) -> dict[int, str]:
        """Lines whose numbers are printed with a percent sign, whatever their label is."""
        found = {}
        across = self.columns if by_row else self.body
        for line, role in roles.items():
            places = ((line, other) if by_row else (other, line) for other in across)
            read = [cell_quantities(self.text(*place)) for place in places]
            first = [own[0] for own in read if own]
            percent = sum(quantity.unit == "percent" for quantity in first)
            if role in ("cell", "subtotal") and first and 2 * percent > len(first):
                found[line] = "share"
        return found

    @cached_property
    def units(self) -> Units:
        """What the caption, or the corner above the row labels, says about all numbers."""
        corner = " ".join(" ".join(self.column_labels(column)) for column in self.stub)
        return units_of_caption(corner).within(units_of_caption(self.caption))

    def entry(self, row: int, column: int) -> Entry:
        """The cell at a position of the body, made once."""
        if (row, column) not in self._made:
            self._made[row, column] = self._entry(row, column)
        return self._made[row, column]

    def _entry(self, row: int, column: int) -> Entry:
        printed = self.text(row, column)
        roles = self.row_roles[row], self.column_roles[column]
        labels = " ".join(self.column_labels(column)), " ".join(self.row_labels(row))
        units = units_of_label(labels[0]).within(units_of_label(labels[1])).within(self.units)
        if "share" in roles:
            units = replace(units, unit=units.unit or "percent")
        read = tuple(units.apply(quantity) for quantity in cell_quantities(printed))
        after = printed[read[0].end :] if read and self.grid[row, column].columns > 1 else ""
        if any(map(str.isdigit, after)):
            read = ()  # of several columns that could not be kept apart
        whole = not any(one.decimals or one.unit == "percent" for one in read[:1])
        return Entry(
            row,
            column,
            printed,
            self.row_names[row],
            self.column_names[column],
            _role(*roles),
            mark_of(printed),
            read,
            units.rounded_to if whole else 0,
        )

    def entries(self) -> Iterator[Entry]:
        """Every cell of the body, row by row, the empty ones included."""
        for row in self.body:
            for column in self.columns:
                yield self.entry(row, column)


def table_of(passage: Passage) -> PrintedTable:
    """The table of a passage, by the positions that its file gives or else by its rows."""
    if passage.table:
        return PrintedTable(passage.table)
    return PrintedTable.from_rows(passage.cells)


def _role(row: str, column: str) -> str:
    """What a cell is, from what its row and its column are."""
    for role in (*_ALWAYS, "part"):
        if role in (row, column):
            return role
    if "total" in (row, column):
        return "total"
    return "subtotal" if "subtotal" in (row, column) else "cell"


def _unique(names: Iterable[tuple[int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    times: dict[str, int] = {}
    for place, name in names:
        times[name] = times.get(name, 0) + 1
        found[place] = name if times[name] == 1 else f"{name}~{times[name]}"
    return found
