"""Sure proposals that `verify` would not confirm as they are: a person is asked about them."""

from __future__ import annotations

from dataclasses import replace

from moditrack.documents.normalise import normalise
from moditrack.draft.proposal import Draft, Proposal
from moditrack.draft.unaccounted import not_found, rows_for_the_rest
from moditrack.verify.matching import Texts
from moditrack.verify.printed_names import contains

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
