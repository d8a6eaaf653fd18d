"""Read the passages of a document in order: claims of its sentences, then those across them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from moditrack.audit.any_wording import (
    any_wording_nearby,
    averages_nearby,
    balances_in_prose,
    parts_without_a_whole,
    percentages_that_add_up,
    sums_in_a_row,
)
from moditrack.audit.by_wording.letters import AMOUNTS, FRACTION, PERCENT, POINTS, letter
from moditrack.audit.by_wording.sentences import Sentence, sentences
from moditrack.audit.claims_of_sentences import SentenceReader
from moditrack.audit.elsewhere import (
    changes_again,
    changes_by_years,
    impossible_percentages,
    percentages_again,
    ranks_over_a_table,
    rows_named_in_prose,
)
from moditrack.audit.found_claim import Claim, is_step_alone
from moditrack.audit.recompute import recompute
from moditrack.audit.tables_and_lists import claims_of_tables, shares_in_cells, table_notes
from moditrack.checks.verdicts import Result
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import table_of
from moditrack.verdict_names import FITS

if TYPE_CHECKING:
    from moditrack.audit.audit import Audit

_PROSE = 8
"""A cell with more words is read as prose."""


class On(Enum):
    """On which numbers claims are added: any; only those without a claim; any, in the place of all
    claims on the same numbers; any, in the place of a claim without a base on the same number."""

    ANY_NUMBER = auto()
    NEW_NUMBERS = auto()
    THEIR_NUMBERS_ALONE = auto()
    OPEN_NUMBERS = auto()


class Reader:
    """Reads passages in order: their sentences and tables, then what joins them. `add` adds what
    they find."""

    def __init__(self, found: Audit) -> None:
        self.found = found
        self.rounded_to = table_notes.rounded_to(found.passages)
        self.of_sentences = SentenceReader(self.rounded_to)
        self.rows: list[rows_named_in_prose.Row] = []
        self.years: list[changes_by_years.Totals] = []
        self._open: dict[_Place, int] = {}
        self._stated: set[_Place] = set()
        self.lines: set[int] = set()

    def add(
        self, found: Iterable[Claim | tuple[Claim, Result]], on: On = On.ANY_NUMBER
    ) -> list[Claim]:
        """Add claims, recomputed where they have no result yet; return those that are added.

        `on` says what becomes of those that were found before on the same numbers.
        """
        added = [
            (one, recompute(one, self.rounded_to)) if isinstance(one, Claim) else one
            for one in found
        ]
        if on is On.NEW_NUMBERS:
            known = {_place(claim) for claim, _ in self.found.claims}
            added = [one for one in added if _place(one[0]) not in known]
        elif on is On.THEIR_NUMBERS_ALONE:
            places = {_place(claim) for claim, _ in added}
            self.found.claims = [one for one in self.found.claims if _place(one[0]) not in places]
            self._open = {
                _place(claim): at for at, (claim, _) in enumerate(self.found.claims)
                if _is_without_base(claim)
            }  # fmt: skip
        for claim, result in added:
            place = _place(claim)
            end = len(self.found.claims)
            at = self._open.pop(place, end) if on is On.OPEN_NUMBERS else end
            self.found.claims[at : at + 1] = [(claim, result)]
            if _is_without_base(claim):
                self._open[place] = at
            if claim.kind != "unpaired":
                self._stated.add(place)
        return [claim for claim, _ in added]

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
        found = self.add(claims_of_tables.find(passage, table))
        shares = {claim.cell for claim in found if claim.kind == "share"}
        self.add(shares_in_cells.find(passage, table, self.of_sentences.near, shares))
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
        joined = []
        for claim, _ in self.found.claims:
            if claim.kind != "unpaired" or claim.stated.unit != "percent" or not claim.end:
                continue
            text, others = claim.passage.text, spans[id(claim.passage)]
            start = max([last for _, last in others if last <= claim.start], default=0)
            end = min([first for first, _ in others if first >= claim.end], default=len(text))
            before = text[max(start, claim.start - rows_named_in_prose.AROUND) : claim.start]
            after = text[claim.end : min(end, claim.end + rows_named_in_prose.AROUND)]
            named = rows_named_in_prose.find(claim, self.rows, before, after)
            # Words alone may name another row: only a count beside the share makes a misfit.
            if named is not None and (claim.inputs or recompute(named).verdict in FITS):
                joined.append(named)
        self.add(joined, On.OPEN_NUMBERS)

    def join_tables(self) -> None:
        """Add what sentences say of the lines of a table as a whole, or of its totals by year."""
        self.add(changes_by_years.find(self.found.claims, self.years), On.OPEN_NUMBERS)
        if self.rows:
            for sentence in self.of_sentences.prose:
                for family in (ranks_over_a_table.find, impossible_percentages.find_above):
                    self.add(family(sentence, self.rows), On.OPEN_NUMBERS)

    def add_repeated(self) -> None:
        """Add numbers printed twice; one that had no base rests on the earlier one."""
        self.add(self.of_sentences.repeated, On.OPEN_NUMBERS)
        stated = {(passage, start) for passage, start, _ in self._stated}
        self.add(self.of_sentences.mentions.find(stated), On.OPEN_NUMBERS)

    def join_by_arithmetic(self) -> None:
        """Give numbers without a base the pair around them that gives them, or an earlier one."""

        def is_open(sentence: Sentence, quantity: Quantity) -> bool:
            place = id(sentence.passage), sentence.start + quantity.start, None
            kinds = AMOUNTS + PERCENT + POINTS + FRACTION
            return letter(quantity) in kinds and place not in self._stated

        self.add(parts_without_a_whole.find(self.found.claims), On.THEIR_NUMBERS_ALONE)
        prose = self.of_sentences.prose
        claims = [claim for claim, _ in self.found.claims if claim.inputs]
        again = [*self.of_sentences.later, *changes_again.find(prose, is_open, claims)]
        claims += self.add(again, On.OPEN_NUMBERS)
        self.add(percentages_that_add_up.find(prose, is_open), On.OPEN_NUMBERS)
        claims += self.add(any_wording_nearby.find(prose, is_open, claims), On.OPEN_NUMBERS)
        self.add(averages_nearby.find(prose, is_open), On.OPEN_NUMBERS)
        for family in (balances_in_prose.find, sums_in_a_row.find):
            claims += self.add(family(prose, is_open, claims), On.OPEN_NUMBERS)
        claims = [claim for claim, _ in self.found.claims]
        known = self.of_sentences.percentages
        self.add(percentages_again.find(claims, known), On.OPEN_NUMBERS)

    def leave_unread(self) -> None:
        """Of the passages with quantities, keep those from which nothing is derived."""
        derived = {id(claim.passage) for claim, _ in self.found.claims}
        derived |= {id(one.passage) for claim, _ in self.found.claims for one in claim.inputs}
        self.found.unread = [one for one in self.found.unread if id(one) not in derived]


_Place = tuple[int, int, tuple[int, int] | None]


def _is_without_base(claim: Claim) -> bool:
    return claim.kind == "unpaired" or is_step_alone(claim)


def _place(claim: Claim) -> _Place:
    """Where the number of a claim is: its passage, and its start or cell there."""
    return id(claim.passage), claim.start, claim.cell
