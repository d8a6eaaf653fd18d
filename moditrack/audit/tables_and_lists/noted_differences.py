"""Sums of a table whose difference is explained: "Three did not say", of a total 3 higher.

A note below may be about any number of the table; above it, only what is said to be left out is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from moditrack.audit.found_claim import Claim
from moditrack.audit.tables_and_lists.table_notes import text_around
from moditrack.checks.verdicts import Result, plain_result
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import quantities
from moditrack.verdict_names import MISFITS

_BELOW = 3
"""So many passages below a table may be its notes."""
_LONGEST = 60
"""Words of a note."""
_LEFT_OUT = re.compile(
    r"\b(?:(?:not|n't) (?:been )?(?:included|shown|counted|given|listed|broken down)"
    r"|(?:un|not )(?:known|recorded|stated|allocated|assigned|specified)|missing"
    r"|exclud(?:es?|ed|ing)|omits?|omitted|left out|did not (?:say|answer|state))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\n|[.;] ")
_SUMS = ("total", "remainder", "difference")


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
    sum_of_cells = claim.cell is not None and claim.kind in _SUMS
    if not (sum_of_cells and given is not None and result.verdict in MISFITS):
        return result
    size = Fraction(1, 10**claim.stated.decimals)
    off = abs(given - claim.stated.low / claim.stated.scale)
    above = [one for one in _CLAUSE.split(text_around(passages, at)) if _LEFT_OUT.search(one)]
    if (printed := _printed(above, off, size)) is not None:
        remark = f"what is left out above the table is {printed}"
        return result.remarked(remark, "not-checkable")
    for note in passages[at + 1 : at + 1 + _BELOW]:
        if note.kind == "table" or note.words > _LONGEST:
            break
        if (printed := _printed([note.text], off, size)) is not None:
            return result.remarked(f"a note below the table has {printed}", "not-checkable")
    return result


def _printed(texts: Sequence[str], off: Fraction, size: Fraction) -> str | None:
    """The number of some texts that is as large as a difference, as it is printed."""
    for one in (one for text in texts for one in quantities(text)):
        if one.low == one.high == off >= size and one.unit != "percent":
            return one.printed
    return None
