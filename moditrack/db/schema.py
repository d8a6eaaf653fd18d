"""Read the SQL files of the database: tables, views, indexes, search tables."""

from __future__ import annotations

import os
from functools import cache

_FOLDER = os.path.dirname(os.path.realpath(__file__))


@cache
def schema() -> str:
    """The tables, then the views."""
    return f"{_read('schema.sql')}\n{_read('views.sql')}"


def indexes() -> str:
    """The indexes, created after all rows are inserted."""
    return _read("indexes.sql")


def summaries() -> str:
    """The statements that fill the summary tables."""
    return _read("summaries.sql")


def search() -> str:
    """The statements that fill the search tables."""
    return _read("search.sql")


def _read(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()
