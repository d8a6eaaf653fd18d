"""`agencies --format mermaid`: agencies by parent, their operations and strands as a graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from moditrack.charts_and_graphs import Graph
from moditrack.counting import counted
from moditrack.questions.agencies import RESPONSIBILITIES, full_name
from moditrack.questions.inferred_star import star_notes, starred
from moditrack.questions.names import find
from moditrack.tables import Row

if TYPE_CHECKING:
    import sqlite3

_NODES = {
    "agency": "SELECT agency AS id, parent, name, abbreviation FROM agency ORDER BY rowid",
    "operation": "SELECT operation AS id, parent, name, NULL AS abbreviation FROM operation"
    " ORDER BY rowid",
    "strand": "SELECT strand AS id, NULL AS parent, name, NULL AS abbreviation FROM strand"
    " ORDER BY rowid",
}
Parents = Mapping[str, str | None]


def agencies_graph(
    connection: sqlite3.Connection, *, within: str | None = None, **filters: Any
) -> Graph:
    """The graph of the agencies that `agencies` lists with these filters, or the part of it that is
    of the agency `within` and its units.

    An edge leads from an agency to an operation, or to the strand where a responsibility names no
    operation: one for each pair, with all roles in it, and the status and levels of each. Agencies
    and operations are in a group of their parent, where they have one. Raises InputError for an
    unknown name.
    """
    known = {kind: connection.execute(sql).fetchall() for kind, sql in _NODES.items()}
    parents = {kind: _parents(found) for kind, found in known.items()}
    table = RESPONSIBILITIES.ask(connection, **filters)
    rows = table.rows
    scope = ""
    if within is not None:
        own = find(connection, "agency", within)
        rows = [row for row in rows if own in _line(row["agency"], parents["agency"])]
        scope = f" ({', '.join(full_name(row) for row in known['agency'] if row['id'] == own)})"
    elif strands := table.filters.get("strand"):
        scope = f" ({', '.join(row['name'] for row in known['strand'] if row['id'] in strands)})"
    edges = _edges(rows)
    ends = {end for pair in edges for end in pair}
    groups, nodes = [], []
    for kind, found in known.items():
        linked = {row["id"] for row in found if f"{kind}-{row['id']}" in ends}
        leading = {parents[kind][one] for own in linked for one in _line(own, parents[kind])}
        for row in found:
            parent = parents[kind][row["id"]]
            around = f"group-{kind}-{parent}" if parent else None
            if row["id"] in leading:
                groups.append((f"group-{kind}-{row['id']}", full_name(row), around))
                around = groups[-1][0]
            if row["id"] in linked:
                nodes.append((f"{kind}-{row['id']}", kind, full_name(row), around))
    title = f"Who is responsible for what{scope}"
    return Graph(title, _about(connection, title, rows), groups, nodes, edges)


def _parents(found: list[sqlite3.Row]) -> dict[str, str | None]:
    """The parent of each; none where that would lead in a circle."""
    parents: dict[str, str | None] = {row["id"]: row["parent"] for row in found}
    for own, parent in parents.items():
        if own in _line(parent, parents):
            parents[own] = None
    return parents


def _line(own: str | None, parents: Parents) -> list[str]:
    """One, its parent, that one's parent and so on."""
    line: list[str] = []
    while own is not None and own not in line:
        line.append(own)
        own = parents[own]
    return line


def _edges(rows: Sequence[Row]) -> dict[tuple[str, str], str]:
    """What ties an agency to an operation or strand: `leads (L2), partners* (planned)`."""
    roles: dict[tuple[str, str], dict[tuple[str, str], set[int]]] = {}
    for row in rows:
        kind = "operation" if row["operation"] else "strand"
        own = roles.setdefault((f"agency-{row['agency']}", f"{kind}-{row[kind]}"), {})
        levels = own.setdefault((starred(row["role"], row["inferred"]), row["status"]), set())
        levels.update([row["level"]] if row["level"] else [])
    return {
        pair: ", ".join(_role(*role, levels) for role, levels in own.items())
        for pair, own in roles.items()
    }


def _role(role: str, status: str, levels: set[int]) -> str:
    """A role with its status, unless it is current, and its levels."""
    stated = [] if status == "current" else [status]
    stated += [f"L{level}" for level in sorted(levels)]
    return f"{role} ({', '.join(stated)})" if stated else role


def _about(connection: sqlite3.Connection, title: str, rows: Sequence[Row]) -> list[str]:
    documents = {row["document"] for row in rows}
    agencies = {row["agency"] for row in rows}
    each = {row["position"] for row in rows}
    if not rows:
        return [f"{title}: nothing found."]
    return [
        f"{title}: {counted(len(each), 'responsibility', 'responsibilities')} of"
        f" {counted(len(agencies), 'agency', 'agencies')}, as stated in",
        *(
            f"{document}: {name}"
            for document, name in connection.execute(
                "SELECT document, title FROM document ORDER BY date, document"
            )
            if document in documents
        ),
        "L1, L2, L3: levels of the National Intelligence Model, where one is stated.",
        "Planned, proposed and past: as of the documents' dates.",
        *(note.replace(";", ":") for note in star_notes(row["inferred"] for row in rows)),
        "The passages behind it: moditrack agencies",
    ]
