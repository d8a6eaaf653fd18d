"""Events in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from moditrack.db.rows import cited
from moditrack.questions.check import related_checks
from moditrack.questions.filters import WITHIN, Several, date_range, each, left_out, where
from moditrack.questions.names import find, find_document
from moditrack.tables import STARRED, Column, Display, DisplayColumn, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

EVENT = Record(
    "event",
    "An event.",
    (
        Column("date", "date", "first day it may have been", null=True),
        Column("end", "date", "last day of an event that lasted", null=True),
        Column(
            "precision",
            "text",
            "how exactly the date is stated; null where undated",
            null=True,
            values=("day", "month", "quarter", "year", "financial year"),
        ),
        Column(
            "inferred",
            "boolean",
            "whether a part of the date is not printed but follows from the document",
        ),
        Column("event", "text", "what happened, in the project's words"),
        Column("operation", "text", "id of its operation", null=True),
        Column("document", "document", "the document"),
        Column("sources", "citation", "where it stands", many=True),
        Column("latest", "date", "last day that it may have touched", null=True),
        Column("printed", "text", "the date as printed", null=True),
        Column("open_end", "boolean", "whether it was still going on"),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row | {"when": when(row)}


DISPLAY = Display(
    (
        DisplayColumn("when", "When", "period"),
        DisplayColumn("event", "Event"),
        DisplayColumn("operation_name", "Operation"),
        DisplayColumn("sources", "Source", "list"),
    ),
    _display,
)

_EVENTS = """
    SELECT e.date, e."end", e.precision, e.inferred, e.event, e.operation, e.document,
        e.citation AS sources, e.latest, e.printed, e.open_end, o.name AS operation_name
    FROM event AS e LEFT JOIN operation AS o ON o.operation = e.operation
    WHERE {where}
    ORDER BY coalesce(e.date, e.latest) IS NULL, coalesce(e.date, e.latest), e.latest, e.rowid
"""
_CONDITIONS = {
    "operation": f"e.operation IN {WITHIN}",
    "agency": "e.agency IN ({values})",
    "document": "e.document IN ({values})",
    "dated": "e.latest IS NOT NULL",
    "start": "e.latest >= :start",
    "end": "coalesce(e.date, e.latest) <= :end",
}


def timeline(
    connection: sqlite3.Connection,
    *,
    operation: Several = None,
    agency: Several = None,
    document: Several = None,
    first: str | None = None,
    last: str | None = None,
) -> Table:
    """One row for each event, undated ones last. date: the first day it may have been (ISO); end:
    the event's last day, null for one that did not last, or where open_end says that it went on;
    latest: the last day that it may have touched; inferred: whether part of the date is not
    printed. Filters select what overlaps them; an event without a first day counts by its last.
    """
    start, end = date_range(first, last)
    filters = {
        "operation": each(operation, partial(find, connection, "operation")),
        "agency": each(agency, partial(find, connection, "agency")),
        "document": each(document, partial(find_document, connection)),
        "dated": None if start is None and end is None else 1,
        "start": start,
        "end": end,
    }

    chosen, values = where(_CONDITIONS, filters)

    def rows() -> Iterator[Row]:
        for row in cited(connection, _EVENTS.format(where=chosen), values):
            row["inferred"] = bool(row["inferred"])
            row["open_end"] = bool(row["open_end"])
            yield row

    def notes(table: Table) -> list[Note]:
        inferred = any(row["inferred"] for row in table.rows)
        return [
            *([STARRED] if inferred else []),
            *left_out(
                connection, _EVENTS, _CONDITIONS, filters, "latest", ("event", "without a date")
            ),
            *related_checks(connection, table),
        ]

    return Table("Timeline", EVENT.columns, rows, display=DISPLAY, notes=notes)


def when(event: dict[str, Any]) -> str:
    """An event's date at the precision stated; * marks one of which a part is inferred."""
    if event["latest"] is None:
        return "undated"
    first: str | None = event["date"]
    last: str = event["end"] or ""
    cut = {"day": 10, "month": 7, "quarter": 7, "year": 4}.get(event["precision"], 10)
    mark = "*" if event["inferred"] else ""
    if event["precision"] == "financial year":
        year = int(first[:4]) if first else int(last[:4]) - 1
        span = f"financial year {year}/{(year + 1) % 100:02}{mark}"
        return f"from {span}" if event["open_end"] else span
    if first is None:
        return f"to {last[:cut]}{mark}"
    if event["open_end"]:
        return f"from {first[:cut]}{mark}"
    if not last or last[:cut] == first[:cut]:
        return first[:cut] + mark
    return f"{first[:cut]} to {last[:cut]}{mark}"
