"""Totals of groups that repeat: the boys of all areas, and those of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.view import COUNTS, TableCheck, View, inferred, score
from moditrack.documents.table_labels import role_of

_MOST = 40
"""Groups of which each is left out in turn at most: the time is the square of their number."""


def group_totals(view: View) -> Iterator[TableCheck]:
    """The lines of a group that is the total of others with lines of the same names.

    In "Total: boys, girls; North: boys, girls; South: boys, girls" the boys of the total are those
    of North and South.
    """
    alike: dict[tuple[str, ...], list[int]] = {}
    for line in view.lines:
        if len(view.paths[line]) > 1 and view.roles[line] in COUNTS:
            alike.setdefault(view.paths[line][1:], []).append(line)
    names = dict.fromkeys(view.paths[line][0] for lines in alike.values() for line in lines)
    groups = [name for name in names if role_of(name) == "cell"]
    # One of the groups may break down the same total in another way.
    others = groups if len(groups) <= _MOST else []
    kept = [groups, *([one for one in groups if one != other] for other in others)]
    tried = [_of_groups(view, alike.values(), own) for own in kept if len(own) > 1]
    found = max(tried, key=lambda own: (score(own)[0], -score(own)[1]), default=[])
    fitting, failing = score(found)
    if fitting:
        yield from found if fitting > 2 * failing else inferred(found)


def _of_groups(
    view: View, alike: Iterable[Sequence[int]], groups: Sequence[str]
) -> list[TableCheck]:
    """The lines of a total with those of the same names in some groups, where all have one."""
    found: list[TableCheck] = []
    chosen = set(groups)
    for lines in alike:
        wholes = [line for line in lines if role_of(view.paths[line][0]) == "total"]
        if len(wholes) != 1:
            continue
        parts = [line for line in lines if view.paths[line][0] in chosen]
        if len(parts) == len({view.paths[line][0] for line in parts}) > 1:
            found += sum_of(view, wholes[0], parts, view.adding)
    return found
