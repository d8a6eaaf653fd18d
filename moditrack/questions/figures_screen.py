"""Figures for people: under their reports, with what no report states of the words asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from moditrack.questions.figures import DISPLAY, FIGURES
from moditrack.questions.grouping import under_headings
from moditrack.questions.not_stated import asked_for, beside, said_of, whom_to_ask
from moditrack.questions.question import partly
from moditrack.questions.related_figures import is_a_measure
from moditrack.tables import Connection, Display, Note, Row, Table


def figures_by_report(connection: Connection, /, **filters: Any) -> Table:
    """The same under their reports, for people."""
    columns = DISPLAY.columns
    if len(filters.get("unit") or ()) == 1:  # the same in every row
        columns = tuple(column for column in columns if column.key != "unit")
    display = under_headings(DISPLAY, _report, columns)
    table = FIGURES.replace(display=display).ask(connection, **filters)
    if absent := asked_for(connection, table):
        _add(connection, table, absent)
    return table


def _add(connection: Connection, table: Table, absent: list[Row]) -> None:
    """Say what no report states: last where the words are what figures count, else first, with the
    figures beside it."""
    answer, notes = table.find_answer, table.find_notes
    if is_a_measure(connection, table):
        table.find_answer = lambda own: f"{answer and answer(own)} {said_of(absent)}".strip()
    else:
        table.find_answer = lambda own: " ".join(
            filter(None, [partly(own), said_of(absent), beside(connection, absent, own)])
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
