"""Numbers that others of the same sentence give, whatever its wording.

Beside the changes of changes_by_roles.py, a claim is only what fits: no wording is known here, so
that what does not fit may be of something else. It is explicit where words join the numbers (from,
compared with, of the), else inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, permutations

from moditrack.audit.any_wording import changes_by_roles, changes_of_two_values
from moditrack.audit.any_wording.number_roles import Role
from moditrack.audit.by_wording import letters
from moditrack.audit.by_wording.letters import AMOUNTS, FRACTION, PERCENT, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.share_words import AMOUNT, COMPARED
from moditrack.audit.by_wording.shares import both_numbers
from moditrack.audit.found_claim import Claim, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.bounds import KNOWN
from moditrack.documents.part_words import THOUGH
from moditrack.documents.quantities import Quantity

_CHANCE = Fraction(6, 100)
"""So likely may it be that one of the pairs tried gives a percentage by chance."""
_APART = re.compile(r"\b(?:while|whilst|whereas)\b|[;\u2022]", re.IGNORECASE)
_ANOTHER = re.compile(
    rf"[;\u2022]|\b(?:{THOUGH}|but|and|than|against|rate|due|if|would|could)\b", re.IGNORECASE
)
"""Words between a share and its part that can bring in something else."""
_ENDS = re.compile(r"[)\]]*(?:[.,;:]|$)| of (?:the )?(?:total|whole|all|them|these)\b(?! \w)")
"""After a share that is of nothing else than the count before it."""
_SMALL = 10
"""Counts below it give each other by chance, unless words join them."""


def find(sentence: Sentence, roles: Sequence[Role], taken: set[int]) -> Iterator[Claim]:
    """The percentages, points and steps of a sentence that two of its other numbers give."""
    numbers = sentence.quantities
    yield from _of_one_ratio(sentence, taken)
    if len(numbers) < 3:
        return
    for claim in chain(
        changes_by_roles.find(sentence, roles), changes_of_two_values.find(sentence, roles)
    ):
        if claim.start not in taken:
            taken.add(claim.start)
            yield claim
    usable = [n for n, one in enumerate(numbers) if one.bound in KNOWN and roles[n].value]
    for at, stated in enumerate(numbers):
        if sentence.start + stated.start not in taken and stated.bound != "range":
            fitting = _fitting(sentence, at, [n for n in usable if n != at], roles)
            if fitting is not None:
                yield fitting


def _of_one_ratio(sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
    """The one percentage of a sentence that its only ratio gives: 50%, with 3 out of 6 answered."""
    shares = [one for one in sentence.quantities if letter(one) == PERCENT]
    ratios = [one for one in sentence.quantities if letter(one) == letters.PAIR]
    if not len(shares) == len(ratios) == 1:
        return
    (share,), (ratio,) = shares, ratios
    if sentence.start + share.start in taken:
        return
    part, whole = both_numbers(ratio)
    inputs = [(part, "part"), (whole, "whole")]
    claim = claimed("share", share, sentence, inputs, ratio, pairing="inferred")
    if part.low < whole.low and recompute(claim).verdict == "consistent":
        yield claim


def _fitting(sentence: Sentence, at: int, others: list[int], roles: Sequence[Role]) -> Claim | None:
    """The claim on a number that others fit best."""
    stated, numbers = sentence.quantities[at], sentence.quantities
    counts = [n for n in others if letter(numbers[n]) in AMOUNTS]
    match letter(stated):
        case letters.PERCENT | letters.FRACTION:
            claim = _best(_changes(sentence, at, counts, roles))
            return claim if claim or roles[at].way else _share(sentence, at, counts, roles)
        case letters.POINTS:
            shares = [n for n in others if letter(numbers[n]) == PERCENT]
            return _best(_changes(sentence, at, shares, roles))
        case letters.COUNT | letters.SUM if roles[at].step and stated.low >= _SMALL * stated.scale:
            return _best(_changes(sentence, at, counts, roles))
    return None


_Found = tuple[int, Claim]
"""How well words join the numbers of a claim, and the claim."""


def _best(found: Iterator[_Found]) -> Claim | None:
    scored = sorted(found, key=lambda each: -each[0])
    return scored[0][1] if scored else None


def _changes(
    sentence: Sentence, at: int, values: list[int], roles: Sequence[Role]
) -> Iterator[_Found]:
    """The pairs of values whose change is a number, in the direction that its words say."""
    numbers, stated = sentence.quantities, sentence.quantities[at]
    falls = roles[at].falls
    for old, new in permutations(values, 2):
        before, after = numbers[old], numbers[new]
        if before.unit != after.unit or min(before.low, after.low) <= 0 or before.low == after.low:
            continue
        if falls is not None and (after.low < before.low) != falls:
            continue
        joined = roles[old].before
        later = roles[new].year > roles[old].year > 0
        earlier = 0 < roles[new].year < roles[old].year
        if (
            earlier
            or not (joined or later)
            or (roles[new].before and (roles[old].before or not later))
        ):
            continue
        if falls is None and not (roles[old].compared and roles[new].after):
            continue
        first, last = min(at, old, new), max(at, old, new)
        if _APART.search(sentence.text[numbers[first].end : numbers[last].start]):
            continue
        if not change_is(stated, before, after):
            continue
        claim = _claim(sentence, stated, [(before, "before"), (after, "after")], falls, "explicit")
        if recompute(claim).verdict == "consistent":
            yield 2 * roles[old].before + roles[new].after + 2 * later, claim


def change_is(stated: Quantity, before: Quantity, after: Quantity) -> bool:
    """Whether the change can be the number, before its rounding is looked at."""
    step = abs(after.low - before.low)
    size = abs(stated.low)
    if stated.unit == "percent":
        given = 100 * step / abs(before.low)
        return given * 8 <= 10 * size <= given * 13 or abs(given - size) <= 1
    return abs(step - size) * 10 <= step


def _share(sentence: Sentence, at: int, values: list[int], roles: Sequence[Role]) -> Claim | None:
    """The part and the whole nearest to a share that they give, or that miss it by little."""
    numbers, stated = sentence.quantities, sentence.quantities[at]
    words = letter(stated) == FRACTION
    size, off = (100 * stated.low, 50 * stated.low) if words else (stated.low, Fraction(1))
    pairs = [
        (part, whole)
        for part, whole in permutations(values, 2)
        if numbers[part].unit == numbers[whole].unit and 0 < numbers[part].low < numbers[whole].low
    ]
    chance = Fraction(len(pairs), 30 if words else 100 * 10**stated.decimals)
    found: list[_Found] = []
    for part, whole in pairs:
        joined = roles[whole].whole
        small = numbers[part].low < _SMALL
        if abs(part - at) > 1 + joined or chance > _CHANCE * (1 + joined):
            continue
        if small and not joined:
            continue
        if abs(100 * numbers[part].low / numbers[whole].low - size) > off:
            continue
        claim = _claim(
            sentence, stated, [(numbers[part], "part"), (numbers[whole], "whole")], None,
            "explicit" if joined else "inferred",
        )  # fmt: skip
        if recompute(claim).verdict == "consistent" or (
            joined and not words and _leaves_no_other(sentence, at, part, whole, roles)
        ):
            found.append((3 * joined - abs(part - at), claim))
    return _best(iter(found))


def _leaves_no_other(
    sentence: Sentence, at: int, part: int, whole: int, roles: Sequence[Role]
) -> bool:
    """Whether a share that is off by little can be of nothing but the only two counts beside it."""
    numbers, text = sentence.quantities, sentence.text
    first, last = sorted((numbers[at], numbers[part]), key=lambda one: one.start)
    between = text[first.end : last.start]
    return (
        len(numbers) == 3
        and all(one.bound == "exact" for one in numbers)
        and not (roles[part].whole or roles[at].before)
        and _ANOTHER.search(between) is None
        and COMPARED.search(text) is None
        and AMOUNT.search(text) is None
        and _ENDS.match(text, numbers[at].end) is not None
    )


def _claim(
    sentence: Sentence, stated: Quantity, inputs: list[tuple[Quantity, str]], falls: bool | None,
    pairing: str,
) -> Claim:  # fmt: skip
    if inputs[0][1] == "part":
        named = "share"
    elif stated.unit == "percentage points":
        named = "percentage-points"
    elif stated.unit == "percent":
        named = "change" if falls is None else "decrease" if falls else "increase"
    else:
        named = "difference"
    beside = (one for one, _ in inputs)
    return claimed(named, stated, sentence, inputs, *beside, pairing=pairing, falls=falls)
