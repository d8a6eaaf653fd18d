"""Changes: before and after, and the change in percent, in points, as a number or multiple."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moditrack.audit.by_wording.change_of_something_else import (
    elsewhere,
    is_average,
    mispaired,
    on_another_base,
)
from moditrack.audit.by_wording.change_patterns import ACROSS, PATTERNS
from moditrack.audit.by_wording.letters import PERCENT, POINTS
from moditrack.audit.by_wording.sentences import Place, Sentence
from moditrack.audit.by_wording.values_not_of_the_change import apart, year_beside
from moditrack.audit.by_wording.what_is_counted import counts_another
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.checks.kinds import CHANGES
from moditrack.documents.change_words import COMPARED_WITH, FALLS, NOUN, OPEN, THAN, VERB
from moditrack.documents.quantities import Quantity

_SIGNED = re.compile(r"\([+-]")
_CUE = re.compile(
    rf"\b(?:from|to|than|against|versus|vs|compar\w+|chang\w+|differ\w+|doubl\w+|tripl\w+"
    rf"|halv\w+|quadrupl\w+|trebl\w+|times|points?|budget|forecast|above|below|{VERB}|{NOUN}|{OPEN}|{THAN})\b|\([+-]|[+-]\d",
    re.IGNORECASE,
)
"""A word or sign that every change has."""
_TO_FROM = re.compile(r"[^%]* (?:to|from) $")
_ON_THE = re.compile(
    rf"(?: {NOUN})? (?:{COMPARED_WITH}|on|from) (?:the |[^#]{{0,30}}, when \w+ \w+ )", re.IGNORECASE
)


def find(sentence: Sentence) -> Iterator[Claim]:
    """The changes of a sentence whose two values it joins itself."""
    if len(sentence.letters) < (2 if _SIGNED.search(sentence.text) else 3):
        return
    if _CUE.search(sentence.text) is None:
        return
    found: dict[int, Claim] = {}
    for each in PATTERNS:
        for match in sentence.matches(each):
            claim = _of_match(sentence, match)
            if claim is None:
                continue
            # Both values say more than a step from one of them, which another pattern may give.
            if claim.start not in found or _has_both(claim) > _has_both(found[claim.start]):
                found[claim.start] = claim
    yield from found.values()


def _has_both(claim: Claim) -> bool:
    return {"before", "after"} <= {number.description for number in claim.inputs}


def _of_match(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """The claim of a match; None where its words join something else."""
    way, found = _slots(sentence, match)
    for name, stands_for in (("signed", "step"), ("bare", "change")):
        if name in found:
            if found[name].printed[0] not in "+-" and not way:
                return None
            found[stands_for] = found.pop(name)
    stated = found.get("change") or found["step"]
    if (
        any(quantity.bound == "range" for quantity in found.values())
        or elsewhere(sentence, found, match)
        or _of_a_part(found)
    ):
        return None
    claim = claim_of(sentence, _in_order(sentence, found), stated, way)
    if claim is None:
        return None
    claim = _turned(sentence, claim, found, way)
    claim = of_value_before(sentence, claim, found, way)
    side_by_side = _side_by_side(sentence, found) or _of_two_alike(sentence, found, stated)
    if not side_by_side and mispaired(claim):
        return None
    another = (
        is_average(sentence, match, stated)
        or apart(sentence, found, stated)
        or on_another_base(sentence, found, stated)
    )
    return None if another and recompute(claim).verdict != "consistent" else claim


def _turned(sentence: Sentence, claim: Claim, found: dict[str, Quantity], way: str) -> Claim:
    """The other way round, if it fits so: 6.5 here versus 2.1 there, a fall of 68%."""
    percent = claim.kind in CHANGES and _has_both(claim)
    if not percent or _side_by_side(sentence, found):
        return claim
    if any(year_beside(sentence, found[name]) for name in ("before", "after")):
        return claim
    values = {"before": found["after"], "after": found["before"]}
    other = claim_of(sentence, found | values, claim.stated, way)
    fits = other is not None and recompute(other).verdict == "consistent"
    return other if other is not None and fits else claim


def of_value_before(
    sentence: Sentence, claim: Claim, found: dict[str, Quantity], way: str
) -> Claim:
    """Read a number in brackets as the value before, if that is nearer: 80, a fall of 20% (100)."""
    if found.keys() != {"after", "change", "step"} or found["step"].printed[0] in "+-\u2212":
        return claim
    change, number, after = (found[name].low for name in ("change", "step", "after"))
    other = claim_of(sentence, {"before": found["step"]} | {
        name: found[name] for name in ("after", "change")}, claim.stated, way)  # fmt: skip
    before = after + number if claim.kind == "decrease" else after - number
    if other is None or not number or (after < number) != (claim.kind == "decrease"):
        return claim
    as_before = abs(100 * abs(after - number) / number - change)
    return other if not before or as_before < abs(100 * number / before - change) else claim


def _in_order(sentence: Sentence, found: dict[str, Quantity]) -> dict[str, Quantity]:
    """The values by the years beside them: 74 in 2015, compared with 105 in 2016, is a rise."""
    if not {"before", "after"} <= found.keys():
        return found
    years = {name: year_beside(sentence, found[name]) for name in ("before", "after")}
    if 0 < years["after"] < years["before"]:
        return found | {"before": found["after"], "after": found["before"]}
    return found


def _of_a_part(found: dict[str, Quantity]) -> bool:
    """Whether the values are of a part of what changed: a rise of 25 (5%), from 10 to 15 in Ayton.

    A step that is that of the values is taken out: they say all.
    """
    if not {"before", "after", "step", "change"} <= found.keys():
        return False
    return abs(found["after"].low - found["before"].low) != found.pop("step").low


def _slots(sentence: Sentence, match: re.Match[str]) -> tuple[str, dict[str, Quantity]]:
    """The word for the change, and the numbers by what they are in it."""
    slots = [
        (name.partition("_")[0], text)
        for name, text in match.groupdict().items()
        if text is not None and name not in ("unit", "noun")
    ]
    words = " ".join(text for name, text in slots if name == "way")
    return words, {name: sentence.quantities[int(text)] for name, text in slots if name != "way"}


def _side_by_side(sentence: Sentence, found: dict[str, Quantity]) -> bool:
    """Whether the two values are joined by nothing but "to" or "from": from 105 to 74."""
    if not {"before", "after"} <= found.keys():
        return False
    first, last = sorted((found["before"], found["after"]), key=lambda one: one.start)
    return _TO_FROM.fullmatch(sentence.text[first.end : last.start]) is not None


def _of_two_alike(sentence: Sentence, found: dict[str, Quantity], stated: Quantity) -> bool:
    """Whether like values are joined by their change alone: 71, a 5% fall on the 72 of 2019."""
    if not {"before", "after"} <= found.keys():
        return False
    before, after, text = found["before"], found["after"], sentence.text
    return (
        after.end < stated.start
        and _ON_THE.fullmatch(text, stated.end, before.start) is not None
        and not counts_another(sentence, (before, after), stated, " ")
        and max(before.low, after.low) <= 2 * min(before.low, after.low)
    )


def find_across(sentence: Sentence, near: Sequence[Place], taken: set[int]) -> Iterator[Claim]:
    """Changes that a sentence states on a value, without the new one: a claim for each nearby."""
    if len(sentence.letters) < 2 or not {PERCENT, POINTS} & {*sentence.letters}:
        return
    for each in ACROSS:
        for match in sentence.matches(each):
            way, found = _slots(sentence, match)
            change, old = found["change"], found["before"]
            if sentence.start + change.start in taken or old.unit == "percent":
                continue
            taken.add(sentence.start + change.start)
            claim = claim_of(sentence, {"before": old, "change": change}, change, way)
            for after, origin in near:
                if after is old:
                    continue
                if claim is not None and after.unit == old.unit and not _far_apart([after, old]):
                    inputs = (*claim.inputs, Input(after, origin.passage, "after"))
                    yield replace(claim, inputs=inputs, pairing="inferred")


def _far_apart(values: Sequence[Quantity]) -> bool:
    """Whether two values are of different things, such as a sum and a price a share."""
    low, high = sorted(abs(value.low) for value in values) if len(values) == 2 else (1, 1)
    return high > 1000 * low


def of_one_unit(*quantities: Quantity) -> bool:
    """Whether numbers have the same unit, and all or none are dozens."""
    return len({(one.unit, one.scale % 12 == 0) for one in quantities}) <= 1


def claim_of(
    sentence: Sentence, found: dict[str, Quantity], stated: Quantity, way: str
) -> Claim | None:
    """The claim on a change, by what each number is in it; None where the units differ."""
    values = [found[name] for name in ("before", "after") if name in found]
    steps = [found["step"]] if "step" in found else []
    if not of_one_unit(*values, *steps) or _far_apart(values):
        return None
    kind = "decrease" if FALLS.search(way) else "increase" if way else "change"
    if stated.unit == "percentage points":
        kind = "percentage-points"
        if any(value.unit != "percent" for value in values):
            return None
    elif stated.unit == "times":
        kind = "ratio"
    elif "change" not in found:
        kind = "difference"
    names = [name for name in ("before", "after", "step") if name in found]
    inputs = [(found[name], name) for name in names if found[name] is not stated]
    falls = FALLS.search(way) is not None if way else None
    claim = claimed(kind, stated, sentence, inputs, *found.values(), falls=falls)
    if len(values) == 2 and counts_another(sentence, values, stated, way):
        return claim if recompute(claim).verdict == "consistent" else None
    return claim
