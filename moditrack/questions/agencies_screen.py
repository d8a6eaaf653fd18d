"""Responsibilities for people: above the list, who leads and does most in each area of work."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.questions.agencies import agencies
from moditrack.questions.grouping import in_two_lines, with_overview
from moditrack.questions.inferred_star import starred
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table

_MOST = 40
"""More areas of work than these are no overview."""
_FEWEST = 4
"""Fewer need none."""
_NAMED, _ROOM = 2, 30
"""So many agencies are named, those with the most responsibilities, or one where two are longer
than this; others are counted."""
_FIRST = ("leads", "funds")
_AGENCIES = 2
"""At most this many agencies of each role are named in the answer on one area of work."""
_EACH = "All reports together; a map for each: moditrack agencies --matrix"
_IN_EACH = "A responsibility counts in each of its areas"
_DISPLAY = Display(
    (
        DisplayColumn("area", "Area of work", "unbroken"),
        DisplayColumn("number", "All", "whole"),
        DisplayColumn("led", "Led by"),
        DisplayColumn("done", "Most by, + others", optional=True),
    )
)


def responsibilities_with_overview(connection: Connection, **filters: object) -> list[Table]:
    """The list, below an overview where it is long and of several areas and agencies."""
    listed = agencies(connection, **filters)
    rows = [] if filters.get("by") else overview(listed)
    if not _FEWEST <= len(rows) <= _MOST:
        return [listed]
    notes = [Note("pointer", _EACH)] if "document" not in listed.filters else []
    in_areas = sum(row["number"] for row in rows)
    if in_areas > len({row["position"] for row in listed.rows}):
        notes.append(Note("hint", f"{_IN_EACH}, {in_areas} in the column."))
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
            "led": _named(list(leaders.get(area, ()))) or None,
            "done": _most({who: len(positions) for who, positions in own[area].items()}),
        }
        for area in sorted(own, key=lambda area: -numbers[area])
    ]


def by_role(before: str, rows: Iterable[Row]) -> str:
    """The agencies of each role in one area of work, those that lead or pay first, with what is
    only planned or past, and * where it is nowhere printed in full."""
    roles: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        who = row["abbreviation"] or short_name(row["name"])
        roles.setdefault(row["role"], {}).setdefault(who, []).append(row)
    ranked = sorted(roles, key=lambda role: (role not in _FIRST, -len(roles[role])))
    listed = [f"{role}: {_some([_who(*own) for own in roles[role].items()])}" for role in ranked]
    listed[0] = f"{listed[0][0].upper()}{listed[0][1:]}"
    return in_two_lines(f"{before} ", listed, ".", "other role")


def roles_of(rows: Iterable[Row]) -> str:
    """The roles of one agency, in the same way."""
    roles: dict[str, list[Row]] = {}
    for row in rows:
        roles.setdefault(row["role"], []).append(row)
    return ", ".join(_who(*own) for own in roles.items())


def _who(name: str, rows: list[Row]) -> str:
    """An agency or role, with what is so of all its rows."""
    states = {"planned" if row["status"] == "proposed" else row["status"] for row in rows}
    state = f" ({states.pop()})" if len(states) == 1 and "current" not in states else ""
    return starred(name, all(row["inferred"] for row in rows)) + state


def _some(names: list[str]) -> str:
    more = len(names) - _AGENCIES
    return ", ".join([*names[:_AGENCIES], *([f"{more} more"] if more > 0 else [])])


def short_name(name: str) -> str:
    """A name without what tells it from others, which the list has."""
    return name.partition(" (")[0]


def _most(numbers: dict[str, int]) -> str:
    ranked = sorted(numbers.items(), key=lambda own: -own[1])
    return _named([f"{who} {number}" for who, number in ranked])


def _named(names: list[str]) -> str:
    """The first names, and how many others there are."""
    listed = ", ".join(names[:_NAMED])
    first = names[:_NAMED] if len(listed) <= _ROOM else names[:1]
    others = len(names) - len(first)
    return ", ".join(first) + (f" +{others}" if others else "")
