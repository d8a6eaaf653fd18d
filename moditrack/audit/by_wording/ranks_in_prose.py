"""Superlatives with the numbers of those that follow: Ayton had the most boats (41), followed by
Beck (30) and Cole (12).

The numbers are in the order that the sentence says: one that is not is a misfit only where the
others are, so that the list is ordered by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from moditrack.audit.by_wording.letters import AMOUNTS, PERCENT, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.bounds import KNOWN
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.quantities import Quantity

_FOLLOWED = re.compile(r"\bfollowed (?:closely )?by\b|\bahead of\b", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:the )?(?P<rank>(?:(?:largest|biggest|highest|greatest|top|most|leading"
    r"|(?P<low>lowest|smallest|fewest|least))(?: (?:common|frequent))?)"
    r"(?: (?:number|proportion|share|percentage|group|category|type|reason)s?)?)\b",
    re.IGNORECASE,
)
_OF_RATES = re.compile(r"\b(?:rates?|per|averages?|growth|increases?|rise|falls?)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:share|proportion|percentage)s?$", re.IGNORECASE)
_YEAR = re.compile(rf"\b{YEAR}\b")
_AT_MOST = re.compile(r"\bat (?:the )?(?:most|least)\b", re.IGNORECASE)


def find(sentence: Sentence, last: Sentence | None) -> Iterator[Claim]:
    """The superlative of a sentence, or of the one before it, and the numbers in its order."""
    followed = _FOLLOWED.search(sentence.text)
    if followed is None:
        return
    before = [one for one in sentence.quantities if one.end <= followed.start()]
    after = [one for one in sentence.quantities if one.start >= followed.end()]
    if not before or not after:
        return
    own = before[-1]
    others = [
        one for one in after
        if one.unit == own.unit and _bracketed(sentence, one) == _bracketed(sentence, own)
    ] or [one for one in after if one.unit == own.unit]  # fmt: skip
    said = _said(sentence, followed.start())
    origin = sentence
    if said is None and last is not None and last.passage is sentence.passage:
        said, origin = _said(last, len(last.text)), last
    if said is None or not others or letter(own) not in AMOUNTS + PERCENT:
        return
    if any(one.bound not in KNOWN for one in (own, *others)):
        return
    start, end = said.span("rank")
    printed = Quantity(said["rank"], Fraction(1), Fraction(1), start=start, end=end)
    inputs = [Input(one, sentence.passage, "in its order") for one in (own, *others)]
    claim = claimed("rank", printed, origin, inputs)
    values = [one.low if said["low"] else -one.low for one in others]
    ordered = len(others) > 1 and all(a <= b for a, b in pairwise(values))
    sure = (
        ordered and origin is sentence and len(before) == 1 and _is_of_numbers(sentence, said, own)
    )
    if sure or recompute(claim).verdict == "consistent":
        yield claim


def _is_of_numbers(sentence: Sentence, said: re.Match[str], own: Quantity) -> bool:
    """Whether a superlative can only be of the numbers that a sentence prints, in one period."""
    if letter(own) == PERCENT:
        return _SHARE.search(said["rank"]) is not None
    counted = "number" in said["rank"].lower() and _OF_RATES.search(sentence.text) is None
    return counted and _YEAR.search(sentence.text, said.end()) is None


def _said(sentence: Sentence, end: int) -> re.Match[str] | None:
    """The last superlative before a place."""
    text = sentence.text[:end]
    found = [
        match for match in _MOST.finditer(text)
        if not _AT_MOST.match(text, max(0, match.start() - 3))
    ]  # fmt: skip
    return found[-1] if found else None


def _bracketed(sentence: Sentence, one: Quantity) -> bool:
    return sentence.text[one.start - 1 : one.start] == "("
