"""Compare the cells of tables with their records, by the position of row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from moditrack.documents.cell_values import Entry, mark_of
from moditrack.documents.lines import normalise
from moditrack.documents.numerals import bound_of, confirms
from moditrack.documents.tables import table_of
from moditrack.verify.texts import Texts

if TYPE_CHECKING:
    from moditrack.verify.evidence import Evidence

Row = dict[str, Any]


def compare_cells(evidence: Evidence, figures: list[Row], texts: Texts) -> None:
    """Compare cells by the position of the row and column that they are recorded in."""
    wanted: dict[tuple[str, str, str], list[Row]] = {}
    for row in figures:
        if row["table_name"] is not None:
            wanted.setdefault((row["locator"], row["row"], row["column"]), []).append(row)
    tables = {locator for locator, _, _ in wanted}
    for passage in texts.passages:
        if passage.locator not in tables:
            continue
        texts.unmatched[passage.locator] = texts.whole[passage.locator] = ""
        table = table_of(passage)
        for entry in table.entries():
            place = (passage.locator, entry.row_name, entry.column_name)
            rows = wanted.pop(place, [])
            if rows:
                _cell(evidence, passage.locator, entry, rows)
            elif entry.printed and not entry.column_name:
                what = f"row '{entry.row_name}' is longer than the header"
                evidence.differ(passage.locator, what)
            elif entry.printed:
                where = f"row '{entry.row_name}', column '{entry.column_name}'"
                evidence.numerals.add(False)
                evidence.differ(passage.locator, f"the cell '{entry.printed}' in {where} is new")
    for (locator, _, _), rows in wanted.items():
        for row in rows:
            evidence.figures.add(False)
            evidence.differ(locator, f"the cell of {row['figure']} is not there")


def _cell(evidence: Evidence, locator: str, entry: Entry, rows: list[Row]) -> None:
    """Compare one cell with its figure, or with a figure for each of its numbers."""
    printed = normalise(entry.printed)
    numbers = [normalise(quantity.printed) for quantity in entry.quantities]
    for row in rows:
        own = normalise(row["printed"])
        there = own == printed or (len(numbers) > 1 and own in numbers)
        right = there and (
            mark_of(own) is not None
            if row["value"] is None and row["bound"] == "exact"
            else confirms(own, row["value"], row["low"], row["high"])
            and bound_of(own) in (None, row["bound"])
        )
        evidence.numerals.add(True)
        if not evidence.figures.add(right):
            what = f"the cell reads '{entry.printed}', not '{row['printed']}' ({row['figure']})"
            evidence.differ(locator, what)
    recorded = {normalise(row["printed"]) for row in rows}
    if len(numbers) > 1 and printed not in recorded:
        for number in numbers:
            if number not in recorded:
                evidence.numerals.add(False)
                where = f"row '{entry.row_name}', column '{entry.column_name}'"
                evidence.differ(locator, f"'{number}' in {where} is new")
