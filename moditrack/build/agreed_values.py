"""What rows say together: parts of outcomes, and the single values of operations and agencies."""

from __future__ import annotations

import sqlite3

SINGLE = {"operation": ("parent", "lead", "start", "end", "status"), "agency": ("parent",)}
"""Properties that have a value only where all statements agree."""


def parts(connection: sqlite3.Connection) -> None:
    """Mark cells of an outcome that is a part of another one of the same table, so that no sum
    counts them twice."""
    connection.execute(
        """
        UPDATE figure SET cell = 'part' WHERE cell = 'cell' AND EXISTS (
            SELECT 1 FROM outcome_label AS own
            JOIN outcome_type AS type ON type.code = own.code
            JOIN outcome_label AS whole
                ON whole.document = own.document AND whole.code = type.part_of
            WHERE own.document = figure.document AND own.label = figure.outcome_label
        )
        """
    )


def single_values(connection: sqlite3.Connection) -> None:
    """Give operations and agencies the values of properties on which all statements agree."""
    for kind, properties in SINGLE.items():
        for name in properties:
            connection.execute(
                f"""
                UPDATE {kind} SET "{name}" = (
                    SELECT min(value) FROM statement AS s
                    WHERE s.{kind} = {kind}.{kind} AND s.property = ?
                    HAVING count(DISTINCT value) = 1
                )
                """,
                (name,),
            )


def no_value_in_conflict(connection: sqlite3.Connection) -> None:
    """Clear properties that a conflict names, even where all statements agree."""
    for name in SINGLE["operation"]:
        connection.execute(
            f"""
            UPDATE operation SET "{name}" = NULL WHERE operation IN (
                SELECT s.operation FROM check_subject AS s
                JOIN check_result AS c ON c.check_id = s.check_id WHERE c.property = ?
            )
            """,
            (name,),
        )
