"""Two sentences that a word joins: "There were 41 offences. Of these, 31 (76%) were closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moditrack.audit.any_wording import changes_by_roles
from moditrack.audit.any_wording.number_roles import roles_of
from moditrack.audit.by_wording import changes, part_lists, shares, surpluses_and_remainders
from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.by_wording.parts_of_which_number import is_earlier
from moditrack.audit.by_wording.sentences import Place, Sentence, pattern
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.change_words import NOUN
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity

_JOINS = re.compile(
    r"(?:This|It|That|These|The (?:latest |new )?figure)\b"
    rf"|An? (?:[\w.%-]+ ){{0,3}}{NOUN}\b|(?:Up|Down)\b"
    r"|(?:Of|Among|Out of) (?:these|those|them|this)\b"
    r"|#[nmp]\d+# of (?:these|those|them)\b|\d[\d,.]* (?:\([\d.]+%\) )?of (?:these|those|them)\b"
)
_OF_IT = re.compile(r"(?:This|It|That) (?:also )?(?:is|was|represent(?:s|ed))\b")
_OF_THESE = re.compile(r"Of (?:these|those) ([a-z]+s),", re.IGNORECASE)
_FAMILIES = (
    shares.find, changes.find, part_lists.find, surpluses_and_remainders.find,
    lambda own: changes_by_roles.find(own, roles_of(own)),
)  # fmt: skip
_NEAR = 8
_THESE = pattern(r"\b(?:these|those) {again:n} \w")
_FIGURE = pattern(r"^(?:The|This|That) {again:n} (?:figure|total|number)\b")


def find(first: Sentence, second: Sentence, above: Passage | None) -> Iterator[Claim]:
    """The claims on numbers of two sentences, where the second is about the first.

    Where the first has other numbers too, or where it ends the passage `above`, only what fits is
    a claim.
    """
    if _JOINS.match(second.text) is None or not first.quantities:
        return
    apart = first.passage is not second.passage
    if apart and (first.passage is not above or not above.text.endswith(first.text)):
        return
    between = " " if apart else second.passage.text[first.start + len(first.text) : second.start]
    yield from _across(first, second, between, apart=apart)


def goes_on(topic: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence says more of the subject of another: This was a fall of 5%."""
    return topic.passage is sentence.passage and _OF_IT.match(sentence.text) is not None


def find_on(topic: Sentence, sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence on one before it, of which others between may say more, too: We had
    80 calls. This was a fall of 2% on May, when we had 82. It was a rise of 7% on last year's 75.
    """
    end = topic.start + len(topic.text)
    between = sentence.passage.text[end : sentence.start]
    yield from _across(topic, sentence, between if not between.strip() else " ", apart=False)


def _across(first: Sentence, second: Sentence, between: str, *, apart: bool) -> Iterator[Claim]:
    """The claims on numbers of two sentences read as one."""
    border = len(first.text) + len(between)
    text = f"{first.text}{between}{second.text}"
    both = Sentence(text, second.passage, second.start - border)
    again = (replace(one, start=one.start + border, end=one.end + border)
             for one in second.quantities)  # fmt: skip
    vars(both)["quantities"] = (*first.quantities, *again)  # they are read once
    counts = [
        one for one, slot in zip(first.quantities, first.slots, strict=True) if slot in AMOUNTS
    ]
    main = [one for one in counts if not is_earlier(first, one)]
    found: set[int] = set()
    whole = not apart or "bullet" not in (first.passage.kind, second.passage.kind)
    for family in _FAMILIES:
        for claim in family(both):
            if claim.start in found:
                continue
            found.add(claim.start)
            numbers = [claim.stated, *(one.quantity for one in claim.inputs)]
            own = [one for one in numbers if one.start < border]
            if not own or len(own) == len(numbers):
                continue
            amounts = [one for one in own if letter(one) in AMOUNTS]
            alone = len(amounts) == len(counts) or amounts == main
            sure = whole and (alone or _named(first, second, amounts))
            if sure or recompute(claim).verdict == "consistent":
                yield _in_place(claim, first, border)


def _named(first: Sentence, second: Sentence, amounts: Sequence[Quantity]) -> bool:
    """Whether the second sentence names the one number of the first that it is about.

    "We read 83 books of 4,250 boats. Of these boats, 31% were sold."
    """
    noun = _OF_THESE.match(second.text)
    if noun is None or len(amounts) != 1:
        return False
    of_it = re.compile(rf"(?: [\w-]+)? {re.escape(noun[1])}\b", re.IGNORECASE)
    named = [one for one in first.quantities if of_it.match(first.text, one.end)]
    return named == list(amounts) and first.text.lower().count(noun[1].lower()) == 1


def _in_place(claim: Claim, first: Sentence, border: int) -> Claim:
    """A claim on two sentences read as one, with each number where it is printed."""
    inputs = tuple(
        replace(one, passage=first.passage)
        if one.quantity.start < border
        else replace(one, quantity=_moved(one.quantity, border))
        for one in claim.inputs
    )
    if claim.stated.start >= border:
        return replace(claim, stated=_moved(claim.stated, border), inputs=inputs)
    start = first.start + claim.stated.start
    end = first.start + claim.stated.end
    return replace(claim, inputs=inputs, passage=first.passage, start=start, end=end)


def _moved(quantity: Quantity, border: int) -> Quantity:
    return replace(quantity, start=quantity.start - border, end=quantity.end - border)


def find_again(sentence: Sentence, near: Sequence[Place]) -> Iterator[Claim]:
    """A number that a text comes back to: "The 2105 figure", after 2106; "of these 82 letters"."""
    before = [each for each in near if each[1] is not sentence][:_NEAR]
    for found in sentence.find(_THESE):
        restated = found["again"]
        same = [each for each in before if each[0].value == restated.value]
        yield from (_same(sentence, restated, one, origin) for one, origin in same[:1])
    for found in sentence.find(_FIGURE):
        restated = found["again"]
        same = [one for one in before if one[0].value == restated.value and one[0].bound == "exact"]
        misprinted = [one for one in before if _one_digit_apart(one[0].printed, restated.printed)]
        for one, origin in same[:1] or (misprinted if len(misprinted) == 1 else []):
            yield _same(sentence, restated, one, origin)


def _same(sentence: Sentence, again: Quantity, quantity: Quantity, origin: Sentence) -> Claim:
    same = Input(quantity, origin.passage, "the same, earlier")
    return claimed("same", again, sentence, [same])


def _one_digit_apart(one: str, other: str) -> bool:
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
