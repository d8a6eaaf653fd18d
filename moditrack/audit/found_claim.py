"""A claim found in a document: what is stated, and the numbers that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.checks.verdicts import Result
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity

KINDS = (
    "share", "increase", "decrease", "change", "difference", "percentage-points", "ratio", "total",
    "share-total", "part", "remainder", "same", "average", "rank", "duration", "list-count",
    "whole-count", "weekday", "unpaired",
)  # fmt: skip


@dataclass(frozen=True)
class Input:
    """A number that a claim rests on, where it is printed, and what it is in the claim."""

    quantity: Quantity
    passage: Passage
    description: str


class OfAYear(NamedTuple):
    """How many days, weeks or minutes a year has; `every`: a thing comes one every so many."""

    number: int
    every: bool


@dataclass(frozen=True)
class Claim:
    """A number that a document derives from others.

    inputs: part and whole of a share, before and after of a change, parts of a total. pairing:
    explicit where the document itself joins the numbers, inferred where the audit found the base
    elsewhere. statement: the words of the document, short. start, end: the stated number's span in
    the passage's text; cell: its row and column in a table, from 0. falls: whether the
    words of a change say a fall; None where they say neither. of_a_year: for an average that rests
    on the number of a year; for_each: 100 where it is one for every 100. results: what came out of
    it, kept.
    """

    kind: str
    stated: Quantity
    inputs: tuple[Input, ...]
    passage: Passage
    statement: str
    pairing: str = "explicit"
    start: int = 0
    end: int = 0
    cell: tuple[int, int] | None = None
    falls: bool | None = None
    of_a_year: OfAYear | None = None
    for_each: int = 1
    results: dict[int, Result] = field(default_factory=dict, init=False, compare=False, repr=False)


def claimed(
    kind: str, stated: Quantity, sentence: Sentence, inputs: Iterable[Input | tuple[Quantity, str]],
    *beside: Quantity, pairing: str = "explicit", falls: bool | None = None,
) -> Claim:  # fmt: skip
    """The claim on a number of a sentence, quoted with the numbers `beside` it. An input that is no
    Input, but a quantity and what it is, is printed in the same passage."""
    return Claim(
        kind, stated,
        tuple(one if isinstance(one, Input) else Input(one[0], sentence.passage, one[1])
              for one in inputs),
        sentence.passage, sentence.clause(stated, *beside), pairing,
        sentence.start + stated.start, sentence.start + stated.end, falls=falls,
    )  # fmt: skip


def is_step_alone(claim: Claim) -> bool:
    """Whether a change is given with its size alone, and no number that changed: up 12 (14%)."""
    return [number.description for number in claim.inputs] == ["step"]


def numbers_of_claim(claim: Claim) -> frozenset[Fraction]:
    """The numbers of a claim, whichever of them is stated."""
    return frozenset([claim.stated.low, *(one.quantity.low for one in claim.inputs)])


def taking(claims: Iterable[Claim], taken: set[int]) -> Iterator[Claim]:
    """Claims one by one, each noted in `taken`, where the claims of a sentence begin."""
    for claim in claims:
        taken.add(claim.start)
        yield claim


def new_only(
    claims: Iterable[Claim], taken: set[int], others: Set[int] = frozenset()
) -> Iterator[Claim]:
    """The same, without those of numbers that are in `taken` or `others`."""
    yield from taking((claim for claim in claims if claim.start not in taken | others), taken)
