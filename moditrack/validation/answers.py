"""What a person writes into needs_a_person of a drafted row, and what comes of it.

Nothing: the row is finished, and so are those that wait for it. `none`: it is left out, with the
names of an agency that is none, and the claims on a figure; the number or date that a figure or an
event prints is then accounted for, as one of numerals.csv. Anything else: it is unfinished.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from moditrack.tables import Row
from moditrack.validation.answers_for_many_rows import filled, follows
from moditrack.validation.columns import NEEDS_A_PERSON, table_of
from moditrack.validation.unfinished import Unfinished

_NONE = "none"
_REASONS = {"figures.csv": "No quantity", "events.csv": "A date, and no event"}
_OF = {
    "names.csv": {"agency": "agency", "operation": "operation"},
    "claims.csv": {"stated": "figure"},
}
"""The rows that are none where what they name in a column is, by file."""
Line = tuple[int, list[str]]


class Answers:
    """What was answered in a folder of records; unfinished rows are kept in `unfinished`."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        self._printed: dict[str, dict[tuple[Path, int], Row]] = {}
        self._ids: set[tuple[str, str, str]] = set()

    def finished(
        self, path: Path, number: int, header: list[str], values: list[str], mark: int,
        earlier: Mapping[str, list[str] | None],
    ) -> list[str]:  # fmt: skip
        """A row with something in needs_a_person, with what it takes from the one it waits for.

        Empty where it is unfinished, or none. `earlier` are the rows above, None if unfinished.
        """
        document, table, other = path.parent.name, table_of(path.name), follows(values[mark])
        if done := earlier.get(other):
            return filled(header, values, mark, done)
        texts = dict(zip(header, values, strict=True))
        if values[mark].strip().casefold() == _NONE:
            self._none(path, number, texts)
            return []
        wait = other if other in earlier else None
        if wait and (document, table, wait) in self._ids:
            texts[NEEDS_A_PERSON], wait = f"{values[mark]}, which is none", None
        self._unfinished.add(document, path.name, number, texts, waits_for=wait)
        return []

    def _none(self, path: Path, number: int, texts: dict[str, str]) -> None:
        """Keep what a row that is none prints, and its id."""
        document, reason = path.parent.name, _REASONS.get(path.name)
        self._ids.add((document, table_of(path.name), next(iter(texts.values()), "")))
        if reason and texts.get("printed"):
            row = {"locator": texts["locator"], "printed": texts["printed"], "reason": reason}
            self._printed.setdefault(document, {})[path, number] = row

    def left(
        self, document: str, file: str, columns: Iterable[str], lines: list[Line]
    ) -> list[Line]:
        """The rows of a file but names of agencies that are none, and claims on such figures."""
        of = [(at, _OF[file][one]) for at, one in enumerate(columns) if one in _OF.get(file, ())]
        return [
            (number, values)
            for number, values in lines
            if not any((document, table, values[at]) in self._ids for at, table in of)
        ]

    def numerals(self, document: str, first: int) -> list[Row]:
        """What these rows print, as rows of numerals.csv; `first` is their first position."""
        found = self._printed.get(document, {}).items()
        return [
            row | {"_path": path, "_row": number, "document": document, "position": position}
            for position, ((path, number), row) in enumerate(found, first)
        ]
