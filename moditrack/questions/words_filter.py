"""WORDS of a command: rows found as search finds them, or by the names that they stand for."""

from __future__ import annotations

import json
from typing import Any

from moditrack.tables import Connection

_IDS = {
    "figure": ("figure", "figure"),
    "check": ("check_result", "check_id"),
    "commitment": ("commitment", "id"),
}
"""The table of each kind that has ids, and its column of them."""


_OF_OPERATIONS = ("figure", "event")
"""Kinds of which the name of an agency finds what is of its operations, too."""
LEADS, PARTNER = "leads", "takes part in"


def works_of(connection: Connection, given: str) -> dict[str, str]:
    """The operations that an agency with this name leads, with their parts, or takes part in; none
    where the words are no name of an agency."""
    from moditrack.name_key import name_key

    found = connection.execute(
        """
        SELECT w.operation, min(s.property = 'partner')
        FROM search_name AS n
        JOIN statement AS s ON s.property IN ('lead', 'partner') AND s.value = n.id
        JOIN operation_within AS w ON w.ancestor = s.operation
            AND (s.property = 'lead' OR w.operation = s.operation)
        WHERE n.kind = 'agency' AND n.name_key = ? GROUP BY w.operation ORDER BY min(s.rowid)
        """,
        (name_key(given),),
    )
    return {operation: PARTNER if partner else LEADS for operation, partner in found}


def words_given(connection: Connection, kind: str, given: str, otherwise: str) -> str:
    """What the filter by words compares with. Raises InputError where nothing has the words."""
    asked = _asked(connection, kind, given)
    works = works_of(connection, given) if kind in _OF_OPERATIONS else {}
    if works or _has_id(connection, kind, given):
        asked["matched"] = asked["words"]
    if not asked["matched"]:
        from moditrack.questions.words_not_found import no_words

        raise no_words(connection, kind, given, otherwise)
    return json.dumps(asked | {"text": given} | ({"works": works} if works else {}))


def are_ids(connection: Connection, kind: str, given: str) -> bool:
    """Whether `given` is ids of figures, checks or commitments, separated by commas or blanks."""
    return all(_has_id(connection, kind, one) for one in given.replace(",", " ").split())


def are_words(connection: Connection, kind: str, given: str) -> bool:
    """Whether `given` is no such ids, but words that some have: all
    of them, or where they are several, most."""
    if "," in given or are_ids(connection, kind, given):
        return False
    if kind in _OF_OPERATIONS and works_of(connection, given):
        return True
    asked = _asked(connection, kind, given)
    return bool(asked["matched"] == asked["words"] or (" " in given and asked["matched"]))


def stands_for(connection: Connection, given: str) -> list[str]:
    """The names that an abbreviation stands for: OCGs, UKIS; none where it is not known as one."""
    plain = given.strip()
    if names := _abbreviated(connection, plain):
        return names
    return _abbreviated(connection, plain[:-1]) if plain[-1:] == "s" else []


def _abbreviated(connection: Connection, short: str) -> list[str]:
    found = connection.execute(
        """
        SELECT definition AS name FROM terms WHERE kind = 'Abbreviation'
            AND lower(term) = lower(?1) AND definition NOT LIKE 'Not spelt out%'
        UNION ALL
        SELECT s.name FROM name AS n JOIN name AS s ON s.agency = n.agency AND s.kind = 'name'
        WHERE n.kind = 'abbreviation' AND lower(n.name) = lower(?1)
        """,
        (short,),
    )
    names = (name for (text,) in found for name in text.split("; or "))
    return list(dict.fromkeys(name.partition("; ")[0] for name in names))


def _asked(connection: Connection, kind: str, given: str) -> dict[str, Any]:
    """What search would ask for; of an abbreviation that no entry has, one of the names that it
    stands for (`spelt`)."""
    asked = best_of_kind(connection, kind, given)
    if asked["matched"]:
        return asked
    for name in stands_for(connection, given):
        spelt = best_of_kind(connection, kind, f'"{name}"')
        if spelt["matched"]:
            return spelt | {"spelt": name}
    return asked


def best_of_kind(connection: Connection, kind: str, given: str) -> dict[str, Any]:
    """What search would ask for among the entries of a kind; % is any."""
    from moditrack.questions.search_most_words import (
        best,  # the names of most pages are no words to search
    )

    asked: dict[str, Any] = json.loads(best(connection, given, "kind LIKE :kind", {"kind": kind}))
    return asked


def _has_id(connection: Connection, kind: str, given: str) -> bool:
    """Whether a row of the kind has this id, whole or without its document."""
    if kind not in _IDS:
        return False
    table, key = _IDS[kind]
    found = connection.execute(
        f"SELECT 1 FROM {table} WHERE {key} = ?1 OR substr({key}, instr({key}, ':') + 1) = ?1",
        (given,),
    ).fetchone()
    return found is not None
