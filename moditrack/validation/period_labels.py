"""The label of a period in tables of outcomes and victims: 2022, 2022/23, Q1 2022."""

from __future__ import annotations

import re

from moditrack.documents.dates.periods import periods
from moditrack.period_text import period_text
from moditrack.tables import Row


def period_label(row: Row, start: str | None, end: str | None) -> str | None:
    """A calendar or financial year as 2022 or 2022/23, in whatever way it is printed; another
    period as the heading of its column or row prints it, where that is the same period."""
    own = period_text(start, end)
    if own is None or start is None or end is None or _one_year(start, end):
        return own
    counted = (row["outcome_label"], row["category"])
    headings = [
        str(row[side]) for side in ("column", "row") if row[side] and row[side] not in counted
    ]
    for heading in headings:
        found = periods(heading)
        if len(found) == 1 and (found[0].first, found[0].last) == (start, end):
            return found[0].label
        # Not all ways to print a period are read: Apr-Jun 2023, Q1 23/24.
        years = {start[:4], start[2:4], end[:4], end[2:4]}
        read = any(period.label == heading and period.first for period in found)
        if not read and years & set(re.findall(r"\d+", heading)) and re.search("[a-z]", heading):
            return heading
    return own


def _one_year(start: str, end: str) -> bool:
    first = int(start[:4])
    return (start[4:], end[4:], int(end[:4]) - first) in (
        ("-01-01", "-12-31", 0),
        ("-04-01", "-03-31", 1),
    )
