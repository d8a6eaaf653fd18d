"""The conditions of a query: only those that are asked for, so that an index can serve them; and
the filters that several questions share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from moditrack.errors import InputError
from moditrack.questions.names import find, find_document, find_strand
from moditrack.questions.question import Filter

T = TypeVar("T")
Several = str | Sequence[str] | None
"""A filter: one value, several of which any will do, or none."""

WITHIN = """(
        WITH RECURSIVE own (operation) AS (
            SELECT operation FROM operation WHERE operation IN ({values})
            UNION
            SELECT o.operation FROM operation AS o JOIN own ON o.parent = own.operation
        )
        SELECT operation FROM own
    )"""
"""The operations asked for and all that belongs to them."""


def each(given: Any, found: Callable[[Any], T]) -> list[T] | None:
    """What a filter asks for: `found` of its value, or of each of its values; None for none."""
    values = given if isinstance(given, (list, tuple, set)) else [] if given is None else [given]
    return list(dict.fromkeys(map(found, values))) or None


def where(conditions: Mapping[str, str], filters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The conditions of the filters that have a value, joined, or `1`; and the values to bind.

    `{values}` in a condition stands for the values of a list. Each is a parameter: an index serves
    them, as it would not serve a list in JSON.
    """
    asked, values = [], dict(filters)
    for name, sql in conditions.items():
        value = filters[name]
        if isinstance(value, list):
            own = {f"{name}_{number}": one for number, one in enumerate(value)}
            values |= own
            asked.append(sql.format(values=", ".join(f":{key}" for key in own)))
        elif value is not None:
            asked.append(sql)
    return " AND ".join(asked) or "1", values


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


_BY_NAME = (
    "(SELECT id FROM search_name WHERE kind = '{kind}' AND name_key = name_key({{}})"
    " ORDER BY rank, id LIMIT 1)"
)
DOCUMENT = Filter(
    "document",
    "Rows from this document.",
    metavar="ID",
    look_up=find_document,
    suggestions="document",
)
OPERATION = Filter(
    "operation",
    "Rows of this operation and its parts.",
    look_up=lambda connection, given: find(connection, "operation", given),
    found_by=_BY_NAME.format(kind="operation"),
    suggestions="operation",
)
AGENCY = Filter(
    "agency",
    "Rows about this agency, without its units.",
    look_up=lambda connection, given: find(connection, "agency", given),
    found_by=_BY_NAME.format(kind="agency"),
    suggestions="agency",
)
LEVEL = Filter(
    "level",
    "Rows at this level of the National Intelligence Model.",
    metavar="LEVEL",
    look_up=lambda _, given: str(given),
    choices=("1", "2", "3"),
)
STRAND = Filter(
    "strand",
    "Rows in this area of work.",
    look_up=find_strand,
    found_by="(SELECT strand FROM strand WHERE lower({}) IN (strand, lower(name)))",
    suggestions="strand",
)
FROM = Filter(
    "from",
    "What ends on or after DATE.",
    parameter="first",
    metavar="DATE",
    look_up=lambda _, given: _read(given, "--from")[0],
    suggestions="date",
)
TO = Filter(
    "to",
    "What begins on or before DATE.",
    parameter="last",
    metavar="DATE",
    look_up=lambda _, given: _read(given, "--to")[1],
    found_by="{} || '~'",  # after every day of a month or year that is given
    suggestions="date",
)
"""Filters of several questions; each gives its condition with `on`."""
