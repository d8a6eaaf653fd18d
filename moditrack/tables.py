"""What a question answers with: Table, Column, Note, Display.

Plain classes: dataclasses would cost 7 ms at every start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import sqlite3

    from moditrack.long_rows import Found

Connection: TypeAlias = "sqlite3.Connection"
"""A connection to the database, for signatures: help does without sqlite3."""
Row = dict[str, Any]
RecordTables = dict[str, list[Row]]
"""Rows of the records, by table."""


class Plain:
    """A class whose objects show their attributes."""

    def __repr__(self) -> str:
        listed = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({listed})"


class Marked(str):
    """A text with the places (first, last) of what was found in it; the verdict in whose colour a
    terminal marks them, if they are no hits."""

    def __new__(cls, text: str, spans: Sequence[tuple[int, int]] = (), verdict: str = "") -> Marked:
        marked = super().__new__(cls, text)
        marked.spans = spans
        marked.verdict = verdict
        return marked

    spans: Sequence[tuple[int, int]]
    verdict: str


def marked_as(verdict: str, text: str) -> Marked:
    """A text that a terminal shows in the colour of a verdict."""
    return Marked(text, [(0, len(text))] if text else (), verdict)


class Column(Plain):
    """A key of the data formats, which is a contract.

    type: text, integer, number, boolean, date, document or citation; or the Record of an object.
    many: a list of these; null: may be unknown; values: the only ones there are.
    """

    def __init__(
        self, key: str, type: str | Record = "text", meaning: str = "", *,
        null: bool = False, many: bool = False, values: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.key = key
        self.type = type
        self.meaning = meaning
        self.null = null
        self.many = many
        self.values = tuple(values)


class Record(Plain):
    """What a row or a page of the data formats is: its name in the JSON Schema, and its columns."""

    def __init__(self, name: str, meaning: str, columns: Sequence[Column]) -> None:
        self.name = name
        self.meaning = meaning
        self.columns = tuple(columns)

    @property
    def keys(self) -> list[str]:
        """The keys of the columns, in order."""
        return [column.key for column in self.columns]


class DisplayColumn(Plain):
    """A column that people see: the key of its values, a heading, and how the values are set.

    Kinds: text; each (text that a screen has in each row: a number in words, a letter of a map);
    cited (text that the citations are of); unbroken (text on one line); id and list
    (of ids, one a line, or all in a line where the last column has room), never cut or broken;
    items (texts, one a line); marked (Marked texts, one a line); period; whole, number, percent,
    change; count (0 is a dot); share (whole percent); trend; interval (low, point, high and the top
    of the scale, drawn against 1, which the heading names).
    An `optional` column is for a terminal with room to spare.
    """

    def __init__(
        self, key: str, heading: str = "", kind: str = "text", *, optional: bool = False
    ) -> None:
        self.key = key
        self.heading = heading
        self.kind = kind
        self.optional = optional


class Note(str):
    """A sentence to read with the figures.

    Kinds: caution, report-caution (the document's own), report-cautions (what these are about),
    conclusion, conflict, small-counts, inferred, left-out, explanation, further (a further answer),
    change, hint, related-checks, nearby-checks (on the same passages), pointer (to what more there
    is), user (from what the user gave), source.
    """

    kind: str

    def __new__(cls, kind: str, text: str) -> Note:
        note = super().__new__(cls, text)
        note.kind = kind
        return note


class Display(Plain):
    """How people see a table.

    rows: maps the rows to new ones with the keys of `columns`; rows are never changed in place.
    group: the key whose values head runs of rows. totals: how many rows at the end are totals.
    strong: the key whose value says which rows are bold; the first total is bold, too.
    empty: whether a column without a value is shown, too.
    """

    def __init__(
        self,
        columns: Sequence[DisplayColumn],
        rows: Callable[[Iterable[Row]], Iterable[Row]] | None = None,
        *,
        group: str | None = None,
        totals: int = 0,
        strong: str | None = None,
        empty: bool = False,
    ) -> None:
        self.columns = tuple(columns)
        self.rows = rows
        self.group = group
        self.totals = totals
        self.strong = strong
        self.empty = empty


def all_columns(columns: Iterable[Column]) -> Display:
    """Columns under their own names: all of them, even without a value."""
    shown = [
        DisplayColumn(
            own.key,
            own.key,
            "number" if own.type in ("integer", "number") and not own.many else "text",
        )
        for own in columns
    ]
    return Display(shown, empty=True)


class Table(Plain):
    """Rows with typed columns, notes, and how people see them.

    `rows` are the rows, or find them one by one; `notes` finds the notes, `heading` what people see
    instead of the title, and `answer` a sentence below it. None is asked before it is needed.
    `filters` are the values that it was asked with, by parameter. `data` finds the rows without
    what only people see, as JSON, too. `none` finds what is shown where it has no row.
    """

    nothing_found = "Nothing found."

    def __init__(
        self,
        title: str,
        columns: Sequence[Column],
        rows: Sequence[Row] | Callable[[], Iterable[Row]],
        *,
        display: Display | None = None,
        notes: Callable[[Table], Iterable[Note]] | None = None,
        filters: Mapping[str, list[Any]] | None = None,
        heading: Callable[[Table], str] | None = None,
        answer: Callable[[Table], str] | None = None,
        none: Callable[[], str] | None = None,
        data: Found | None = None,
    ) -> None:
        self.title = title
        self.find_none = none
        self._data = data
        self.find_heading = heading
        self.find_answer = answer
        self.columns = tuple(columns)
        self.display = display or all_columns(columns)
        self.find_rows = rows
        self._rows: Sequence[Row] | None = None
        self.find_notes = notes
        self.filters = dict(filters or {})

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        if self._rows is None:
            number = None if self._data is None else self._data.number
            found = self.find_rows
            self._rows = _kept(found, number) if callable(found) else found
        return self._rows

    @cached_property
    def displayed(self) -> Sequence[Row]:
        """The rows that people see."""
        display = self.display.rows
        return self.rows if display is None else _kept(lambda: display(self.rows))

    def values(self, key: str) -> Iterator[Any]:
        """The values of one column, by a query of it alone where the rows are too many to keep."""
        if self._data is not None and not isinstance(self.rows, list):
            return self._data.values(key)
        return (row[key] for row in self.rows)

    @cached_property
    def heading(self) -> str:
        """The title that people see, usually with a count."""
        return self.title if self.find_heading is None else self.find_heading(self)

    @cached_property
    def nothing(self) -> str:
        """What people see in place of rows, where there are none."""
        return self.nothing_found if self.find_none is None else self.find_none()

    @cached_property
    def answer(self) -> str:
        """The answer in a sentence or two; empty where the rows say it."""
        return "" if self.find_answer is None else self.find_answer(self)

    @cached_property
    def notes(self) -> list[Note]:
        """Sentences to read with the figures."""
        return [] if self.find_notes is None else list(self.find_notes(self))

    def __iter__(self) -> Iterator[Row]:
        """The rows with the keys of `columns` alone, in their order, found one by one."""
        keys = [column.key for column in self.columns]
        if self.data is not None:
            yield from self.data
            return
        for row in self._found() if self._rows is None else self._rows:
            yield row if list(row) == keys else {key: row[key] for key in keys}

    @property
    def data(self) -> Found | None:
        """What finds the rows without what only people see; None once the rows are kept."""
        return self._data if self._rows is None else None

    def __len__(self) -> int:
        return len(self.rows)

    def part(self, rows: Sequence[Row]) -> Table:
        """Some of the rows as a table, with the notes on them alone."""
        return Table(
            self.title, self.columns, rows,
            display=self.display, notes=self.find_notes, filters=self.filters,
        )  # fmt: skip

    def keep(self) -> None:
        """Find all rows now, however many they are."""
        self._rows = list(self.rows)

    def _found(self) -> Iterable[Row]:
        return self.find_rows() if callable(self.find_rows) else self.find_rows

    @property
    def sources(self) -> list[str]:
        """The citations behind the rows, each once, in order."""
        from moditrack.citations import sources_of  # data is written without them

        return sources_of(self.rows)


def _kept(
    find: Callable[[], Iterable[Row]], number: Callable[[], int] | None = None
) -> Sequence[Row]:
    from moditrack.long_rows import kept  # data is written row by row

    return kept(find, number)


class Json(str):
    """A value as JSON, as the database writes it: data then needs no encoder."""

    @property
    def value(self) -> Any:
        """The value itself."""
        from json import loads

        return loads(self)
