"""Changes that a sentence states on values of the sentences before it, or of one of them.

"In 2005 there were 240 visits. This year there were 180, a fall of 60 (25%)." Such a pairing is
inferred: a claim only where the numbers fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from moditrack.audit.any_wording import change_is
from moditrack.audit.claims import Claim, Input
from moditrack.audit.recompute import recompute
from moditrack.audit.roles import Words
from moditrack.audit.sentences import Sentence, kind
from moditrack.documents.quantities import Quantity

_FAR = 6
"""So many numbers of the sentences before are tried."""
_SMALL = 20
"""Smaller counts give each other by chance."""
_Place = tuple[Quantity, Sentence]


def find(
    sentence: Sentence, words: Sequence[Words], near: Sequence[_Place], taken: set[int]
) -> Iterator[Claim]:
    """The changes of a sentence that it and the numbers before it give; `near` is nearest first."""
    numbers = sentence.quantities
    if not any(each.way for each in words):
        return
    before = [each for each in near if each[1] is not sentence and _counts(each[0])][:_FAR]
    own = [
        (one, sentence)
        for one, said in zip(numbers, words, strict=True)
        if kind(one) in "nm" and said.value and not said.step and _counts(one)
    ]
    steps = [
        one
        for one, said in zip(numbers, words, strict=True)
        if kind(one) in "nm" and said.step and one.bound in ("exact", "about")
    ]
    for stated, said in zip(numbers, words, strict=True):
        if (
            sentence.start + stated.start in taken
            or not said.way
            or not _can_be_stated(stated, said)
        ):
            continue
        for claim in (
            *_from_values(sentence, stated, said, own, [*before, *own]),
            *_from_step(sentence, stated, said, steps, [*own, *before]),
        ):
            if recompute(claim).verdict == "consistent":
                yield claim
                break


def _counts(one: Quantity) -> bool:
    return one.bound in ("exact", "about") and one.low >= _SMALL * one.scale


def _can_be_stated(stated: Quantity, said: Words) -> bool:
    return kind(stated) == "p" or (kind(stated) in "nm" and said.step and _counts(stated))


def _from_values(
    sentence: Sentence,
    stated: Quantity,
    said: Words,
    own: Sequence[_Place],
    before: Sequence[_Place],
) -> Iterator[Claim]:
    """One value in the sentence and another in it or before it, in either order."""
    for here, there in product(own, before):
        low, high = sorted((here, there), key=lambda each: each[0].low)
        old, new = (high, low) if said.falls else (low, high)
        if old[0].unit != new[0].unit or old[0].low == new[0].low or stated in (here[0], there[0]):
            continue
        if stated.unit in ("percent", old[0].unit) and change_is(stated, old[0], new[0]):
            yield from _claim(sentence, stated, said, {"before": old, "after": new})


def _from_step(
    sentence: Sentence, stated: Quantity, said: Words, steps: Sequence[Quantity],
    before: Sequence[_Place],
) -> Iterator[Claim]:  # fmt: skip
    """A step in the sentence and the value that it led to or from, there or before it."""
    for step, there in product(steps, before):
        if step is not stated and step.unit == there[0].unit and step.low < there[0].low:
            for name in ("after", "before"):
                yield from _claim(sentence, stated, said, {name: there, "step": (step, sentence)})


def _claim(
    sentence: Sentence, stated: Quantity, said: Words, places: dict[str, _Place]
) -> Iterator[Claim]:
    kind_of = "difference" if stated.unit != "percent" else "decrease" if said.falls else "increase"
    yield Claim(
        kind_of, stated,
        tuple(Input(one, origin.passage, name) for name, (one, origin) in places.items()),
        sentence.passage, sentence.clause(stated), "inferred",
        sentence.start + stated.start, sentence.start + stated.end, falls=said.falls,
    )  # fmt: skip
