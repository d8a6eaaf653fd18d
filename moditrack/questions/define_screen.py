"""Definitions for people: above the list, the terms of each kind."""

from __future__ import annotations

from moditrack.pages import Page
from moditrack.questions.define import DEFINE
from moditrack.tables import Connection, Table

_FEWEST, _MOST = 20, 200
"""Fewer definitions need no overview; of more there is none."""
_FEW = 4
"""Kinds of fewer terms are listed together."""


def definitions_with_overview(connection: Connection, **filters: object) -> list[Table | Page]:
    """The list, below the terms alone where it is long."""
    listed = DEFINE.ask(connection, **filters)
    if "term" in listed.filters or not _FEWEST <= len(listed) <= _MOST:
        return [listed]
    find_heading = listed.find_heading
    title = listed.title if find_heading is None else find_heading(listed)
    listed.find_heading, listed.find_answer = lambda _: "What each means, and where", None
    return [Page(title, terms_by_kind(listed), [listed], {})]


def terms_by_kind(table: Table) -> list[tuple[str, str]]:
    """The terms of each kind, the kinds with the most first."""
    kinds: dict[str, dict[str, None]] = {}
    for row in table.rows:
        kinds.setdefault(row["kind"], {})[row["term"]] = None
    others: dict[str, None] = {}
    for kind in [own for own, terms in kinds.items() if len(terms) < _FEW]:
        others |= kinds.pop(kind)
    ordered = sorted(kinds.items(), key=lambda item: -len(item[1]))
    named = [*ordered, *([("Others", others)] if others else [])]
    return [(f"{kind}, {len(terms)}", "; ".join(terms)) for kind, terms in named]
