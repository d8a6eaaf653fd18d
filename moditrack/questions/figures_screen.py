"""Figures for people: under their reports, with what no report states of the words asked for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from moditrack.figure_text import quoted_words
from moditrack.questions.figures import DISPLAY, FIGURES
from moditrack.questions.filters import OF_WORKS
from moditrack.questions.grouping import most_first, under_headings
from moditrack.questions.question import partly
from moditrack.tables import Connection, Display, Note, Row, Table

_OPERATIONS, _FEW = 4, 12
"""At most this many operations are named in the answer, and what so many figures print."""


def figures_by_report(connection: Connection, /, **filters: Any) -> Table:
    """The same under their reports, for people."""
    columns = DISPLAY.columns
    if len(filters.get("unit") or ()) == 1:  # the same in every row
        columns = tuple(column for column in columns if column.key != "unit")
    values = FIGURES.values(connection, filters)
    works: dict[str, str] = {}
    order = FIGURES.order
    if given := values.get("words"):
        works = json.loads(given[0]).get("works", {})
        order = f"{OF_WORKS}, {order}" if works else order

    def heading(row: Row) -> str:
        return _of_operation(row, works) if row["operation"] in works else _report(row)

    display = under_headings(DISPLAY, heading, columns)
    table = FIGURES.replace(display=display, order=order).answer(connection, values)
    if given:
        from moditrack.questions.not_stated import asked_for

        if absent := asked_for(connection, table):
            _add(connection, table, absent)
    return table


def _of_operation(row: Row, works: Mapping[str, str]) -> str:
    from moditrack.questions.words_filter import LEADS

    does = "leads" if works[row["operation"]] == LEADS else "takes part in"
    return f"Of {row['operation_name']}, which it {does} ({row['document']})"


def of_its_operations(rows: Sequence[Row], works: Mapping[str, str], own: str) -> str:
    """What is said of the figures that have the name of an agency, then those of its operations:
    what is printed, or how many they are."""
    of = [row for row in rows if row["operation"] in works]
    numbers = Counter(str(row["operation_name"]) for row in of)
    listed = most_first(numbers, _OPERATIONS)
    if len(of) <= _FEW:
        printed: dict[str, list[str]] = {}
        for row in of:
            printed.setdefault(row["operation_name"], []).append(quoted_words(row["printed"]))
        listed = "; ".join(f"{name} {', '.join(own)}" for name, own in printed.items())
    return f"{own} {len(of)} are of operations that it leads or takes part in: {listed}.".strip()


def _add(connection: Connection, table: Table, absent: list[Row]) -> None:
    """Say what no report states: last where the words are what figures count, else first, with the
    figures beside it."""
    from moditrack.questions.not_stated import others_of_the_passages, said_of, whom_to_ask
    from moditrack.questions.related_figures import is_a_measure

    answer, notes = table.find_answer, table.find_notes
    if is_a_measure(connection, table):
        table.find_answer = lambda own: f"{answer and answer(own)} {said_of(absent)}".strip()
    else:
        table.find_answer = lambda own: (
            f"{partly(own)} {said_of(absent)}"
            f" {others_of_the_passages(connection, absent, own)}".strip()
        )
        table.display = _nearest_first({row["citation"] for row in absent}, table.display)

    def with_authors(own: Table) -> Iterator[Note]:
        yield from whom_to_ask(absent)
        yield from notes(own) if notes else ()

    table.find_notes = with_authors


def _nearest_first(absent: set[str], by_report: Display) -> Display:
    """Figures under their reports, those beside a number that is not stated first, unless they are
    too many to keep."""

    def far(row: Row) -> bool:
        return absent.isdisjoint(row["sources"])

    def heading(row: Row) -> str:
        return _report(row) if far(row) else f"Beside it, in {row['sources'][0]}"

    near = under_headings(DISPLAY, heading, by_report.columns)

    def rows(found: Iterable[Row]) -> Iterable[Row]:
        few = isinstance(found, list)
        display = (near if few else by_report).rows
        own = sorted(found, key=far) if few else found
        return display(own) if display else own

    return Display(by_report.columns, rows, group=by_report.group)


def _report(row: Row) -> str:
    return f"{row['document']}, {row['document_title']}"
