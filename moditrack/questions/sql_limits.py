"""The limits of `sql`: of its time, its rows, its memory and what is printed."""

from __future__ import annotations

from moditrack.errors import InputError
from moditrack.tables import Table

SECONDS = 10
"""How long a query may take, unless the user allows more."""
MOST_ROWS = 100_000
"""A result with more rows than this is refused."""
MEMORY = 200_000_000
"""The most bytes that the rows of an answer take, and that SQLite may hold."""
_WIDEST = 50_000_000
"""The most characters of a table for people, in which every row is as wide as the widest."""
_MOST_WRAPPED = 2_000_000
"""The most characters of a table on a terminal; with wide characters it takes some 3 seconds."""


def check_time(seconds: float) -> None:
    """Raise InputError unless a number of seconds is above 0 and finite."""
    if not 0 < seconds < float("inf"):
        raise InputError("--seconds must be above 0: give a number of seconds.")


def refuse_padding(table: Table) -> None:
    """Raise InputError for a table that is too large when every line is as wide as the widest."""
    width = sum(
        max(
            [
                20,
                len(c.key),
                *(len(row[c.key]) for row in table.rows if isinstance(row[c.key], str)),
            ]
        )
        for c in table.columns
    )
    # A grid sets each line of a value in a line of its own, as wide as the table.
    height = sum(
        max((len(v.splitlines()) for v in row.values() if isinstance(v, str)), default=1) or 1
        for row in table.rows
    )
    if width * height > _WIDEST:
        what = "rows" if height == len(table.rows) else "lines"
        raise InputError(
            f"{height} {what} of {width} characters are too large for a table: ask for less"
            " of the longest value, or use --json."
        )


def refuse_wrapping(table: Table) -> None:
    """Raise InputError for a table whose texts take too long to break into lines."""
    length = sum(len(v) for row in table.rows for v in row.values() if isinstance(v, str))
    if length > _MOST_WRAPPED:
        raise InputError(
            f"{length} characters are too many for a terminal: ask for less, or use --output FILE."
        )
