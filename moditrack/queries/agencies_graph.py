"""The responsibility map as a graph: agencies by parent, their operations and strands."""

from __future__ import annotations

import sqlite3

from moditrack.queries.agencies import agencies, full_name
from moditrack.queries.names import find
from moditrack.tables import Graph, Row


def agencies_graph(
    connection: sqlite3.Connection,
    *,
    agency: str | None = None,
    document: str | None = None,
    strand: str | None = None,
) -> Graph:
    """The map that `agencies` lists, or the part of it that is of one agency and its units.

    An edge leads from an agency to an operation, or to the strand where a responsibility names no
    operation: one for each pair, with all roles in it and the levels of each. A loose one leads
    from an operation to the one it is a part of. Raises InputError for an unknown name.
    """
    parents = _parents(connection)
    table = agencies(connection, document=document, strand=strand)
    rows = table.seen
    if agency is not None:
        own = find(connection, "agency", agency)
        rows = [row for row in rows if own in _line(row["agency"], parents)]
    acting = {row["agency"] for row in rows}
    leading = {parents[a] for name in acting for a in _line(name, parents)} - {None}
    groups, nodes = [], []
    for row in connection.execute("SELECT agency, abbreviation, name FROM agency ORDER BY rowid"):
        own, parent = row["agency"], parents[row["agency"]]
        around = f"group-{parent}" if parent else None
        if own in leading:
            groups.append((f"group-{own}", full_name(row), around))
            around = f"group-{own}"
        if own in acting:
            nodes.append((f"agency-{own}", "agency", full_name(row), around))
    targets = {_target(row) for row in rows}
    parts = []
    for kind, sql in _TARGETS.items():
        for found in connection.execute(sql):
            node = f"{kind}-{found[0]}"
            if node in targets:
                nodes.append((node, kind, found["name"], None))
                parts.append((node, f"{kind}-{found['parent']}", "part of", True))
    edges = [(f"agency-{a}", to, label, False) for (a, to), label in _edges(rows).items()]
    edges += [part for part in parts if part[1] in targets]
    return Graph("Who is responsible for what", _about(connection, rows), groups, nodes, edges)


_TARGETS = {
    "operation": "SELECT operation, name, parent FROM operation ORDER BY rowid",
    "strand": "SELECT strand, name, NULL AS parent FROM strand ORDER BY rowid",
}


def _parents(connection: sqlite3.Connection) -> dict[str, str | None]:
    """The parent of each agency; none where that would lead in a circle."""
    parents = dict(connection.execute("SELECT agency, parent FROM agency").fetchall())
    for agency, parent in parents.items():
        if agency in _line(parent, parents):
            parents[agency] = None
    return parents


def _line(agency: str | None, parents: dict[str, str | None]) -> list[str]:
    """An agency, its parent, that one's parent and so on."""
    line: list[str] = []
    while agency is not None and agency not in line:
        line.append(agency)
        agency = parents[agency]
    return line


def _target(row: Row) -> str:
    return f"operation-{row['operation']}" if row["operation"] else f"strand-{row['strand']}"


def _edges(rows: list[Row]) -> dict[tuple[str, str], str]:
    """What ties an agency to an operation or strand: `leads (L2), partners`."""
    roles: dict[tuple[str, str], dict[str, set[str]]] = {}
    for row in rows:
        levels = roles.setdefault((row["agency"], _target(row)), {}).setdefault(row["role"], set())
        levels.update((row["levels"] or "").replace(",", "").split())
    return {
        pair: ", ".join(
            role.replace("-", " ")
            + (f" ({', '.join(f'L{level}' for level in sorted(levels))})" if levels else "")
            for role, levels in own.items()
        )
        for pair, own in roles.items()
    }


def _about(connection: sqlite3.Connection, rows: list[Row]) -> list[str]:
    documents = {row["document"] for row in rows}
    agencies = {row["agency"] for row in rows}
    return [
        f"Who is responsible for what: {_count(len(rows), 'responsibility', 'responsibilities')} of"
        f" {_count(len(agencies), 'agency', 'agencies')}, as stated in",
        *(
            f"{d}: {title}"
            for d, title in connection.execute("SELECT document, title FROM document ORDER BY date")
            if d in documents
        ),
        "L1, L2, L3: levels of the National Intelligence Model, where one is stated.",
        "The passage that each rests on: moditrack agencies",
    ]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
