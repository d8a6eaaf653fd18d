"""What a query returns: a table, or a page of several tables about one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: the key of its values, a heading for people, and how the values are shown.

    Kinds: text; id and list (of ids, one a line), never cut or broken; items (texts, one a line);
    period; whole, number, percent, change.
    """

    key: str
    heading: str = ""
    kind: str = "text"


@dataclass
class Table:
    """Rows with typed columns.

    `columns` are the keys of the data formats, a contract; `shown` what a person sees (by default
    the same). `group` names a key whose values head runs of rows in the view for people; `total`
    says how many rows at the end are totals. `notes` are sentences to read with the figures. A row
    with a true `again` is the one before it at another level, and not shown to people.
    """

    title: str
    columns: tuple[Column, ...]
    rows: list[Row]
    shown: tuple[Column, ...] = ()
    group: str | None = None
    total: int = 0
    notes: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Row]:
        """The rows, each with the keys of `columns` alone and in their order."""
        keys = [column.key for column in self.columns]
        for row in self.rows:
            yield {key: row[key] for key in keys}

    @property
    def seen(self) -> list[Row]:
        """The rows that people see."""
        return [row for row in self.rows if not row.get("again")]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def sources(self) -> list[str]:
        """The citations behind the rows, each once, in order."""
        seen: dict[str, None] = {}
        for row in self.rows:
            seen.update(dict.fromkeys(row.get("sources", [])))
        return list(seen)


@dataclass
class Page:
    """All there is about one thing: facts and tables for people, one object for programs."""

    title: str
    facts: list[tuple[str, str]]
    sections: list[Table]
    data: Row


@dataclass(frozen=True)
class Chart:
    """A picture for people, in characters.

    Kinds: `stacked`, a bar for each row with a part for each series; `pyramid`, two series left and
    right of a middle; `interval`, values low, point and high against 1. `rows` are a label and its
    values.
    """

    title: str
    kind: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]


def columns(*keys: str) -> tuple[Column, ...]:
    """Columns of a contract, by key alone."""
    return tuple(Column(key) for key in keys)
