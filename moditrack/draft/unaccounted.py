"""The numbers and months of a text that no row accounts for yet, as `verify` finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from moditrack.documents.normalise import normalise
from moditrack.documents.printed_values import NUMERAL
from moditrack.draft.figures import figures_in_tables
from moditrack.draft.proposal import Draft, Proposal
from moditrack.validation.columns import PER_DOCUMENT
from moditrack.verify.differences import PRINTED
from moditrack.verify.matching import HEADING, MATCHED, MatchedText, Texts, bounded
from moditrack.verify.numbers_without_row import numerals_in
from moditrack.verify.printed_names import contains

_REFERRING = ("measure", "agency", "operation", "stated", "target")
"""Columns by which a row waits for another."""
_LONGEST = 60
"""Characters of a word."""
_BEFORE, _AFTER = (
    re.compile(r"(?:[A-Za-z0-9]|(?<=\d)[.,])+$"),
    re.compile(r"(?:[A-Za-z0-9]|[.,](?=\d))+"),
)
_ROUNDS = 3
"""Times that new rows are tried: one can take the place that a later row had."""


def codes_of(names: Iterable[Proposal]) -> re.Pattern[str]:
    """A pattern for the names that have numbers, the longest first."""
    codes = {
        normalise(proposal.row["name"])
        for proposal in names
        if NUMERAL.search(proposal.row["name"])
    }
    either = "|".join(bounded(code) for code in sorted(sorted(codes), key=len, reverse=True))
    return re.compile(either or "(?!)")


def spans(text: str, codes: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """The spans of what is left of a text when rows and names with numbers are blanked."""
    return numerals_in(codes.sub(lambda match: MATCHED * len(match[0]), text))


def waiting(draft: Draft) -> dict[int, str]:
    """What a row waits for that refers to one that needs a person, by the id() of its proposal."""
    open_ = {next(iter(proposal.row.values())) for proposal in draft.proposals if not proposal.sure}
    found = {}
    for proposal in draft.proposals:
        names = [proposal.row.get(column, "") for column in _REFERRING if column in proposal.row]
        names += proposal.row.get("inputs", "").split() + proposal.row.get("agencies", "").split()
        own = next(iter(proposal.row.values()), "")
        if wanted := [name for name in names if name in open_ and name != own]:
            found[id(proposal)] = wanted[0]
    return found


def not_found(draft: Draft, texts: Texts) -> list[Proposal]:
    """The sure rows that `verify` finds nowhere; each row takes its place in `texts`."""
    waits = waiting(draft)
    missing = []
    for one in draft.proposed("figures.csv"):
        if one.cell is None and not _takes(one, texts) and one.sure:
            missing.append(one)
    with_cells = {one.locator for one in draft.proposals if one.cell is not None}
    for passage in draft.document.passages:
        if passage.locator in with_cells:
            words = figures_in_tables.words(passage)
            texts.by_place[passage.locator] = MatchedText(words)
    for file in ("events.csv", "numerals.csv"):
        for one in draft.proposed(file):
            if one.sure and id(one) not in waits and one.row.get("printed"):
                there = _takes(one, texts) or (
                    file == "events.csv"
                    and contains(normalise(one.row["printed"]), texts.by_locator[one.locator].text)
                )
                missing += [] if there else [one]
    for file in PER_DOCUMENT:
        rows = draft.proposed(file) if file != "figures.csv" else []
        later = [one for one in rows if one.sure and id(one) in waits]
        for one in [*(one for one in rows if not one.sure), *later]:
            _takes(one, texts)
    return missing


def _takes(proposal: Proposal, texts: Texts) -> bool:
    printed = next((proposal.row[column] for column in PRINTED if proposal.row.get(column)), "")
    return texts.match(proposal.locator, printed) is not None


@dataclass(frozen=True)
class Left:
    """A number or month that no row has. heading: whether it is in the heading of its passage;
    in_cells: whether its place is one in the words of a table's cells."""

    locator: str
    printed: str
    start: int
    end: int
    heading: bool
    in_cells: bool


def left(draft: Draft) -> Iterator[Left]:
    """The numbers and months of the text that no row has, with the word that each is in."""
    texts = Texts(draft.document.passages)
    not_found(draft, texts)
    codes = codes_of(draft.proposed("names.csv"))
    with_cells = {proposal.locator for proposal in draft.proposals if proposal.cell is not None}
    for place, text in texts.by_place.items():
        locator, heading = place.removeprefix(HEADING), place.startswith(HEADING)
        rest = codes.sub(lambda match: MATCHED * len(match[0]), text.unmatched)
        end = 0
        for span in numerals_in(rest):
            if span[0] >= end:  # else the word before it has it
                start, end = _word(rest, *span)
                in_cells = not heading and locator in with_cells
                yield Left(locator, rest[start:end], start, end, heading, in_cells)


def rows_for_the_rest(draft: Draft) -> list[Proposal]:
    """A row for each number that no row accounts for: a person says what it is."""
    whole = replace(draft, proposals=list(draft.proposals))
    for _ in range(_ROUNDS):
        rows = [
            Proposal(
                "numerals.csv",
                {"locator": one.locator, "printed": one.printed, "reason": "Not a count"},
                "no other row has it", "is this a quantity?",
                *((0, 0) if one.in_cells else (one.start, one.end)), one.heading,
            )
            for one in left(whole)
        ]  # fmt: skip
        if not rows:
            break
        whole.proposals += rows
    return whole.proposals[len(draft.proposals) :]


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the letters and digits beside it that `verify` would read with it."""
    before = _BEFORE.search(text, max(0, start - _LONGEST), start)
    after = _AFTER.match(text, end)
    return before.start() if before else start, after.end() if after else end


_NOT_THERE = "printed: it is not in this passage, or in fewer places than the rows"


def with_doubts(draft: Draft) -> list[Proposal]:
    """The proposals of a draft, those marked that `verify` does not find, and rows for the rest."""
    texts = Texts(draft.document.passages)
    names = _names(draft)
    given = {"", str(draft.toml["force"]), str(draft.toml["publisher"])}
    draft.proposals = [
        replace(proposal, needs_a_person=doubt)
        if proposal.sure and (doubt := _of_words(proposal, texts, names, given))
        else proposal
        for proposal in draft.proposals
    ]
    missing = {id(proposal) for proposal in not_found(draft, texts)}
    draft.proposals = [
        replace(proposal, needs_a_person=_NOT_THERE) if id(proposal) in missing else proposal
        for proposal in draft.proposals
    ]
    return [*draft.proposals, *rows_for_the_rest(draft)]


def _names(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    """The names of each agency and operation, and the passage of those of one passage only."""
    found: dict[str, list[tuple[str, str]]] = {}
    for proposal in draft.proposed("names.csv"):
        subject = proposal.row.get("agency") or proposal.row.get("operation") or ""
        scope = proposal.locator if proposal.row["kind"] == "reference" else ""
        found.setdefault(subject, []).append((normalise(proposal.row["name"]).lower(), scope))
    return found


def _of_words(
    proposal: Proposal, texts: Texts, names: dict[str, list[tuple[str, str]]], given: set[str]
) -> str:
    passage = texts.by_locator.get(proposal.locator)
    if passage is None:
        return ""
    if proposal.file == "definitions.csv":
        there = contains(normalise(proposal.row["printed"]), passage.text)
        return "" if there else _NOT_THERE
    if proposal.file == "names.csv":
        near = f"{passage.text} {passage.heading}".lower()
        there = contains(normalise(proposal.row["name"]).lower(), near)
        return "" if there else "name: it is not in this passage"
    if proposal.file not in ("figures.csv", "events.csv", "commitments.csv", "references.csv"):
        return ""
    for table in ("agency", "operation"):
        subject = proposal.row.get(table) or ""
        if subject in given:
            continue
        context = texts.context(proposal.locator).lower()
        if not any(
            contains(name, context)
            for name, scope in names.get(subject, ())
            if scope in ("", proposal.locator)
        ):
            return f"{table}: {subject}? no name of it is printed here or above"
    return ""
