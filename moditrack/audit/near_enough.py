"""Whether a number that no wording joins with a pair is what the pair gives, as they are printed.

The verdict allows all that rounding and words such as "about" leave open, which is too much where
only the numbers join them.
"""

from __future__ import annotations

from fractions import Fraction

from moditrack.audit.by_wording.letters import PERCENT, POINTS, letter
from moditrack.audit.found_claim import Claim
from moditrack.audit.recompute import recompute
from moditrack.checks.kinds import CHANGES
from moditrack.checks.rounding import VISIBLY_ROUNDED
from moditrack.documents.bounds import KNOWN, LOWER
from moditrack.documents.digits import last_place
from moditrack.documents.quantities import Quantity

_LOOSE = Fraction(1, 10)
"""By how much of itself a number can be from what "more than" or "almost" says."""


def near_enough(claim: Claim, loose: Fraction = _LOOSE) -> bool:
    """Whether a claim fits, and by its numbers as they are printed."""
    stated = claim.stated
    verdict = recompute(claim).verdict
    rounded = verdict == "ambiguous" and claim.kind == "difference"
    if verdict != "consistent" and not rounded:
        return False
    given = _given(claim)
    if given is None:
        return not rounded
    off = given - abs(stated.low)
    if stated.bound not in KNOWN:
        off = off if stated.bound in LOWER else -off
        return 0 <= off <= max(_unit(stated), loose * abs(stated.low))
    if letter(stated) in PERCENT + POINTS:
        return abs(off) <= stated.place / (1 if stated.bound == "about" else 2)
    if rounded:
        round_number = stated.low >= VISIBLY_ROUNDED and not stated.low % VISIBLY_ROUNDED
        return round_number and abs(off) <= _unit(stated) / 2
    is_rounded = stated.decimals or stated.scale > 1  # a plain count is not
    room = stated.place if is_rounded else Fraction(0)
    return abs(off) <= (_LOOSE * abs(stated.low) if stated.bound == "about" else room)


def _unit(stated: Quantity) -> Fraction:
    """The place of the last digit of a number that is not 0."""
    if stated.decimals or stated.unit in ("percent", "percentage points"):
        return stated.place
    return Fraction(last_place(stated.low))


def _given(claim: Claim) -> Fraction | None:
    """What two numbers give as they are printed; None where that is not looked at."""
    if len(claim.inputs) != 2:
        return None
    named = claim.kind
    one, other = (abs(number.quantity.low) for number in claim.inputs)
    names = tuple(number.description for number in claim.inputs)
    if named == "share" and letter(claim.stated) == PERCENT:
        return 100 * one / other
    if named == "total":
        return one + other
    if named in ("difference", "remainder", "percentage-points") and "step" not in names:
        return abs(one - other)
    if named not in CHANGES:
        return None
    before = one
    if names == ("before", "after"):
        other = abs(other - one)
    elif names == ("after", "step"):
        before = one + other if named == "decrease" else one - other
    return 100 * other / before if before else None
