"""Sums of a table that a note below explains: "Three did not say", of a total 3 higher."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from moditrack.audit.claims import Claim
from moditrack.checks.verdicts import Result, plain_result
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import quantities
from moditrack.verdict_names import MISFITS

_BELOW = 3
"""So many passages below a table may be its notes."""
_LONGEST = 60
"""Words of a note."""
_KINDS = ("total", "remainder", "difference")


def explained(
    passages: Sequence[Passage], claims: Sequence[tuple[Claim, Result]]
) -> list[tuple[Claim, Result]]:
    """The claims; a sum whose difference a note below its table prints is no misfit."""
    places = {id(passage): at for at, passage in enumerate(passages)}
    return [(claim, _result(passages, places, claim, result)) for claim, result in claims]


def _result(
    passages: Sequence[Passage], places: dict[int, int], claim: Claim, result: Result
) -> Result:
    given = plain_result(result)
    at = places.get(id(claim.passage), len(passages))
    sum_of_cells = claim.cell is not None and claim.kind in _KINDS
    if not (sum_of_cells and given is not None and result.verdict in MISFITS):
        return result
    size = Fraction(1, 10**claim.stated.decimals)
    off = abs(given - claim.stated.low / claim.stated.scale)
    for note in passages[at + 1 : at + 1 + _BELOW]:
        if note.kind == "table" or note.words > _LONGEST:
            break
        for one in quantities(note.text):
            if one.low == one.high == off >= size and one.unit != "percent":
                why = f"{result.why}; a note below the table has {one.printed}"
                return Result("not-checkable", result.recomputed, why)
    return result
