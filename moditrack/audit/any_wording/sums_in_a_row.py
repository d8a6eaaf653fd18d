"""Totals whose parts are printed in a row after or before them, whatever words are between.

"Boats: 4,143. Primary: 2,296, mainly red. Chimney: 367. Secondary: 1,480." Only the sum says so: a
claim is what fits, with so many digits that chance does not give it. Numbers in brackets are a row
of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from moditrack.audit.any_wording.numbers_around import IsOpen, Number, is_usable, numbers_of
from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input, claimed, numbers_of_claim
from moditrack.audit.recompute import recompute
from moditrack.documents.bounds import KNOWN
from moditrack.documents.part_words import OF_WHICH, THE_REST

_FAR = 8
"""So many sentences with numbers a total and its parts may be apart."""
_MOST, _SKIPPED = 12, 4
"""So many parts are tried, and so many numbers between them and their total."""
_CHANCE, _CHANCE_JOINED = Fraction(2, 100), Fraction(1, 4)
_CHANCE_OF_TWO = Fraction(1, 10_000)
"""So likely may it be that one of the rows tried comes to the total by chance."""
_LEAST = 20
_JOINED = re.compile(
    rf"[:\u2022\u2013\u2014]| - |\b(?:{OF_WHICH}|of (?:this|these|those|them|that)\b|breakdown"
    r"|broken down|compris\w+|made up|includ\w+|split|consist\w+|totall?\w*|altogether|in all"
    r"|combined|respectively)\b",
    re.IGNORECASE,
)
_AHEAD = 40
_INCLUDED = re.compile(
    r"(?:\bincluding|\bof which|\bof whom|\bwhich includes?|\bamong them)"
    r"(?: (?:about|some|the|a|an|up to))* $",
    re.IGNORECASE,
)
_REST = re.compile(rf"\b{THE_REST} $", re.IGNORECASE)
_OF = re.compile(r"(?: \w+)? (?:out )?of (?:(?:the|all|our|its|these|those) )*", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A number, its sentence's place among all, and whether it is in brackets."""

    number: Number
    at: int
    bracketed: bool


def find(
    sentences: Sequence[Sentence], is_open: IsOpen, claims: Sequence[Claim]
) -> Iterator[Claim]:
    """The totals of sentences that numbers in a row give; `is_open` says which have no parts.

    `claims` are those found before: their numbers give no other claim.
    """
    known = {numbers_of_claim(claim) for claim in claims}
    places = places_of(sentences)
    for at, total in enumerate(places):
        if total.number.quantity.low < _LEAST or total.number.quantity.bound not in KNOWN:
            continue
        if not is_open(total.number.sentence, total.number.quantity):
            continue
        after, before = _near(places, at, 1), _near(places, at, -1)
        found = _claim(total, after) or _claim(total, before)
        if found is None and before and _is_part_of(before[0], total):
            found = _claim(total, [before[0], *after])
        if found is not None and numbers_of_claim(found) not in known:
            yield found


def places_of(sentences: Sequence[Sentence]) -> list[Place]:
    """The amounts of sentences, in order."""
    return [
        Place(one, at, sentence.text[one.quantity.start - 1 : one.quantity.start] == "(")
        for at, sentence in enumerate(sentences)
        for one in numbers_of(sentence)
        if letter(one.quantity) in AMOUNTS and is_usable(one)
    ]


def _near(places: Sequence[Place], at: int, step: int) -> list[Place]:
    """The numbers after or before one, the nearest first, of its unit and under its heading."""
    total = places[at]
    heading = total.number.sentence.passage.heading
    found: list[Place] = []
    place = at + step
    while 0 <= place < len(places) and len(found) < _MOST + _SKIPPED:
        own = places[place]
        place += step
        if abs(own.at - total.at) > _FAR or own.number.sentence.passage.heading != heading:
            break
        if own.number.quantity.unit == total.number.quantity.unit:
            found.append(own)
    return found


def _claim(total: Place, near: Sequence[Place]) -> Claim | None:
    """The claim on a total by the first row of numbers that comes to it."""
    if len(near) < 2 or sum(one.number.size for one in near) < total.number.size * 0.999:
        return None
    rows: list[list[Place]] = [list(near)]
    if len({one.bracketed for one in near}) > 1:
        rows += [[one for one in near if one.bracketed == own] for own in (False, True)]
    if any(one.number.role.step for one in near):
        rows.append([one for one in near if not one.number.role.step])
    if any(map(_is_of_a_part, near)):
        rows.append([one for one in near if not _is_of_a_part(one)])
    in_digits = [one for one in near if any(map(str.isdigit, one.number.quantity.printed))]
    if 1 < len(in_digits) < len(near):
        rows.append(in_digits)
    tried = 0
    stated = total.number.quantity
    for row in rows:
        for skipped in range(min(_SKIPPED, len(row) - 1) + 1):
            sums = accumulate(one.number.size for one in row[skipped : skipped + _MOST])
            for count, given in enumerate(sums, 1):
                parts = row[skipped : skipped + count]
                if parts[-1].number.size >= total.number.size or given > 1.01 * total.number.size:
                    break
                tried += count > 1
                off = _off(total, parts)
                if count < 2 or abs(given - total.number.size) > off:
                    continue
                said = _are_joined(total, parts) or _is_part_of(parts[0], total)
                said |= _is_the_rest(parts[-1])
                joined = not skipped and said
                room = max(1.0, 2 * off / float(stated.place))
                odds = tried * room / stated.digits
                most = _CHANCE_JOINED if joined else _CHANCE_OF_TWO if count == 2 else _CHANCE
                if odds > most or _are_steps(parts):
                    continue
                claim = _total_of(total, parts, joined)
                if recompute(claim).verdict == "consistent":
                    return claim
    return None


def _is_part_of(part: Place, total: Place) -> bool:
    """Whether a number is said to be part of the one after it: 31 of the 41."""
    words = part.number.sentence.text[part.number.quantity.end : total.number.quantity.start]
    return part.at == total.at and _OF.fullmatch(words) is not None


def _is_the_rest(one: Place) -> bool:
    """Whether a number is said to be the rest of a whole: the remaining 21 boats."""
    return _REST.search(_ahead(one)) is not None


def _is_of_a_part(one: Place) -> bool:
    """Whether a number is part of the one before it: 41 boats, including 30 at sea."""
    return _INCLUDED.search(_ahead(one)) is not None


def _ahead(one: Place) -> str:
    """The words right before a number."""
    start = one.number.quantity.start
    return one.number.sentence.text[max(0, start - _AHEAD) : start]


def _off(total: Place, parts: Sequence[Place]) -> float:
    """By how much a sum may miss: by half of the last place of each number that shows rounding."""
    places = [one.number.quantity.place for one in (total, *parts)]
    return float(sum(place for place in places if place != 1) / 2) + 1e-6


def _are_steps(parts: Sequence[Place]) -> bool:
    """Whether numbers only count up or are all alike."""
    sizes = [one.number.size for one in parts]
    return len({b - a for a, b in pairwise(sizes)}) == 1 and len(sizes) > 2


def _are_joined(total: Place, parts: Sequence[Place]) -> bool:
    """Whether words or signs beside a total say that its parts are near."""
    first, last = sorted((total, parts[0]), key=lambda one: (one.at, one.number.quantity.start))
    start, text = first.number.quantity.end, first.number.sentence.text
    if first.at == last.at:
        between = text[start : last.number.quantity.start]
    else:
        between = text[start:] + last.number.sentence.text[: last.number.quantity.start]
    return len(between) < 200 and _JOINED.search(between) is not None


def _total_of(total: Place, parts: Sequence[Place], joined: bool) -> Claim:
    own = total.number
    ordered = sorted(parts, key=lambda one: (one.at, one.number.quantity.start))
    inputs = [Input(one.number.quantity, one.number.sentence.passage, "part") for one in ordered]
    near = joined and all(one.number.sentence.passage is own.sentence.passage for one in parts)
    pairing = "explicit" if near else "inferred"
    return claimed("total", own.quantity, own.sentence, inputs, pairing=pairing)
