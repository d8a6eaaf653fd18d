"""The value of a change that is farther from it than another number: 410 beds in 12 hospitals, down
60 from 470."""

from __future__ import annotations

from dataclasses import replace

from moditrack.audit.by_wording.letters import letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim
from moditrack.audit.recompute import recompute
from moditrack.checks.kinds import CHANGES
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import FITS, MISFITS

_OF_TWO = (*CHANGES, "change", "difference", "percentage-points", "ratio")
_MOST = 8
"""So many numbers before a change are tried."""


def nearest_that_fits(claim: Claim, sentence: Sentence, rounded_to: int) -> Claim:
    """A change that does not fit with the number before it, with an earlier one that does.

    Where none does, it is explicit only if no number precedes its pair or the pair changes the way
    that the words say.
    """
    if claim.kind not in _OF_TWO or len(claim.inputs) != 2:
        return claim
    result = recompute(claim, rounded_to)
    if result.verdict not in MISFITS:
        return claim
    before, after = claim.inputs
    earlier = _earlier(sentence, after.quantity, before.quantity, claim.stated)
    for quantity in earlier:
        own = replace(claim, inputs=(before, replace(after, quantity=quantity)), pairing="inferred")
        if recompute(own, rounded_to).verdict in FITS:
            return own
    falls = after.quantity.low < before.quantity.low
    if earlier and claim.falls is not None and claim.falls != falls:
        return _open(claim)
    return claim


def _open(claim: Claim) -> Claim:
    return replace(claim, kind="unpaired", inputs=(), pairing="inferred")


def _earlier(
    sentence: Sentence, after: Quantity, before: Quantity, stated: Quantity
) -> list[Quantity]:
    """The numbers of the same kind before a pair whose second value is printed first."""
    if after not in sentence.quantities or before not in sentence.quantities:
        return []
    if after.start > before.start:
        return []
    found = [
        quantity
        for quantity in sentence.quantities
        if quantity.start < after.start
        and letter(quantity) == letter(after)
        and quantity is not stated
    ]
    return found[: -_MOST - 1 : -1]
