"""A table as it is printed: cells by position, with labels, roles, units and marks; its columns of
codes, references and line numbers, whose digits count nothing: Supplier ID 400123."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Self

from moditrack.documents.blocks import Cell
from moditrack.documents.cells_and_marks import UNIT, Entry, cell_quantities, counts_up, mark_of
from moditrack.documents.digits import last_place
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.passages import Passage
from moditrack.documents.row_and_column_names import column_names, in_groups, unique
from moditrack.documents.table_grid import TableGrid
from moditrack.documents.table_labels import NOT_ADDED, role_of
from moditrack.documents.table_units_and_rounding import Units, units_of_caption, units_of_label

__all__ = ["Entry", "PrintedTable", "table_of"]
_ALWAYS = ("code", "rank", "change", "share", NOT_ADDED)
"""Roles that a cell has from its row or from its column, whatever the other is."""
_MANY = 20
"""Counts that do not all end in 0 by chance."""
_SEVERAL = lazy_regex(r"\d\D*[ (]\D*\d")
"""Several numbers in one cell."""
_PERCENT = lazy_regex(r"[-+\u2212(]?\d+\.(\d+) ?%\)?")
_MANY_ZEROS = 6
_NUMBERED = 4
"""More cells of a column than these do not count up by chance."""


class PrintedTable(TableGrid):
    """Cells by position, and what each row and column is."""

    def __init__(self, cells: Iterable[Cell], caption: str = "") -> None:
        super().__init__(cells, caption)
        self._entries: dict[tuple[int, int], Entry] = {}

    @classmethod
    def with_roles(
        cls, cells: Iterable[Cell], row_roles: dict[int, str], column_roles: dict[int, str]
    ) -> Self:
        """A table of one row of headings and one column of labels whose roles are known."""
        table = cls(cells)
        vars(table).update(
            header_rows=[0], stub=[0], groups={}, body=list(row_roles), columns=list(column_roles),
            row_roles=row_roles, column_roles=column_roles,
        )  # fmt: skip
        return table

    @cached_property
    def row_names(self) -> dict[int, str]:
        """A name for each row of the body; where several have one, each has its group before it.

        One that was there gets ~2.
        """
        names = {row: " / ".join(self.row_labels(row)) for row in self.body}
        return unique(in_groups(names, self.groups).items())

    @cached_property
    def column_names(self) -> dict[int, str]:
        """A name for each column; two of one name are kept apart by ~2 or by what they compare."""
        return column_names({column: self._heading(column) for column in self.columns})

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
            role = role_of(_last(labels)) if labels else "cell"
            if role == "cell" and labels:  # a heading over several columns holds for each
                over = role_of(labels[0])
                role = over if over in _ALWAYS else role
            if holds_codes(" ".join(labels), self._filled(column)):
                roles[column] = "code"
                continue
            roles[column] = NOT_ADDED if role == "cell" and self._numbers_rows(column) else role
        return roles | self._shares(roles, by_row=False)

    def _filled(self, column: int) -> list[str]:
        return [text for row in self.body if (text := self.text(row, column))]

    def _numbers_rows(self, column: int) -> bool:
        """Whether a column only numbers the rows: 56, 57, 58."""
        printed = self._filled(column)
        return len(printed) > _NUMBERED and counts_up(printed)

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

    @property
    def corner(self) -> str:
        """What is printed above the row labels."""
        return " ".join(label for column in self.stub for label in self.column_labels(column))

    @cached_property
    def units(self) -> Units:
        """What the caption, or the corner above the row labels, says about all numbers."""
        said = units_of_caption(self.corner).within(units_of_caption(self.caption))
        return said.within(Units(rounded_to=self._all_round()))

    @cached_property
    def _zeros(self) -> dict[int, int]:
        """How many decimals of each column of percentages are 0 in all cells: 23.80%, 9.90%."""
        return {column: _always_zero(self._filled(column)) for column in self.columns}

    @cached_property
    def _said_above(self) -> dict[int, str]:
        """What a row of one word in all columns says of the rows below it: £m, then staff."""
        found, said = {}, ""
        for row in self.body:
            texts = {self.text(row, column) for column in self.columns}
            if len(self.columns) > 1 and len(texts) == 1 and not self.row_labels(row):
                (text,) = texts
                said = said if mark_of(text) or cell_quantities(text) else text
            found[row] = said
        return found

    def _all_round(self) -> int:
        """What all counts of a long table are rounded to, though it does not say so: 10 or 100."""
        texts = (self.text(row, column) for row in self.body for column in self.columns)
        read = [
            quantity for text in texts for quantity in cell_quantities(text)[:1] if quantity.low
        ]
        counts = [
            quantity.low
            for quantity in read
            if not (quantity.unit or quantity.decimals) and quantity.scale == 1
        ]
        least = min(map(last_place, counts)) if len(counts) >= _MANY else 1
        return int(least) if least > 1 else 0

    def entry(self, row: int, column: int) -> Entry:
        """The cell at a position of the body, made once."""
        if (row, column) not in self._entries:
            self._entries[row, column] = self._entry(row, column)
        return self._entries[row, column]

    def _entry(self, row: int, column: int) -> Entry:
        printed = self.text(row, column)
        roles = self.row_roles[row], self.column_roles[column]
        said = self._said_above.get(row, "")
        around = units_of_caption(self.groups.get(row, "")).within(Units() if said else self.units)
        own = units_of_label(said or " ".join(self.column_labels(column)))
        units = own.within(units_of_label(" ".join(self.row_labels(row)))).within(around)
        if "share" in roles:
            units = replace(units, unit=units.unit or "percent")
        found = cell_quantities(printed) if roles[1] != "code" else ()
        if self._zeros[column] and len(found) == 1 and found[0].unit == "percent":
            found = (replace(found[0], decimals=found[0].decimals - self._zeros[column]),)
        read = tuple(units.apply(quantity) for quantity in found)
        over = self.grid[row, column].columns if read else 1
        if over > 1 and _SEVERAL.search(printed):
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


def _always_zero(printed: Sequence[str]) -> int:
    """How many zeros end the decimals of percentages, where there are enough of them to say so."""
    ends = [match[1] for text in printed if (match := _PERCENT.fullmatch(text)) is not None]
    if len(ends) < _MANY_ZEROS:
        return 0
    zeros = min(len(end) - len(end.rstrip("0")) for end in ends)
    return zeros if len(set(map(len, ends))) == 1 else 0


def table_of(passage: Passage, caption: str = "") -> PrintedTable:
    """The table of a passage, by the positions that its file gives or else by its rows."""
    if passage.table:
        return PrintedTable(passage.table, caption)
    return PrintedTable.from_rows(passage.cells, caption)


def _last(labels: Sequence[str]) -> str:
    """The last heading of a column; a unit says nothing without the one above it."""
    units = len(labels) > 1 and UNIT.fullmatch(labels[-1]) is not None
    return " ".join(labels[-2:] if units else labels[-1:])


def _role(row: str, column: str) -> str:
    """What a cell is, from what its row and its column are."""
    for role in (*_ALWAYS, "part"):
        if role in (row, column):
            return role
    if "total" in (row, column):
        return "total"
    return "subtotal" if "subtotal" in (row, column) else "cell"


_OF_ONE = (
    r"payment|invoice|inv|voucher|transaction|trans|document|doc|cheque|chq|receipt|batch|purchase"
    r"|order|po|supplier|vendor|payee|creditor|customer|account|a/c|contract|case|incident|crime"
    r"|application|app|registration|company|charity|organisation|body|project|job|asset|property"
    r"|risk|policy|complaint|request|foi|file|phone|telephone|tel|house|badge|staff|employee|bid"
)
_CODE = lazy_regex(
    rf"\b(?:{_OF_ONE}) ?(?:number|num|no|nr|#)\b\.?|\b(?:ref|refs|reference|references|id|ids|urn"
    r"|uprn|usrn|isbn|issn|uid|guid)\b\.?|\bcodes?\b|\b(?:cost|profit) cent(?:re|er)s?\b|\bgl\b"
    r"|\b(?:nominal|ledger|subjective|general ledger)(?: account)?$|\b(?:easting|northing|latitude"
    r"|longitude|postcode)s?\b|^(?:lat|lon|lng|long)$|^(?:invoice|cheque|chq|voucher|serial)$",
    re.IGNORECASE,
)
"""Headings of names of one thing. Numbers of things ("case numbers", "number of") are counts."""
_LINE = lazy_regex(
    r"(?:(?P<apart>notes?|pages?)|line|row|minute|para(?:graph)?|box|appendix|annex"
    r"|(?P<each>item|s/?no|sr\.? ?no|serial|no|#|question))(?: ?(?:number|no|ref))?\.?",
    re.IGNORECASE,
)
"""Headings of columns that number the rows, or name a note or page for each."""
_COUNTS = lazy_regex(
    r"[£$€%]|\b(?:amounts?|values?|totals?|counts?|costs?(?! cent)|spend|spent|sums?|percent\w*"
    r"|paid|(?:number|no\.?|volume) of)\b",
    re.IGNORECASE,
)
_PLAIN = lazy_regex(r"[A-Z]{0,6}[/-]?\d+(?:[/-]\w+)*|\d+[A-Z]{1,3}", re.IGNORECASE)
_SMALL = lazy_regex(r"\d{1,3}[a-z]?(?:\.\d{1,2})?(?:(?:, ?|-| ?& ?| and )\d{1,3}[a-z]?)*", re.I)
_PLACE = lazy_regex(r"easting|northing|lat(?:itude)?|lon(?:gitude)?|lng", re.IGNORECASE)
_LONG = 3
"""Digits from which numbers of one length are codes below such a heading."""
_MOST_STEP = 10
"""Lines that are left out of a form between two that are printed."""
_NEARLY_ALL = 0.9


def holds_codes(heading: str, cells: Sequence[str]) -> bool:
    """Whether a column holds codes, by its heading and by what its cells look like.

    Codes have no commas, decimals or signs, and nearly all the same length, or are never printed
    twice; numbers of lines go up, and notes are small.
    """
    name = heading.replace("_", " ").strip(" .:*()")
    filled = [cell for cell in cells if cell]
    if not filled or _COUNTS.search(name):
        return False
    if _PLACE.fullmatch(name):
        return True
    if (line := _LINE.fullmatch(name)) is not None:
        return _number_rows(filled, 1 if line["each"] else _MOST_STEP if not line["apart"] else 0)
    if _CODE.search(name) is None:
        return False
    plain = [cell for cell in filled if _PLAIN.fullmatch(cell)]
    if len(plain) < _NEARLY_ALL * len(filled):
        return False
    lengths = [len(cell) for cell in plain]
    usual = max(set(lengths), key=lengths.count)
    alike = lengths.count(usual) >= _NEARLY_ALL * len(lengths) and usual >= _LONG
    return alike or (len(set(plain)) == len(plain) and max(lengths) > _LONG)


def _number_rows(cells: Sequence[str], step: int) -> bool:
    """Whether cells are small numbers, each more than the one before by no more than a step, if
    that is not 0."""
    small = [cell for cell in cells if _SMALL.fullmatch(cell)]
    if len(small) < _NEARLY_ALL * len(cells):
        return False
    first = [int(found[0]) for cell in small if (found := re.match(r"\d+", cell))]
    return not step or all(0 <= other - one <= step for one, other in pairwise(first))
