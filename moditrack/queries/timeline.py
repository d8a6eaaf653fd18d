"""Events in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from moditrack.queries.checks import touching
from moditrack.queries.filters import WITHIN, Several, date_range, each, left_out, where
from moditrack.queries.names import find, find_document
from moditrack.tables import STARRED, Column, Row, Table, cited, columns

if TYPE_CHECKING:
    import sqlite3

COLUMNS = columns(
    "date",
    "end",
    "precision",
    "inferred",
    "event",
    "operation",
    "document",
    "sources",
    "latest",
    "printed",
    "open_end",
)
SHOWN = (
    Column("when", "When", "period"),
    Column("event", "Event"),
    Column("operation_name", "Operation"),
    Column("sources", "Source", "list"),
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
    "agency": "e.agency IN ({own})",
    "document": "e.document IN ({own})",
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

    def notes(table: Table) -> list[str]:
        inferred = any(row["inferred"] for row in table.rows)
        return [
            *([STARRED] if inferred else []),
            *left_out(
                connection, _EVENTS, _CONDITIONS, filters, "latest", ("event", "without a date")
            ),
            *touching(connection, table),
        ]

    return Table("Timeline", COLUMNS, rows, shown=SHOWN, noted=notes, dress=_dress)


def _dress(rows: list[Row]) -> None:
    for row in rows:
        row["when"] = when(row)


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
