"""Derived numbers whose base no wording names: the numbers around it that give them.

"West Ayton took on 726 people. Of those, 189 were from Kirkby. They are 26% of all." A pair of
numbers of the sentence, else of those around it, is the base where it gives the number, and where
so few pairs were tried that chance would not. Such a pairing is inferred: a claim only where it
fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations

from moditrack.audit.any_wording.numbers_around import IsOpen, Number, is_base, numbers_of
from moditrack.audit.any_wording.pairs_of_numbers import (
    ALL,
    GAP,
    Pair,
    are_of_one_thing,
    claim_of,
    distance,
    is_before,
    is_joined,
    is_left_or_all,
    odds,
    pairs_for,
)
from moditrack.audit.by_wording.letters import (
    AMOUNTS,
    COUNT,
    FRACTION,
    PERCENT,
    POINTS,
    SUM,
    letter,
)
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input, claimed, numbers_of_claim
from moditrack.audit.near_enough import near_enough
from moditrack.documents.bounds import KNOWN, LOWER, UPPER
from moditrack.documents.dates.year_or_count import A_YEAR

_WINDOWS = ((0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 1, 0), (1, 1, 1), (3, 1, 1), (8, 8, 1), (30, 1, 1))
"""How many sentences before and after are tried, in turn, and how near one number of a pair is."""
_WINDOWS_BEFORE = ((0, 0, 0), (1, 0, 1), (3, 0, 1))
"""The same for a number that nothing but its digits joins with those before it."""
_CHANCE, _CHANCE_JOINED = Fraction(6, 100), Fraction(12, 100)
"""So likely may it be that one of the pairs tried fits by chance, and where words join one."""
_MOST, _FEW, _TRIED = 120, 20, 10
"""With more numbers around, or with so many times as many pairs as may be tried, nothing is."""
_SO = re.compile(r"\b(?:so|leaving|leaves|hence|therefore|thus)\b[^.;:]{0,40}$", re.IGNORECASE)
"""Before what is left of a whole."""
_PRECISE = 3
"""Digits of a number that needs no word such as total to be that of two before it."""


_Read = Callable[[int], Sequence[Number]]


def find(
    sentences: Sequence[Sentence], is_open: IsOpen, claims: Iterable[Claim]
) -> Iterator[Claim]:
    """The numbers of sentences that others around them give; `is_open` says which have no base.

    `claims` are those found before, whose inputs are no sums of what they give.
    """
    joined = {numbers_of_claim(claim) for claim in claims}
    read = cache(lambda at: numbers_of(sentences[at]) if 0 <= at < len(sentences) else ())
    for at, sentence in enumerate(sentences):
        if not {*sentence.letters} & {COUNT, SUM, PERCENT, POINTS, FRACTION}:
            continue
        for one in read(at):
            said = _said(one)
            loose = one.quantity.bound in (*LOWER, *UPPER) and letter(one.quantity) != FRACTION
            known = one.quantity.bound in KNOWN or (loose and said)
            if not known or not is_open(sentence, one.quantity):
                continue
            if not (said or (_is_precise(one) and _may_be_sum(one, read, at))):
                continue
            found = _in_windows(one, read, at)
            if found is not None:
                numbers = numbers_of_claim(found)
                if (said and not _is_only_left(one)) or numbers not in joined:
                    joined.add(numbers)
                    yield found


def _in_windows(one: Number, read: _Read, at: int) -> Claim | None:
    """The claim on a number by a pair of its sentence, else of more and more sentences around."""
    said = _said(one)
    most = _TRIED * _CHANCE_JOINED / odds(one.quantity)
    for before, after, reach in _WINDOWS if said else _WINDOWS_BEFORE:
        near = _around(read, range(at - before, at + after + 1), one)
        beside = _around(read, range(at - reach, at + reach + 1), one)
        if len(near) > (_MOST if said else _FEW) or len(near) * len(beside) > most:
            break
        if (found := _of_pairs(one, near, beside)) is not None:
            return found
    return None


def _said(one: Number) -> bool:
    """Whether a number is a share, or words beside it say that it is a step, a rest or a sum."""
    return letter(one.quantity) not in AMOUNTS or one.role.way or is_left_or_all(one)


def _around(read: _Read, places: range, one: Number) -> list[Number]:
    """The numbers of some sentences that another can rest on."""
    return [other for at in places for other in read(at) if other is not one and is_base(other)]


def _is_only_left(one: Number) -> bool:
    """Whether words say of an amount no more than that it is left, so that it may be a part."""
    ahead = one.sentence.text[: one.quantity.start]
    amount = letter(one.quantity) in AMOUNTS and not one.role.way
    return amount and not (GAP.search(ahead) or ALL.search(ahead))


def _is_precise(one: Number) -> bool:
    """Whether a number has so many digits that two numbers before it give it by no chance."""
    quantity = one.quantity
    digits = quantity.printed.strip("£$€R-").partition(" ")[0].replace(",", "").replace(".", "")
    return (
        len(digits.strip("0")) >= _PRECISE
        and one.role.value
        and not (one.role.before or one.role.whole)
        and A_YEAR.fullmatch(quantity.printed) is None
    )


def _may_be_sum(one: Number, read: _Read, at: int) -> bool:
    """Whether two numbers before it add up to a number, or differ by it, roughly: a quick look."""
    near = _around(read, range(at - _WINDOWS_BEFORE[-1][0], at + 1), one)
    if len(near) > _FEW:
        return False
    sizes = [(other.size, float(other.quantity.place)) for other in near if is_before(other, one)]
    size, place = one.size, float(one.quantity.place)
    return any(
        min(abs(low + high - size), abs(abs(high - low) - size)) <= place + off + by
        for (low, off), (high, by) in combinations(sizes, 2)
    )


def _of_pairs(number: Number, near: Sequence[Number], beside: Sequence[Number]) -> Claim | None:
    """The claim on a number by the pair around it that gives it, the best joined first."""
    own = set(map(id, beside))
    pairs = [pair for pair in pairs_for(number, near) if _is_near(pair, own)]
    joined = [pair for pair in pairs if is_joined(pair) or are_of_one_thing(number, pair)]
    for tried, most in ((joined, _CHANCE_JOINED), (pairs, _CHANCE)):
        if len(tried) * odds(number.quantity) <= most:
            for pair in sorted(tried, key=lambda each: distance(number, each)):
                claim = claim_of(number, pair)
                if near_enough(claim):
                    return _of_the_whole(number, claim, pair)
    return None


def _of_the_whole(number: Number, claim: Claim, pair: Pair) -> Claim:
    """The same claim on the whole of two parts, where no word says that one of them is left."""
    ahead = number.sentence.text[: number.quantity.start]
    if claim.kind != "remainder" or is_left_or_all(number) or _SO.search(ahead):
        return claim
    (whole, _), (part, _) = pair
    inputs = [Input(one.quantity, one.sentence.passage, "part") for one in (part, number)]
    return claimed("total", whole.quantity, whole.sentence, inputs, pairing="inferred")


def _is_near(pair: Pair, beside: set[int]) -> bool:
    """Whether one number of a pair is beside the stated one, or words join both: from 5 to 10."""
    (first, _), (last, _) = pair
    both = first.sentence is last.sentence and is_joined(pair)
    return both or id(first) in beside or id(last) in beside
