"""What a question about one thing answers with: Page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from moditrack.tables import Json, Note, Plain, Row, Table


class Page(Plain):
    """All there is about one thing: title and facts (given, or made when they are needed) and
    tables for people, one object for programs.

    `tables` may have names, by which people choose one. `parts` are the keys and values of the
    object; a Table is the list of its rows. `answer` is a sentence below the title. `first` makes
    what people see first of a long page; `below` are notes at its end. With `tables_first`, a small
    screen has the tables above the facts. `shorter` makes it with ever less, for a screen on which
    it does not fit; `longer` with ever more, for one that has room.
    """

    def __init__(
        self,
        title: str | Callable[[], str],
        facts: list[tuple[str, str]] | Callable[[], list[tuple[str, str]]],
        tables: Sequence[Table] | Mapping[str, Table],
        parts: Row,
        *,
        answer: str = "",
        first: Callable[[], Page] | None = None,
        below: Sequence[Note] = (),
        tables_first: bool = False,
        shorter: Callable[[], Iterable[Page]] = tuple,
        longer: Callable[[], Iterable[Page]] = tuple,
    ) -> None:
        self._title = title
        self.answer = answer
        self.tables_first = tables_first
        self.shorter = shorter
        self.longer = longer
        self._facts = facts
        self.named = dict(tables) if isinstance(tables, Mapping) else {}
        self._tables = list(tables.values() if isinstance(tables, Mapping) else tables)
        self.parts = parts
        self.first = first
        self.below = tuple(below)

    @cached_property
    def title(self) -> str:
        """What people see on top of it."""
        return self._title() if callable(self._title) else self._title

    @cached_property
    def data(self) -> Row:
        """The object, its rows gathered."""
        return {key: _gathered(value) for key, value in self.parts.items()}

    @cached_property
    def sections(self) -> list[Table]:
        """The tables that have rows."""
        return [table for table in self._tables if len(table)]

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """The labels, each with its value."""
        return self._facts() if callable(self._facts) else self._facts

    def section(self, given: str) -> str:
        """The name of a section, for what is short for it. Raises InputError for another."""
        name = {"results": "figures", "promises": "commitments"}.get(given, given.casefold())
        if name not in self.named:
            from moditrack.nearest_names import meant, unknown

            known = {own: own for own in self.named}
            if (found := meant(name, known)) is None:
                raise unknown("section", given, known)
            name = found
        return name

    @property
    def sources(self) -> list[str]:
        """The citations behind it, each once, in order."""
        own = _gathered(self.parts.get("sources", []))
        listed = [*own, *(s for t in self.sections for s in t.sources)]
        return list(dict.fromkeys(listed))

    @property
    def notes(self) -> list[Note]:
        """Sentences to read with its tables."""
        return list(dict.fromkeys(note for table in self.sections for note in table.notes))


def _gathered(value: Any) -> Any:
    """A part of a page as a value."""
    if isinstance(value, Table):
        return list(value)
    return value.value if isinstance(value, Json) else value
