"""The cells of a line of a table, each with those of other lines that come to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moditrack.checks.exact_values import NOTHING, Value, exactly
from moditrack.checks.kinds.total import total
from moditrack.checks.tables.view import COUNTS, TableCheck, View, bare, is_count, score
from moditrack.checks.verdicts import Result
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import MISFITS


def sum_of(view: View, line: int, inputs: Sequence[int], places: Sequence[int]) -> list[TableCheck]:
    """The cells of a line, each with those of other lines that come to it.

    Those of a running total only where some do: below its months it is no sum. Changes only where
    they do.
    """
    checks: list[TableCheck] = []
    running: list[TableCheck] = []
    for place in places:
        entry = view.entry(line, place)
        sometimes = place in view.running or place in view.changing
        counted = entry.role in (*COUNTS, "part") or sometimes
        if not (is_count(entry) and counted) or entry.quantity is None:
            continue
        parts = tuple(view.entry(one, place) for one in inputs)
        if not any(part.quantity is not None for part in parts):
            continue
        result = _in_its_units(entry, entry.quantity, (_added(view, one, place) for one in inputs))
        if result.verdict in MISFITS and view.deducted.intersection(inputs):
            values = (view.value(one, place) for one in inputs)
            added = _in_its_units(entry, entry.quantity, values)
            result = added if added.verdict == "consistent" else result
        if place in view.changing and result.verdict != "consistent":
            continue
        own = running if sometimes else checks
        own.append(TableCheck("total", entry, entry.quantity, parts, result))
    return checks + running if score(running)[0] else checks


def _added(view: View, line: int, place: int) -> Value:
    """What a cell adds to a sum; one of a line that is taken off, its opposite."""
    value = view.value(line, place)
    return NOTHING - value if line in view.deducted and value.low > 0 else value


def _in_its_units(entry: Entry, stated: Quantity, values: Iterable[Value]) -> Result:
    """A sum in the units of the table, which a cell without a word of its own is printed in."""
    own, scale = bare(entry, stated)
    if scale == 1:
        return total(stated, values, entry.rounded_to)
    rounded_to = max(entry.rounded_to // scale, int(not stated.decimals))
    return total(own, (value.over(exactly(scale)) for value in values), rounded_to)
