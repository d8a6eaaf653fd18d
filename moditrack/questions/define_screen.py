"""Definitions for people: the only one as a sentence; above a list, the terms of each kind."""

from __future__ import annotations

from moditrack.citations import source_note
from moditrack.pages import Page
from moditrack.questions.define import DEFINE
from moditrack.questions.question import looked_up
from moditrack.tables import Connection, Table

_FEWEST, _MOST = 20, 200
"""Fewer definitions need no overview; of more there is none."""
_FEW = 4
"""Kinds of fewer terms are listed together."""


def definitions_with_overview(connection: Connection, **filters: object) -> list[Table | Page]:
    """The list, below the terms alone where it is long."""
    listed = DEFINE.ask(connection, **filters)
    if asked := looked_up(listed, "term"):
        return [_of_a_term(listed, asked["text"])]
    if not _FEWEST <= len(listed) <= _MOST:
        return [listed]
    find_heading = listed.find_heading
    title = listed.title if find_heading is None else find_heading(listed)
    listed.find_heading, listed.find_answer = lambda _: "What each means, and where", None
    return [Page(title, terms_by_kind(listed), [listed], {})]


def _of_a_term(listed: Table, text: str) -> Table | Page:
    """The definitions with words that are asked for, which the title has."""
    if len(listed) == 1 and (row := listed.rows[0])["definition"] in listed.answer:
        notes = [*listed.notes, source_note(row["sources"])]
        title = f"{row['term']}: 1 definition"
        return Page(title, [("Kind", row["kind"])], [], {}, answer=listed.answer, below=notes)
    listed.find_heading = lambda own: f"Definitions of '{text}': {len(own)}"
    return listed


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
