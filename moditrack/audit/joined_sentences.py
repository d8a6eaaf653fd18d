"""Two sentences that a word joins: "There were 41 offences. Of these, 31 (76%) were closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moditrack.audit import changes, part_lists, shares
from moditrack.audit.claims import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Place, Sentence, kind, pattern
from moditrack.documents.quantities import Quantity

_JOINS = re.compile(
    r"(?:This|It|That|These)\b|(?:Of|Among|Out of) (?:these|those|them|this)\b"
    r"|#[nmp]\d+# of (?:these|those|them)\b|\d[\d,.]* (?:\([\d.]+%\) )?of (?:these|those|them)\b"
)
_FAMILIES = (shares.find, changes.find, part_lists.find)
_NEAR = 8
_THESE = pattern(r"\b(?:these|those) {again:n} \w")
_FIGURE = pattern(r"^(?:The|This|That) {again:n} (?:figure|total|number)\b")


def joint(before: Sentence | None, sentence: Sentence) -> Sentence | None:
    """The two sentences as one, where the second is about the first; else None."""
    if before is None or before.passage is not sentence.passage:
        return None
    if _JOINS.match(sentence.text) is None or not before.quantities:
        return None
    end = sentence.start + len(sentence.text)
    both = Sentence(sentence.passage.text[before.start : end], sentence.passage, before.start)
    border = sentence.start - before.start
    second = (
        replace(quantity, start=quantity.start + border, end=quantity.end + border)
        for quantity in sentence.quantities
    )
    vars(both)["quantities"] = (*before.quantities, *second)  # they are read once
    return both


def find(both: Sentence, second: int) -> Iterator[Claim]:
    """The claims on numbers of both sentences; `second` is where the second one starts.

    Where the first has other numbers too, only what fits is a claim.
    """
    border = second - both.start
    counts = [one for one in both.quantities if one.start < border and kind(one) in "nm"]
    for family in _FAMILIES:
        for claim in family(both):
            numbers = [claim.stated, *(one.quantity for one in claim.inputs)]
            first = [one for one in numbers if one.start < border]
            if not first or len(first) == len(numbers):
                continue
            sure = len([one for one in first if kind(one) in "nm"]) == len(counts)
            if sure or recompute(claim).verdict == "consistent":
                yield replace(claim, inputs=tuple(_in_second(one, border) for one in claim.inputs))


def _in_second(number: Input, border: int) -> Input:
    """An input with its span in the second sentence, if it is there."""
    at = number.quantity
    if at.start < border:
        return number
    return replace(number, quantity=replace(at, start=at.start - border, end=at.end - border))


def find_again(sentence: Sentence, near: Sequence[Place]) -> Iterator[Claim]:
    """A number that a text comes back to: "The 2105 figure", after 2106; "of these 82 letters"."""
    for found in sentence.find(_THESE):
        restated = found["again"]
        before = [each for each in near if each[1] is not sentence][:_NEAR]
        same = [each for each in before if each[0].value == restated.value]
        yield from (_again(sentence, restated, one, origin) for one, origin in same[:1])
    for found in sentence.find(_FIGURE):
        restated = found["again"]
        before = [each for each in near if each[1] is not sentence][:_NEAR]
        same = [each for each in before if each[0].value == restated.value]
        same = [each for each in same if each[0].bound == "exact"]
        misprinted = [
            each for each in before if _one_digit_apart(each[0].printed, restated.printed)
        ]
        for one, origin in same[:1] or (misprinted if len(misprinted) == 1 else []):
            yield _again(sentence, restated, one, origin)


def _again(sentence: Sentence, restated: Quantity, quantity: Quantity, origin: Sentence) -> Claim:
    same = Input(quantity, origin.passage, "the same, earlier")
    return claimed("same", restated, sentence, [same])


def _one_digit_apart(one: str, other: str) -> bool:
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
