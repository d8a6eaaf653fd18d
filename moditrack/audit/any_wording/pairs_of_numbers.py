"""Pairs of numbers that may give another: what they are to it, how likely by chance, how far.

A share may be of any two numbers, a step or a change in percent of a value before and one after, a
rest of a whole and a part, a sum of two parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from moditrack.audit.any_wording.numbers_around import Number, start_of
from moditrack.audit.by_wording.letters import (
    AMOUNTS,
    COUNT,
    FRACTION,
    PERCENT,
    POINTS,
    SUM,
    letter,
)
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.documents.quantities import Quantity

_REST = re.compile(
    r"\b(?:remaining|remainder|rest|others?|left|balance|surplus|deficit|shortfall|profit|loss"
    r"|overspend|underspend|variance|net)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
ALL = re.compile(
    r"\b(?:totall?\w*|combined|altogether|overall|in all|brought|brings?)\b[^.;:]{0,60}$", re.I
)
GAP = re.compile(
    r"\b(?:gap|difference|margin)\b[^.;]{0,100}\b(?:is|was|of|to|at|by)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_NOUN = re.compile(r" ([a-z]{4,})", re.IGNORECASE)
Pair = tuple[tuple[Number, str], tuple[Number, str]]
"""Two numbers, each with what it is in the claim."""


def is_left_or_all(number: Number) -> bool:
    """Whether the words before a number say that it is a rest or a sum."""
    ahead = number.sentence.text[: number.quantity.start]
    return bool(_is_rest(ahead) or ALL.search(ahead))


def _is_rest(ahead: str) -> bool:
    """Whether the words before a number say that it is what two others leave."""
    return bool(_REST.search(ahead) or GAP.search(ahead))


def pairs_for(one: Number, near: Sequence[Number]) -> Iterator[Pair]:
    """The pairs that can give a number, by what it is: a share, a change, a step, a rest, a sum."""
    stated = one.quantity
    units = {POINTS: PERCENT, COUNT: letter(stated), SUM: letter(stated)}.get(
        letter(stated), AMOUNTS
    )
    near = [
        other for other in near
        if letter(other.quantity) in units
        and not (other.size == one.size and letter(stated) in AMOUNTS)
    ]  # fmt: skip
    ahead = one.sentence.text[: stated.start]
    pairs = [
        (low, high) for low, high in permutations(near, 2)
        if low.quantity.unit == high.quantity.unit and low.size < high.size <= 1000 * low.size
    ]  # fmt: skip
    if letter(stated) in PERCENT + FRACTION and not one.role.way:
        yield from (
            ((part, "part"), (whole, "whole"))
            for part, whole in pairs
            if part.role.step == whole.role.step and part.role.before == whole.role.before
        )
    elif one.role.way:
        for low, high in pairs:
            if not (low.role.step or high.role.step or (low.role.before and high.role.before)):
                old, new = (high, low) if one.role.falls else (low, high)
                yield (old, "before"), (new, "after")
            if letter(stated) == PERCENT and low.role.step and not high.role.step:
                yield (high, "after"), (low, "step")
                yield (high, "before"), (low, "step")
    else:
        if _is_rest(ahead):
            yield from (((whole, "whole"), (part, "part")) for part, whole in pairs)
        if ALL.search(ahead):
            yield from (((a, "part"), (b, "part")) for a, b in combinations(near, 2))
        if not is_left_or_all(one):
            yield from _of_those_before(one, near, pairs)


def _of_those_before(
    one: Number, near: Sequence[Number], pairs: Sequence[tuple[Number, Number]]
) -> Iterator[Pair]:
    """The pairs before a number whose sum or difference it can be; one of them is as precise."""
    earlier = [other for other in near if is_before(other, one)]
    before = {id(other) for other in earlier}
    exact = {id(other) for other in earlier if other.quantity.place <= one.quantity.place}
    for low, high in combinations(earlier, 2):
        if {id(low), id(high)} & exact and low.quantity.unit == high.quantity.unit:
            yield (low, "part"), (high, "part")
    for low, high in pairs:
        if {id(low), id(high)} & exact and {id(low), id(high)} <= before:
            yield (high, "whole"), (low, "part")


def is_before(other: Number, one: Number) -> bool:
    """Whether a number, and no step, is printed before another in its paragraph."""
    return (
        other.sentence.passage is one.sentence.passage
        and start_of(other) < start_of(one)
        and not other.role.way
    )


def is_joined(pair: Pair) -> bool:
    """Whether words say of one number what it is in the claim."""
    return any(
        (name == "before" and one.role.before and not one.role.after)
        or (name == "whole" and one.role.whole)
        for one, name in pair
    )


def are_of_one_thing(number: Number, pair: Pair) -> bool:
    """Whether both numbers count what the sentence of the stated one names: 574 arrests."""
    nouns = {_NOUN.match(each.sentence.text, each.quantity.end) for each, _ in pair}
    named = {noun[1].lower() for noun in nouns if noun is not None}
    return None not in nouns and len(named) == 1 and named.pop() in number.sentence.text.lower()


def odds(stated: Quantity) -> Fraction:
    """How likely a pair gives a number by chance: of a whole percent, one in a hundred."""
    if stated.unit in ("percent", "percentage points"):
        return Fraction(1, 100 * 10**stated.decimals)
    if letter(stated) == FRACTION:
        return Fraction(1, 12 if stated.unit == "ratio" else 20)
    printed: Fraction = abs(stated.low) / stated.place
    return 1 / max(Fraction(1), printed)


def distance(number: Number, pair: Pair) -> tuple[int, int]:
    """How far a pair is: in other sentences, then in characters."""
    others = sum(each.sentence is not number.sentence for each, _ in pair)
    return others, sum(abs(start_of(each) - start_of(number)) for each, _ in pair)


def claim_of(number: Number, pair: Pair) -> Claim:
    """The claim that a pair gives a number."""
    stated, names = number.quantity, {name for _, name in pair}
    if names == {"part", "whole"}:
        named = "share" if letter(stated) in PERCENT + FRACTION else "remainder"
    elif names == {"part"}:
        named = "total"
    elif letter(stated) in AMOUNTS:
        named = "difference"
    elif stated.unit == "percentage points":
        named = "percentage-points"
    else:
        named = "decrease" if number.role.falls else "increase"
    inputs = [Input(each.quantity, each.sentence.passage, name) for each, name in pair]
    return claimed(
        named, stated, number.sentence, inputs, pairing="inferred", falls=number.role.falls
    )
