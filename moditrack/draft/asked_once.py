"""One question for a whole table or list: the other rows take the answer from its first row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from moditrack.draft.proposal import Draft, Proposal
from moditrack.validation.asked_once import COLUMNS, needs


def asked_once(draft: Draft) -> Iterator[Proposal]:
    """The proposals of a draft; figures that are asked the same wait for the first of them.

    They are the cells of one table, the items of one list, or, where only the period is asked, what
    is below one heading.
    """
    lists = _lists(draft)
    headings = {one.locator: one.heading for one in draft.document.passages}
    first: dict[tuple[str, ...], str] = {}
    for one in draft.proposals:
        columns = _columns(one.needs_a_person) if one.file == "figures.csv" else []
        place = one.locator if one.cell is not None else lists.get(one.locator, "")
        if not place and columns == ["period", "inferred"]:
            place = f"below {headings[one.locator]}"
        if not columns or not place:
            yield one
            continue
        key = (place, one.needs_a_person, *(one.row.get(name, "") for name in columns))
        asked = first.setdefault(key, one.row["figure"])
        if asked == one.row["figure"]:
            yield one
            continue
        row = one.row | dict.fromkeys(columns, "")
        yield replace(one, row=row, needs_a_person=needs(columns, asked))


def _columns(asked: str) -> list[str]:
    """The columns that questions are about; empty where one is about another column."""
    names = [one.partition(":")[0] for one in asked.split("; ")] if asked else []
    if not set(names) <= set(COLUMNS):
        return []
    return [name for name in COLUMNS if name in names or (name == "inferred" and "period" in names)]


def _lists(draft: Draft) -> dict[str, str]:
    """The list that each passage in bullets is in, named after its first item."""
    found: dict[str, str] = {}
    first = ""
    for one in draft.document.passages:
        first = (first or one.locator) if one.kind == "bullet" else ""
        if first:
            found[one.locator] = f"list {first}"
    return found
