"""Changes printed without what was before, where a table has totals by year: +50% (+3) in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from moditrack.audit.found_claim import Claim, Input, is_step_alone
from moditrack.audit.recompute import recompute
from moditrack.checks.verdicts import Result
from moditrack.documents.dates.year_or_count import A_YEAR, YEAR
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import PrintedTable
from moditrack.verdict_names import FITS, MISFITS

_WHEN = re.compile(rf" ?\([^()]*\) (?P<word>in|during|for|since|from|on) (?P<year>{YEAR})\b")
"""Behind a change: its step in brackets, and its year or the one before it began."""
_SINCE = ("since", "from", "on")


@dataclass(frozen=True)
class Totals:
    """The totals of a table by year."""

    passage: Passage
    by_year: dict[int, Quantity]


def totals(passage: Passage, table: PrintedTable) -> Iterator[Totals]:
    """The row of totals below columns of years, where a table has just one."""
    rows = [row for row in table.body if table.row_roles[row] == "total"]
    years = {c: table.column_names[c] for c in table.columns if table.column_roles[c] == "cell"}
    if len(rows) != 1:
        return
    found = {
        int(name): entry.quantity
        for column, name in years.items()
        if A_YEAR.fullmatch(name)
        and (entry := table.entry(rows[0], column)).quantity is not None
        and not entry.quantity.unit
    }
    if len(found) > 1:
        yield Totals(passage, found)


def find(claims: Sequence[tuple[Claim, Result]], known: Sequence[Totals]) -> Iterator[Claim]:
    """The claims that totals by year give a base.

    A change that has no base at all is compared with them, too, where another change of its
    passage is one of theirs: so they count the same.
    """
    open_ones = [(claim, result.verdict) for claim, result in claims if is_step_alone(claim)]
    for own in known:
        fitting: set[int] = set()
        for claim, verdict in open_ones:
            based = _on(claim, own)
            if based is not None and verdict not in MISFITS and _fits(claim, based):
                fitting.add(id(claim.passage))
                yield based
        for claim, verdict in open_ones:
            based = _on(claim, own)
            if based is not None and verdict in MISFITS and id(claim.passage) in fitting:
                yield based


def _on(claim: Claim, totals: Totals) -> Claim | None:
    """A change on the totals of its year and of the one before, or of a year and of the last."""
    when = _WHEN.match(claim.passage.text, claim.end)
    if when is None:
        return None
    year = int(when["year"])
    first, last = (year, max(totals.by_year)) if when["word"] in _SINCE else (year - 1, year)
    if first >= last or not {first, last} <= totals.by_year.keys():
        return None
    ends = {"before": first, "after": last}
    inputs = tuple(Input(totals.by_year[own], totals.passage, name) for name, own in ends.items())
    return replace(claim, inputs=inputs, pairing="inferred")


def _fits(claim: Claim, based: Claim) -> bool:
    """Whether totals give both the percentage and its step."""
    before, after = (number.quantity.low for number in based.inputs)
    step = abs(claim.inputs[0].quantity.low)
    return abs(after - before) == step and recompute(based).verdict in FITS
