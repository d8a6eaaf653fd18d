"""Shares of a table that should make 100."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moditrack.checks.kinds.total import total
from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.breakdowns import apart, breakdowns
from moditrack.checks.tables.not_sums import selected
from moditrack.checks.tables.totals_and_subtotals import plain_label
from moditrack.checks.tables.view import TableCheck, View, inferred, score, value_in_sum
from moditrack.documents.quantities import Quantity


def hundreds(view: View) -> Iterator[TableCheck]:
    """Shares whose total is printed as 100%: of all lines, or of each of several breakdowns.

    Where the numbers beside them do not come to their total either, the lines may be only some of
    its parts.
    """
    places = view.counting
    all_lines = [one for one in view.lines if view.roles[one] == "cell"]
    for line in view.lines_with("total"):
        if not any(_is_hundred(view.entry(line, place).quantity) for place in view.places):
            continue
        tried = apart(view, all_lines)
        tried += breakdowns(view, line, all_lines, places)
        found = [own for own in (_hundred(view, line, inputs) for inputs in tried) if own]
        if not found:
            continue
        checks = max(found, key=lambda own: score(own)[0])
        counts = [sum_of(view, line, inputs, places) for inputs in tried]
        complete = [own for own in counts if own]
        partial = complete and not any(score(own)[0] for own in complete)
        qualified = not plain_label(view, line)
        only_some = (partial and (qualified or selected(view, line, all_lines))) or (
            qualified and not complete and _over(checks)
        )
        yield from inferred(checks) if only_some else checks


def _over(checks: Sequence[TableCheck]) -> bool:
    """Whether shares make more than 100, as those of several answers each do."""
    given = [[part.quantity.low for part in check.inputs if part.quantity] for check in checks]
    return all(sum(parts) > 100 + len(parts) for parts in given)


def _is_hundred(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.unit == "percent" and quantity.low == 100


def _hundred(view: View, line: int, inputs: Sequence[int]) -> list[TableCheck]:
    checks = []
    for place in view.places:
        entry = view.entry(line, place)
        parts = tuple(view.entry(one, place) for one in inputs)
        shares = [p for p in (entry, *parts) if p.quantity and p.quantity.unit == "percent"]
        stated = entry.quantity
        if stated is not None and _is_hundred(stated) and len(shares) > len(parts) > 1:
            result = total(stated, map(value_in_sum, parts))
            checks.append(TableCheck("share-total", entry, stated, parts, result))
    return checks
