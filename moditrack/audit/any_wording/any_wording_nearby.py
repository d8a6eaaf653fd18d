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
from itertools import combinations, permutations

from moditrack.audit.any_wording.numbers_around import (
    IsOpen,
    Number,
    is_base,
    last_place_of,
    numbers_of,
    start_of,
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
from moditrack.documents.quantities import Quantity

_WINDOWS = ((0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 1, 0), (1, 1, 1), (3, 1, 1), (8, 8, 1), (30, 1, 1))
"""How many sentences before and after are tried, in turn, and how near one number of a pair is."""
_WINDOWS_BEFORE = ((0, 0, 0), (1, 0, 1), (3, 0, 1))
"""The same for a number that nothing but its digits joins with those before it."""
_CHANCE, _CHANCE_JOINED = Fraction(6, 100), Fraction(12, 100)
"""So likely may it be that one of the pairs tried fits by chance, and where words join one."""
_MOST, _FEW, _TRIED = 120, 20, 10
"""With more numbers around, or with so many times as many pairs as may be tried, nothing is."""
_REST = re.compile(
    r"\b(?:remaining|remainder|rest|others?|left|balance|surplus|deficit|shortfall|profit|loss"
    r"|overspend|underspend|variance|net)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:totall?\w*|combined|altogether|overall|in all|brought|brings?)\b[^.;:]{0,60}$", re.I
)
_SO = re.compile(r"\b(?:so|leaving|leaves|hence|therefore|thus)\b[^.;:]{0,40}$", re.IGNORECASE)
"""Before what is left of a whole."""
_GAP = re.compile(
    r"\b(?:gap|difference|margin)\b[^.;]{0,100}\b(?:is|was|of|to|at|by)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_PRECISE = 3
"""Digits of a number that needs no word such as total to be that of two before it."""
_NOUN = re.compile(r" ([a-z]{4,})", re.IGNORECASE)


_Read = Callable[[int], Sequence[Number]]
_Pair = tuple[tuple[Number, str], tuple[Number, str]]
"""Two numbers, each with what it is in the claim."""


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
    most = _TRIED * _CHANCE_JOINED / _odds(one.quantity)
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
    return letter(one.quantity) not in AMOUNTS or one.role.way or _left_or_all(one)


def _around(read: _Read, places: range, one: Number) -> list[Number]:
    """The numbers of some sentences that another can rest on."""
    return [other for at in places for other in read(at) if other is not one and is_base(other)]


def _is_rest(ahead: str) -> bool:
    """Whether the words before a number say that it is what two others leave."""
    return bool(_REST.search(ahead) or _GAP.search(ahead))


def _is_only_left(one: Number) -> bool:
    """Whether words say of an amount no more than that it is left, so that it may be a part."""
    ahead = one.sentence.text[: one.quantity.start]
    amount = letter(one.quantity) in AMOUNTS and not one.role.way
    return amount and not (_GAP.search(ahead) or _ALL.search(ahead))


def _left_or_all(number: Number) -> bool:
    ahead = number.sentence.text[: number.quantity.start]
    return bool(_is_rest(ahead) or _ALL.search(ahead))


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
    sizes = [(other.size, float(last_place_of(other))) for other in near if _is_before(other, one)]
    size, place = one.size, float(last_place_of(one))
    return any(
        min(abs(low + high - size), abs(abs(high - low) - size)) <= place + off + by
        for (low, off), (high, by) in combinations(sizes, 2)
    )


def _of_pairs(number: Number, near: Sequence[Number], beside: Sequence[Number]) -> Claim | None:
    """The claim on a number by the pair around it that gives it, the best joined first."""
    own = set(map(id, beside))
    pairs = [pair for pair in _pairs(number, near) if _is_near(pair, own)]
    joined = [pair for pair in pairs if _joined(pair) or _of_one_thing(number, pair)]
    for tried, most in ((joined, _CHANCE_JOINED), (pairs, _CHANCE)):
        if len(tried) * _odds(number.quantity) <= most:
            for pair in sorted(tried, key=lambda each: _distance(number, each)):
                claim = _claim(number, pair)
                if near_enough(claim):
                    return _of_the_whole(number, claim, pair)
    return None


def _of_the_whole(number: Number, claim: Claim, pair: _Pair) -> Claim:
    """The same claim on the whole of two parts, where no word says that one of them is left."""
    ahead = number.sentence.text[: number.quantity.start]
    if claim.kind != "remainder" or _left_or_all(number) or _SO.search(ahead):
        return claim
    (whole, _), (part, _) = pair
    inputs = [Input(one.quantity, one.sentence.passage, "part") for one in (part, number)]
    return claimed("total", whole.quantity, whole.sentence, inputs, pairing="inferred")


def _is_near(pair: _Pair, beside: set[int]) -> bool:
    """Whether one number of a pair is beside the stated one, or words join both: from 5 to 10."""
    (first, _), (last, _) = pair
    both = first.sentence is last.sentence and _joined(pair)
    return both or id(first) in beside or id(last) in beside


def _pairs(one: Number, near: Sequence[Number]) -> Iterator[_Pair]:
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
        if _ALL.search(ahead):
            yield from (((a, "part"), (b, "part")) for a, b in combinations(near, 2))
        if not _left_or_all(one):
            yield from _of_those_before(one, near, pairs)


def _of_those_before(
    one: Number, near: Sequence[Number], pairs: Sequence[tuple[Number, Number]]
) -> Iterator[_Pair]:
    """The pairs before a number whose sum or difference it can be; one of them is as precise."""
    earlier = [other for other in near if _is_before(other, one)]
    before = {id(other) for other in earlier}
    exact = {id(other) for other in earlier if last_place_of(other) <= last_place_of(one)}
    for low, high in combinations(earlier, 2):
        if {id(low), id(high)} & exact and low.quantity.unit == high.quantity.unit:
            yield (low, "part"), (high, "part")
    for low, high in pairs:
        if {id(low), id(high)} & exact and {id(low), id(high)} <= before:
            yield (high, "whole"), (low, "part")


def _is_before(other: Number, one: Number) -> bool:
    """Whether a number, and no step, is printed before another in its paragraph."""
    return (
        other.sentence.passage is one.sentence.passage
        and start_of(other) < start_of(one)
        and not other.role.way
    )


def _joined(pair: _Pair) -> bool:
    """Whether words say of one number what it is in the claim."""
    return any(
        (name == "before" and one.role.before and not one.role.after)
        or (name == "whole" and one.role.whole)
        for one, name in pair
    )


def _of_one_thing(number: Number, pair: _Pair) -> bool:
    """Whether both numbers count what the sentence of the stated one names: 574 arrests."""
    nouns = {_NOUN.match(each.sentence.text, each.quantity.end) for each, _ in pair}
    named = {noun[1].lower() for noun in nouns if noun is not None}
    return None not in nouns and len(named) == 1 and named.pop() in number.sentence.text.lower()


def _odds(stated: Quantity) -> Fraction:
    """How likely a pair gives a number by chance: of a whole percent, one in a hundred."""
    if stated.unit in ("percent", "percentage points"):
        return Fraction(1, 100 * 10**stated.decimals)
    if letter(stated) == FRACTION:
        return Fraction(1, 12 if stated.unit == "ratio" else 20)
    printed: Fraction = abs(stated.low) / stated.scale * 10**stated.decimals
    return 1 / max(Fraction(1), printed)


def _distance(number: Number, pair: _Pair) -> tuple[int, int]:
    """How far a pair is: in other sentences, then in characters."""
    others = sum(each.sentence is not number.sentence for each, _ in pair)
    return others, sum(abs(start_of(each) - start_of(number)) for each, _ in pair)


def _claim(number: Number, pair: _Pair) -> Claim:
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
