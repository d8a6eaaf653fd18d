"""Of the numbers nearby that a percentage may rest on, the one that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from moditrack.audit.found_claim import Claim
from moditrack.audit.recompute import recompute
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import NOT_ROUNDED


class Bases:
    """The bases that gave a number of the document so far."""

    def __init__(self) -> None:
        self._used: set[tuple[Quantity, int]] = set()
        self._last: tuple[Quantity, int] | None = None

    def choose(self, candidates: Iterator[Claim], *, loose: bool = False) -> Iterator[Claim]:
        """Of the claims on one number, the first whose base fits, or that on the base of the share
        before it; else one without a base.

        A number that is cut off is taken where it is on a base that gave another number, or where
        the words join them (`loose`).
        """
        groups: dict[int, list[Claim]] = {}
        for claim in candidates:
            groups.setdefault(claim.start, []).append(claim)
        for claims in groups.values():
            based = [claim for claim in claims if len(claim.inputs) > 1]
            verdicts = [recompute(claim).verdict for claim in based]
            paired = list(zip(based, verdicts, strict=True))
            fitting = [
                *(claim for claim, verdict in paired if verdict == "consistent"),
                *(
                    claim
                    for claim, verdict in paired
                    if verdict in NOT_ROUNDED and (loose or _base(claim) in self._used)
                ),
                *(claim for claim, verdict in paired if loose and verdict == "ambiguous"),
            ]
            if fitting:
                chosen = min(fitting, key=lambda claim: _base(claim) != self._last)
                self._last = _base(chosen)
                self._used.add(self._last)
                yield chosen
            else:
                yield replace(claims[0], inputs=claims[0].inputs[:1], kind="unpaired")


def _base(claim: Claim) -> tuple[Quantity, int]:
    return claim.inputs[-1].quantity, id(claim.inputs[-1].passage)
