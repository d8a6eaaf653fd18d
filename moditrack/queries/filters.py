"""The conditions of a query: only those that are asked for, so that an index can serve them; and
its range of dates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from moditrack.errors import InputError

if TYPE_CHECKING:
    import sqlite3

WITHIN = """(
        WITH RECURSIVE own (operation) AS (
            VALUES (:operation)
            UNION
            SELECT o.operation FROM operation AS o JOIN own ON o.parent = own.operation
        )
        SELECT operation FROM own
    )"""
"""The operation :operation and all that belongs to it."""


def where(conditions: Mapping[str, str], filters: Mapping[str, Any]) -> str:
    """The conditions of the filters that have a value, joined; `1` where none has."""
    asked = [sql for name, sql in conditions.items() if filters[name] is not None]
    return " AND ".join(asked) or "1"


def date_range(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """First and last day (ISO) of a range given at any precision; None where open.

    Raises InputError for what is no date, and for a range that ends before it starts.
    """
    start = _read(first, "--from")[0]
    end = _read(last, "--to")[1]
    if start is not None and end is not None and start > end:
        raise InputError(f"--from {first} is after --to {last}: swap them.")
    return start, end


def left_out(
    connection: sqlite3.Connection,
    query: str,
    conditions: dict[str, str],
    filters: dict[str, Any],
    date: str,
    what: str,
) -> list[str]:
    """A note on how many of a query's rows a range of dates leaves out for want of a date."""
    if filters["dated"] is None:
        return []
    undated = filters | {"dated": None, "start": None, "end": None}
    every = query.format(where=where(conditions, undated))
    (number,) = connection.execute(
        f"SELECT count(*) FROM ({every}) WHERE {date} IS NULL", undated
    ).fetchone()
    return [f"Left out: {number} {what}."] if number else []


def _read(text: str | None, option: str) -> tuple[str | None, str | None]:
    if text is None:
        return None, None
    from moditrack.dates import parse_period

    try:
        if "/" in text:
            raise ValueError
        period = parse_period(text)
    except ValueError:
        raise InputError(
            f"{option} '{text}' is no date: write it like 2003, 2003-04 or 2003-04-24."
        ) from None
    return period.start, period.end
