"""Changes on the number of the sentence before, which "this figure" joins.

"There were 823. By 2015 this figure was 2,413, a 195% increase." It is explicit only where nothing
else can be meant: the sentence before has one number, and no other subject or base is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from moditrack.audit.by_wording.letters import AMOUNTS, PERCENT, letter
from moditrack.audit.by_wording.sentences import Place, Sentence
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.change_words import COMPARED_WITH, FALLS, NOUN
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import FITS

_THIS = re.compile(
    r"\b(?P<word>this|the|that) (?:figure|number|total|count)(?: had| has)? (?:was|is|stood at"
    r"|(?:risen|increased|grown|fallen|dropped|decreased|reduced|rose|fell|grew) to)\W+$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"[\s,\u2013\u2014-]*(?:(?:representing|showing|which (?:is|was|represents)|equivalent to) )?"
    rf"(?:an? |the )?(?P<first>{NOUN})? ?(?:of )?\W{{0,2}}$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf" (?P<word>{NOUN})\b", re.IGNORECASE)
_WHEN = re.compile(
    rf"(?:\W|\d|\b(?:{MONTH_NAMES}|by|in|at|on|as of|the|end|year|today|now|then|however|but"
    r"|and|had|has|later|years|one|two|three|four|five|ten)\b)*",
    re.IGNORECASE,
)
"""Words before "this figure" that say only when."""
_PLAN = re.compile(
    r"\b(?:targets?|aims?|planned|plans?|expected|forecasts?|budget(?:ed)?|should|would|could"
    r"|average|at least|needs?|needed|capacity|maximum|minimum)\b",
    re.IGNORECASE,
)
"""Words of a number that is no earlier one of the same count."""
_BASE = re.compile(
    rf"\W*(?:on|from|over|since|in|{COMPARED_WITH}|relative to) (?:\w+ ){{0,3}}"
    rf"(?P<year>{YEAR})\W",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:an?|each|every|per) (?:hour|day|night|week|month|quarter|year)\b"
    r"|\b(?:dai|week|month|year)ly\b|\bannual",
    re.IGNORECASE,
)
"""How often: 823 each week is of something else than 2,413 in a year."""
_A_YEAR = re.compile(rf"\b{YEAR}\b")
_ENDS = re.compile(r"\W*(?:$|[.;])")


def find(sentence: Sentence, near: Sequence[Place], taken: set[int]) -> Iterator[Claim]:
    """The percentage by which "this figure" changed from a number of the sentence before."""
    numbers = list(sentence.quantities)
    for new, stated in pairwise(numbers):
        if letter(new) not in AMOUNTS or letter(stated) != PERCENT or stated.bound != "exact":
            continue
        this = _THIS.search(sentence.text[: new.start])
        if sentence.start + stated.start in taken or this is None:
            continue
        word, rest = _word(sentence.text[new.end : stated.start], sentence.text[stated.end :])
        origin = next((place[1] for place in near if place[1] is not sentence), None)
        if not word or origin is None or not _is_before(origin, sentence):
            continue
        falls = FALLS.fullmatch(word) is not None
        found = [
            _claim(sentence, origin, before, new, stated, falls)
            for before in origin.quantities
            if letter(before) in AMOUNTS and before.unit == new.unit
        ]
        sure = (
            len(origin.quantities) == len(found) == 1
            and this["word"].lower() != "the"
            and _WHEN.fullmatch(sentence.text[: this.start()]) is not None
            and _PLAN.search(origin.text) is None
            and _is_base(origin, rest)
            and not _goes_back(origin.text, sentence.text[: this.start()])
            and len(_EACH.findall(origin.text)) == len(_EACH.findall(sentence.text))
            and (new.low < found[0].inputs[0].quantity.low) == falls
        )
        if sure:
            yield from found
        else:
            fitting = [claim for claim in found if recompute(claim).verdict in FITS]
            yield from (replace(claim, pairing="inferred") for claim in fitting[:1])


def _is_before(origin: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence is the one before another in its passage."""
    between = sentence.passage.text[origin.start + len(origin.text) : sentence.start]
    return origin.passage is sentence.passage and not between.strip()


def _is_base(origin: Sentence, rest: str) -> bool:
    """Whether what follows a change names no other base than the sentence before."""
    named = _BASE.match(rest)
    return _ENDS.match(rest) is not None or (named is not None and named["year"] in origin.text)


def _goes_back(before: str, when: str) -> bool:
    """Whether "this figure" is of a year before that of the number it is compared with."""
    first, then = _A_YEAR.findall(before), _A_YEAR.findall(when)
    return bool(first and then) and max(then) < max(first)


def _claim(
    sentence: Sentence, origin: Sentence, before: Quantity, new: Quantity, stated: Quantity,
    falls: bool,
) -> Claim:  # fmt: skip
    inputs = [Input(before, origin.passage, "before"), Input(new, sentence.passage, "after")]
    kind_of = "decrease" if falls else "increase"
    return claimed(kind_of, stated, sentence, inputs, new, falls=falls)


def _word(between: str, after: str) -> tuple[str, str]:
    """The word of change before a percentage, or after it, and what follows; "" where there is
    none."""
    match = _CHANGE.fullmatch(between)
    if match is None:
        return "", after
    if match["first"]:
        return match["first"], after
    following = _AFTER.match(after)
    return (following["word"], after[following.end() :]) if following else ("", after)
