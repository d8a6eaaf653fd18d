"""What SQLite says of a question in SQL, in a sentence that says what to do next."""

from __future__ import annotations

import re
import sqlite3

from moditrack.errors import InputError
from moditrack.questions.dictionary import columns_by_table
from moditrack.questions.sql_guard import LONGEST

_READ_ONLY = "Only SELECT is allowed here: the database is for reading."
_SAID = {
    "too many columns": "A question has at most 200 columns: ask for fewer.",
    "too big": f"A value is longer than {LONGEST} characters: ask for a part of it.",
    **dict.fromkeys(("authoriz", "prohibited", "cannot modify", "readonly"), _READ_ONLY),
    "has no name": "A value has a name: write :a instead of ?, and give it with -p a VALUE.",
    "one statement": "One statement at a time: leave out what follows the first.",
}


def explained(connection: sqlite3.Connection, query: str, message: str) -> InputError:
    """What SQLite says, in one sentence that says what to do next."""
    for part, sentence in _SAID.items():
        if part in message:
            return InputError(sentence)
    if unbound := re.search(r"binding (?:parameter )?:(\w+)", message):
        return InputError(
            f"There is no value for :{unbound[1]}: give one with -p {unbound[1]} VALUE."
        )
    found = re.match(r"no such (table|column): (?:(\w+)\.)?(\S+)", message)
    if found is None:
        return InputError(f"SQLite says: {message.rstrip('.')}; 'moditrack sql --schema' helps.")
    from moditrack.nearest_names import unknown

    kind, table, name = found.groups()
    listed, words = columns_by_table(connection), query.lower()
    if table and table.lower() not in re.findall(r"\w+(?!\w*\.)", words):
        kind, name = "table", table
    if kind == "table":
        return unknown(kind, name, {t.lower(): t for t in listed}, "moditrack sql --schema")
    named = set(re.findall(r"\w+", words)) & set(listed)
    having = [table for table in listed if name.lower() in map(str.lower, listed[table])]
    if named and having:
        tables = ", ".join(having[:6])
        return InputError(
            f"There is no column '{name}' in {', '.join(sorted(named))}: see {tables}."
        )
    columns = sorted({column for t in named or set(listed) for column in listed[t]})
    own = f" {min(named)}" if len(named) == 1 else ""
    known = {column.lower(): column for column in columns}
    return unknown(kind, name, known, f"moditrack sql --schema{own}")


def too_long(seconds: float) -> InputError:
    """The error for a query that takes too long."""
    unit = "second" if seconds == 1 else "seconds"
    return InputError(
        f"The query took longer than {seconds:g} {unit}: narrow it, or allow more with --seconds."
    )
