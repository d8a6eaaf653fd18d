"""One question for a whole table or list: the other rows take the answer from its first row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import COMPARED_WITH
from moditrack.draft.proposal import Draft, Proposal
from moditrack.validation.answers import COLUMNS, needs

_YEAR = re.compile(
    r"period: (?:(?:F/?Y|[Ff](?:inancial|iscal) [Yy]ear)s? ?\S+|FY\d{4}, from April"
    r"|[\d/-]+, from July)\?"
)
"""A question about a printed year, which has one answer in a report: when does FY 2011 begin?"""


_COMPARED = re.compile(
    rf"\b(?:from|than|against|{COMPARED_WITH}) (?:(?:{BOUND_WORDS}|just|only|the) )*[£$€]?$"
)
"""What precedes a number of another period: down from 1,378."""


def asked_once(draft: Draft) -> Iterator[Proposal]:
    """The proposals of a draft; figures that are asked the same wait for the first of them.

    They are the cells of one table, the numbers of a passage that are guessed to count what the one
    before them does, or, where no measure is asked, the items of one list; for the period alone,
    what is below one heading, or the whole report where it is that of the title. A number that is
    compared asks for itself: 1,320, down from 1,378 last year.
    """
    lists = _lists(draft)
    headings = {one.locator: one.heading for one in draft.document.passages}
    texts = {one.locator: one.text for one in draft.document.passages}
    tables = {one.locator for one in draft.document.passages if one.kind == "table"}
    first: dict[tuple[str, ...], str] = {}
    for one in draft.proposals:
        columns = _columns(one) if one.file == "figures.csv" else []
        in_table = one.cell is not None or one.locator in tables
        place = one.locator if in_table else lists.get(one.locator, "")
        if not place and columns == ["period", "inferred"]:
            place = "the report" if one.of_report else f"below {headings[one.locator]}"
        begins = one.needs_a_person.endswith((", from April?", ", from July?"))
        year = _YEAR.fullmatch(one.needs_a_person) is not None and (begins or not in_table)
        if year:
            place = "the report"
        if year and begins:
            columns = ["period"]
        prose = not in_table and not year
        same = prose and "measure" in columns and one.guessed
        if same:
            place = f"in {one.locator}"
        if not columns or not place or (prose and "measure" in columns and not same):
            yield one
            continue
        text = "" if one.heading else texts.get(one.locator, "")
        if prose and not same and _COMPARED.search(text, max(0, one.start - 60), one.start):
            yield one
            continue
        key = (place, one.needs_a_person, *(one.row.get(name, "") for name in columns))
        asked = first.setdefault(key, one.row["figure"])
        if asked == one.row["figure"]:
            yield one
            continue
        row = one.row | dict.fromkeys(columns, "")
        yield replace(one, row=row, needs_a_person=needs(columns, asked))


def _columns(asked: Proposal) -> list[str]:
    """The columns that questions are about; empty where one is about another column."""
    names = asked.columns_asked
    if not names <= set(COLUMNS):
        return []
    return [name for name in COLUMNS if name in names or (name == "inferred" and "period" in names)]


def _lists(draft: Draft) -> dict[str, str]:
    """The list that each passage in bullets is in, named after its first item."""
    found: dict[str, str] = {}
    first = ""
    for passage in draft.document.passages:
        first = (first or passage.locator) if passage.kind == "bullet" else ""
        if first:
            found[passage.locator] = f"list {first}"
    return found
