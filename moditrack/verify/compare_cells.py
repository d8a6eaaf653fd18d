"""Compare the cells of printed tables with their records: missing, new, other value or bound."""

from __future__ import annotations

from moditrack.documents.cells_and_marks import Entry, mark_of
from moditrack.documents.normalise import normalise
from moditrack.documents.printed_values import bound_of, confirms
from moditrack.documents.tables import table_of
from moditrack.nearest_names import likeness
from moditrack.tables import Row
from moditrack.verify.differences import Evidence, not_given, other_bound
from moditrack.verify.matching import MatchedText, Texts
from moditrack.verify.near_misses import gives

_ALIKE = 0.6
"""The likeness of row times that of column from which a cell is suggested for another."""
_SUGGESTED = 20
"""Where more cells of a table are not there, none is suggested for them."""


def compare_cells(
    evidence: Evidence, figures: list[Row], texts: Texts, unfinished: list[Row]
) -> None:
    """Compare cells by the position of the row and column that they are recorded in."""
    wanted: dict[tuple[str, str, str], list[Row]] = {}
    for row in figures:
        if row["table_name"] is not None:
            wanted.setdefault((row["locator"], row["row"], row["column"]), []).append(row)
    open_ = _printed(unfinished)
    tables = {locator for locator, _, _ in wanted} | {str(place[0]) for place in open_}
    for passage in texts.passages:
        if passage.locator not in tables:
            continue
        words: list[str] = []
        entries = list(table_of(passage).entries())
        new: list[Entry] = []
        for entry in entries:
            place = (passage.locator, entry.row_name, entry.column_name)
            rows = wanted.pop(place, [])
            if rows:
                _cell(evidence, passage.locator, entry, rows, open_.get(place, set()))
            elif entry.printed and place in open_:
                evidence.numerals.add(False)
            elif is_words(entry):
                words.append(normalise(entry.printed))
            elif entry.printed:
                new.append(entry)
                _new(evidence, passage.locator, entry)
        texts.by_place[passage.locator] = MatchedText("\n".join(words))
        missing = [row for place in wanted if place[0] == passage.locator for row in wanted[place]]
        for row in missing:
            near = len(missing) <= _SUGGESTED
            _missing(evidence, row, _nearest(row, new, entries) if near else None)
    for place, rows in wanted.items():
        for row in rows if place[0] not in texts.by_locator else ():
            _missing(evidence, row, None)


def _printed(unfinished: list[Row]) -> dict[tuple[str | None, ...], set[str]]:
    """What the unfinished rows print, by locator, row and column."""
    found: dict[tuple[str | None, ...], set[str]] = {}
    for row in unfinished:
        place = tuple(row["texts"].get(key) for key in ("locator", "row", "column"))
        found.setdefault(place, set()).add(normalise(row["texts"].get("printed") or ""))
    return found


def is_words(entry: Entry) -> bool:
    """Whether a cell has words or a date, whose numbers are accounted for as in running text."""
    has_number = entry.quantities or entry.mark is not None
    return bool(entry.printed and entry.column_name and entry.row_name and not has_number)


def _new(evidence: Evidence, locator: str, entry: Entry) -> None:
    """Report a cell that has no record."""
    if not entry.column_name:
        evidence.differ(locator, f"row '{entry.row_name}' is longer than the header")
        return
    evidence.numerals.add(False)
    evidence.differ(locator, f"the cell '{entry.printed}' in {_row_and_column(entry)} is new")


def _row_and_column(entry: Entry) -> str:
    return f"row '{entry.row_name}', column '{entry.column_name}'"


def _missing(evidence: Evidence, row: Row, nearest: Entry | None) -> None:
    evidence.figures.add(False)
    column = "row" if nearest is None or nearest.row_name != row["row"] else "column"
    fits = f"the table has '{nearest.printed}' in {_row_and_column(nearest)}" if nearest else ""
    what = f"the cell of {row['figure']} is not there"
    evidence.differ(row["locator"], what, ("figure", row), column, fits=fits)


def _nearest(row: Row, new: list[Entry], entries: list[Entry]) -> Entry | None:
    """The cell whose row and column are most alike, first of those that have no record."""
    for among in (new, entries):
        near = [(likeness(row["row"], e.row_name) * likeness(row["column"], e.column_name), e)
                for e in among]  # fmt: skip
        best = max(near, key=lambda pair: pair[0], default=(0.0, None))
        if best[1] is not None and best[0] >= _ALIKE:
            return best[1]
    return None


def _cell(evidence: Evidence, locator: str, entry: Entry, rows: list[Row], open_: set[str]) -> None:
    """Compare one cell with its figure, or with a figure for each of its numbers.

    `open_` is what its unfinished rows print.
    """
    printed = normalise(entry.printed)
    numbers = [normalise(quantity.printed) for quantity in entry.quantities]
    for row in rows:
        own = normalise(row["printed"])
        there = own == printed or (len(numbers) > 1 and own in numbers)
        marked = row["value"] is None and row["bound"] == "exact"
        if marked:
            right = mark_of(own) is not None
        else:
            right = confirms(own, row["value"], row["low"], row["high"])
        bound = bound_of(own)
        bounded = marked or bound in (None, row["bound"])
        evidence.numerals.add(True)
        if evidence.figures.add(there and right and bounded):
            continue
        if not there:
            column, fits = "printed", f"printed '{entry.printed}', {_value(printed)}"
            if not printed:
                fits = "the cell is empty"
            what = f"the cell reads '{entry.printed}', not '{row['printed']}' ({row['figure']})"
        elif not right:
            column, fits = "value", _value(own)
            what = not_given(row)
        else:
            column, fits = "bound", f"bound {bound}"
            what = other_bound(row, bound)
        evidence.differ(locator, what, ("figure", row), column, fits=fits)
    recorded = {normalise(row["printed"]) for row in rows}
    if len(numbers) > 1 and printed not in recorded:
        for number in numbers:
            if number not in recorded:
                evidence.numerals.add(False)
                if number not in open_:
                    evidence.differ(locator, f"'{number}' in {_row_and_column(entry)} is new")


def _value(printed: str) -> str:
    """The value that a cell gives; none for a mark."""
    return "value empty" if mark_of(printed) else gives(printed, "")
