"""Multiples of numbers in the same sentence or the one before: 23 times as likely, doubled since.

Nothing says which numbers are meant, so that only what fits is a claim, and it is inferred; "halved
from A to B" says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from moditrack.audit.any_wording.number_roles import roles_of
from moditrack.audit.by_wording.letters import AMOUNTS, MULTIPLE, PERCENT, letter
from moditrack.audit.by_wording.sentences import Place, Sentence, pattern
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.quantities import Quantity, quantities

_HALVED = pattern(
    r"\bhalv(?:ed|ing)\b(?: (?!and\b|but\b|with\b)[\w'-]+){0,3}"
    r"(?: from {before:nmp}(?: [\w'-]+){0,3} to {after:nmp}| to {to:nmp},? from {was:nmp})"
)
_INEXACT = re.compile(rf"\b(?:{BOUND_WORDS}) $", re.IGNORECASE)
_MORE = re.compile(r" (?:more|higher|greater|larger)\b", re.IGNORECASE)
"""Six times more than one is six, or seven."""
_FITS = ("consistent", "ambiguous")
_TELLING = 10
"""A multiple from here on, or with decimals, may be of two numbers of the sentence before."""
_ONE_PAIR = 3
"""From here on it may be of the only two of that sentence."""
_MOST = 6
"""Of more numbers, some give a multiple by chance."""


def halved(sentence: Sentence) -> Iterator[Claim]:
    """What a sentence says was halved from one of its numbers to another."""
    for match in sentence.matches(_HALVED):
        named = {name: text for name, text in match.groupdict().items() if text is not None}
        old = sentence.quantities[int(named.get("before") or named["was"])]
        new = sentence.quantities[int(named.get("after") or named["to"])]
        at = sentence.text.lower().rfind("halv", 0, old.start)
        word = re.compile(r"\w+").match(sentence.text, max(0, at))
        if word is not None and old.unit == new.unit and new.low < old.low:
            (half,) = quantities("half")
            stated = replace(half, printed=word[0], start=word.start(), end=word.end())
            claim = _claim(sentence, stated, (old, sentence), (new, sentence), "explicit")
            if (
                not _INEXACT.search(sentence.text, 0, at)
                or recompute(claim).verdict == "consistent"
            ):
                yield claim


def find(sentence: Sentence, last: Sentence | None, taken: set[int]) -> Iterator[Claim]:
    """The multiples of a sentence that two numbers of it and the one before give."""
    for stated in sentence.quantities:
        if letter(stated) != MULTIPLE or sentence.start + stated.start in taken:
            continue
        own = _values(sentence)
        before = _values(last) if last is not None else []
        telling = stated.low >= _TELLING or stated.decimals > 0
        telling |= stated.low >= _ONE_PAIR and not own and len(before) == 2
        if len(own) + len(before) > _MOST:
            continue
        for low, high in permutations([*own, *before], 2):
            if low[0].unit != high[0].unit or not 0 < low[0].low < high[0].low:
                continue
            if not telling and sentence not in (low[1], high[1]):
                continue
            claim = _claim(sentence, stated, low, high, "inferred")
            given = high[0].low / low[0].low
            if given < stated.low + 1 and recompute(claim).verdict == "consistent":
                yield claim
                break


def find_after(sentence: Sentence, following: Sentence, taken: set[int]) -> Iterator[Claim]:
    """The multiples of a sentence that the two values of the next one give, one in place of the
    other: twice as many; 24 were seen, compared with 12."""
    open_ones = [
        one for one in sentence.quantities
        if letter(one) == MULTIPLE and sentence.start + one.start not in taken
    ]  # fmt: skip
    values = _values(following) if open_ones else []
    if len(values) != 2 or not any(role.before for role in roles_of(following)):
        return
    low, high = sorted(values, key=lambda each: each[0].low)
    if low[0].unit != high[0].unit or not low[0].low < high[0].low:
        return
    for stated in open_ones:
        more = _MORE.match(sentence.text, stated.end)
        for given in (stated, replace(stated, low=stated.low + 1, high=stated.high + 1)):
            claim = replace(
                _claim(sentence, stated, low, high, "inferred"), stated=given if more else stated
            )
            if high[0].low / low[0].low < given.low + 1 and recompute(claim).verdict in _FITS:
                yield claim
                break


def _values(sentence: Sentence) -> list[Place]:
    return [
        (one, sentence)
        for one, role in zip(sentence.quantities, roles_of(sentence), strict=True)
        if letter(one) in AMOUNTS + PERCENT and role.value and one.bound in ("exact", "about")
    ]


def _claim(sentence: Sentence, stated: Quantity, old: Place, new: Place, pairing: str) -> Claim:
    inputs = [
        Input(one, origin.passage, name)
        for name, (one, origin) in (("before", old), ("after", new))
    ]
    falls = True if stated.low < Fraction(1) else None
    return claimed("ratio", stated, sentence, inputs, pairing=pairing, falls=falls)
