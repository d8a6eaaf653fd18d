"""What a person writes into needs_a_person of a drafted row, and what comes of it.

| needs_a_person | what comes of the row |
|---|---|
| nothing | it is finished, and so are the rows that wait for it |
| `none` | it is left out, and so is what hangs on it; the number that it prints is accounted for |
| `measure, period as f-12` | it takes these columns from the row f-12, once that is finished |
| anything else, such as `which agency?` | it is unfinished, and stays out of the database |

What hangs on a row: the names of an agency or operation, and the claims on a figure. Rows that wait
for one answer let a question about a whole table or list be asked once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from moditrack.tables import Row
from moditrack.validation.columns import NEEDS_A_PERSON, table_of
from moditrack.validation.unfinished import Unfinished

_NONE = "none"
_REASONS = {"figures.csv": "No quantity", "events.csv": "A date, and no event"}
"""Why the number of a row that is none needs no row, by file."""
_HANGS_ON = {
    "names.csv": {"agency": "agency", "operation": "operation"},
    "claims.csv": {"stated": "figure"},
}
"""Columns of a file that name a row it hangs on, with the table of that row."""
Line = tuple[int, list[str]]
"""A row of a file: its number and its values."""


class Answers:
    """What was answered in a folder of records; unfinished rows are kept in `unfinished`."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        self._printed: dict[str, dict[tuple[Path, int], Row]] = {}
        """What rows that are none print, as rows of numerals.csv, by document."""
        self._none: set[tuple[str, str, str]] = set()
        """Document, table and id of rows that are none."""

    def complete_row(
        self, path: Path, number: int, header: list[str], values: list[str], mark: int,
        earlier: Mapping[str, list[str] | None],
    ) -> list[str]:  # fmt: skip
        """The values of a row with something in needs_a_person, whose place in the row is `mark`.

        Those that it takes from another are filled in. Empty where the row is unfinished, or none.
        `earlier` has the values of the rows above by id, None for one that is unfinished.
        """
        document, table, other = path.parent.name, table_of(path.name), follows(values[mark])
        if done := earlier.get(other):
            return filled(header, values, mark, done)
        texts = dict(zip(header, values, strict=True))
        if values[mark].strip().casefold() == _NONE:
            self._leave_out(path, number, texts)
            return []
        wait = other if other in earlier else None
        if wait and (document, table, wait) in self._none:
            texts[NEEDS_A_PERSON], wait = f"{values[mark]}, which is none", None
        self._unfinished.add(document, path.name, number, texts, waits_for=wait)
        return []

    def _leave_out(self, path: Path, number: int, texts: dict[str, str]) -> None:
        """Keep the id of a row that is none, and what it prints."""
        document, reason = path.parent.name, _REASONS.get(path.name)
        self._none.add((document, table_of(path.name), next(iter(texts.values()), "")))
        if reason and texts.get("printed"):
            row = {"locator": texts["locator"], "printed": texts["printed"], "reason": reason}
            self._printed.setdefault(document, {})[path, number] = row

    def without_what_hangs_on_none(
        self, document: str, file: str, columns: Iterable[str], lines: list[Line]
    ) -> list[Line]:
        """The rows of a file but names of agencies that are none, and claims on such figures."""
        tables = _HANGS_ON.get(file, {})
        places = [(at, tables[column]) for at, column in enumerate(columns) if column in tables]
        return [
            (number, values)
            for number, values in lines
            if not any((document, table, values[at]) in self._none for at, table in places)
        ]

    def numerals(self, document: str, first: int) -> list[Row]:
        """What rows that are none print, as rows of numerals.csv with positions from `first`."""
        found = self._printed.get(document, {}).items()
        return [
            row | {"_path": path, "_row": number, "document": document, "position": position}
            for position, ((path, number), row) in enumerate(found, first)
        ]


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
