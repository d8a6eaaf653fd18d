"""Changes that a sentence states on values of the sentences before it, or of one of them.

"In 2005 there were 240 visits. This year there were 180, a fall of 60 (25%)." Such a pairing is
inferred: a claim only where the numbers fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from moditrack.audit.any_wording.any_wording_in_a_sentence import change_is
from moditrack.audit.any_wording.number_roles import Role
from moditrack.audit.by_wording.letters import AMOUNTS, FRACTION, PERCENT, letter
from moditrack.audit.by_wording.sentences import Place, Sentence
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.quantities import Quantity

_FAR = 6
"""So many numbers of the sentences before are tried."""
_SMALL = 20
"""Smaller counts give each other by chance."""


def find(
    sentence: Sentence, roles: Sequence[Role], near: Sequence[Place], taken: set[int]
) -> Iterator[Claim]:
    """The changes of a sentence that it and the numbers before it give; `near` is nearest first."""
    numbers = sentence.quantities
    if not any(each.way for each in roles):
        return
    before = [each for each in near if each[1] is not sentence and _counts(each[0])][:_FAR]
    own = [
        (one, sentence)
        for one, role in zip(numbers, roles, strict=True)
        if letter(one) in AMOUNTS and role.value and not role.step and _counts(one)
    ]
    steps = [
        one
        for one, role in zip(numbers, roles, strict=True)
        if letter(one) in AMOUNTS and role.step and one.bound in ("exact", "about")
    ]
    for stated, role in zip(numbers, roles, strict=True):
        if (
            sentence.start + stated.start in taken
            or not role.way
            or not _can_be_stated(stated, role)
        ):
            continue
        for claim in (
            *_from_values(sentence, stated, role, own, [*before, *own]),
            *_from_step(sentence, stated, role, steps, [*own, *before]),
        ):
            if recompute(claim).verdict == "consistent":
                yield claim
                break


def _counts(quantity: Quantity) -> bool:
    return quantity.bound in ("exact", "about") and quantity.low >= _SMALL * quantity.scale


def _can_be_stated(stated: Quantity, role: Role) -> bool:
    return letter(stated) in PERCENT + FRACTION or (
        letter(stated) in AMOUNTS and role.step and _counts(stated)
    )


def _from_values(
    sentence: Sentence, stated: Quantity, role: Role, own: Sequence[Place], before: Sequence[Place]
) -> Iterator[Claim]:
    """One value in the sentence and another in it or before it, in either order."""
    for here, there in product(own, before):
        low, high = sorted((here, there), key=lambda each: each[0].low)
        old, new = (high, low) if role.falls else (low, high)
        if old[0].unit != new[0].unit or old[0].low == new[0].low or stated in (here[0], there[0]):
            continue
        if stated.unit in ("percent", old[0].unit) and change_is(stated, old[0], new[0]):
            yield from _claim(sentence, stated, role, {"before": old, "after": new})


def _from_step(
    sentence: Sentence, stated: Quantity, role: Role, steps: Sequence[Quantity],
    before: Sequence[Place],
) -> Iterator[Claim]:  # fmt: skip
    """A step in the sentence and the value that it led to or from, there or before it."""
    for step, there in product(steps, before):
        if step is not stated and step.unit == there[0].unit and step.low < there[0].low:
            for name in ("after", "before"):
                yield from _claim(sentence, stated, role, {name: there, "step": (step, sentence)})


def _claim(
    sentence: Sentence, stated: Quantity, role: Role, places: dict[str, Place]
) -> Iterator[Claim]:
    kind_of = (
        "difference" if letter(stated) in AMOUNTS else "decrease" if role.falls else "increase"
    )
    inputs = [Input(one, origin.passage, name) for name, (one, origin) in places.items()]
    yield claimed(kind_of, stated, sentence, inputs, pairing="inferred", falls=role.falls)
