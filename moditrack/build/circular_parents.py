"""Operations and agencies that are a part of themselves, by way of others."""

from __future__ import annotations

import sqlite3


def circular_parents(connection: sqlite3.Connection, kind: str) -> list[tuple[str, str, int]]:
    """The parents of operations or agencies that are a part of themselves by way of others, each
    with a document that states it and the position of that statement. Another document may state
    another parent."""
    return connection.execute(
        f"""
        WITH RECURSIVE stated (own, parent) AS (
            SELECT DISTINCT {kind}, value FROM statement
            WHERE property = 'parent' AND {kind} IS NOT NULL
        ),
        above (own, ancestor) AS (
            SELECT own, parent FROM stated
            UNION
            SELECT a.own, s.parent FROM above AS a JOIN stated AS s ON s.own = a.ancestor
        )
        SELECT s.value, s.document, min(s.position)
        FROM above AS a
        JOIN statement AS s ON s.{kind} = a.own AND s.property = 'parent'
        WHERE a.own = a.ancestor
            AND (s.value = a.own OR EXISTS (
                SELECT 1 FROM above AS b WHERE b.own = s.value AND b.ancestor = a.own))
        GROUP BY s.{kind}, s.value ORDER BY s.document, s.position
        """
    ).fetchall()
