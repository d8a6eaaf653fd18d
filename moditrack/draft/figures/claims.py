"""Claims for claims.csv: what the audit finds the report to derive, in the figures proposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moditrack.audit.by_wording.sentences import sentences
from moditrack.audit.found_claim import Claim, Input
from moditrack.checks.kinds import CHANGES, KINDS
from moditrack.checks.verdicts import Result
from moditrack.draft.counts.measures import SHARE_OF
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import unique
from moditrack.record_dates import parse_period

Recomputed = Sequence[tuple[Claim, Result]]


def lists(found: Recomputed) -> dict[tuple[str, int], str]:
    """The places of numbers that announce the items of a list, and what they rest on."""
    return {
        (claim.passage.locator, claim.start): f"'{claim.inputs[0].quantity.printed}' follow"
        for claim, _ in found
        if claim.kind == "list-count"
    }


def propose(found: Recomputed, figures: list[Proposal]) -> Iterator[Proposal]:
    """A claim for each derived number whose inputs are figures of running text."""
    places: dict[tuple[str, int], Proposal] = {}
    cells: dict[tuple[str, str], Proposal] = {}
    for one in figures:
        if one.cell is not None:
            cells[one.locator, f"{one.row['row']}, {one.row['column']}"] = one
        elif not one.heading:
            places[one.locator, one.start] = one
    taken: dict[str, int] = {}
    for claim, result in found:
        stated = places.get((claim.passage.locator, claim.start))
        kind = _kind(claim)
        if stated is None or kind is None or claim.cell is not None or not claim.end:
            continue
        inputs = [_figure(number, places, cells) for number in claim.inputs]
        if not inputs or any(one is None for one in inputs):
            continue
        if any(one.description == "step" for one in claim.inputs):
            continue  # no row says that a share is of what was there before a step
        ids = [one.row["figure"] for one in inputs if one is not None]
        if stated.row["figure"] in ids:
            continue
        if kind == "difference" and _is_unsigned_fall(claim):
            ids.reverse()
        known = [one for one in inputs if one is not None]
        explicit = claim.pairing == "explicit" or _is_joined(kind, stated, known)
        if not explicit and kind == "share" and (_differ(known) or _is_of_another(stated, known)):
            continue  # a part of one year is no share of the whole of another
        changed = kind in CHANGES
        if not explicit and changed and not _is_named(kind, stated, known):
            continue  # numbers elsewhere that only happen to fit
        if kind == "same" and not explicit:
            continue  # a number printed again is derived from nothing
        needs = "" if explicit else "are these the numbers that it rests on?"
        joins = KINDS[kind].separator or " + "
        said = stated.row["description"] or stated.row["printed"]
        how = "the sentence joins the numbers" if explicit else "the numbers fit"
        yield Proposal(
            "claims.csv",
            {
                "claim": unique(f"{stated.row['figure']}-{kind}", taken),
                "locator": claim.passage.locator, "kind": kind,
                "statement": f"{KINDS[kind].says}: {said}",
                "stated": stated.row["figure"], "inputs": joins.join(ids),
            },
            f"{how} ({result.verdict})", needs, claim.start, claim.end,
        )  # fmt: skip


def _is_unsigned_fall(claim: Claim) -> bool:
    """Whether a fall is printed without its sign: a fall of 12, from 52 to 40."""
    before, after = (one.quantity.low for one in claim.inputs)
    return claim.falls is not False and after < before and claim.stated.printed[0] not in "+-−–"


def _is_joined(kind: str, stated: Proposal, inputs: list[Proposal]) -> bool:
    """Whether the measures and periods of figures that fit leave no doubt what one rests on.

    A share is beside its part, of a whole with the same measure and period; a change is in the
    passage of both numbers, and has the period of the later.
    """
    if len(inputs) != 2:
        return False
    first, second = (one.row["measure"] for one in inputs)
    days = [_days(one) for one in (stated, *inputs)]
    if kind == "share":
        beside = 0 < inputs[0].start - stated.end <= _BESIDE or (
            0 < stated.start - inputs[0].end <= _BESIDE
        )
        same = inputs[0].locator == stated.locator and len(set(days)) == 1
        return beside and same and first == second and stated.row["measure"] == f"{SHARE_OF}{first}"
    here = {one.locator for one in inputs} == {stated.locator}
    later = days[0] == days[2] != days[1]
    named = stated.row["measure"] == f"{kind}-in-{first}" and first == second
    return kind in CHANGES and here and later and named and "" not in days


_BESIDE = 3
"""Characters between a share and the number in brackets beside it."""


def _is_named(kind: str, stated: Proposal, inputs: list[Proposal]) -> bool:
    """Whether a change is called one of what its inputs count."""
    return {stated.row["measure"]} == {f"{kind}-in-{one.row['measure']}" for one in inputs}


def _is_of_another(stated: Proposal, inputs: list[Proposal]) -> bool:
    """Whether a share is called one of something else than its whole, and no table has these."""
    share, whole = (set(one.row["measure"].split("-")) for one in (stated, inputs[-1]))
    named = stated.row["measure"].startswith(SHARE_OF) and inputs[-1].cell is None
    return named and not share & whole


def _differ(inputs: list[Proposal]) -> bool:
    days = {_days(one) for one in inputs}
    return len(days) > 1 and "" not in days


def _days(figure: Proposal) -> str:
    """The days of the period of a figure; empty where it has none."""
    period = figure.row.get("period", "")
    if not period:
        return ""
    read = parse_period(period)
    return f"{read.start}/{read.end}"


def _kind(claim: Claim) -> str | None:
    """The kind in the records; None where the figures of prose cannot say it."""
    kind = claim.kind
    if kind == "change":
        kind = "decrease" if claim.falls else "increase"
    many = len(claim.inputs)
    if kind not in KINDS or not KINDS[kind].says or (KINDS[kind].separator and many != 2):
        return None
    return None if kind == "same" and many != 1 else kind


def _figure(
    number: Input, places: dict[tuple[str, int], Proposal], cells: dict[tuple[str, str], Proposal]
) -> Proposal | None:
    """The figure that an input is; None where no figure, or more than one, can be it."""
    if number.passage.kind == "table":
        described = number.description
        name, _, rest = described.partition(": ")
        locator = number.passage.locator
        return cells.get((locator, described)) or (cells.get((locator, rest)) if name else None)
    found = [
        places[key]
        for sentence in sentences(number.passage)
        if (key := (number.passage.locator, sentence.start + number.quantity.start)) in places
        and sentence.text[number.quantity.start : number.quantity.end] == number.quantity.printed
    ]
    return found[0] if len(found) == 1 else None
