"""Read the values of the records by the kind of their column: numbers, dates, ids, flags, choices.

The choices of a column are those that its CHECK in db/schema.sql lists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

from moditrack.db.schema import schema
from moditrack.documents.normalise import slug
from moditrack.record_dates import parse_period
from moditrack.validation.columns import ID
from moditrack.validation.suggestions import as_date, as_number, did_you_mean

Reader = Callable[[Sequence[str]], list[Any]]
"""Reads the texts of a column, in order. Raises ValueError where one is wrong."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
CACHED_VALUES = 10_000
"""Values of a column to cache: ids, dates and choices repeat."""


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
            near = did_you_mean(text, allowed)
            raise ValueError(f"is not one of {', '.join(allowed)}{near}")
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
        what = "is not a plain number like 1200 or 0.13, with at most 15 digits"
        raise ValueError(f"{what}{as_number(text)}")
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
        near = f": write {slug(text)}" if slug(text) else ""
        raise ValueError(f"is not an id: lower-case letters, digits, single hyphens{near}")
    return text


def _period(text: str) -> str:
    try:
        parse_period(text)
    except ValueError as error:
        raise ValueError(f"{error}{as_date(text)}") from None
    return text


def _day(text: str) -> str:
    if "/" in _period(text) or parse_period(text).precision != "day":
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


def has_texts(value: object, keys: set[str]) -> bool:
    """Whether a value is a table with exactly these keys, all non-empty texts."""
    return (
        isinstance(value, dict)
        and set(value) == keys
        and all(isinstance(v, str) and v.strip() for v in value.values())
    )
