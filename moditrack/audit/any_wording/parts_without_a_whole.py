"""Counts with their share, whose whole is printed elsewhere: "23 (68%) were moored, 11 (32%) sank".

The whole is the sum of counts in a row whose shares make 100%, else a number that other shares of
the document rest on. It is inferred, and a claim only where the shares fit with so many digits that
chance does not give them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from moditrack.audit.found_claim import Claim, Input
from moditrack.audit.near_enough import near_enough
from moditrack.checks.verdicts import Result
from moditrack.documents.quantities import Quantity

_APART = 150
"""Counts in a row have at most this many characters between them."""
_MOST = 8
"""So many counts in a row are tried as the parts of their sum, and so many wholes."""
_USES = 2
"""A whole of the document is one that so many other shares rest on."""
_CHANCE = Fraction(6, 100)


def find(claims: Sequence[tuple[Claim, Result]]) -> Iterator[Claim]:
    """The shares without a base that have their part, each with the whole that gives them."""
    with_part: dict[int, list[Claim]] = {}
    for claim, _ in claims:
        if (_is_open(claim) or _is_of_another(claim)) and claim.stated.unit == "percent":
            with_part.setdefault(id(claim.passage), []).append(claim)
    wholes: list[Input] | None = None
    for found in with_part.values():
        if not any(map(_is_open, found)):
            continue
        left = sorted(found, key=lambda claim: claim.start)
        while (run := _first_run(left)) is not None:
            yield from run
            starts = {claim.start for claim in run}
            left = [claim for claim in left if claim.start not in starts]
        left = [claim for claim in left if _is_open(claim)]
        wholes = _wholes(claims) if wholes is None else wholes
        for whole in wholes if left else ():
            fitting = [one for one in _on(left, whole) if near_enough(one)]
            if fitting and _odds(fitting) * len(wholes) <= _CHANCE:
                yield from fitting
                starts = {claim.start for claim in fitting}
                left = [claim for claim in left if claim.start not in starts]


def _is_open(claim: Claim) -> bool:
    """Whether a share has its part and no whole."""
    return claim.kind == "unpaired" and bool(claim.inputs)


def _is_of_another(claim: Claim) -> bool:
    """Whether only nearness gives a share its whole, which another can be in its place."""
    return claim.kind == "share" and claim.pairing == "inferred" and claim.cell is None


def _wholes(claims: Sequence[tuple[Claim, Result]]) -> list[Input]:
    """The numbers that several shares rest on, those of most first."""
    rested: dict[tuple[Fraction, str], Input] = {}
    uses: Counter[tuple[Fraction, str]] = Counter()
    for claim, result in claims:
        fits = claim.kind == "share" and result.verdict == "consistent" and claim.cell is None
        if fits and len(claim.inputs) == _USES and claim.inputs[1].quantity.bound == "exact":
            whole = claim.inputs[1]
            key = whole.quantity.low, whole.quantity.unit
            rested.setdefault(key, whole)
            uses[key] += 1
    return [rested[key] for key, number in uses.most_common(_MOST) if number >= _USES]


def _first_run(left: Sequence[Claim]) -> list[Claim] | None:
    """The first counts in a row whose shares make 100% and are those of their sum."""
    for first in range(len(left) - 1):
        for last in range(first + 1, min(first + _MOST, len(left))):
            if left[last].start - left[last - 1].end > _APART:
                break
            run = left[first : last + 1]
            if not any(map(_is_open, run)):
                continue
            room = sum((one.stated.place / 2 for one in run), Fraction(0))
            units = {one.inputs[0].quantity.unit for one in run}
            made = sum((one.stated.low for one in run), Fraction(0))
            if len(units) > 1 or abs(made - 100) > room:
                continue
            given = sum((one.inputs[0].quantity.low for one in run), Fraction(0))
            whole = Quantity(f"{given} (not printed)", given, given, units.pop())
            based = _on(run, Input(whole, run[0].passage, "whole"))
            if all(near_enough(one) for one in based) and _odds(based) <= _CHANCE:
                return based
    return None


def _on(claims: Sequence[Claim], whole: Input) -> list[Claim]:
    """The shares of counts in a whole."""
    return [
        replace(one, kind="share", inputs=(one.inputs[0], whole), pairing="inferred")
        for one in claims
        if one.inputs[0].quantity.unit == whole.quantity.unit
        and one.inputs[0].quantity.low < whole.quantity.low
    ]


def _odds(claims: Sequence[Claim]) -> Fraction:
    """How likely any whole of about the right size gives some shares: 20%, one time in 40."""
    odds = Fraction(1)
    for claim in claims:
        odds /= max(Fraction(1), 2 * claim.stated.low * 10**claim.stated.decimals)
    return odds
