"""The conditions of a query: only those that are asked for, so that an index can serve them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WITHIN = """(
        WITH RECURSIVE own (operation) AS (
            VALUES (:operation)
            UNION
            SELECT o.operation FROM operation AS o JOIN own ON o.parent = own.operation
        )
        SELECT operation FROM own
    )"""
"""The operation :operation and all that belongs to it."""


def where(conditions: Mapping[str, str], filters: Mapping[str, Any]) -> str:
    """The conditions of the filters that have a value, joined; `1` where none has."""
    asked = [sql for name, sql in conditions.items() if filters[name] is not None]
    return " AND ".join(asked) or "1"
