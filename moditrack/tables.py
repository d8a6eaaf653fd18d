"""What a query returns: a table, a page of several tables about one thing, or a picture.

Plain classes: making dataclasses would take as long as a query, at every start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

    Values = Sequence[Any] | Mapping[str, Any]

Row = dict[str, Any]


class Marked(str):
    """A text with the places (first, last) of what was found in it, which a terminal marks."""

    def __new__(cls, text: str, spans: Sequence[tuple[int, int]] = ()) -> Marked:
        made = super().__new__(cls, text)
        made.spans = spans
        return made

    spans: Sequence[tuple[int, int]]


TOUCHING = "What does not fit here: "
"""How a note begins that names the checks which touch a table."""


STARRED = "* Not printed in full; follows from the document."
"""What the star of a date or another value means; it stands under every table that has one."""


def select(connection: sqlite3.Connection, sql: str, values: Values = ()) -> Iterator[Row]:
    """The rows that a query finds, as dicts, one by one."""
    found = connection.execute(sql, values)
    found.row_factory = None  # tuples: the names are the same for all rows
    names = [name for name, *_ in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def cited(connection: sqlite3.Connection, sql: str, values: Values = ()) -> Iterator[Row]:
    """The same of a query that gives one citation as `sources`, which are a list."""
    for row in select(connection, sql, values):
        row["sources"] = [row["sources"]]
        yield row


class Column:
    """A column: the key of its values, a heading for people, and how the values are shown.

    Kinds: text; id and list (of ids, one a line), never cut or broken; items (texts, one a line);
    marked (Marked texts, one a line);
    period; whole, number, percent, change.
    """

    def __init__(self, key: str, heading: str = "", kind: str = "text") -> None:
        self.key = key
        self.heading = heading
        self.kind = kind


class Table:
    """Rows with typed columns.

    `columns` are the keys of the data formats, a contract; `shown` what a person sees (by default
    the same). `made` gives the rows, or makes them one by one; `noted` makes the notes, sentences
    to read with the figures; `dress` gives the rows what only people see. None is asked before it
    is needed. `group` names a key whose values head runs of rows in the view for people; `total`
    says how many rows at the end are totals. A row with a true `again` is an earlier one in
    another strand or at another level, and not shown to people.
    """

    def __init__(
        self,
        title: str,
        columns: tuple[Column, ...],
        made: list[Row] | Callable[[], Iterable[Row]],
        *,
        shown: tuple[Column, ...] = (),
        group: str | None = None,
        total: int = 0,
        noted: Callable[[Table], list[str]] | None = None,
        dress: Callable[[list[Row]], None] | None = None,
    ) -> None:
        self.title = title
        self.columns = columns
        self.made = made
        self.shown = shown
        self.group = group
        self.total = total
        self.noted = noted
        self.dress = dress

    @cached_property
    def rows(self) -> list[Row]:
        """All rows, gathered."""
        return list(self._found())

    @cached_property
    def notes(self) -> list[str]:
        """Sentences to read with the figures."""
        return [] if self.noted is None else self.noted(self)

    def __iter__(self) -> Iterator[Row]:
        """The rows, each with the keys of `columns` alone and in their order; not gathered first,
        unless they are already."""
        keys = [column.key for column in self.columns]
        for row in self.rows if "rows" in vars(self) else self._found():
            yield row if list(row) == keys else {key: row[key] for key in keys}

    @cached_property
    def seen(self) -> list[Row]:
        """The rows that people see."""
        if self.dress is not None:
            self.dress(self.rows)
        return [row for row in self.rows if not row.get("again")]

    def __len__(self) -> int:
        return len(self.rows)

    def _found(self) -> Iterable[Row]:
        return self.made() if callable(self.made) else self.made

    @property
    def sources(self) -> list[str]:
        """The citations behind the rows, each once, in order."""
        seen: dict[str, None] = {}
        for row in self.rows:
            sources = row.get("sources")
            seen.update(dict.fromkeys(sources if isinstance(sources, list) else []))
        return list(seen)


class Page:
    """All there is about one thing: facts (given, or made when they are needed) and tables for
    people, one object for programs.

    `parts` are the keys and values of the object; a Table stands for the list of its rows.
    """

    def __init__(
        self,
        title: str,
        facts: list[tuple[str, str]] | Callable[[], list[tuple[str, str]]],
        tables: list[Table],
        parts: Row,
    ) -> None:
        self.title = title
        self._facts = facts
        self._tables = tables
        self.parts = parts

    @cached_property
    def data(self) -> Row:
        """The object, its rows gathered."""
        return {k: list(v) if isinstance(v, Table) else v for k, v in self.parts.items()}

    @cached_property
    def sections(self) -> list[Table]:
        """The tables that have rows."""
        return [table for table in self._tables if len(table)]

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """Labels and what stands beside them."""
        return self._facts() if callable(self._facts) else self._facts

    @property
    def sources(self) -> list[str]:
        """The citations behind it, each once, in order."""
        listed = [*self.parts.get("sources", []), *(s for t in self.sections for s in t.sources)]
        return list(dict.fromkeys(listed))

    @property
    def notes(self) -> list[str]:
        """Sentences to read with its tables."""
        return list(dict.fromkeys(note for table in self.sections for note in table.notes))


class Chart:
    """A picture for people, in characters.

    Kinds: `stacked`, a bar for each row with a part for each series; `pyramid`, two series left and
    right of a middle; `interval`, values low, point and high against 1. `rows` are a label and its
    values.
    """

    def __init__(
        self,
        title: str,
        kind: str,
        series: tuple[str, ...],
        rows: tuple[tuple[str, tuple[float, ...]], ...],
    ) -> None:
        self.title = title
        self.kind = kind
        self.series = series
        self.rows = rows


class Graph:
    """A picture of what is tied to what, for what draws it.

    `about` are sentences to read with it. `groups` are an id, a name and the group that one is in
    (None: in none); `nodes` an id, a kind (agency, operation, strand), a name and a group; `edges`
    give what ties one node to another.
    """

    def __init__(
        self,
        title: str,
        about: list[str],
        groups: list[tuple[str, str, str | None]],
        nodes: list[tuple[str, str, str, str | None]],
        edges: dict[tuple[str, str], str],
    ) -> None:
        self.title = title
        self.about = about
        self.groups = groups
        self.nodes = nodes
        self.edges = edges


def columns(*keys: str) -> tuple[Column, ...]:
    """Columns of a contract, by key alone."""
    return tuple(Column(key) for key in keys)


def by_force(table: Table) -> list[list[Row]]:
    """The rows of each document and force: nothing is summed or drawn across them."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        found.setdefault((row["document"], row["force"]), []).append(row)
    return list(found.values())
