"""Put the checks that do not fit into findings, each with a severity; refuse wrong findings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from moditrack.tables import Row

NOT_A_CHECK = "is not a check"

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


def refuse(
    connection: sqlite3.Connection, findings: list[Row], report: Callable[[int, str, str], None]
) -> None:
    """Pass each check that can be in no finding to `report`: the number of the finding, the check,
    and what is wrong with it."""
    verdict = "SELECT verdict FROM check_result WHERE check_id = ?"
    for number, entry in enumerate(findings, start=1):
        for check in entry["checks"]:
            found = connection.execute(verdict, (check,)).fetchone()
            if found is None:
                report(number, check, NOT_A_CHECK)
            elif found[0] == "consistent":
                report(number, check, "fits: take it out")


def insert(connection: sqlite3.Connection, findings: list[Row]) -> None:
    """Fill the tables finding and finding_check: with the findings of the records, and then with
    each check that does not fit and is in none of them, which is a finding of its own."""
    rows = (
        {**entry, "finding": entry["checks"][0], "position": number}
        for number, entry in enumerate(findings, start=1)
    )
    connection.executemany(
        "INSERT INTO finding VALUES (:finding, :position, :severity, :title, :differs, :matters,"
        " :question, :gives)",
        rows,
    )
    connection.executemany(
        "INSERT INTO finding_check VALUES (?, ?, ?)",
        (
            (check, entry["checks"][0], number)
            for entry in findings
            for number, check in enumerate(entry["checks"], start=1)
        ),
    )
    severity = " ".join(f"WHEN '{key}' THEN {number}" for key, number in DEFAULT_SEVERITY.items())
    connection.execute(
        f"""
        INSERT INTO finding SELECT check_id, ? + row_number() OVER (ORDER BY position),
            CASE verdict {severity} END, statement, why, NULL, NULL, NULL
        FROM check_result AS c WHERE verdict <> 'consistent'
            AND NOT EXISTS (SELECT 1 FROM finding_check AS g WHERE g.check_id = c.check_id)
        ORDER BY position
        """,
        (len(findings),),
    )
    connection.execute(
        "INSERT INTO finding_check SELECT finding, finding, 1 FROM finding WHERE position > ?"
        " ORDER BY position",
        (len(findings),),
    )
