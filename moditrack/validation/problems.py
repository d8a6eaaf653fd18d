"""The errors of wrong records, and a wrong value as a message shows it."""

from __future__ import annotations

import re

_LONGEST_EXCERPT = 60
"""Characters of a wrong value to show."""


class RecordsError(Exception):
    """The records are wrong. `problems` has a line for each problem."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class DanglingError(ValueError):
    """A value refers to ids that do not exist. `items` has each with what is wrong with it."""

    def __init__(self, items: list[tuple[str, str]]) -> None:
        super().__init__("refers to what is not there")
        self.items = items


def row_of(problem: str) -> int:
    """The row of a problem; 0 for a problem of the whole file."""
    found = re.match(r"[^:]*: row (\d+)", problem)
    return int(found[1]) if found else 0


def excerpt(value: object) -> str:
    """A value for a message: escaped, and cut where it is long."""
    if isinstance(value, str):
        return repr(
            value if len(value) <= _LONGEST_EXCERPT else f"{value[: _LONGEST_EXCERPT - 1]}…"
        )
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # nested too deep, or a number too long to write
        text = f"a {type(value).__name__}"
    return text if len(text) <= _LONGEST_EXCERPT else f"{text[: _LONGEST_EXCERPT - 1]}…"
