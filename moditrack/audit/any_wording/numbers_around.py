"""The numbers of sentences, each with what the words beside it say, as others can rest on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from moditrack.audit.any_wording.number_roles import Role, roles_of
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.bounds import KNOWN
from moditrack.documents.dates.year_or_count import A_YEAR
from moditrack.documents.quantities import Quantity

IsOpen = Callable[[Sentence, Quantity], bool]
"""Whether a number of a sentence has no base."""


@dataclass(frozen=True)
class Number:
    """A number of a sentence. size: its value without a sign, to compare roughly."""

    quantity: Quantity
    sentence: Sentence
    role: Role
    size: float


def numbers_of(sentence: Sentence) -> tuple[Number, ...]:
    """The numbers of a sentence, in order."""
    return tuple(
        Number(one, sentence, role, abs(float(one.low)))
        for one, role in zip(sentence.quantities, roles_of(sentence), strict=True)
    )


def is_usable(one: Number) -> bool:
    """Whether others can rest on a number: it is known, not 0, and no year or duration."""
    quantity = one.quantity
    return (
        one.role.value
        and quantity.bound in KNOWN
        and quantity.low != 0
        and A_YEAR.fullmatch(quantity.printed) is None
    )


def is_base(one: Number) -> bool:
    """Whether another can rest on a number that only nearness joins with it: "one" is often no
    count."""
    return is_usable(one) and one.quantity.printed.lower() != "one"


def start_of(one: Number) -> int:
    """Where a number begins in its passage."""
    return one.sentence.start + one.quantity.start
