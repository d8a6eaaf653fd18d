"""Put the checks that do not fit into findings, each with a severity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Row = dict[str, Any]

DEFAULT_SEVERITY = {
    "impossible": 1,
    "inconsistent": 1,
    "conflict": 2,
    "truncated": 3,
    "rounded-up": 3,
    "ambiguous": 3,
    "not-checkable": 3,
}
"""The severity of a check that the records put into no finding, by its verdict."""


def group(
    checks: list[Row], findings: list[Row], report: Callable[[int, str, str], None]
) -> dict[str, list[Row]]:
    """The rows of the tables finding and finding_check.

    checks: check_id, statement, verdict and why of every check; findings: as in the records.
    A check in none of them is a finding of its own. A wrong finding is passed to `report`: its
    number, the check in question, and what is wrong with that check.
    """
    failing = {row["check_id"]: row for row in checks if row["verdict"] != "consistent"}
    fitting = {row["check_id"] for row in checks} - set(failing)
    rows: dict[str, list[Row]] = {"finding": [], "finding_check": []}
    named: set[str] = set()
    for number, entry in enumerate(findings, start=1):
        for check in entry["checks"]:
            if check not in failing:
                fits = "fits: take it out" if check in fitting else "is not a check"
                report(number, check, fits)
        named.update(entry["checks"])
        _add(rows, entry)
    for check, row in failing.items():
        if check not in named:
            severity = DEFAULT_SEVERITY[row["verdict"]]
            own = {"severity": severity, "title": row["statement"], "differs": row["why"]}
            _add(rows, own | {"matters": None, "question": None, "checks": [check]})
    return rows


def _add(rows: dict[str, list[Row]], entry: Row) -> None:
    first = entry["checks"][0]
    keys = ("severity", "title", "differs", "matters", "question")
    position = len(rows["finding"]) + 1
    rows["finding"].append({"finding": first, "position": position} | {k: entry[k] for k in keys})
    rows["finding_check"] += [
        {"check_id": check, "finding": first, "position": number}
        for number, check in enumerate(entry["checks"], start=1)
    ]
