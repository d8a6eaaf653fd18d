"""conflicts.toml: statements about the same thing that differ, read and checked."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from moditrack.tables import Row
from moditrack.validation.columns import NEEDS_A_PERSON
from moditrack.validation.read_values import has_texts
from moditrack.validation.records import Records
from moditrack.validation.suggestions import did_you_mean

PROPERTIES = ("parent", "lead", "level", "start", "end", "status", "aim", "scope")
"""Properties of an operation that are shown as differing where a conflict names them."""


def conflicts(records: Records, connection: sqlite3.Connection, *, loaded: bool) -> list[Row]:
    """The conflicts, each with `subjects` as (kind, id) and `sides` as document, locator, states.

    Citations are looked up in `connection` only if all documents are `loaded`.
    """
    path = records.folder / "conflicts.toml"
    known: set[str] = set()
    rows = []
    for position, entry in enumerate(records.entries(path, "conflict"), start=1):
        if isinstance(entry, dict) and (needs := entry.pop(NEEDS_A_PERSON, "")):
            own = {"id": str(entry.get("id")), NEEDS_A_PERSON: str(needs)}
            records.unfinished.add(_later(entry), path.name, None, own)
            continue
        plain = isinstance(entry, dict) and has_texts(
            {k: v for k, v in entry.items() if k not in ("subjects", "sides", "property")},
            {"id", "statement", "verdict", "why"},
        )
        lists = plain and all(isinstance(entry.get(k), list) for k in ("subjects", "sides"))
        if not lists or not entry["subjects"] or not entry["sides"]:
            what = "needs id, statement, verdict, why, subjects and sides"
            records.problems.add(path, f"conflict {position}", entry, what)
            continue
        if entry["id"] in known:
            records.problems.add(path, f"conflict {entry['id']!r}", entry["id"], "is there twice")
        known.add(entry["id"])
        if out := _unfinished(records, entry):
            texts_ = {"id": entry["id"]}
            records.unfinished.add(out[0], path.name, None, texts_, waits_for=out[1])
            continue
        rows.append(_conflict(records, connection if loaded else None, entry))
    return rows


def _later(entry: Row) -> str:
    """The last document that an unfinished conflict cites; empty where it cites none."""
    documents = re.findall(r"'citation': '([^'#]*)#", str(entry.get("sides")))
    return documents[-1] if documents else ""


def _citations(connection: sqlite3.Connection, document: str) -> list[str]:
    """The citations of a document; of every one where there is no such document."""
    every = "SELECT citation FROM passage ORDER BY document = ? DESC, rowid LIMIT 5000"
    return [citation for (citation,) in connection.execute(every, (document,))]


def _unfinished(records: Records, entry: Row) -> tuple[str, str] | None:
    """The document and locator of a side that is not in the database."""
    for side in entry["sides"]:
        if has_texts(side, {"citation", "states"}):
            document, _, locator = side["citation"].partition("#")
            if records.unfinished.cites(document, locator):
                return document, locator
    return None


def _is_figure(connection: sqlite3.Connection | None, name: str) -> bool:
    """Whether a figure has this id; taken for granted before all documents are loaded."""
    query = "SELECT 1 FROM figure WHERE figure = ?"
    return connection is None or connection.execute(query, (name,)).fetchone() is not None


def _conflict(records: Records, connection: sqlite3.Connection | None, entry: Row) -> Row:
    path, place = records.folder / "conflicts.toml", f"conflict {entry['id']!r}"
    for key in ("id", "statement", "why", "verdict"):
        kind = {"id": "id", "verdict": "choice"}.get(key, "text")
        records.value(path, f"{place}, {key}", kind, entry[key], ("conflict", key))
    name = entry.get("property")
    if name is not None and name not in PROPERTIES:
        records.problems.add(path, place, name, f"is not one of {', '.join(PROPERTIES)}")
    subjects: list[tuple[str, str]] = []
    for subject in map(str, entry["subjects"]):
        kinds = [k for k in ("operation", "agency") if subject in records.ids.get(k, ())]
        if not kinds and ":" in subject and _is_figure(connection, subject):
            kinds = ["figure"]
        if kinds:
            subjects.append((kinds[0], subject))
        else:
            ids = {*records.ids.get("operation", ()), *records.ids.get("agency", ())}
            near = did_you_mean(subject, ids)
            what = f"is not an operation, agency or figure{near}"
            records.problems.add(path, place, subject, what)
    sides: list[dict[str, Any]] = []
    for side in entry["sides"]:
        if not has_texts(side, {"citation", "states"}):
            records.problems.add(path, place, side, "needs citation and states")
            continue
        document, _, locator = side["citation"].partition("#")
        query = "SELECT 1 FROM passage WHERE document = ? AND locator = ?"
        if connection and not connection.execute(query, (document, locator)).fetchone():
            near = did_you_mean(side["citation"], _citations(connection, document))
            records.problems.add(path, place, side["citation"], f"cites no passage{near}")
        sides.append({"document": document, "locator": locator, "states": side["states"]})
    return {**entry, "subjects": subjects, "sides": sides}
