"""A change printed as a number and in percent: 16% lower (or 840 calls), a fall of 60 (25%).

Both are of the same two values: what one of them is found to rest on, the other rests on too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from moditrack.audit.by_wording.changes import of_one_unit
from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.found_claim import Claim
from moditrack.audit.recompute import recompute
from moditrack.checks.kinds import CHANGES
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import NOUN, OPEN, THAN, VERB
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import FITS

_CHANGE = (*CHANGES, "change")
_STEP_AFTER = re.compile(
    rf"(?: {THAN})?(?: (?P<sure>or)(?: by)?| ?[,(] ?(?:(?P<or>or|that is|i\.e\.),? )?"
    rf"(?:(?:by|an? {NOUN} of) )?) ?(?:(?:{BOUND_WORDS}) )?",
    re.IGNORECASE,
)
"""Between a percentage and the step that says the same."""
_STEP_BEFORE = re.compile(rf"(?: [\w'-]+){{0,3}},? ?(?:[(] ?(?:or |{NOUN} of )?|or |a )", re.I)
_STEP_THAN = re.compile(
    rf"(?: [\w'-]+){{0,2}} {THAN} than (?:in )?(?:the )?"
    rf"(?:year before|(?:last|previous) year|{YEAR})"
    r"(?:,| ?[-\u2013\u2014]) (?:marking|representing|which is|equivalent to) an? ",
    re.IGNORECASE,
)
"""The same where it is compared first: 60 fewer than last year, marking a 25% fall."""
_STEP_BY = re.compile(rf"\b(?:{NOUN}|{VERB}|{OPEN}) (?:by|of) $", re.IGNORECASE)
_FAR = 40
_OF_EACH = re.compile(
    r"(?: [\w'-]+){0,2} (?:an?|per|each|every|for (?:each|every)|on an?) [a-z\d]"
    r"|(?: [\w'-]+){0,2} (?:weekly|monthly|annually|daily|apiece|before|after|excluding)\b",
    re.IGNORECASE,
)
"""After a step of something else: an increase of 4%, or £0.92 a week."""
_TO_FROM = re.compile(r"(?: [\w-]+){0,3},? (?:to|from) ")
_PARTS_OF = ({"after", "step"}, {"before", "step"})


def find(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The steps beside the percentages of a sentence, of the same two values.

    One that does not fit is a misfit where the words leave nothing else: 7% lower (or 56), from 520
    to 484; 3,761, compared with 5,203, a decrease of 1,432 (27.7%).
    """
    stated = {claim.start for claim in claims}
    for claim in claims:
        values = {number.description: number.quantity for number in claim.inputs}
        if claim.kind not in _CHANGE or values.keys() != {"before", "after"}:
            continue
        if claim.stated not in sentence.quantities or claim.stated.unit != "percent":
            continue
        joined = _joined(sentence, values["before"], values["after"])
        own = recompute(claim).verdict in FITS
        for step, sure in _steps_beside(sentence, claim.stated, values["after"]):
            known = of_one_unit(step, values["before"]) and step not in values.values()
            if not known or sentence.start + step.start in stated:
                continue
            found = replace(
                claim, kind="difference", stated=step, statement=sentence.clause(step),
                start=sentence.start + step.start, end=sentence.start + step.end,
                falls=values["after"].low < values["before"].low,
            )  # fmt: skip
            alone = _OF_EACH.match(sentence.text, step.end) is None
            same = own and (
                _is_next(sentence, step, values)
                or sentence.text[step.end : claim.stated.start].endswith("(")
            )
            if (sure and alone and (joined or same)) or recompute(found).verdict == "consistent":
                yield found


def _joined(sentence: Sentence, before: Quantity, after: Quantity) -> bool:
    """Whether nothing but "to" or "from" is between two values of a sentence."""
    first, last = sorted((before, after), key=lambda one: one.start)
    own = {before, after} <= {*sentence.quantities}
    return own and _TO_FROM.fullmatch(sentence.text, first.end, last.start) is not None


def _is_next(sentence: Sentence, step: Quantity, values: Mapping[str, Quantity]) -> bool:
    """Whether the number after a step is the value before: 7% lower (or 40) than the 560."""
    after = [one for one in sentence.quantities if one.start > step.start and one.unit == step.unit]
    return bool(after) and after[0] == values["before"]


def _steps_beside(
    sentence: Sentence, percent: Quantity, after: Quantity
) -> Iterator[tuple[Quantity, bool]]:
    """The numbers beside a percentage that may say it as a step, and whether they surely do."""
    numbers, text = sentence.quantities, sentence.text
    at = numbers.index(percent)
    if at + 1 < len(numbers) and letter(numbers[at + 1]) in AMOUNTS:
        match = _STEP_AFTER.fullmatch(text, percent.end, numbers[at + 1].start)
        if match is not None:
            yield numbers[at + 1], bool(match["or"] or match["sure"])
    before = numbers[at - 1] if at else percent
    if letter(before) in AMOUNTS and _STEP_BEFORE.fullmatch(text, before.end, percent.start):
        yield before, _STEP_BY.search(text[: before.start][-_FAR:]) is not None
    elif letter(before) in AMOUNTS and _STEP_THAN.fullmatch(text, before.end, percent.start):
        yield before, at > 1 and numbers[at - 2] == after


def with_both_values(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; a percentage of a step and one value rests on both where the step does."""
    steps = {claim.start: claim for claim in claims if claim.kind == "difference"}
    found: list[Claim] = []
    for claim in claims:
        own = {number.description: number for number in claim.inputs}
        if claim.kind in _CHANGE and own.keys() in _PARTS_OF:
            start = claim.start - claim.stated.start + own["step"].quantity.start
            of_step = steps.get(start)
            if of_step is not None and own["step"].quantity == of_step.stated:
                both = replace(claim, inputs=of_step.inputs)
                if recompute(both).verdict == recompute(claim).verdict:
                    found.append(both)
                    continue
        found.append(claim)
    return found
