"""The SQL files that make the database: tables, views, indexes, and what is searched."""

from __future__ import annotations

import os
from functools import cache

_FOLDER = os.path.dirname(os.path.realpath(__file__))


@cache
def schema() -> str:
    """The tables and then the views."""
    return f"{_read('schema.sql')}\n{_read('views.sql')}"


def indexes() -> str:
    """The indexes, which are made when all rows are in."""
    return _read("indexes.sql")


def search() -> str:
    """What fills the tables of the search."""
    return _read("search.sql")


def _read(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()
