"""Shares of a total, and counts that are too small to draw conclusions from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moditrack.tables import Note, Table

if TYPE_CHECKING:
    import sqlite3
    from fractions import Fraction

SMALL = 10
"""A change or share of a count below this is too small to draw conclusions from."""
SMALL_COUNTS = Note("small-counts", f"Counts below {SMALL} are too small to draw conclusions from.")


def share(part: int | None, whole: int | None) -> float | None:
    """A part as a percentage of its whole, rounded to two decimals as in the views.

    None where the whole is 0 or one of the two is unknown.
    """
    if part is None or not whole:
        return None
    return (20000 * part + whole) // (2 * whole) / 100


def exact_share(part: int | None, whole: int | None) -> Fraction | None:
    """The same without rounding, for shares that are rounded once, where they are shown."""
    if part is None or not whole:
        return None
    from fractions import Fraction  # 4 ms, which lists as data do without

    return Fraction(100 * part, whole)


def whole_percent(part: int, whole: int) -> int:
    """A part as a percentage of its whole, without decimals."""
    from fractions import Fraction

    from moditrack.intervals import nearest

    return nearest(Fraction(100 * part, whole))


def limits(part: int, whole: int) -> tuple[int, int] | None:
    """Wilson's 95% interval of a share in whole percents; None where it is not from 0 to 100%."""
    if not 0 <= part <= whole or not whole:
        return None
    from moditrack.intervals import nearest, wilson

    low, high = wilson(part, whole)
    return nearest(100 * low), nearest(100 * high)


def share_text(part: int, whole: int) -> str:
    """A share in whole percents with its 95% interval: 76% (61 to 86)."""
    found = limits(part, whole)
    interval = f" ({found[0]} to {found[1]})" if found else ""
    return f"{whole_percent(part, whole)}%{interval}"


def limits_text(part: int | None, whole: int | None) -> str:
    """The 95% interval as a cell: 61-86; empty where the part or the whole is unknown."""
    found = None if part is None or whole is None else limits(part, whole)
    return f"{found[0]}-{found[1]}" if found else ""


def small_counts(counts: Iterable[int | None]) -> list[Note]:
    """The note on small counts, if one of these counts is small."""
    small = any(count is not None and count < SMALL for count in counts)
    return [SMALL_COUNTS] if small else []


def added(counts: Iterable[int | None]) -> int | None:
    """The sum of counts; None where one of them is unknown."""
    listed = list(counts)
    known = [count for count in listed if count is not None]
    return sum(known) if len(known) == len(listed) else None


def cells_of(connection: sqlite3.Connection, table: Table, measure: str) -> list[sqlite3.Row]:
    """The cells of a measure in the documents of a table."""
    documents = list(dict.fromkeys(row["document"] for row in table.rows))
    listed = ", ".join("?" for _ in documents)
    return connection.execute(
        f"SELECT * FROM figure WHERE measure = ? AND cell IS NOT NULL AND document IN ({listed})",
        (measure, *documents),
    ).fetchall()


def marks_and_parts(connection: sqlite3.Connection, table: Table, measure: str) -> Iterator[Note]:
    """What the marks of a table mean, and how many rows are parts of others and not shown."""
    documents = list(dict.fromkeys(row["document"] for row in table.rows))
    listed = ", ".join("?" for _ in documents)
    found = connection.execute(
        "SELECT DISTINCT mark, cell = 'part', iif(mark IS NULL, \"row\", printed) FROM figure"
        f" WHERE measure = ? AND document IN ({listed}) AND (mark IS NOT NULL OR cell = 'part')",
        (measure, *documents),
    ).fetchall()
    marks = {row["mark"] for row in table.rows}
    for mark, part, printed in found:
        if mark and not part and printed in marks:
            yield Note("explanation", f"'{printed}' is printed: {mark.replace('-', ' ')}.")
    if number := sum(part for _, part, _ in found):
        what = "row is a part of another" if number == 1 else "rows are parts of others"
        yield Note(
            "left-out",
            f"{number} {what} ('of which') and not counted again:"
            f" moditrack figures --measure {measure}.",
        )
