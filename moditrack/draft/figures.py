"""Figures of running text: each quantity with its measure, period, agency and operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from moditrack.audit.sentences import Sentence
from moditrack.dates import in_records
from moditrack.documents.calendars import RANGE, Period
from moditrack.documents.numerals import confirms
from moditrack.documents.quantities import Quantity, labels, quantities, read_cell
from moditrack.draft.measures import Measured, Measures
from moditrack.draft.names import Names
from moditrack.draft.place import Places
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text, slug, unique
from moditrack.draft.values import value_of

_TARGET = re.compile(r"\b(?:targets?|targeted|goals?|aims? (?:to|for)|aimed at)\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:will|plan(?:s|ned)? (?:to|for)|intends? to|over the next)\b", re.I)
_ESTIMATE = re.compile(
    r"\b(?:estimat\w+|believ\w+|suggest\w*|thought to|assess(?:ed|es) that|likely)\b", re.I
)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_NEAR = 40
"""Characters after a number within which a period is its own."""


@dataclass
class Context:
    """What the families share: what is known, what is new, and what is accounted for."""

    names: Names
    measures: Measures
    places: Places
    default: str = ""
    committee: str = ""
    reference: str = ""
    lists: dict[tuple[str, int], str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


_NONE = re.compile(r"(?:None|Nil|No background papers)\b\.?", re.IGNORECASE)


def propose(text: Text, context: Context) -> Iterator[Proposal]:
    """The figures of a heading or of a passage that is no table."""
    none = _NONE.fullmatch(text.text)
    if none is not None and text.locator.startswith("background-papers"):
        yield from _no_papers(text, context)
        return
    own = _numbers(text)
    before = ""
    sentence_before: Sentence | None = None
    for quantity, is_age in own:
        sentence = text.sentence_at(quantity.start)
        if sentence is not sentence_before:
            before, sentence_before = "", sentence
        row = value_of(quantity)
        if row is None:
            continue
        measured = _measured(text, sentence, quantity, is_age, before, context)
        count = quantity.unit == "" and not is_age
        before = measured.measure if count and measured.measure else before
        yield from _figure(text, sentence, quantity, row, measured, context)


def _no_papers(text: Text, context: Context) -> Iterator[Proposal]:
    measure = "background-papers"
    if measure not in context.measures.lists.measures:
        return
    word = text.text.split()[0].rstrip(".")
    row = {
        "figure": unique(f"{slug(text.locator)}-none", context.taken), "locator": text.locator,
        "printed": context.places.take(text, 0, len(word)) or word, "value": "0",
        "bound": "exact", "status": "recorded", "measure": measure,
        "description": context.measures.name(measure),
    }  # fmt: skip
    yield Proposal("figures.csv", row, f"'{word}' is printed", start=0, end=len(word))


def _numbers(text: Text) -> list[tuple[Quantity, bool]]:
    """The quantities of a text, and the ages, which are labels there, in order."""
    found = [(one, False) for one in quantities(text.text)]
    for label in labels(text.text):
        read = read_cell(label.printed.removeprefix("aged ")) if label.kind == "age" else None
        if read is not None:
            start = label.start + label.printed.index(read.printed)
            place = {"start": start, "end": start + len(read.printed)}
            found.append((Quantity(**vars(read) | place), True))
    return sorted(found, key=lambda one: one[0].start)


def _measured(
    text: Text, sentence: Sentence, quantity: Quantity, is_age: bool, before: str, context: Context
) -> Measured:
    listed = context.lists.get((text.locator, quantity.start))
    if listed and "list-items" in context.measures.lists.measures:
        return Measured("list-items", context.measures.name("list-items"), listed)
    if is_age and "age" in context.measures.lists.measures:
        return Measured("age", context.measures.name("age"), "an age is printed")
    start = quantity.start - sentence.start
    local = Quantity(**vars(quantity) | {"start": start, "end": start + len(quantity.printed)})
    return context.measures.of(sentence.text, local, before)


def _figure(
    text: Text, sentence: Sentence, quantity: Quantity, row: dict[str, str], measured: Measured,
    context: Context,
) -> Iterator[Proposal]:  # fmt: skip
    needs = [measured.needs] if measured.needs else []
    rests = [measured.rests_on]
    period, inferred, why = _period(text, sentence, quantity)
    if why.endswith("?"):
        needs.append(why)
    elif why:
        rests.append(why)
    unit = context.measures.unit(measured.measure)

    def fits(printed: str) -> bool:
        numbers = [float(row[key]) if key in row else None for key in ("value", "low", "high")]
        return confirms(printed, numbers[0], numbers[1], numbers[2], unit)

    printed = context.places.take(text, quantity.start, quantity.end, fits)
    if printed is None:
        printed = quantity.printed
        needs.append("printed: which of these numbers?")
    status = "stated" if measured.measure in ("list-items", "age") else _status(sentence)
    found: dict[str, str] = {}
    for table in ("agency", "operation"):
        one, problem = _subject(text, sentence, table, context)
        found[table] = one
        if problem:
            needs.append(problem)
        elif one:
            rests.append(f"'{one}' is named")
    if not found["agency"] and context.default and not any("agency:" in one for one in needs):
        found["agency"] = context.default
    key = unique(f"{slug(text.locator)}-{measured.measure or 'figure'}", context.taken)
    yield Proposal(
        "figures.csv",
        {
            "figure": key, "locator": text.locator, "printed": printed, **row, "status": status,
            "measure": measured.measure, "period": period, "inferred": inferred, **found,
            "description": describe(measured.name, period),
        },
        "; ".join(rests), "; ".join(needs), quantity.start, quantity.end, text.heading,
    )  # fmt: skip


def describe(name: str, *labels: str) -> str:
    """A description in the program's own words: the measure and what tells the figure apart."""
    said = [label for label in labels if label]
    return ", ".join([name or "Number", *said])


def _status(sentence: Sentence) -> str:
    for status, pattern in (("target", _TARGET), ("planned", _PLANNED), ("estimate", _ESTIMATE)):
        if pattern.search(sentence.text):
            return status
    return "recorded"


def _period(text: Text, sentence: Sentence, quantity: Quantity) -> tuple[str, str, str]:
    """The period of a figure, whether it is inferred, and what it rests on or what is asked."""
    end = sentence.start + len(sentence.text)
    own = [one for one in text.periods if sentence.start <= one.start < end and not one.partial]
    after = [
        one
        for one in own
        if quantity.end <= one.start <= quantity.end + _NEAR
        and not any(quantity.end <= q.start < one.start for q in quantities(text.text))
    ]
    chosen = own if len(own) == 1 else after[:1]
    if chosen:
        return recorded(chosen[0]), "", f"'{chosen[0].label}' is printed with it"
    if len(own) > 1:
        labels_ = list(dict.fromkeys(one.label for one in own))
        return "", "", f"period: {' or '.join(labels_[:3])}?"
    return "", "", ""


def recorded(period: Period) -> str:
    """A period as the records write it, open ends included."""
    written = in_records(period)
    if written is not None:
        return written
    if period.kind == RANGE and period.first and period.parts:
        return f"{in_records(period.parts[0]) or period.first}/.."
    if period.last and period.first is None:
        return f"../{period.last}"
    return f"{period.first}/.." if period.first else ""


def _subject(text: Text, sentence: Sentence, table: str, context: Context) -> tuple[str, str]:
    """The one agency or operation that a sentence names, or what to ask where it names several."""
    found = [one.subject for one in context.names.find(sentence.text)]
    ids = list(dict.fromkeys(one.id for one in found if one.table == table))
    if not ids and not text.heading:
        above = [one.subject for one in context.names.find(text.passage.heading)]
        ids = list(dict.fromkeys(one.id for one in above if one.table == table))
        return (ids[0], "") if len(ids) == 1 else ("", "")
    if len(ids) > 1:
        return "", f"{table}: {' or '.join(ids[:3])}?"
    return (ids[0], "") if ids else ("", "")
