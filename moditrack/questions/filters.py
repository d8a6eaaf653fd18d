"""Filters of questions, and those that several share: --document, --agency, --operation, --from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from moditrack.errors import InputError
from moditrack.tables import Connection, Note, Plain, Table

LookUp = Callable[[Connection, str], Any]


class Filter(Plain):
    """A condition that a user can set: `--NAME VALUE` at the prompt, `parameter` in Python.

    condition: SQL over the view, with the value as :parameter; or with the values of a filter
        that can be given several times as {values}; none where `compute` alone reads the value.
    look_up: turns what a person types into such a value; raises InputError for what is unknown.
    found_by: SQL over {} for the web, where the question looks it up, not the filter.
    suggestions: what TAB offers, a kind of cli/completion.py; without one, nothing.
    choices: the only words that may be given; elsewhere: other words, and what answers them.
    unless: makes it a switch; the condition holds unless one of these parameters is given.
    switch: takes no value; `metavar` is its condition in words.
    required: always given, to the command as an argument; columns and the order may use it, too.
    """

    def __init__(
        self,
        name: str,
        help: str,
        condition: str = "",
        *,
        parameter: str | None = None,
        metavar: str = "NAME",
        look_up: LookUp | None = None,
        found_by: str = "",
        suggestions: str | None = None,
        choices: Sequence[str] = (),
        elsewhere: Mapping[str, str] | None = None,
        unless: Sequence[str] = (),
        switch: bool = False,
        required: bool = False,
    ) -> None:
        self.name = name
        self.help = help
        self.condition = condition
        self.parameter = parameter or name
        self.metavar = metavar
        self.look_up = look_up
        self.found_by = found_by
        self.suggestions = suggestions
        self.choices = tuple(choices)
        self.elsewhere = dict(elsewhere or {})
        self.unless = tuple(unless)
        self.switch = switch
        self.required = required

    @property
    def repeatable(self) -> bool:
        """Whether it can be given several times: what fits any of its values is kept."""
        return "{values}" in self.condition

    def on(self, condition: str, help: str | None = None) -> Filter:
        """The same filter with the condition of one question."""
        return Filter(**vars(self) | {"condition": condition, "help": help or self.help})

    def values(self, connection: Connection, given: Any) -> list[Any]:
        """What the condition compares with: each value looked up, once."""
        several = given if isinstance(given, (list, tuple, set)) else [given]
        for one in several:
            if self.choices and str(one) not in self.choices:
                from moditrack.nearest_names import unknown

                raise unknown(self.metavar.lower(), str(one), {own: own for own in self.choices})
        look_up = self.look_up
        found = several if look_up is None else [look_up(connection, one) for one in several]
        return list(dict.fromkeys(found))


WITHIN = """(
        WITH RECURSIVE own (operation) AS (
            SELECT operation FROM operation WHERE operation IN ({values})
            UNION
            SELECT o.operation FROM operation AS o JOIN own ON o.parent = own.operation
        )
        SELECT operation FROM own
    )"""
"""The operations asked for and all that belongs to them."""


def _find(kind: str) -> LookUp:
    """A look-up by name; the code for it is loaded only where a name is given."""

    def look_up(connection: Connection, given: str) -> str:
        from moditrack.questions import names

        if kind == "document":
            return names.find_document(connection, given)
        return names.find(connection, kind, given)

    return look_up


def one_of(what: str, query: str, listed_by: str = "") -> LookUp:
    """A look-up among ids and their names, which a query gives, and a command lists."""

    def look_up(connection: Connection, given: str) -> str:
        from moditrack.questions.names import find_id

        return find_id(connection, what, query, given, listed_by)

    return look_up


OF_WORKS = "operation IN (SELECT key FROM json_each(:words, '$.works'))"
"""What is of an operation of the agency that the words name."""


def words_filter(kind: str, condition: str, otherwise: str = "") -> Filter:
    """The rows of one kind of search entry; `condition` compares with {entries}, a query of
    them; `otherwise` says what else to do where nothing has the words."""
    entries = (
        "FROM search_entry_fts AS s JOIN search_entry AS e ON e.entry = s.rowid"
        f" WHERE search_entry_fts MATCH json_extract(:words, '$.query') AND e.kind = '{kind}'"
    )

    def look_up(connection: Connection, given: str) -> str:
        from moditrack.questions.words_filter import words_given

        return words_given(connection, kind, given, otherwise)

    return Filter(
        "words",
        "Rows with these words.",
        condition.format(entries=entries),
        metavar="WORDS",
        look_up=look_up,
    )


_FEW, _PAGES = 30, 2
"""Of so few rows the operations are named, and at most so many."""


def elsewhere(_: Connection, table: Table) -> Iterator[Note]:
    """Where else the words asked for are."""
    from moditrack.questions.question import looked_up

    asked = looked_up(table, "words")
    if asked and asked["text"].replace(" ", "").isalnum():
        yield Note("hint", f"Everything with these words: moditrack search {asked['text']}")
    if asked and len(table) <= _FEW:
        operations = dict.fromkeys(row.get("operation") for row in table.rows)
        if 0 < len(operations) <= _PAGES and None not in operations:
            listed = ", ".join(f"moditrack operations {own}" for own in operations)
            yield Note("hint", f"All on what {_they(table, 'belong')} to: {listed}")
        if cited := [row["sources"][0] for row in table.rows if row.get("figure")]:
            which = "" if len(cited) == 1 else " of the first"
            yield Note("hint", f"Reference and address{which}: moditrack sources {cited[0]}")


def of_the_agency(
    counted_in: str, noun: str, how: str
) -> Callable[[Connection, Table], Iterator[Note]]:
    """A note of how many rows an agency has whose name the words are, where those are more."""

    def note(connection: Connection, table: Table) -> Iterator[Note]:
        from moditrack.questions.question import looked_up

        if not (asked := looked_up(table, "words")):
            return
        from moditrack.counting import counted
        from moditrack.name_key import name_key

        found = connection.execute(
            f"SELECT agency, name, (SELECT count(*) FROM {counted_in} WHERE agency = a.agency)"
            " FROM search_name AS n JOIN agency AS a ON a.agency = n.id"
            " WHERE n.kind = 'agency' AND n.name_key = ?",
            (name_key(asked["text"]),),
        )
        for agency, name, number in found.fetchmany(1):
            if number > len(table):
                are = f"{counted(number, noun)} {'is' if number == 1 else 'are'} {how} {name}"
                yield Note("hint", f"{are}: moditrack {noun}s --agency {agency}")

    return note


def _they(table: Table, verb: str) -> str:
    return f"it {verb}s" if len(table) == 1 else f"they {verb}"


def _read(text: str | None, option: str) -> tuple[str | None, str | None]:
    if text is None:
        return None, None
    from moditrack.questions.typed_periods import typed_period

    try:
        return typed_period(text)
    except ValueError:
        raise InputError(
            f"{option} '{text}' is not a date: write it like 2003, 2003/04, 2003-04 or 2003-04-24."
        ) from None


DOCUMENT = Filter(
    "document",
    "Rows from this document.",
    metavar="ID",
    look_up=_find("document"),
    suggestions="document",
)
OPERATION = Filter(
    "operation",
    "Rows of this operation and its parts.",
    look_up=_find("operation"),
    suggestions="operation",
)
AGENCY = Filter(
    "agency",
    "Rows about this agency, without its units.",
    look_up=_find("agency"),
    suggestions="agency",
)
LEVEL = Filter(
    "level",
    "Rows at this level of the National Intelligence Model.",
    metavar="LEVEL",
    look_up=lambda _, given: str(given),
    choices=("1", "2", "3"),
)
STRAND = Filter(
    "strand",
    "Rows in this area of work.",
    look_up=one_of("strand", "SELECT strand, name FROM strand ORDER BY rowid"),
    suggestions="strand",
)
FROM = Filter(
    "from",
    "Rows whose period ends on or after DATE.",
    parameter="first",
    metavar="DATE",
    look_up=lambda _, given: _read(given, "--from")[0],
    suggestions="date",
)
TO = Filter(
    "to",
    "Rows whose period begins on or before DATE.",
    parameter="last",
    metavar="DATE",
    look_up=lambda _, given: _read(given, "--to")[1],
    suggestions="date",
)
"""Filters of several questions; each gives its condition with `on`."""
