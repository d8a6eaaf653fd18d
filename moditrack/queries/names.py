"""Find an operation, agency or other id by what a person types."""

from __future__ import annotations

import re
import sqlite3

from moditrack.errors import InputError, unknown

# A name of the dataset beats a document's name, which beats a variant ("scheme", "Maxim").
_NAMES = {
    "operation": """
        SELECT operation AS id, operation AS name, 0 AS rank FROM operation
        UNION ALL SELECT operation, name, 0 FROM operation
        UNION ALL SELECT operation, name, iif(kind = 'variant', 2, 1) FROM name
            WHERE operation IS NOT NULL AND kind <> 'reference'
    """,
    "agency": """
        SELECT agency AS id, agency AS name, 0 AS rank FROM agency
        UNION ALL SELECT agency, name, 0 FROM agency
        UNION ALL SELECT agency, abbreviation, 0 FROM agency WHERE abbreviation IS NOT NULL
        UNION ALL SELECT agency, name, iif(kind = 'variant', 2, 1) FROM name
            WHERE agency IS NOT NULL AND kind <> 'reference'
    """,
}


def fold(name: str) -> str:
    """A name without case, punctuation and a leading "Operation" or "Op"."""
    words = re.sub(r"[^\w]+", " ", name.casefold()).split()
    if len(words) > 1 and words[0] in ("operation", "op"):
        words = words[1:]
    return " ".join(words)


def find(connection: sqlite3.Connection, kind: str, given: str) -> str:
    """The id of the operation or agency of that name.

    Raises InputError where there is none, with the nearest name, or where several have it.
    """
    matches = _matches(connection, kind, given)
    if len(matches) > 1:
        raise InputError(
            f"'{given}' is the name of more than one {kind}: use {' or '.join(matches)}."
        )
    if matches:
        return matches[0]
    other = "agency" if kind == "operation" else "operation"
    if found := _matches(connection, other, given):
        command = "agencies" if other == "agency" else "operations"
        raise InputError(f"'{given}' is an {other}: try 'moditrack {command} {found[0]}'.")
    raise _nearest(connection, kind, given)


def _matches(connection: sqlite3.Connection, kind: str, given: str) -> list[str]:
    wanted = fold(given)
    found: dict[str, int] = {}
    for row in connection.execute(_NAMES[kind]):
        if fold(row["name"]) == wanted:
            found[row["id"]] = min(found.get(row["id"], row["rank"]), row["rank"])
    best = min(found.values(), default=0)
    return sorted(name for name, rank in found.items() if rank == best)


def _nearest(connection: sqlite3.Connection, kind: str, given: str) -> InputError:
    names: dict[str, str] = {}
    for row in connection.execute(_NAMES[kind]):
        names.setdefault(fold(row["name"]), row["id"])
    plural = "operations" if kind == "operation" else "agencies"
    return unknown(kind, given, names, f"moditrack {plural}", fold)


def find_id(connection: sqlite3.Connection, what: str, sql: str, given: str) -> str:
    """The id that `given` names. `sql` yields id and name; InputError names the nearest."""
    rows = connection.execute(sql).fetchall()
    for row in rows:
        if given.casefold() in (str(row[0]).casefold(), str(row[1]).casefold()):
            return str(row[0])
    names = {str(name).casefold(): str(row[0]) for row in rows for name in row}
    raise unknown(what, given, names)


def find_document(connection: sqlite3.Connection, given: str) -> str:
    """The id of a document, from its id or title."""
    return find_id(
        connection, "document", "SELECT document, title FROM document ORDER BY date", given
    )


def find_strand(connection: sqlite3.Connection, given: str) -> str:
    """The id of a strand, from its id or name."""
    return find_id(connection, "strand", "SELECT strand, name FROM strand ORDER BY rowid", given)
