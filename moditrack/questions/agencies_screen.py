"""Responsibilities for people: above the list, who leads and does most in each area of work."""

from __future__ import annotations

from collections import Counter

from moditrack.counting import counted
from moditrack.questions.agencies import agencies
from moditrack.questions.overviews import with_overview
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table

_MOST = 40
"""More areas of work than these are no overview."""
_FEWEST = 4
"""Fewer need none."""
_NAMED = 2
"""So many agencies are named, those with the most responsibilities; others are counted."""
_EACH = "All reports together; a map for each: moditrack agencies --matrix"
_DISPLAY = Display(
    (
        DisplayColumn("area", "Area of work", "unbroken"),
        DisplayColumn("number", "All", "whole"),
        DisplayColumn("led", "Led by"),
        DisplayColumn("done", "Most by"),
    )
)


def responsibilities_with_overview(connection: Connection, **filters: object) -> list[Table]:
    """The list, below an overview where it is long and of several areas and agencies."""
    listed = agencies(connection, **filters)
    rows = [] if filters.get("by") else overview(listed)
    if not _FEWEST <= len(rows) <= _MOST:
        return [listed]
    notes = [Note("pointer", _EACH)] if "document" not in listed.filters else []
    below = "What each agency does, and where"
    return with_overview(listed, rows, _DISPLAY, lambda _: notes, below)


def overview(table: Table) -> list[Row]:
    """A row for each area of work, those with the most responsibilities first; none for a single
    agency."""
    own: dict[str, dict[str, set[int]]] = {}
    leaders: dict[str, dict[str, None]] = {}
    for row in table.rows:
        area, who = row["strand_name"], row["abbreviation"] or short_name(row["name"])
        own.setdefault(area, {}).setdefault(who, set()).add(row["position"])
        if row["role"] == "leads" and row["status"] == "current":
            leaders.setdefault(area, {})[who] = None
    if len({who for agencies in own.values() for who in agencies}) < 2:
        return []
    numbers = {area: len(set().union(*agencies.values())) for area, agencies in own.items()}
    return [
        {
            "area": area,
            "number": numbers[area],
            "led": ", ".join(leaders.get(area, ())) or None,
            "done": _most({who: len(positions) for who, positions in own[area].items()}),
        }
        for area in sorted(own, key=lambda area: -numbers[area])
    ]


def short_name(name: str) -> str:
    """A name without what tells it from others, which the list has."""
    return name.partition(" (")[0]


def _most(numbers: dict[str, int]) -> str:
    first = Counter(numbers).most_common(_NAMED)
    others = len(numbers) - len(first)
    named = [f"{who} {number}" for who, number in first]
    return ", ".join([*named, *([counted(others, "other")] if others else [])])
