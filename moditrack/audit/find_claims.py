"""Read the passages of a document in order: claims of its sentences, then those across them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from moditrack.audit import (
    any_wording_in_a_sentence,
    any_wording_nearby,
    averages,
    balances,
    changes,
    changes_by_years,
    changes_on_earlier_sentences,
    durations,
    falls_of_more_than_all,
    following_parts,
    fraction_and_percent,
    impossible_percentages,
    joined_sentences,
    multiples,
    number_roles,
    part_lists,
    percentages_again,
    ranks,
    rates_over_time,
    repeated_sentences,
    rows_named_in_prose,
    same_numbers,
    shares,
    shares_of_100,
    shares_of_earlier_numbers,
    step_and_percent,
    table_notes,
    tables,
    this_figure,
    totals,
    totals_including,
    value_farther_away,
    weekdays,
)
from moditrack.audit.base_that_fits import Bases
from moditrack.audit.claims import Claim, claimed, new_only, taking
from moditrack.audit.looks_derived import is_derived
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Place, Sentence, kind, sentences
from moditrack.checks.verdicts import Result
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import table_of
from moditrack.verdict_names import FITS

if TYPE_CHECKING:
    from moditrack.audit.audit import Audit

FAMILIES = (
    shares.find, changes.find, totals.find, totals.find_shares, part_lists.find, balances.find,
    averages.find, weekdays.find, durations.find, fraction_and_percent.find,
    impossible_percentages.find,
    shares_of_100.find, multiples.halved, falls_of_more_than_all.find,
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
_PROSE = 8
"""A cell with more words is read as prose."""


class Reader:
    """Reads passages in order, and remembers the counts that a later percentage may rest on."""

    def __init__(self, found: Audit) -> None:
        self.found = found
        self.near: list[Place] = []
        self.last: Sentence | None = None
        self.last_taken: set[int] = set()
        self.bases = Bases()
        self.rows: list[rows_named_in_prose.Row] = []
        self.years: list[changes_by_years.Totals] = []
        self.sentences = repeated_sentences.Sentences()
        self.repeated: list[Claim] = []
        self.prose: list[Sentence] = []
        self.places: dict[tuple[int, int], int] | None = None
        self.percentages = percentages_again.Percentages()
        self.mentions = same_numbers.Mentions()
        self.rounded_to = table_notes.rounded_to(found.passages)
        self.lines: set[int] = set()

    def add(self, claims: Iterator[Claim]) -> None:
        """Recompute claims, one by one as they are found."""
        self.found.claims += ((claim, recompute(claim, self.rounded_to)) for claim in claims)

    def add_lines(self, found: Iterable[tuple[list[Passage], list[tuple[Claim, Result]]]]) -> None:
        """Add what lines of numbers derive, which are then no sentences."""
        for lines, claims in found:
            self.lines |= {id(line) for line in lines}
            self.found.claims += claims

    def add_instead(self, found: Iterable[tuple[Claim, Result]]) -> None:
        """Add claims in the place of others on the same numbers."""
        added = list(found)
        places = {_place(claim) for claim, _ in added}
        kept = [one for one in self.found.claims if _place(one[0]) not in places]
        self.found.claims = kept + added

    def add_new(self, found: Iterable[tuple[Claim, Result]]) -> None:
        """Add claims on numbers that no other is on."""
        places = {_place(claim) for claim, _ in self.found.claims}
        self.found.claims += [one for one in found if _place(one[0]) not in places]

    def read(self, passage: Passage, around: str) -> None:
        """The claims of one passage; `around` is what is printed around a table."""
        if passage.kind == "table":
            self._table(passage, around)
            return
        quantities = self.found.quantities
        for sentence in sentences(passage):
            if id(passage) in self.lines:
                self.found.quantities += len(sentence.quantities)
                continue
            self.add(self._sentence(sentence))
        if self.found.quantities > quantities:
            self.found.unread.append(passage)

    def _table(self, passage: Passage, around: str) -> None:
        table = table_of(passage, around or passage.heading)
        self.found.tables += 1
        self.found.quantities += sum(len(entry.quantities) for entry in table.entries())
        self.found.claims += tables.find(passage, table)
        self.rows += rows_named_in_prose.rows(passage, table)
        self.years += changes_by_years.totals(passage, table)
        self.mentions.add_table(passage, table)
        for cell in {id(cell): cell for cell in table.grid.values()}.values():
            if len(cell.text.split()) > _PROSE:
                own = replace(passage, kind="cell", text=cell.text, cells=[], table=[])
                for sentence in sentences(own):
                    self.add(
                        replace(
                            claim, passage=passage, start=0, end=0, cell=(cell.row, cell.column)
                        )
                        for claim in self._sentence(sentence)
                    )

    def join_named_rows(self) -> None:
        """Give shares without a base that of the row of a table which their words name."""
        if not self.rows:
            return
        spans: dict[int, list[tuple[int, int]]] = {}
        for claim, _ in self.found.claims:
            spans.setdefault(id(claim.passage), []).append((claim.start, claim.end))
        for number, (claim, _) in enumerate(self.found.claims):
            if claim.kind != "unpaired" or claim.stated.unit != "percent" or not claim.end:
                continue
            text, others = claim.passage.text, spans[id(claim.passage)]
            start = max([last for _, last in others if last <= claim.start], default=0)
            end = min([first for first, _ in others if first >= claim.end], default=len(text))
            before = text[max(start, claim.start - rows_named_in_prose.AROUND) : claim.start]
            after = text[claim.end : min(end, claim.end + rows_named_in_prose.AROUND)]
            joined = rows_named_in_prose.find(claim, self.rows, before, after)
            result = None if joined is None else recompute(joined)
            # Words alone may name another row: only a count beside the share makes a misfit.
            if (
                joined is not None
                and result is not None
                and (claim.inputs or result.verdict in FITS)
            ):
                self.found.claims[number] = joined, result

    def join_tables(self) -> None:
        """Add what sentences say of the lines of a table as a whole, or of its totals by year."""
        for number, based in [*changes_by_years.find(self.found.claims, self.years)]:
            self.found.claims[number] = based, recompute(based)
        if self.rows:
            for sentence in self.prose:
                self._add_or_replace(ranks.find(sentence, self.rows))
                self._add_or_replace(impossible_percentages.find_above(sentence, self.rows))

    def add_repeated(self) -> None:
        """Add numbers printed twice; one that had no base rests on the earlier one."""
        self._add_or_replace(self.repeated)
        stated = {
            (id(claim.passage), claim.start)
            for claim, _ in self.found.claims
            if claim.kind != "unpaired"
        }
        self._add_or_replace(self.mentions.find(stated))

    def join_by_arithmetic(self) -> None:
        """Give numbers without a base the pair around them that gives them, or an earlier one."""
        stated = {(id(c.passage), c.start) for c, _ in self.found.claims if c.kind != "unpaired"}

        def is_open(sentence: Sentence, quantity: Quantity) -> bool:
            place = id(sentence.passage), sentence.start + quantity.start
            return kind(quantity) in "nmpqf" and place not in stated

        claims = [claim for claim, _ in self.found.claims if claim.inputs]
        self._add_or_replace(any_wording_nearby.find(self.prose, is_open, claims))
        claims = [claim for claim, _ in self.found.claims]
        self._add_or_replace(percentages_again.find(claims, self.percentages))
        self.places = None

    def leave_unread(self) -> None:
        """Of the passages with quantities, keep those from which nothing is derived."""
        derived = {id(claim.passage) for claim, _ in self.found.claims}
        derived |= {id(one.passage) for claim, _ in self.found.claims for one in claim.inputs}
        self.found.unread = [one for one in self.found.unread if id(one) not in derived]

    def _add_or_replace(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            number = self._unpaired().get((id(claim.passage), claim.start))
            if number is None:
                self.found.claims.append((claim, recompute(claim)))
            else:
                self.found.claims[number] = claim, recompute(claim)

    def _unpaired(self) -> dict[tuple[int, int], int]:
        """The places of claims without a base."""
        if self.places is None:
            self.places = {
                (id(claim.passage), claim.start): number
                for number, (claim, _) in enumerate(self.found.claims)
                if claim.kind == "unpaired"
            }
        return self.places

    def _sentence(self, sentence: Sentence) -> Iterator[Claim]:
        if not sentence.quantities and _DIGIT.search(sentence.text) is None:
            return
        self.found.quantities += len(sentence.quantities)
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
        self.last, self.last_taken = sentence, taken
        self.percentages.add(sentence)
        self.mentions.add(sentence)
        if len(sentence.text) < _LONG:
            self.prose.append(sentence)
        for quantity in sentence.quantities:
            start = sentence.start + quantity.start
            if start not in taken | used and is_derived(sentence.text, quantity):
                yield claimed("unpaired", quantity, sentence, (), pairing="inferred")

    def _joined(self, sentence: Sentence, taken: set[int]) -> Iterator[Claim]:
        """Claims that have a base: in the sentence itself, else nearby."""
        for family in FAMILIES:
            yield from new_only(family(sentence), taken)
        many = len(sentence.quantities) > _LISTED
        roles = () if many else number_roles.roles_of(sentence)
        if roles:
            yield from taking(any_wording_in_a_sentence.find(sentence, roles, taken), taken)
        both = joined_sentences.joint(self.last, sentence)
        if both is not None:
            found = joined_sentences.find(both, sentence.start)
            yield from new_only(found, taken, self.last_taken)
        yield from new_only(totals_including.find(sentence, self.near), taken)
        self.near += [
            (quantity, sentence) for quantity in sentence.quantities if kind(quantity) in "nm"
        ]
        del self.near[:-_MOST_KEPT]
        self.repeated += self.sentences.find(sentence)
        near = self.near[: -_NEAR - 1 : -1]
        yield from taking(this_figure.find(sentence, near, taken), taken)
        left = (*balances.find_left(sentence, near), *joined_sentences.find_again(sentence, near))
        yield from taking(left, taken)
        if roles:
            earlier = changes_on_earlier_sentences.find(sentence, roles, near, taken)
            yield from taking(earlier, taken)
            parts = following_parts.find(sentence, roles, near, taken | self.last_taken)
            yield from taking(parts, taken)
        own = [(quantity, sentence) for quantity in sentence.quantities]
        often = (
            *multiples.find(sentence, self.last, taken),
            *rates_over_time.find(sentence, [*near, *own], taken),
            *self._how_often_before(sentence, own),
        )
        yield from taking(often, taken)
        yield from self.bases.choose(changes.find_across(sentence, near, taken), loose=True)
        yield from self.bases.choose(
            shares_of_earlier_numbers.find(sentence, roles, self.near[::-1], taken)
        )

    def _how_often_before(self, sentence: Sentence, own: list[Place]) -> Iterator[Claim]:
        """What the sentence before says of a day, where this one has the number of the year."""
        if self.last is not None and self.last.passage is sentence.passage:
            yield from rates_over_time.find(self.last, own, self.last_taken)


def _place(claim: Claim) -> tuple[int, int]:
    return id(claim.passage), claim.start


def _own(claim: Claim, sentence: Sentence) -> set[Quantity]:
    """The inputs of a claim that are numbers of a sentence."""
    return {number.quantity for number in claim.inputs} & {*sentence.quantities}
