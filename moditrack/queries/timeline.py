"""Events in the order of their dates."""

from __future__ import annotations

import sqlite3
from typing import Any

from moditrack.queries.names import find
from moditrack.queries.periods import date_range
from moditrack.tables import Column, Table, columns

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
)
SHOWN = (
    Column("when", "When", "list"),
    Column("event", "Event"),
    Column("operation", "Operation", "id"),
    Column("sources", "Source", "list"),
)


def timeline(
    connection: sqlite3.Connection,
    *,
    operation: str | None = None,
    first: str | None = None,
    last: str | None = None,
) -> Table:
    """One row for each event, undated ones last. date: the first day it may have been (ISO); end:
    the event's last day, null for a single day; latest: the last day that it may have touched;
    inferred: whether part of the date is not printed. Filters select what overlaps them.
    """
    start, end = date_range(first, last)
    rows: list[dict[str, Any]] = []
    for found in connection.execute(
        """
        SELECT e.date, e."end", e.precision, e.inferred, e.event, e.operation, e.document,
            e.latest, e.open_end, e.printed, e.citation
        FROM event AS e
        JOIN document AS d ON d.document = e.document
        WHERE (:operation IS NULL OR e.operation = :operation OR e.operation IN (
                SELECT operation FROM operation WHERE parent = :operation))
            AND (:dated = 0 OR e.latest IS NOT NULL)
            AND (:start IS NULL OR e.latest >= :start)
            AND (:end IS NULL OR coalesce(e.date, '') <= :end)
        ORDER BY coalesce(e.date, e.latest) IS NULL, coalesce(e.date, e.latest), e.latest, d.date,
            e.position
        """,
        {
            "operation": operation and find(connection, "operation", operation),
            "dated": int(start is not None or end is not None),
            "start": start,
            "end": end,
        },
    ):
        row = dict(found)
        row["inferred"] = bool(row["inferred"])
        row["sources"] = [row.pop("citation")]
        row["when"] = when(row)
        rows.append(row)
    notes = []
    if any(row["inferred"] for row in rows):
        notes.append("* A part of the date is not printed but follows from the document.")
    return Table("Timeline", COLUMNS, rows, shown=SHOWN, notes=notes)


def when(event: dict[str, Any]) -> list[str]:
    """An event's date at the precision stated, first and last day on a line each; * marks one of
    which a part is inferred."""
    if event["latest"] is None:
        return ["undated"]
    first, last = event["date"], event["end"]
    cut = {"day": 10, "month": 7, "quarter": 7, "year": 4}.get(event["precision"], 10)
    mark = "*" if event["inferred"] else ""
    if first is None:
        return [f"to {last[:cut]}{mark}"]
    if event["open_end"]:
        return [f"from {first[:cut]}{mark}"]
    if last is None or last[:cut] == first[:cut]:
        return [first[:cut] + mark]
    return [f"{first[:cut]} to", last[:cut] + mark]
