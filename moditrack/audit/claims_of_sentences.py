"""The claims of each sentence, one family after another: in itself, else with what is nearby."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.any_wording import (
    any_wording_in_a_sentence,
    following_parts,
    multiples,
    number_roles,
)
from moditrack.audit.any_wording.base_that_fits import Bases
from moditrack.audit.by_wording import (
    averages,
    changes,
    durations,
    fraction_and_percent,
    part_lists,
    ranks_in_prose,
    rates_over_time,
    rates_per_hundred,
    shares,
    shares_of_100,
    step_and_percent,
    surpluses_and_remainders,
    totals,
    value_farther_away,
    weekdays,
)
from moditrack.audit.by_wording.letters import AMOUNTS, MULTIPLE, PERCENT, POINTS, letter
from moditrack.audit.by_wording.sentences import Place, Sentence
from moditrack.audit.elsewhere import (
    changes_on_earlier_sentences,
    changes_on_this_figure,
    impossible_percentages,
    joined_sentences,
    percentages_again,
    repeated_sentences,
    same_numbers,
    shares_of_earlier_numbers,
)
from moditrack.audit.found_claim import Claim, claimed, new_only, taking
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity

FAMILIES = (
    shares.find, changes.find, totals.find, totals.find_shares, part_lists.find,
    surpluses_and_remainders.find, averages.find, weekdays.find, durations.find,
    fraction_and_percent.find, impossible_percentages.find, multiples.halved,
    impossible_percentages.find_falls,
)  # fmt: skip
"""What a sentence joins itself; what it takes from nearby follows."""
_DIGIT = re.compile(r"\d")
_NEAR = 40
"""At most this many counts before a percentage are tried as its base."""
_MOST_KEPT = 400
"""At most this many counts are remembered."""
_LONG = 2000
"""Characters of a sentence that is read for what it says of a table."""
_MOST = 80
"""A sentence with more numbers is a table or list that was read as one."""
_LISTED = 12
"""A sentence with more is a list, whose numbers can fit by chance."""
_CONFIDENCE = re.compile(r" (?:CI|CL|confidence|credible)\b", re.IGNORECASE)
_TIMES = re.compile(r"\d[\d.,]* times\b|\w+ times\b|once|twice", re.IGNORECASE)
_COMPARED = re.compile(r" (?:as|more|higher|greater|the|likelier|that|those)\b", re.IGNORECASE)


class SentenceReader:
    """Reads sentences in order, and remembers the counts that a later percentage may rest on."""

    def __init__(self, rounded_to: int) -> None:
        self.rounded_to = rounded_to
        self.near: list[Place] = []
        self.last: Sentence | None = None
        self.topic: Sentence | None = None
        self.last_taken: set[int] = set()
        self.above: Passage | None = None
        self.bases = Bases()
        self.sentences = repeated_sentences.Sentences()
        self.repeated: list[Claim] = []
        self.later: list[Claim] = []
        self.prose: list[Sentence] = []
        self.percentages = percentages_again.Percentages()
        self.mentions = same_numbers.Mentions()

    def find(self, sentence: Sentence) -> Iterator[Claim]:
        """The claims of a sentence."""
        if not sentence.quantities and _DIGIT.search(sentence.text) is None:
            return
        if len(sentence.quantities) > _MOST:
            return
        taken: set[int] = set()
        used: set[int] = set()
        claims = list(self._joined(sentence, taken))
        steps = list(step_and_percent.find(sentence, claims))
        taken |= {claim.start for claim in steps}
        for given in step_and_percent.with_both_values([*claims, *steps]):
            claim = value_farther_away.nearest_that_fits(given, sentence, self.rounded_to)
            used |= {sentence.start + quantity.start for quantity in _own(claim, sentence)}
            yield claim
        if self.last is not None and self._follows(sentence):
            self.later += multiples.find_after(self.last, sentence, self.last_taken)
        if self.topic is None or not joined_sentences.goes_on(self.topic, sentence):
            self.topic = sentence
        self.last, self.last_taken = sentence, taken
        self.percentages.add(sentence)
        self.mentions.add(sentence)
        if len(sentence.text) < _LONG:
            self.prose.append(sentence)
        for quantity in sentence.quantities:
            start = sentence.start + quantity.start
            if start not in taken | used and _looks_derived(sentence.text, quantity):
                yield claimed("unpaired", quantity, sentence, (), pairing="inferred")

    def _joined(self, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
        """Claims that have a base: in the sentence itself, else nearby."""
        for family in FAMILIES:
            yield from new_only(family(sentence), taken)
        last = self.last if self._follows(sentence) else None
        yield from new_only(shares_of_100.find_rest(sentence, last), taken)
        many = len(sentence.quantities) > _LISTED
        roles = () if many else number_roles.roles_of(sentence)
        if roles:
            yield from taking(any_wording_in_a_sentence.find(sentence, roles, taken), taken)
        if self.topic is not None and joined_sentences.goes_on(self.topic, sentence):
            yield from new_only(joined_sentences.find_on(self.topic, sentence), taken)
        elif self.last is not None:
            found = joined_sentences.find(self.last, sentence, self.above)
            yield from new_only(found, taken, self.last_taken)
        yield from new_only(totals.find_including(sentence, self.near), taken)
        self.near += [
            (quantity, sentence) for quantity in sentence.quantities if letter(quantity) in AMOUNTS
        ]
        del self.near[:-_MOST_KEPT]
        self.repeated += self.sentences.find(sentence)
        near = self.near[: -_NEAR - 1 : -1]
        yield from taking(changes_on_this_figure.find(sentence, near, taken), taken)
        left = (
            *surpluses_and_remainders.find_left(sentence, near),
            *joined_sentences.find_again(sentence, near),
        )
        yield from taking(left, taken)
        if roles:
            earlier = changes_on_earlier_sentences.find(sentence, roles, near, taken)
            yield from taking(earlier, taken)
            held = taken | self.last_taken
            parts = following_parts.find(sentence, roles, near, held, self.above)
            yield from taking(parts, taken)
        own = [(quantity, sentence) for quantity in sentence.quantities]
        often = (
            *multiples.find(sentence, self.last, taken),
            *rates_over_time.find(sentence, [*near, *own], taken),
            *rates_per_hundred.find(sentence, near, taken),
            *ranks_in_prose.find(sentence, self.last),
            *self._how_often_before(sentence, own),
        )
        yield from taking(often, taken)
        yield from self.bases.choose(changes.find_across(sentence, near, taken), loose=True)
        yield from self.bases.choose(
            shares_of_earlier_numbers.find(sentence, roles, self.near[::-1], taken)
        )
        yield from new_only(shares_of_100.find(sentence), taken)

    def _follows(self, sentence: Sentence) -> bool:
        """Whether the last sentence is in the passage of another, or in that above."""
        last = self.last.passage if self.last is not None else None
        return last is not None and (last is sentence.passage or last is self.above)

    def _how_often_before(self, sentence: Sentence, own: list[Place]) -> Iterator[Claim]:
        """What the sentence before says of a day, where this one has the number of the year."""
        if self.last is not None and self._follows(sentence):
            yield from rates_over_time.find(self.last, own, self.last_taken)


def _own(claim: Claim, sentence: Sentence) -> set[Quantity]:
    """The inputs of a claim that are numbers of a sentence."""
    return {number.quantity for number in claim.inputs} & {*sentence.quantities}


def _looks_derived(text: str, quantity: Quantity) -> bool:
    """Whether a number is a percentage, points, or a multiple, so that it derives from others."""
    if letter(quantity) == MULTIPLE and _TIMES.fullmatch(quantity.printed):
        return _COMPARED.match(text, quantity.end) is not None
    return (
        letter(quantity) in PERCENT + POINTS + MULTIPLE
        and _CONFIDENCE.match(text, quantity.end) is None
    )
