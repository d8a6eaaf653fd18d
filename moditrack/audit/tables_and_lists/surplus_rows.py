"""Rows of accounts: a surplus or deficit below the totals of income and expenditure it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.found_claim import Claim, Input
from moditrack.audit.tables_and_lists.claims_of_tables import described
from moditrack.audit.tables_and_lists.table_notes import text_around
from moditrack.checks.tables.view import bare
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.dates.year_or_count import YEAR_HEADING
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import PrintedTable, table_of

_INCOME = re.compile(r"total (?:income|revenue|receipts)\W*", re.IGNORECASE)
_COSTS = re.compile(r"total (?:expenditure|costs|spending|expenses|payments)\W*", re.IGNORECASE)
_LEFT = re.compile(
    r"(?:[a-z]+ ){0,2}(?:surplus|deficit|surplus ?/ ?\(?deficit\)?)(?: for the year)?\W*", re.I
)
_OTHER = re.compile(
    r"\b(?:cumulative|accumulated|total|planned|budget\w*|prior|previous|opening|closing"
    r"|pensions?|capital|reserves?|funds?)\b",
    re.IGNORECASE,
)
_NO_SUM = re.compile(r"%|\b(?:per ?cent|percentage|change|notes?|page|ref)\b", re.IGNORECASE)
"""Headings of columns whose numbers are not of money."""
_WORDS = re.compile(rf"{YEAR_HEADING}\b(?!,)|[A-Za-z]{{3}}")
_Line = tuple[Passage, dict[str, Entry]]


def find(passages: Sequence[Passage]) -> Iterator[Claim]:
    """The surpluses that come at once after two totals, of which one may be a table before."""
    earlier: dict[str, _Line] = {}
    for at, passage in enumerate(passages):
        if passage.kind != "table":
            continue
        if not any(_total(cell.text) for cell in passage.table):
            earlier = {}
            continue
        table = table_of(passage, text_around(passages, at))
        own: dict[str, _Line] = {}
        last = ""
        for row in table.body:
            label = table.row_names[row].strip()
            line = passage, _by_column(table, row)
            if any(_WORDS.match(entry.printed) for entry in line[1].values()):
                # A row of headings: what is below it may be of other periods.
                if any(name != entry.printed for name, entry in line[1].items()):
                    own, earlier = {}, {}
                continue
            if last and _LEFT.fullmatch(label) and not _OTHER.search(label):
                yield from _claims(line, {**earlier, **own})
            if last := _total(label):
                own[last] = line
        earlier = own


def _total(name: str) -> str:
    name = name.strip()
    return "income" if _INCOME.fullmatch(name) else "costs" if _COSTS.fullmatch(name) else ""


def _by_column(table: PrintedTable, row: int) -> dict[str, Entry]:
    return {table.column_names[column]: table.entry(row, column) for column in table.columns}


def _as_printed(entry: Entry) -> Quantity | None:
    """The number of a cell without the scale of its table, in which the arithmetic is read, too."""
    return entry.quantity and bare(entry, entry.quantity)[0]


def _claims(left: _Line, totals: dict[str, _Line]) -> Iterator[Claim]:
    """A claim for each column that all three lines have, of one unit."""
    passage, entries = left
    if len(totals) < 2 or any(line.keys() != entries.keys() for _, line in totals.values()):
        return
    for column, entry in entries.items():
        cells = (entry, *(totals[name][1][column] for name in ("costs", "income")))
        stated, costs, income = map(_as_printed, cells)
        if stated is None or costs is None or income is None or _NO_SUM.search(column):
            continue
        # Some accounts print a surplus with the sign of a cost.
        if stated.low < 0 <= income.low - costs.low or min(costs.low, income.low) < 0:
            continue
        # Each of the three may be rounded.
        off = abs(abs(income.low - costs.low) - abs(stated.low))
        if 0 < off <= 3 * max(one.place for one in (stated, costs, income)) / 2:
            continue
        units = {(one.quantity.unit, one.quantity.scale) for one in cells if one.quantity}
        if stated.unit != "percent" and len(units) == 1:
            yield Claim(
                "difference", stated,
                (
                    Input(costs, totals["costs"][0], "before"),
                    Input(income, totals["income"][0], "after"),
                ),
                passage, described(entry), cell=(entry.row, entry.column),
            )  # fmt: skip
