"""What is wrong with records: a line for each problem, with file, row, column and value."""

from __future__ import annotations

import re
from pathlib import Path

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


class Problems(list[str]):
    """The problems found in a folder of records."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def add(self, path: Path, place: str, value: object, what: str) -> None:
        """Add a problem at a place of a file: a row, a key or its header."""
        self.append(f"{path.relative_to(self.folder)}: {place}: {excerpt(value)} {what}")

    def sort_by_row(self, start: int) -> None:
        """Sort those from the one of this number on, all of one file, by their rows."""
        self[start:] = sorted(self[start:], key=_row_of)


def in_row(number: int, column: str = "") -> str:
    """The place of a problem in a file of rows."""
    return f"row {number}, {column}" if column else f"row {number}"


def _row_of(problem: str) -> int:
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
