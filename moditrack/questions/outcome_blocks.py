"""The outcomes of one force as a block: a row for each outcome, what may be added up, compared."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from itertools import pairwise

from moditrack.questions.shares_with_intervals import (
    added,
    exact_share,
    interval_text,
    whole_percent,
)
from moditrack.tables import Row

NO_GROUP = "No official group"
"""What an outcome without a code is under, where the rows are official groups."""

NO_SUSPECT = "18"
"""The outcome that documents call 'no suspect identified'."""
NO_SUSPECT_EITHER = "14"
"""The outcome for a victim who does not support action; its official name says 'no suspect' too."""
CHARGED = "1"
YEARS = ("calendar year", "financial year", "year")
"""Kinds of periods that are added up where no total is printed; quarters and months are not."""
STEP = {"quarter": "quarter", "month": "month", "period": "period"}
"""What a period of another kind is called, beside a year."""


def period_word(rows: Sequence[Row]) -> str:
    """What each period of rows is called: year, quarter, month or period."""
    own = {STEP.get(row["series"], "year") for row in rows}
    return own.pop() if len(own) == 1 else "period"


def periods(rows: Sequence[Row]) -> list[str]:
    """The labels of the periods of rows, in the order of time."""
    days = {row["period"]: (row["period_start"], row["period_end"]) for row in rows}
    return sorted(days, key=lambda label: days[label])


def span(rows: Sequence[Row]) -> str:
    """The periods as runs: 2019, 2021-2023; or the first and the last of periods that are no years:
    Q1 2023 to Q4 2023."""
    own = periods(rows)
    runs: list[list[str]] = []
    following = {after for before, after in steps(rows)}
    for label in own:
        if runs and label in following:
            runs[-1].append(label)
        else:
            runs.append([label])
    join = "-" if all(label.isdigit() for label in own) else " to "
    return ", ".join(join.join(dict.fromkeys((run[0], run[-1]))) for run in runs)


def steps(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Each period and the one that begins the day after it."""
    days = {row["period"]: (row["period_start"], row["period_end"]) for row in rows}
    return [
        (before, after)
        for before, after in pairwise(periods(rows))
        if _next_day(days[before][1]) == days[after][0]
    ]


def compared(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The same of periods that are equally long, and so can be compared."""
    return steps(rows) if rows[0]["series"] != "period" else []


def totals(rows: Sequence[Row]) -> dict[str, int | None]:
    """The offences of each period, in the order of time."""
    known = {row["period"]: row["year_total"] for row in rows}
    return {label: known[label] for label in periods(rows)}


def as_printed(rows: Sequence[Row]) -> bool:
    """Whether rows have all periods of one table, so that its printed totals are theirs."""
    tables = {row["table_name"] for row in rows}
    return len(tables) == 1 and len(periods(rows)) == rows[0]["table_periods"]


def adds_up(rows: Sequence[Row]) -> bool:
    """Whether counts of the periods may be added: they are years, and none overlaps another."""
    days = sorted({(row["period_start"], row["period_end"]) for row in rows})
    apart = all(before[1] < after[0] for before, after in pairwise(days))
    return len(days) == 1 or (rows[0]["series"] in YEARS and apart)


def offences_of(rows: Sequence[Row]) -> int | None:
    """The offences of a block: of all periods as printed, else their sum; None where neither is."""
    if as_printed(rows) and rows[0]["grand_total"] is not None:
        return int(rows[0]["grand_total"])
    return added(totals(rows).values()) if adds_up(rows) else None


def summed_up(rows: Sequence[Row]) -> list[Row]:
    """The rows that a sentence or a share can speak of: all of a block, or those of its last period
    where the totals of its periods are neither printed nor made."""
    printed = as_printed(rows) and rows[0]["grand_total"] is not None
    if adds_up(rows) or (printed and all(row["label_total"] is not None for row in rows)):
        return list(rows)
    last = periods(rows)[-1]
    return [row for row in rows if row["period"] == last]


def _next_day(day: str) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(1)).isoformat()


def block(members: list[Row], head: str, *, whole: bool) -> list[Row]:
    """The rows for people: one for each outcome or group, then the total and the changes."""
    own, offences = totals(members), offences_of(members)
    labels, every = list(own), as_printed(members)
    lines: dict[str, dict[str, int | None]] = {}
    printed: dict[str, int | None] = {}
    marks: dict[str, dict[str, str]] = {}
    for row in members:
        label = row[head] or NO_GROUP
        lines.setdefault(label, {})[row["period"]] = row["offences"]
        printed[label] = row["label_total"] if every else None
        if row["mark"] is not None:
            marks.setdefault(label, {})[row["period"]] = row["mark"]
    top = max((total for total in own.values() if total is not None), default=0)

    def line(label: str, counts: Mapping[str, int | None], total: int | None) -> Row:
        if total is None and adds_up(members):
            total = added(counts.get(period, 0) for period in labels)
        row: Row = {"label": label, "total": total, "share": exact_share(total, offences)}
        row |= {period: counts.get(period) for period in labels}
        row["limits"] = interval_text(total, offences)
        row["trend"] = ([counts.get(period) for period in labels], top)
        return row

    rows = [
        line(label, counts, printed[label]) | marks.get(label, {})
        for label, counts in lines.items()
    ]
    for row in rows:
        if row["total"] is None and len(labels) == 1:
            row["total"] = row[labels[0]]
    if not whole:
        return [*rows, *_shares(period_word(members), rows, own)]
    most = max((row["total"] for row in rows if isinstance(row["total"], int)), default=0)
    for row in rows:
        row["strong"] = len(rows) > 1 and row["total"] == most > 0
    rows.append(line("Total", own, offences) | {"strong": True, "limits": None})
    if adjoining := compared(members):
        rows.append(_changes(period_word(members), own, adjoining))
    return rows


def _shares(step: str, rows: Sequence[Row], own: Mapping[str, int | None]) -> list[Row]:
    """The share of each period that ended in the one outcome asked for, in whole percents."""
    if len(rows) != 1 or len(own) < 2:
        return []
    row: Row = {"label": f"Share of the {step}"}
    for period, total in own.items():
        count = rows[0].get(period)
        if isinstance(count, int) and total:
            row[period] = f"{whole_percent(count, total)}%"
    return [row]


def _changes(step: str, own: Mapping[str, int | None], adjoining: Sequence[tuple[str, str]]) -> Row:
    """The change from each period to the next; nothing where the one before is missing."""
    row: Row = {"label": f"Change on the {step} before"}
    for before, after in adjoining:
        first, last = own[before], own[after]
        if first is not None and last is not None:
            row[after] = f"{last - first:+d}" if last != first else "0"
    return row
