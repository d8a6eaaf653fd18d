"""Sure proposals that `verify` would not confirm as they are: a person is asked about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from moditrack.documents.normalise import normalise
from moditrack.draft.proposal import Draft, Proposal
from moditrack.verify.names import contains
from moditrack.verify.texts import Texts

_MATCHED = ("figures.csv", "events.csv", "numerals.csv")
"""The files whose rows take a place in the text each, in the order of `verify`."""
_NOT_THERE = "printed: it is not in this passage, or in fewer places than the rows"


def with_doubts(draft: Draft) -> list[Proposal]:
    """The proposals of a draft, those marked that `verify` would not find."""
    texts = Texts(draft.document.passages)
    doubts = dict(_of_places(draft, texts))
    names = _names(draft)
    given = {"", str(draft.toml["force"]), str(draft.toml["publisher"])}
    for one in draft.proposals:
        if one.sure and id(one) not in doubts and (doubt := _of_words(one, texts, names, given)):
            doubts[id(one)] = doubt
    return [
        replace(one, needs_a_person=doubts[id(one)]) if id(one) in doubts else one
        for one in draft.proposals
    ]


def _of_places(draft: Draft, texts: Texts) -> Iterator[tuple[int, str]]:
    for file in _MATCHED:
        for one in draft.proposed(file):
            printed, is_figure = one.row.get("printed", ""), file == "figures.csv"
            if one.cell is not None or not printed or not (one.sure or is_figure):
                continue  # unfinished rows of other files come last
            found = texts.match(one.locator, printed) is not None
            if file == "events.csv" and not found:
                found = contains(normalise(printed), texts.by_locator[one.locator].text)
            if not found and one.sure:
                yield id(one), _NOT_THERE


def _names(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    """The names of each agency and operation, and the passage of those of one passage only."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in draft.proposed("names.csv"):
        subject = one.row.get("agency") or one.row.get("operation") or ""
        scope = one.locator if one.row["kind"] == "reference" else ""
        found.setdefault(subject, []).append((normalise(one.row["name"]).lower(), scope))
    return found


def _of_words(
    one: Proposal, texts: Texts, names: dict[str, list[tuple[str, str]]], given: set[str]
) -> str:
    passage = texts.by_locator.get(one.locator)
    if passage is None:
        return ""
    if one.file == "definitions.csv":
        there = contains(normalise(one.row["printed"]), passage.text)
        return "" if there else _NOT_THERE
    if one.file == "names.csv":
        near = f"{passage.text} {passage.heading}".lower()
        there = contains(normalise(one.row["name"]).lower(), near)
        return "" if there else "name: it is not in this passage"
    if one.file not in ("figures.csv", "events.csv", "commitments.csv", "references.csv"):
        return ""
    for table in ("agency", "operation"):
        subject = one.row.get(table) or ""
        if subject in given:
            continue
        context = texts.context(one.locator).lower()
        if not any(
            contains(name, context)
            for name, scope in names.get(subject, ())
            if scope in ("", one.locator)
        ):
            return f"{table}: {subject}? no name of it is printed here or above"
    return ""
