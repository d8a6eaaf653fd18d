"""Commitments for people: what became of those of each report, then each under its state."""

from __future__ import annotations

from collections import Counter
from typing import Any

from moditrack.questions.commitments import SILENT, commitments_by_state
from moditrack.tables import Connection, Display, DisplayColumn, Row, Table

_FEWEST, _MOST = 2, 12
"""Fewer reports or states need no overview; of more reports there is none."""
_MAKERS = 3
"""At most this many who make commitments are named in the answer."""
_LONG = 12
"""So many commitments fill a screen."""
_STATES = {
    SILENT: "Not mentioned",
    "reported-not-met": "Not met",
    "not-yet-due": "Due later",
    "reported-partly": "Taken up in part",
    "reported-met": "Met",
    "no-later-document": "No later one",
}
"""The heading of each state, in the order of the list."""


def commitments_with_overview(connection: Connection, **filters: Any) -> list[Table]:
    """The list, below an overview where it is long and of several reports."""
    listed = commitments_by_state(connection, **filters)
    if len(listed) < _LONG:
        return [listed]
    rows = overview(listed)
    states = {state: head for state, head in _STATES.items() if any(row[state] for row in rows)}
    if not _FEWEST <= len(rows) <= _MOST or len(states) < _FEWEST:
        return [listed]
    heading = listed.find_heading
    columns = (
        DisplayColumn("report", "Made in", "unbroken"),
        DisplayColumn("all", "All", "whole"),
        *(DisplayColumn(state, head, "count") for state, head in states.items()),
        DisplayColumn("due", "Dated", "count", optional=True),
    )
    top = Table(
        listed.title,
        (),
        rows,
        display=Display(columns),
        heading=heading and (lambda _: heading(listed)),
        answer=lambda _: _answer(rows, listed),
    )
    listed.find_heading, listed.find_answer = lambda _: "What became of each", None
    return [top, listed]


def _answer(rows: list[Row], listed: Table) -> str:
    """What is open, as the rows have the rest."""
    sums = {state: sum(row[state] for row in rows) for state in _STATES}
    silent, late = sums[SILENT], sums["reported-not-met"]
    later = len(listed) - sums["not-yet-due"] - sums["no-later-document"]
    whole = str(later)
    if later < len(listed):
        whole = f"the {later} that a later document could report on"
    due = sum(row["state"] == SILENT and row["due"] is not None for row in listed.rows)
    said = [f"{late} of {whole} are reported not met"] if late else []
    said += [f"{silent} of {whole} are not mentioned again"] if silent else []
    dated = f", {due} of which {'was' if due == 1 else 'were'} due by a date" if due else ""
    states = f"{'; '.join(said)}{dated}{' (--due)' * bool(dated)}." if said else ""
    return f"{states} {_by_whom(listed)}".strip()


def _by_whom(listed: Table) -> str:
    """Who makes most of the commitments, and of how many no document says by whom."""
    makers = Counter(name.partition(" (")[0] for row in listed.rows for name in row["by_names"])
    none = sum(not row["by_names"] for row in listed.rows)
    most = ", ".join(f"{name} ({number})" for name, number in makers.most_common(_MAKERS))
    return f"By {most}{' and others' * (len(makers) > _MAKERS)}; {none} say not by whom."


def overview(table: Table) -> list[Row]:
    """A row for each report, in the order of their dates."""
    found: dict[str, Row] = {}
    for row in table.rows:
        none = dict.fromkeys(_STATES, 0)
        own = found.setdefault(
            row["made_in"],
            {"report": row["made_in"], "on": row["made_on"], "all": 0, "due": 0} | none,
        )
        own["all"] += 1
        own["due"] += row["due"] is not None
        own[row["state"]] += 1
    return sorted(found.values(), key=lambda own: (own["on"], own["report"]))
