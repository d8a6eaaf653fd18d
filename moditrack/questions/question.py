"""A question: one definition of what a user can ask.

Its command's options, completion and fields, its JSON Schema, its web query and its Python method
come from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from moditrack.errors import InputError
from moditrack.tables import Column, Connection, Display, Note, Plain, Record, Row, Table

if TYPE_CHECKING:
    from moditrack.db.rows import Selection
    from moditrack.questions.filters import Filter

    Compute = Callable[[Iterator[Row], Mapping[str, list[Any]]], Iterator[Row]]
    Notes = Callable[[Connection, Table], Iterable[Note]]


def related_checks_note(connection: Connection, table: Table, **about: Any) -> Iterable[Note]:
    """A note on the findings that concern an answer; data does without what makes it."""
    from moditrack.questions.related_checks import related_checks

    return related_checks(connection, table, **about)


def looked_up(table: Table, name: str) -> dict[str, Any]:
    """What a filter of an answer has looked up as JSON; empty where it is not given."""
    import json  # data does without

    given = table.filters.get(name)
    return dict(json.loads(given[0])) if given else {}


def partly(table: Table, name: str = "words") -> str:
    """That no row has all of the words asked for by a filter, where that is so."""
    asked = looked_up(table, name)
    if not asked or not 0 < asked["matched"] < asked["words"] or not len(table):
        return ""
    from moditrack.questions.words_not_found import having_most

    return having_most("None", asked)


class Question(Plain):
    """What a user can ask: a view of the database, its columns, filters, notes and display.

    summary: what it lists, in a line. asks: the question in a person's words. meaning: what else to
        know of the answer.
    record: the columns of the data formats. view: has them, the names, and what filters compare.
    names: further columns of the view, which only people see; helpers: columns that only filters
        and the order use. Of both, a column that the view computes has its type and meaning here.
    compute: makes the rows of an answer from the rows of the view, by the values of the filters.
    computed: the columns that only `compute` has, and not the view.
    notes: functions that give the notes of an answer.
    noun: what a row is, one and many, to be counted in the title, which has the number alone if it
        is the title; counted: the column whose values are counted instead of the rows.
    conclusion: the answer in a sentence.
    order: SQL; undated: where a range of dates is asked for, the condition of what it leaves out
        for want of a date, and what that is in words, one and many.
    command: what asks it in a terminal, if that is not its name.
    expressions: SQL of columns that the view does not have.
    """

    def __init__(
        self,
        name: str,
        *,
        title: str,
        summary: str,
        asks: str,
        meaning: str,
        record: Record,
        view: str,
        display: Display | None = None,
        names: Sequence[Column] = (),
        helpers: Sequence[Column] = (),
        filters: Sequence[Filter] = (),
        compute: Compute | None = None,
        computed: Sequence[str] = (),
        notes: Sequence[Notes] = (),
        order: str = "position",
        undated: tuple[str, tuple[str, str]] | None = None,
        command: str | None = None,
        expressions: Mapping[str, str] | None = None,
        noun: tuple[str, str] | None = None,
        counted: str | None = None,
        conclusion: Callable[[Connection, Table], str] | None = None,
    ) -> None:
        self.name = name
        self.noun = noun
        self.counted = counted
        self.conclusion = conclusion
        self.command = command or name
        self.title = title
        self.summary = summary
        self.asks = asks
        self.meaning = meaning
        self.record = record
        self.view = view
        self.display = display
        self.names = tuple(names)
        self.helpers = tuple(helpers)
        self.filters = tuple(filters)
        self.compute = compute
        self.computed = tuple(computed)
        self.notes = tuple(notes)
        self.order = order
        self.undated = undated
        self.expressions = dict(expressions or {})

    @property
    def of_view(self) -> list[Column]:
        """The columns of the data formats that the view has."""
        return [column for column in self.record.columns if column.key not in self.computed]

    def replace(self, **parts: Any) -> Question:
        """The same question with other parts; each is an attribute under its own name."""
        return Question(**vars(self) | parts)

    def ask(self, connection: Connection, /, **given: Any) -> Table:
        """The rows that all filters given keep. Raises InputError for an unknown name or value."""
        return self.answer(connection, self.values(connection, given))

    def answer(self, connection: Connection, values: Mapping[str, list[Any]]) -> Table:
        """The same, of values that are looked up."""

        def notes(table: Table) -> Iterator[Note]:
            yield from self._inferred(table)
            yield from self._left_out(connection, values)
            if values and not len(table):
                from moditrack.questions.nothing_found import nearest

                yield from nearest(self, connection, values)
            for find_notes in self.notes:
                yield from find_notes(connection, table)

        def rows() -> Iterator[Row]:
            found = iter(self.select(connection, [*self.of_view, *self.names], values))
            return found if self.compute is None else self.compute(found, values)

        noun, conclusion = self.noun, self.conclusion

        def heading(table: Table) -> str:
            from moditrack.counting import counted

            own = noun or ("", "")
            key = self.counted
            number = len({row[key] for row in table.rows} if key else table)
            named = table.title.lower().startswith(own[1])
            title = self._of_a_month_or_year(values) or table.title
            return f"{title}: {number if named else counted(number, *own)}"

        def answer(table: Table) -> str:
            said = conclusion(connection, table) if conclusion else ""
            return f"{partly(table)} {said}".strip()

        def none() -> str:
            from moditrack.questions.nothing_found import none_of

            return none_of(self, connection, values)

        return Table(
            self._titled(values),
            self.record.columns,
            rows,
            display=self.display,
            notes=notes,
            filters=values,
            heading=heading if noun else None,
            answer=answer,
            none=none,
            data=None if self.compute else self.select(connection, self.record.columns, values),
        )

    def _titled(self, values: Mapping[str, list[Any]]) -> str:
        """The title, with the words asked for, and what they stand for or how many a row has."""
        if "words" not in values:
            if self.undated is None:
                return self.title
            (first,), (last,) = values.get("first", [""]), values.get("last", [""])
            if not (first or last):
                return self.title
            from moditrack.record_dates import dates_in_words

            if first == last:
                return f"{self.title}, {dates_in_words(first)}"
            between = f"{f' from {first}' * bool(first)}{f' to {last}' * bool(last)}"
            return self.title + dates_in_words(between)
        import json  # only where words are given

        asked = json.loads(values["words"][0])
        if 0 < asked["matched"] < asked["words"]:
            some = f"{asked['matched']} of the {asked['words']} words"
            return f"{self.title} with {some} '{asked['text']}'"
        spelt = f" ({asked['spelt']})" if "spelt" in asked else ""
        return f"{self.title} with '{asked['text']}'{spelt}"

    def _of_a_month_or_year(self, values: Mapping[str, list[Any]]) -> str:
        """The title with the month or year asked for in words; empty where it is no such time."""
        (first,), (last,) = values.get("first", [""]), values.get("last", [""])
        if "words" in values or not (first and last) or self.undated is None:
            return ""
        from moditrack.period_text import period_text
        from moditrack.record_dates import dates_in_words

        period = period_text(first, last) or ""
        return "" if " " in period else f"{self.title}, {dates_in_words(period)}"

    def _inferred(self, table: Table) -> Iterator[Note]:
        """What * means, where a row has one."""
        from moditrack.questions.inferred_star import star_notes

        if keys := [key for key in self.record.keys if key.endswith("inferred")]:
            yield from star_notes(row[key] is True for row in table.rows for key in keys)

    def _left_out(self, connection: Connection, values: Mapping[str, list[Any]]) -> Iterator[Note]:
        """How many rows a range of dates leaves out for want of a date."""
        if self.undated is None or not {"first", "last"} & set(values):
            return
        condition, (one, without) = self.undated
        others = {name: value for name, value in values.items() if name not in ("first", "last")}
        chosen, bound = self.where_clause(others)
        (number,) = connection.execute(
            f"SELECT count(*) FROM {self.view} WHERE {chosen} AND {condition}", bound
        ).fetchone()
        if number:
            from moditrack.counting import counted

            yield Note("left-out", f"Left out: {counted(number, one)} {without}.")

    def values(self, connection: Connection, given: Mapping[str, Any]) -> dict[str, list[Any]]:
        """What the conditions compare with, by parameter; filters that are not set are left out."""
        known = {own.parameter: own for own in self.filters}
        if others := set(given) - set(known):
            raise TypeError(f"{self.name} has no filter {', '.join(sorted(others))}")
        values = {
            name: known[name].values(connection, value)
            for name, value in given.items()
            if value is not None and value is not False and value not in ((), [])
        }
        first, last = values.get("first"), values.get("last")
        if first and last and first > last:
            raise InputError(f"--from {given['first']} is after --to {given['last']}: swap them.")
        return values

    def where_clause(self, values: Mapping[str, list[Any]]) -> tuple[str, dict[str, Any]]:
        """The conditions of the filters that are set, and what to bind, for an index to serve each
        value."""
        conditions: list[str] = []
        bound: dict[str, Any] = {}
        for own in self.filters:
            if own.unless:
                if values.keys().isdisjoint(own.unless):
                    conditions.append(f"({own.condition})")
            elif own.parameter in values:
                names = [f"{own.parameter}_{n}" for n in range(len(values[own.parameter]))]
                if not own.repeatable:
                    names = [own.parameter]
                bound |= dict(zip(names, values[own.parameter], strict=True))
                listed = ", ".join(f":{name}" for name in names)
                if own.condition:
                    conditions.append(f"({own.condition.replace('{values}', listed)})")
        return " AND ".join(conditions) or "1", bound

    def select(
        self,
        connection: Connection,
        columns: Sequence[Column],
        values: Mapping[str, list[Any]],
        condition: str = "",
        bound: Mapping[str, Any] | None = None,
    ) -> Selection:
        """The rows that the filters keep, or that `condition` keeps."""
        from moditrack.db.rows import Selection  # help does not need it

        chosen, named = (condition, bound) if condition else self.where_clause(values)
        query = f"FROM {self.view} WHERE {chosen} ORDER BY {self.order}"
        return Selection(connection, columns, query, named or {}, self.expressions)
