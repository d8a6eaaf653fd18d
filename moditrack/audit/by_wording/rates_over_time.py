"""How often in a year: 45 a day, one every 32 minutes, of a number that a year had.

Nothing but the words beside the number says that it is that of a year, so that only what fits is a
claim, and it is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.by_wording.sentences import Place, Sentence, pattern
from moditrack.audit.found_claim import Claim, Input, OfAYear, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.bounds import KNOWN
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.quantities import Quantity

OF_A_YEAR = {"day": 365, "week": 52, "month": 12, "hour": 8760, "minute": 525_600,
    "second": 31_536_000,
}  # fmt: skip
_EACH = pattern(
    r"{often:nm}(?: [\w'-]+){0,4} (?:a|per|each|every|in each) (?P<unit>day|week|month)\b"
)
_EVERY = pattern(r"\bevery {often:nd} (?P<unit>second|minute|hour|day)s?\b")
_A_YEAR = re.compile(
    rf"\b{YEAR}\b|\b(?:last|this|that|the|a|per|each|previous) year\b|\b12 months\b|\bannual", re.I
)
_LEAST, _LEAST_EVERY = 100, 50
"""A number of a year is at least so large, and one of which there is one every so often."""
_NEAR = 6


def find(sentence: Sentence, near: Sequence[Place], taken: set[int]) -> Iterator[Claim]:
    """What a sentence says of a day, a week or a month, with the number of a year near it."""
    totals: list[Place] = []
    for pattern_of, match in (
        (own, match) for own in (_EACH, _EVERY) for match in sentence.matches(own)
    ):
        stated = sentence.quantities[int(match["often"])]
        if sentence.start + stated.start in taken or stated.bound == "range":
            continue
        totals = totals or _totals(near)
        least = _LEAST_EVERY if pattern_of is _EVERY else _LEAST
        year = OfAYear(OF_A_YEAR[match["unit"].lower()], pattern_of is _EVERY)
        said = "one every" if year.every else "over"
        for total, origin in totals:
            if (
                total is stated
                or total.low < least
                or total.unit != stated.unit
                or not _of_a_year(sentence, origin)
            ):
                continue
            whole = Input(total, origin.passage, f"total, {said} {year.number} of a year")
            claim = claimed("average", stated, sentence, [whole], pairing="inferred")
            claim = replace(claim, of_a_year=year)
            close = stated.bound in KNOWN or (not stated.unit and _is_near(stated, total, year))
            if close and recompute(claim).verdict == "consistent":
                yield claim
                break


def _is_near(stated: Quantity, total: Quantity, year: OfAYear) -> bool:
    """Whether a number is not far from the bound that is printed: more than 400 a day."""
    given = year.number / total.low if year.every else total.low / year.number
    return abs(given - stated.low) * 4 <= stated.low


def _totals(near: Sequence[Place]) -> list[Place]:
    large = (each for each in near if letter(each[0]) in AMOUNTS and each[0].low >= _LEAST_EVERY)
    return list(islice(large, _NEAR))


def _of_a_year(sentence: Sentence, origin: Sentence) -> bool:
    return _A_YEAR.search(origin.text) is not None or _A_YEAR.search(sentence.text) is not None
