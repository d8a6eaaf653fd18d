"""A difference that verify finds, counts of what is confirmed, and rows not finished yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from moditrack.tables import Row
from moditrack.validation.columns import PER_DOCUMENT, table_of

FILE_OF = {table_of(file): file for file in PER_DOCUMENT}
"""The file of the records in which a table's rows are."""

PRINTED = ("printed", "name", "hedge")
"""Columns that hold what is printed."""


def not_given(row: Row) -> str:
    """That the printed text of a figure does not give its record."""
    return f"'{row['printed']}' does not give {row['figure']}"


def other_bound(row: Row, bound: str | None) -> str:
    """That the printed text of a figure has another bound than its record."""
    return f"'{row['printed']}' is {bound}, not {row['bound']} ({row['figure']})"


@dataclass
class Count:
    """A number of records, and how many of them the text confirms."""

    total: int = 0
    confirmed: int = 0

    def add(self, confirmed: bool) -> bool:
        """Count one record; return whether it is confirmed."""
        self.total += 1
        self.confirmed += confirmed
        return confirmed


@dataclass
class Difference:
    """A difference between a document and its records.

    file, row, column, value: the cell of the records that it is about; None where there is none.
    fits: what the passage has, or what would fit; empty where nothing comes near. wanted: a printed
    text that is not in the passage. place: where a number of the text is that has no record.
    """

    citation: str
    what: str
    file: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    fits: str = ""
    wanted: str = ""
    place: tuple[str, int] | None = None

    @property
    def locator(self) -> str:
        """The passage that it is in."""
        return self.citation.partition("#")[2]

    @property
    def cell(self) -> str:
        """The file, row and column of the records, to read."""
        if self.file is None:
            return ""
        parts = [self.file, f"row {self.row}", *([self.column] if self.column else [])]
        return ", ".join(parts)

    def __str__(self) -> str:
        """The difference in one line."""
        cell = f" ({self.cell})" if self.cell else ""
        fits = f": {self.fits}" if self.fits else ""
        return f"{self.citation}: {self.what}{cell}{fits}"


@dataclass
class OpenRow:
    """An unfinished row of the records, and where in the text it is; the start where that is not
    known."""

    citation: str
    row: Row
    place: tuple[str, int]

    @property
    def printed(self) -> str:
        """What the row says is printed; empty where it says nothing."""
        texts = self.row["texts"]
        return next((str(texts[column]) for column in PRINTED if texts.get(column)), "")


@dataclass
class Evidence:
    """The result of comparing a document's records with its text.

    `digests` are the differences of passages' digests, `differences` all others; `unfinished` are
    the rows that need a person or wait. `texts` are the passages found.
    """

    document: str
    passages: Count = field(default_factory=Count)
    figures: Count = field(default_factory=Count)
    dates: Count = field(default_factory=Count)
    names: Count = field(default_factory=Count)
    numerals: Count = field(default_factory=Count)
    differences: list[Difference] = field(default_factory=list)
    digests: list[Difference] = field(default_factory=list)
    unfinished: list[OpenRow] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def all_differences(self) -> list[Difference]:
        """Differences of rows and of digests."""
        return [*self.differences, *self.digests]

    def differ(
        self,
        locator: str,
        what: str,
        record: tuple[str, Row] | None = None,
        column: str | None = None,
        **more: Any,
    ) -> None:
        """Report a difference at a passage; `record`: a table and row; `more`: value, fits, wanted,
        place."""
        table, row = record or ("", {})
        number = row["position"] + 1 if record else None
        if column in row and "value" not in more and row[column] is not None:
            more["value"] = str(row[column])
        citation = f"{self.document}#{locator}"
        self.differences.append(
            Difference(citation, what, FILE_OF.get(table), number, column, **more)
        )
