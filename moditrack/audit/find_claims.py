"""Read the passages of a document in order: claims of its sentences, then those across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from moditrack.audit import (
    any_wording_nearby,
    averages_nearby,
    balances_in_prose,
    changes_again,
    changes_by_years,
    claims_of_tables,
    impossible_percentages,
    percentages_again,
    ranks_over_a_table,
    rows_named_in_prose,
    sums_in_a_row,
    table_notes,
)
from moditrack.audit.claims_of_sentences import SentenceReader
from moditrack.audit.found_claim import Claim
from moditrack.audit.letters import AMOUNTS, FRACTION, PERCENT, POINTS, letter
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Sentence, sentences
from moditrack.checks.verdicts import Result
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import table_of
from moditrack.verdict_names import FITS

if TYPE_CHECKING:
    from moditrack.audit.audit import Audit

_PROSE = 8
"""A cell with more words is read as prose."""


class Reader:
    """Reads passages in order: their sentences and tables, then what joins them.

    A claim is added beside the others (`add`), only where its number has none (`add_new`), or in
    the place of all on its number (`add_instead`), or of one without a base (`_add_or_replace`).
    """

    def __init__(self, found: Audit) -> None:
        self.found = found
        self.rounded_to = table_notes.rounded_to(found.passages)
        self.of_sentences = SentenceReader(self.rounded_to)
        self.rows: list[rows_named_in_prose.Row] = []
        self.years: list[changes_by_years.Totals] = []
        self.places: dict[tuple[int, int], int] | None = None
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
            self.of_sentences.above = None
            return
        quantities = self.found.quantities
        for sentence in sentences(passage):
            self.found.quantities += len(sentence.quantities)
            if id(passage) not in self.lines:
                self.add(self.of_sentences.find(sentence))
        self.of_sentences.above = passage
        if self.found.quantities > quantities:
            self.found.unread.append(passage)

    def _table(self, passage: Passage, around: str) -> None:
        table = table_of(passage, around or passage.heading)
        self.found.tables += 1
        self.found.quantities += sum(len(entry.quantities) for entry in table.entries())
        self.found.claims += claims_of_tables.find(passage, table)
        self.rows += rows_named_in_prose.rows(passage, table)
        self.years += changes_by_years.totals(passage, table)
        self.of_sentences.mentions.add_table(passage, table)
        for cell in {id(cell): cell for cell in table.grid.values()}.values():
            if len(cell.text.split()) > _PROSE:
                own = replace(passage, kind="cell", text=cell.text, cells=[], table=[])
                place = cell.row, cell.column
                for sentence in sentences(own):
                    self.found.quantities += len(sentence.quantities)
                    self.add(
                        replace(claim, passage=passage, start=0, end=0, cell=place)
                        for claim in self.of_sentences.find(sentence)
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
            for sentence in self.of_sentences.prose:
                self._add_or_replace(ranks_over_a_table.find(sentence, self.rows))
                self._add_or_replace(impossible_percentages.find_above(sentence, self.rows))

    def add_repeated(self) -> None:
        """Add numbers printed twice; one that had no base rests on the earlier one."""
        self._add_or_replace(self.of_sentences.repeated)
        stated = {
            (id(claim.passage), claim.start)
            for claim, _ in self.found.claims
            if claim.kind != "unpaired"
        }
        self._add_or_replace(self.of_sentences.mentions.find(stated))

    def join_by_arithmetic(self) -> None:
        """Give numbers without a base the pair around them that gives them, or an earlier one."""
        stated = {(id(c.passage), c.start) for c, _ in self.found.claims if c.kind != "unpaired"}

        def is_open(sentence: Sentence, quantity: Quantity) -> bool:
            place = id(sentence.passage), sentence.start + quantity.start
            return letter(quantity) in AMOUNTS + PERCENT + POINTS + FRACTION and place not in stated

        claims = [claim for claim, _ in self.found.claims if claim.inputs]
        prose = self.of_sentences.prose
        again = [*self.of_sentences.later, *changes_again.find(prose, is_open, claims)]
        self._add_or_replace(again)
        stated |= {(id(claim.passage), claim.start) for claim in again}
        claims += again
        nearby = list(any_wording_nearby.find(prose, is_open, claims))
        self._add_or_replace(nearby)
        stated |= {(id(claim.passage), claim.start) for claim in nearby}
        means = list(averages_nearby.find(prose, is_open))
        self._add_or_replace(means)
        stated |= {(id(claim.passage), claim.start) for claim in means}
        balances = list(balances_in_prose.find(prose, is_open, [*claims, *nearby]))
        self._add_or_replace(balances)
        stated |= {(id(claim.passage), claim.start) for claim in balances}
        self._add_or_replace(sums_in_a_row.find(prose, is_open, [*claims, *nearby, *balances]))
        claims = [claim for claim, _ in self.found.claims]
        self._add_or_replace(percentages_again.find(claims, self.of_sentences.percentages))
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


def _place(claim: Claim) -> tuple[int, int]:
    return id(claim.passage), claim.start
