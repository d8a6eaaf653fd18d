"""Operations and agencies that are a part of themselves, by way of others."""

from __future__ import annotations

import sqlite3


def circular_parents(connection: sqlite3.Connection, kind: str) -> list[tuple[str, str, int]]:
    """The parents of operations or agencies that are a part of themselves by way of others, each
    with a document that states it, and the position of that statement."""
    return connection.execute(
        f"""
        WITH RECURSIVE above (own, ancestor) AS (
            SELECT {kind}, parent FROM {kind} WHERE parent IS NOT NULL
            UNION
            SELECT a.own, k.parent FROM above AS a JOIN {kind} AS k ON k.{kind} = a.ancestor
            WHERE k.parent IS NOT NULL
        )
        SELECT k.parent, s.document, min(s.position)
        FROM above AS a JOIN {kind} AS k ON k.{kind} = a.own
        JOIN statement AS s ON s.{kind} = a.own AND s.property = 'parent' AND s.value = k.parent
        WHERE a.own = a.ancestor GROUP BY k.{kind} ORDER BY s.document, s.position
        """
    ).fetchall()
