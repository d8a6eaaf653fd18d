"""The filters that several questions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.errors import InputError
from moditrack.questions.question import Filter

if TYPE_CHECKING:
    import sqlite3

    from moditrack.questions.question import LookUp

WITHIN = """(
        WITH RECURSIVE own (operation) AS (
            SELECT operation FROM operation WHERE operation IN ({values})
            UNION
            SELECT o.operation FROM operation AS o JOIN own ON o.parent = own.operation
        )
        SELECT operation FROM own
    )"""
"""The operations asked for and all that belongs to them."""


def _find(kind: str) -> LookUp:
    """A look-up by name; the code for it is loaded only where a name is given."""

    def look_up(connection: sqlite3.Connection, given: str) -> str:
        from moditrack.questions import names

        if kind in ("operation", "agency"):
            return names.find(connection, kind, given)
        find = names.find_document if kind == "document" else names.find_strand
        return find(connection, given)

    return look_up


def _read(text: str | None, option: str) -> tuple[str | None, str | None]:
    if text is None:
        return None, None
    from moditrack.dates import financial_year, parse_period

    try:
        year = financial_year(text)
        if year is None and "/" in text:
            raise ValueError
        period = parse_period(text if year is None else f"FY{year}")
    except ValueError:
        raise InputError(
            f"{option} '{text}' is not a date: write it like 2003, 2003/04, 2003-04 or 2003-04-24."
        ) from None
    return period.start, period.end


def is_date(text: str) -> bool:
    """Whether a text is a date, as --from takes it: 2003, 2003/04, 2003-04 or 2003-04-24."""
    if not text[:4].isdigit():
        return False
    try:
        _read(text, "")
    except InputError:
        return False
    return True


_BY_NAME = (
    "(SELECT id FROM search_name WHERE kind = '{kind}' AND name_key = name_key({{}})"
    " ORDER BY rank, id LIMIT 1)"
)
DOCUMENT = Filter(
    "document",
    "Rows from this document.",
    metavar="ID",
    look_up=_find("document"),
    suggestions="document",
)
OPERATION = Filter(
    "operation",
    "Rows of this operation and its parts.",
    look_up=_find("operation"),
    found_by=_BY_NAME.format(kind="operation"),
    suggestions="operation",
)
AGENCY = Filter(
    "agency",
    "Rows about this agency, without its units.",
    look_up=_find("agency"),
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
    look_up=_find("strand"),
    found_by="(SELECT strand FROM strand WHERE lower({}) IN (strand, lower(name)))",
    suggestions="strand",
)
FROM = Filter(
    "from",
    "Rows whose period ends on or after DATE.",
    parameter="first",
    metavar="DATE",
    look_up=lambda _, given: _read(given, "--from")[0],
    suggestions="date",
)
TO = Filter(
    "to",
    "Rows whose period begins on or before DATE.",
    parameter="last",
    metavar="DATE",
    look_up=lambda _, given: _read(given, "--to")[1],
    found_by="{} || '~'",  # after every day of a month or year that is given
    suggestions="date",
)
"""Filters of several questions; each gives its condition with `on`."""
