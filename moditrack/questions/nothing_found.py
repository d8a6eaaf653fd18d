"""What an answer without a row says: what there is not, in words, and what is nearest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from moditrack.period_text import period_text
from moditrack.questions.names import ShownNames
from moditrack.record_dates import dates_in_words
from moditrack.tables import Connection, Note, Table

if TYPE_CHECKING:
    from moditrack.questions.filters import Filter
    from moditrack.questions.question import Question

_FEW = 2
"""At most this many documents are named."""
_RANGE = ("first", "last")
_IN = ("unit", "document")
"""Filters by what a row is in."""
_OF = ("agency", "operation")
"""Filters by whose a row is."""
_ORDER = ("of", "with", "by", "in", "is")
_IS = "is "
"""What a switch says begins so: a row is due."""


def none_of(question: Question, connection: Connection, values: Mapping[str, list[Any]]) -> str:
    """That there is no row of all that was asked for, in words: No figure with 'pilot' in GBP."""
    said = _joined(_said(question, connection, values).values())
    one = question.noun[0] if question.noun else question.title.lower()
    none = "Nothing" if " " in one else f"No {one}"
    return f"{none} {said}." if said else Table.nothing_found


def nearest(
    question: Question, connection: Connection, values: Mapping[str, list[Any]]
) -> Iterator[Note]:
    """How many rows there are without one of the filters, and the dates next to a range."""
    said = _said(question, connection, values)
    without: list[str] = []
    by_switch = sorted(said, key=lambda own: not said[own].startswith(_IS))
    for left_out in by_switch if len(said) > 1 else ():
        rest = {key: own for key, own in values.items() if key not in _parameters(left_out)}
        chosen, bound = question.where_clause(rest)
        (number,) = connection.execute(
            f"SELECT count(*) FROM {question.view} WHERE {chosen}", bound
        ).fetchone()
        if number:
            are = "is" if number == 1 else "are"
            others = _joined(
                f"that {are} {text[len(_IS) :]}" if text.startswith(_IS) else text
                for key, text in said.items()
                if key != left_out
            )
            where = ""
            if left_out == "document":  # what is in other documents is not taken for this one's
                where = _other_documents(question, connection, chosen, bound)
            if others.startswith("that "):  # none of those before: no row fits all
                others = f"other{'s' * (number > 1)} {others}"
            there = "" if without else f"There {are} "
            without.append(f"{there}{number:,} {others}{where}")
    if without:
        yield Note("pointer", f"{' and '.join(without)}.")
    if dates := list(_dates_beside(question, connection, values)):
        yield Note("pointer", f"Nearest by date: {' and '.join(dates)}.")
        period = period_text(values.get("first", [None])[0], values.get("last", [None])[0])
        if period and " " not in period and len(period) != len("2003-04-24"):
            yield Note("hint", f"Whatever names it: moditrack search {period}")


def _other_documents(
    question: Question, connection: Connection, chosen: str, bound: Mapping[str, Any]
) -> str:
    """The documents that have the rows, where they are one or two."""
    columns = question.record.columns
    key = next((own.key for own in columns if own.type == "document" and not own.many), "")
    if not key:
        return ""
    found = connection.execute(
        f"SELECT DISTINCT {key} FROM {question.view} WHERE {chosen} ORDER BY 1", bound
    ).fetchmany(_FEW + 1)
    return f", in {' and '.join(own for (own,) in found)}" if found[_FEW:] == [] else ""


def _parameters(own: str) -> tuple[str, ...]:
    return _RANGE if own in _RANGE else (own,)


def _joined(texts: Iterable[str]) -> str:
    """What several filters say: with strand removals and role funds."""
    listed = [*texts]
    _, *others = [place for place, text in enumerate(listed) if text.startswith("with ")] or [0]
    for place in others:
        listed[place] = f"and{listed[place].removeprefix('with')}"
    return " ".join(listed)


def _said(
    question: Question, connection: Connection, values: Mapping[str, list[Any]]
) -> dict[str, str]:
    """Each filter that is set, in words, by its parameter; a range of dates is one. Whose a row
    is comes before what it has, then units, dates and documents."""
    named = ShownNames(connection)
    filters = {
        own.parameter: own
        for own in question.filters
        if own.parameter in values and own.parameter not in _RANGE and not own.required
        if not own.unless and (own.condition or own.name == "words")
    }
    listed = [(key, _text(own, values[key], named)) for key, own in filters.items()]
    texts = dict(sorted(listed, key=lambda own: _ORDER.index(own[1].partition(" ")[0])))
    document = {"document": texts.pop("document")} if "document" in texts else {}
    (first,), (last,) = (values.get(end, [None]) for end in _RANGE)
    if period := period_text(first, last):
        if not period.startswith(("from ", "to ")):
            one = "on" if len(period) == len("2003-04-24") else "in"
            period = f"{'from' if ' to ' in period else one} {period}"
        texts["first"] = dates_in_words(period)
    switch = {key: texts.pop(key) for key in [*texts] if texts[key].startswith(_IS)}
    return texts | document | switch


def _text(own: Filter, given: list[Any], named: ShownNames) -> str:
    if own.name == "words":
        return f"with '{json.loads(given[0])['text']}'"
    if own.switch:
        return f"{_IS}{own.metavar}"
    listed = " or ".join(named[str(one)] for one in given)
    if own.name in _IN:
        return f"in {listed}"
    if own.name == "by":
        return f"by {listed}"
    return f"of {listed}" if own.name in _OF else f"with {own.name} {listed}"


def _dates_beside(
    question: Question, connection: Connection, values: Mapping[str, list[Any]]
) -> Iterator[str]:
    """The last date before a range, and the first after it, of what the other filters keep."""
    rest = {key: own for key, own in values.items() if key not in _RANGE}
    chosen, bound = question.where_clause(rest)
    of_range = {own.parameter: own for own in question.filters if own.parameter in _RANGE}
    for end, which in (("first", "before"), ("last", "after")):
        if end not in values:
            continue
        column, operator, _ = of_range[end].condition.rsplit(" ", 2)
        most, beyond = ("max", "<") if operator == ">=" else ("min", ">")
        (date,) = connection.execute(
            f"SELECT {most}({column}) FROM {question.view}"
            f" WHERE {chosen} AND {column} {beyond} :{end}",
            bound | {end: values[end][0]},
        ).fetchone()
        if date:
            yield f"{date.rstrip('~')} {which}"
