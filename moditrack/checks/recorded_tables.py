"""Tables of the records, recomputed: totals that their cells do not give, without a claim."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

from moditrack.checks.kinds import KINDS
from moditrack.checks.steps import FEW, of_numbers
from moditrack.checks.tables import EXPLICIT, TableCheck, check_table
from moditrack.documents.blocks import Cell
from moditrack.documents.table_labels import NOT_ADDED
from moditrack.documents.tables import PrintedTable
from moditrack.tables import Row
from moditrack.verdict_names import NOT_GIVEN

_SPECIAL = ("subtotal", "part", "share", "change", "rank", "rate")
_ALWAYS = ("total", "share-total", "part")
"""Kinds whose cells are recorded as totals and parts, so that nothing is inferred."""
_WORDS = {
    "total": "and ",
    "share-total": "and ",
    "share": "over ",
    "part": "of ",
    "rank": "beside ",
}
_WITH_FORMULA = ("total", "share-total", "share")


class RecordedTable:
    """A table put together from its figures, with the roles that the records give its cells."""

    def __init__(self, figures: Sequence[Row]) -> None:
        self._rows = list(dict.fromkeys(figure["row"] for figure in figures))
        self._columns = list(dict.fromkeys(figure["column"] for figure in figures))
        self._figures: dict[tuple[int, int], list[Row]] = {}
        for figure in figures:
            self._figures.setdefault(self._place(figure), []).append(figure)
        texts = [
            *((0, place, name) for place, name in enumerate(self._columns, start=1)),
            *((place, 0, name) for place, name in enumerate(self._rows, start=1)),
            *((row, column, self._text(own)) for (row, column), own in self._figures.items()),
        ]
        cells = [Cell(text, row, column) for row, column, text in texts]
        rows = {row: self._role(row, 0) for row in range(1, len(self._rows) + 1)}
        columns = {column: self._role(column, 1) for column in range(1, len(self._columns) + 1)}
        self.table = PrintedTable.with_roles(cells, rows, columns)

    def _place(self, figure: Row) -> tuple[int, int]:
        return self._rows.index(figure["row"]) + 1, self._columns.index(figure["column"]) + 1

    @staticmethod
    def _text(figures: Sequence[Row]) -> str:
        first, *others = (figure["printed"] for figure in figures)
        return f"{first} ({others[0]})" if others else str(first)

    def _role(self, line: int, axis: int) -> str:
        """What a row (axis 0) or column (axis 1) is, from what its cells are recorded as."""
        kinds = {
            figure["cell"]
            for place, figures in self._figures.items()
            if place[axis] == line
            for figure in figures[:1]
        }
        if "cell" in kinds:
            return "cell"
        if ("column-total", "row-total")[axis] in kinds or kinds == {"grand-total"}:
            return "total"
        role = next((kind for kind in _SPECIAL if kind in kinds), "cell")
        return NOT_ADDED if role == "rate" else role

    def figures_of(self, check: TableCheck) -> list[Row] | None:
        """The figure that is stated, then those it rests on; None where that is not recorded."""
        at = self._figures.get((check.entry.row, check.entry.column), [])
        second = len(check.entry.quantities) > 1 and check.stated == check.entry.quantities[1]
        if len(at) <= second:
            return None
        inputs = [self._figures.get((entry.row, entry.column), []) for entry in check.inputs]
        return [at[second], *(own[0] for own in inputs if own)]


def misfits(
    connection: sqlite3.Connection, document: str, recorded: set[tuple[str, frozenset[str]]]
) -> Iterator[tuple[TableCheck, list[Row]]]:
    """What the tables of a document print and their cells do not give, with the figures behind it.

    `recorded` are the figures that claims state, each with the figures it rests on: those claims
    are checks already.
    """
    for figures in _tables(connection, document):
        own = RecordedTable(figures)
        for check in check_table(own.table):
            if check.result.verdict not in NOT_GIVEN:
                continue
            if check.pairing != EXPLICIT and check.kind not in _ALWAYS:
                continue
            used = own.figures_of(check)
            if used is None:
                continue
            stated, *inputs = (figure["figure"] for figure in used)
            if (stated, frozenset(inputs)) not in recorded:
                yield check, used


def steps(check: TableCheck, figures: Sequence[Row]) -> list[str]:
    """The arithmetic of a check of a table, step by step."""
    word = _WORDS.get(check.kind, "to ")
    listed = [f"{one['printed']}: {one['description']} ({one['citation']})" for one in figures[1:]]
    found = [f"{word if number else ''}{text}" for number, text in enumerate(listed)]
    if check.result.recomputed is not None and check.kind in _WITH_FORMULA:
        found.append(f"{KINDS[check.kind].formula} = {check.result.recomputed}")
    return [*found, f"printed: {check.stated.printed}"]


def in_a_line(check: TableCheck, figures: Sequence[Row]) -> str | None:
    """What a check of a table computes: 46 + 102; None where that is no sum or share of a few."""
    sign = {"total": " + ", "share-total": " + ", "share": " of "}.get(check.kind)
    inputs = [one["printed"] for one in figures[1:]]
    if sign is None or not 2 <= len(inputs) <= FEW or (check.kind == "share" and len(inputs) > 2):
        return None
    return of_numbers(inputs, [sign] * (len(inputs) - 1))


def _tables(connection: sqlite3.Connection, document: str) -> list[list[Row]]:
    cursor = connection.execute(
        'SELECT figure, locator, printed, description, operation, agency, table_name, "row",'
        ' "column", cell, citation FROM figure'
        " WHERE document = ? AND table_name IS NOT NULL ORDER BY position, figure",
        (document,),
    )
    names = [column[0] for column in cursor.description]
    tables: dict[tuple[str, str], list[Row]] = {}
    for values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        tables.setdefault((row["locator"], row["table_name"]), []).append(row)
    return list(tables.values())


def check_id(document: str, figure: str, taken: set[str]) -> str:
    """The id of a check of a figure of a table, which no claim has."""
    short = re.sub(r"^.*:", "", figure)
    name, number = f"{document}:table-{short}", 1
    while name in taken:
        number += 1
        name = f"{document}:table-{short}-{number}"
    taken.add(name)
    return name
