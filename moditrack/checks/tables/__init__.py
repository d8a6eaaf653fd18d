"""What a table derives from its own cells: totals, shares, changes and ranks, recomputed.

totals_and_subtotals.py, totals_without_a_label.py, totals_of_a_section.py, groups_that_repeat.py,
hundreds.py: sums (adding.py, breakdowns.py, not_sums.py: which rows add up); printed_shares.py,
printed_changes.py, printed_averages.py: what is derived from two; balances.py and statements.py:
accounts; relations.py: lines that others give; view.py: a table by rows or columns.

A total is tried with the cells that can be behind it (since the last total, of its group,
subtotals, all), and a share with each whole of the table. The one that fits most columns is taken:
a wrong cell shows, and a heading that only sounds like a total does not.
"""

from __future__ import annotations

from moditrack.checks.tables.balances import balances
from moditrack.checks.tables.groups_that_repeat import group_totals
from moditrack.checks.tables.hundreds import hundreds
from moditrack.checks.tables.numbers_without_a_column import open_over_them
from moditrack.checks.tables.printed_averages import averages, rates
from moditrack.checks.tables.printed_changes import changes, parts, ranks
from moditrack.checks.tables.printed_shares import pairs, shares
from moditrack.checks.tables.relations import relations
from moditrack.checks.tables.statements import settled, statements
from moditrack.checks.tables.totals_and_subtotals import sums
from moditrack.checks.tables.totals_without_a_label import nested, runs
from moditrack.checks.tables.view import EXPLICIT, INFERRED, TableCheck, View
from moditrack.documents.tables import PrintedTable

__all__ = ["EXPLICIT", "INFERRED", "TableCheck", "check_table"]

_FAMILIES = (
    sums, hundreds, shares, changes, balances, ranks, parts, group_totals, nested, runs, averages,
    rates,
)  # fmt: skip


def check_table(table: PrintedTable) -> list[TableCheck]:
    """Every total, share, change, rank and part of a table, recomputed."""
    checks: list[TableCheck] = []
    for view in (View(table, across=False), View(table, across=True)):
        stated = list(statements(view))
        found = [check for find in _FAMILIES for check in find(view)]
        found = [*stated, *settled(found, stated)]
        checks += [*found, *relations(view, found)]
    return [*open_over_them(table, checks), *pairs(table)]
