"""Rows that wait for one answer: a question that holds for a whole table or list is asked once.

Such a row has `measure, period as FIGURE` in needs_a_person: when that figure is finished, the row
takes these columns from it, and is finished too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

COLUMNS = ("measure", "period", "inferred", "agency", "operation")
"""Columns that can be those of another row."""
_AS = re.compile(rf"((?:{'|'.join(COLUMNS)})(?:, (?:{'|'.join(COLUMNS)}))*) as ([\w-]+)")


def needs(columns: Sequence[str], row: str) -> str:
    """What a row needs that takes some columns from another."""
    return f"{', '.join(columns)} as {row}"


def follows(needs_a_person: str) -> str:
    """The id of the row that another takes columns from; empty where it takes none."""
    match = _AS.fullmatch(needs_a_person.strip())
    return match[2] if match is not None else ""


def filled(
    header: Sequence[str], values: Sequence[str], mark: int, other: Sequence[str]
) -> list[str]:
    """The values of a row with those that it takes from another; `mark` is where it says which."""
    match = _AS.fullmatch(values[mark].strip())
    taken = match[1].split(", ") if match is not None else []
    return [
        other[at] if name in taken else "" if at == mark else value
        for at, (name, value) in enumerate(zip(header, values, strict=True))
    ]
