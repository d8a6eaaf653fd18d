"""`check --integrity`: file, references, content and derived data are as they were built."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

from moditrack.db.digest import content_digest, derived_digest
from moditrack.db.errors import damaged_sentence, external_cause
from moditrack.db.rows import select
from moditrack.db.schema_check import as_shipped
from moditrack.tables import Column, Display, DisplayColumn, Record, Table

INTEGRITY = Record(
    "integrity",
    "A part of the database, compared with what was built.",
    (
        Column(
            "part",
            "text",
            "file: SQLite's own check; references: between tables; content: the digest of the "
            "dataset; derived: the digest of definitions, dictionary and search index; release: "
            "the content that this moditrack was released with",
            values=("file", "references", "content", "derived", "release"),
        ),
        Column(
            "result",
            "text",
            "whole, or for the release whether the content is the same; a damaged part ends the "
            "command with 1",
            values=("whole", "the same", "another"),
        ),
        Column("expected", "text", "what was built or released", null=True),
        Column("found", "text", "what is there"),
    ),
)
DISPLAY = (
    DisplayColumn("part", "Part", "id"),
    DisplayColumn("result", "Result", "id"),
    DisplayColumn("found", "Found"),
)
RELEASE = Path(__file__).resolve().parent.parent / "release.digest"
"""The file with the content digest of the database that ships."""


def released() -> str | None:
    """The content digest of the database that ships; None where its file cannot be read."""
    try:
        return RELEASE.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def integrity(connection: sqlite3.Connection, *, shipped: bool) -> Table:
    """Compare each part of a database with what was built, one row for each part.

    Results are `whole` or `damaged`; for the release, `the same` or `another`. A database that is
    not the `shipped` one may have other content than the release.
    """
    found = _read(content_digest, connection)
    rows = [
        _row("file", "ok", _read(_file, connection)),
        _row("references", "0 broken", _read(_references, connection)),
        _row("content", _stored(connection, "content_digest"), found),
        _row("derived", _stored(connection, "derived_digest"), _read(_derived, connection)),
    ]
    release = released()
    same = "the same" if found == release else "damaged" if shipped else "another"
    rows.append({"part": "release", "result": same, "expected": release, "found": found})
    return Table(
        "Integrity of the database",
        INTEGRITY.columns,
        rows,
        display=Display(DISPLAY),
        answer=lambda _: f"It is what was built, and {_RELEASED[same]}.",
    )


_RELEASED = {
    "the same": "what was released",
    "another": "no released one",
    "damaged": "not what was released",
}
"""What people see of the release; of a database with a damaged part, they see an error alone."""


def damaged(table: Table) -> list[str]:
    """The parts that are damaged."""
    return [row["part"] for row in table.rows if row["result"] == "damaged"]


def fault_in(connection: sqlite3.Connection, path: str, table: Table) -> str | None:
    """One sentence where by its `integrity` a database is damaged or was altered, with the parts,
    and the first value that no records can have; None where it is what was built."""
    if not (parts := damaged(table)):
        return None
    altered = _read(_pages, connection) == "ok"
    (value,) = (row["found"] for row in table.rows if row["part"] == "file")
    named = (value if altered and part == "file" else part for part in parts)
    return damaged_sentence(path, ", ".join(named), altered=altered)


def _row(part: str, expected: str | None, found: str) -> dict[str, Any]:
    result = "whole" if expected == found else "damaged"
    return {"part": part, "result": result, "expected": expected, "found": found}


def _read(what: Callable[[sqlite3.Connection], str], connection: sqlite3.Connection) -> str:
    """The result of a check; for a file too damaged to query, the error in words.

    Errors caused by a lock, the disk or memory are raised.
    """
    try:
        return what(connection)
    except (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError) as error:
        if external_cause(error, "") is not None:
            raise
        return f"cannot be read ({error})"


def _file(connection: sqlite3.Connection) -> str:
    """The first fault that SQLite finds, else the first value that records cannot have, else ok.

    A read-only connection does not check CHECK constraints, so a copy is checked.
    """
    found = _pages(connection)
    if found != "ok":
        return found
    with contextlib.closing(sqlite3.connect("")) as copy:  # on disk if it is large
        connection.backup(copy)
        found = str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found.startswith(_CHECK):
            return _not_allowed(copy, found.removeprefix(_CHECK))
    return found if found != "ok" else next(_unrecordable(connection), "ok")


def _pages(connection: sqlite3.Connection) -> str:
    """The first fault that SQLite finds in the file, else ok."""
    return str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])


_CHECK = "CHECK constraint failed in "


def _not_allowed(copy: sqlite3.Connection, table: str) -> str:
    """The value of a table that its schema does not allow, or the columns that do not fit each
    other: what cannot be set again in a copy."""

    def refuses(column: str, condition: str = "true", *values: Any) -> bool:
        try:
            copy.execute(f'UPDATE {table} SET "{column}" = "{column}" WHERE {condition}', values)
        except sqlite3.IntegrityError:
            return True
        return False

    names = [name for (name,) in copy.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    columns = [name for name in names if refuses(name)]
    if len(columns) != 1:
        return f"{table}: {', '.join(columns)} do not fit each other"
    (own,) = columns
    values = copy.execute(f'SELECT DISTINCT "{own}" FROM {table}').fetchall()
    first = next(value for (value,) in values if refuses(own, f'"{own}" IS ?', value))
    return f"{table}.{own}: {first!r} is not allowed"


_PERIODS = (
    ("commitment", "due", "true"), ("operation", "start", "true"), ("operation", "end", "true"),
    ("statement", "value", "property IN ('start', 'end')"),
)  # fmt: skip


def _unrecordable(connection: sqlite3.Connection) -> Iterator[str]:
    """Values that the schema allows but records cannot have, in words."""
    from moditrack.record_dates import DAY_COLUMNS, parse_period

    days = [(table, column, "true") for table, own in DAY_COLUMNS.items() for column in own]
    for table, column, condition in (*days, *_PERIODS):
        for (value,) in connection.execute(
            f'SELECT DISTINCT "{column}" FROM {table} WHERE "{column}" IS NOT NULL AND {condition}'
        ):
            try:
                day = "/" not in value and parse_period(value).precision == "day"
            except ValueError:
                yield f"{table}.{column}: {value!r} is not a date"
                continue
            if not day and column in DAY_COLUMNS.get(table, ()):
                yield f"{table}.{column}: {value!r} is not a day"
    for (value,) in connection.execute(
        "SELECT value FROM statement WHERE property = 'level' AND value NOT IN ('1', '2', '3')"
    ):
        yield f"statement.value: {value!r} is not a level"
    yield from _cells(connection)


def _cells(connection: sqlite3.Connection) -> Iterator[str]:
    """Figures that tables and comparisons cannot display, in words."""
    from itertools import groupby

    from moditrack.checks.can_be_shown import MEASURES, check_cells

    found = select(
        connection,
        """
        SELECT *, table_name AS "table", CASE
            WHEN coalesce(period_start, period_end) IS NULL THEN NULL
            ELSE coalesce(period_start, '..') || '/' || coalesce(period_end, '..')
        END AS period FROM figure WHERE measure IN (SELECT value FROM json_each(?))
        ORDER BY document
        """,
        (json.dumps(MEASURES),),
    )
    wrong: list[str] = []
    for _, figures in groupby(found, key=itemgetter("document")):
        check_cells(
            list(figures),
            lambda row, column, value, what: wrong.append(
                f"{row['figure']}, {column}: {value!r} {what}"
            ),
        )
        yield from wrong


def _references(connection: sqlite3.Connection) -> str:
    return f"{len(connection.execute('PRAGMA foreign_key_check').fetchall())} broken"


def _derived(connection: sqlite3.Connection) -> str:
    """The digest of derived data, if the tables and views are moditrack's own.

    Whoever changes a view can change its stored digest too, so the schema is checked first.
    """
    shipped = as_shipped(connection)
    return derived_digest(connection) if shipped else "other tables, views or triggers"


def _stored(connection: sqlite3.Connection, key: str) -> str | None:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    except (sqlite3.Error, ValueError) as error:  # ValueError where bytes are not text
        if external_cause(error, "") is not None:
            raise
        return None
    return None if row is None else str(row[0])
