"""The columns of each file of the records, and how to read their values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

from moditrack.dates import parse_period
from moditrack.db.schema import schema

# A column is `kind` or, where it may be empty, `kind?`. Kinds: text, number, count, flag (yes or
# empty), period, levels, id (short id, unique in its file), locator (of a passage of the same
# document), choice (the values that schema.sql allows), own:TABLE (an id of the same document), and
# the name of a shared table (an id in it), with `+` for several, separated by spaces.
SHARED: dict[str, dict[str, str]] = {
    "agencies.csv": {"agency": "id", "kind": "choice", "abbreviation": "text?", "name": "text"},
    "operations.csv": {"operation": "id", "kind": "choice", "name": "text"},
    "strands.csv": {"strand": "id", "name": "text", "definition": "text"},
    "roles.csv": {"role": "id", "definition": "text"},
    "measures.csv": {"measure": "id", "unit": "text", "name": "text", "definition": "text"},
    "outcome_types.csv": {
        "code": "text",
        "official_name": "text",
        "official_group": "text",
        "name_found_in": "text",
        "group_found_in": "text",
        "is_outcome": "flag",
        "part_of": "outcome_type?",
        "checked_at_home_office": "flag",
    },
}
PER_DOCUMENT: dict[str, dict[str, str]] = {
    "passages.csv": {
        "locator": "text",
        "kind": "choice",
        "heading": "text?",
        "words": "count",
        "digest": "text",
    },
    "outcome_labels.csv": {"label": "text", "code": "outcome_type?", "short": "text"},
    "figures.csv": {
        "figure": "id",
        "locator": "locator",
        "printed": "text",
        "value": "number?",
        "low": "number?",
        "high": "number?",
        "bound": "choice",
        "status": "choice",
        "measure": "measure",
        "period": "period?",
        "inferred": "flag",
        "agency": "agency?",
        "operation": "operation?",
        "description": "text",
        "table": "text?",
        "row": "text?",
        "column": "text?",
        "cell": "choice?",
        "outcome_label": "own:outcome_label?",
        "characteristic": "choice?",
        "category": "text?",
        "sex": "choice?",
    },
    "names.csv": {
        "locator": "locator",
        "operation": "operation?",
        "agency": "agency?",
        "name": "text",
        "kind": "choice",
    },
    "statements.csv": {
        "locator": "locator",
        "operation": "operation?",
        "agency": "agency?",
        "property": "choice",
        "value": "text",
        "inferred": "flag",
        "statement": "text",
    },
    "responsibilities.csv": {
        "locator": "locator",
        "agency": "agency",
        "strands": "strand+",
        "operation": "operation?",
        "levels": "levels?",
        "role": "role",
        "status": "choice",
        "inferred": "flag",
        "responsibility": "text",
        "as_at": "day?",
    },
    "events.csv": {
        "locator": "locator",
        "date": "period?",
        "inferred": "flag",
        "printed": "text?",
        "event": "text",
        "operation": "operation?",
        "agency": "agency?",
    },
    "parts.csv": {
        "locator": "locator",
        "operation": "operation",
        "list": "text",
        "part": "text",
    },
    "definitions.csv": {
        "locator": "locator",
        "kind": "text",
        "term": "text",
        "definition": "text",
        "printed": "text",
    },
    "commitments.csv": {
        "commitment": "id",
        "locator": "locator",
        "due": "period?",
        "inferred": "flag",
        "agencies": "agency+?",
        "operation": "operation?",
        "target": "own:figure?",
        "description": "text",
    },
    "followups.csv": {
        "commitment": "text",
        "locator": "locator",
        "state": "choice",
        "followup": "text",
    },
    "references.csv": {
        "locator": "locator",
        "title": "text",
        "kind": "text",
        "operation": "operation?",
        "note": "text?",
    },
    "threats.csv": {
        "locator": "locator",
        "strand": "strand",
        "who": "text",
        "origin": "text?",
        "threat": "text",
        "hedge": "text?",
    },
    "cautions.csv": {"locator": "locator", "measures": "measure+", "caution": "text"},
    "claims.csv": {
        "claim": "id",
        "locator": "locator",
        "kind": "choice",
        "statement": "text",
        "stated": "own:figure?",
        "printed": "text?",
        "inputs": "text",
        "companion": "own:figure?",
        "alternatives": "text?",
    },
    "numerals.csv": {"locator": "locator", "printed": "text", "reason": "text"},
}
RESTS_ON, NEEDS_A_PERSON = "rests_on", "needs_a_person"
"""Columns that a draft adds to each file of a document: what the row rests on, and what a person
has to decide about it. The row is unfinished until needs_a_person is empty."""
NEW = {f"new-{file}": SHARED[file] for file in ("agencies.csv", "operations.csv", "measures.csv")}
"""Files in which the draft of a document proposes lines for shared files, and their columns. Once
finished, they are read as if they were there."""
OPTIONAL = {"outcome_labels.csv", "followups.csv", "claims.csv", "threats.csv", "cautions.csv"}
"""Files that a document folder may omit."""

TABLE_OF = {
    "agencies.csv": "agency",
    "operations.csv": "operation",
    "outcome_types.csv": "outcome_type",
    "outcome_labels.csv": "outcome_label",
    "responsibilities.csv": "responsibility",
}

Reader = Callable[[Sequence[str]], list[Any]]
"""Reads the texts of a column, in order. Raises ValueError where one is wrong."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
CACHED_VALUES = 10_000
"""Values of a column to cache: ids, dates and choices repeat."""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def table_of(file: str) -> str:
    """The table of a file's rows: usually the file's name in the singular."""
    file = file.removeprefix("new-")
    return TABLE_OF.get(file, file.removesuffix(".csv").removesuffix("s"))


_CHOICES_OF = {"claim": "check_result", "conflict": "check_result"}
"""Records that become rows of another table."""


@cache
def choices(table: str, column: str) -> tuple[str, ...]:
    """The values that schema.sql allows in a column with a CHECK (… IN (…)) constraint."""
    table = _CHOICES_OF.get(table, table)
    own = schema().partition(f"\nCREATE TABLE {table} (")[2].partition("\n)")[0]
    found = re.search(rf"CHECK \({column} IN \(([^)]*)\)", own)
    if found is None:
        raise LookupError(f"schema.sql lists no values for {table}.{column}")
    return tuple(re.findall(r"'([^']*)'", found[1]))


def read_value(kind: str, text: str, table: str, column: str) -> Any:
    """Read one value. ValueError says what is wrong; references are not checked here."""
    if text == "":
        if kind == "flag":
            return 0
        if kind.endswith("?"):
            return None
        raise ValueError("is empty")
    kind = kind.removesuffix("?")
    if text != text.strip() or not (text.isprintable() or _harmless(text)):
        raise ValueError("has surrounding white space or contains a control character")
    if kind == "choice":
        allowed = choices(table, column)
        if text not in allowed:
            raise ValueError(f"is not one of {', '.join(allowed)}")
    if kind.endswith("+"):
        return text.split(" ")
    reader = _READERS.get(kind)
    return text if reader is None else reader(text)


def cached_reader(read: Callable[[str], Any]) -> Reader:
    """A reader of columns that reads each text once."""
    cached = lru_cache(CACHED_VALUES)(read)
    return lambda texts: list(map(cached, texts))


@cache
def reader(kind: str, table: str, column: str) -> Reader:
    """A reader of a column: read_value for each text, with a shortcut for plain text."""
    if kind.removesuffix("?") != "text":
        return cached_reader(lambda text: read_value(kind, text, table, column))

    def read(texts: Sequence[str]) -> list[Any]:
        plain = "".join(texts).isprintable() and [*map(str.strip, texts)] == [*texts]
        if plain and all(texts):
            return list(texts)
        if plain and kind == "text?":
            return [text or None for text in texts]
        return [read_value(kind, text, table, column) for text in texts]

    return read


def _harmless(text: str) -> bool:
    return all(unicodedata.category(c) not in ("Cc", "Cf") for c in text)


def _number(text: str) -> int | float:
    if not _NUMBER.fullmatch(text):
        raise ValueError("is not a plain number like 1200 or 0.13, with at most 15 digits")
    return float(text) if "." in text else int(text)


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError("is not a whole number")
    return int(text)


def _flag(text: str) -> int:
    if text != "yes":
        raise ValueError("is neither yes nor empty")
    return 1


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise ValueError("is not an id: lower-case letters, digits, single hyphens")
    return text


def _period(text: str) -> str:
    parse_period(text)
    return text


def _day(text: str) -> str:
    if "/" in text or parse_period(text).precision != "day":
        raise ValueError("is not a day like 2003-05-08")
    return text


def _levels(text: str) -> list[int]:
    levels = text.split(" ")
    if not set(levels) <= {"1", "2", "3"} or len(set(levels)) < len(levels):
        raise ValueError("is not a list of levels like 1 2")
    return [int(level) for level in levels]


_READERS: dict[str, Callable[[str], Any]] = {
    "number": _number,
    "count": _count,
    "flag": _flag,
    "id": _id,
    "period": _period,
    "day": _day,
    "levels": _levels,
}
