"""What there is to choose from for a filter: what TAB completes, and a page offers."""

from __future__ import annotations

from moditrack.tables import Connection

_KNOWN = {
    "operation": "SELECT operation, name FROM operation ORDER BY rowid",
    "agency": "SELECT agency, name, abbreviation FROM agency ORDER BY rowid",
    "document": "SELECT document, title FROM document ORDER BY date",
    "table": "SELECT DISTINCT table_name, '' FROM dictionary",
    "passage": "SELECT citation, heading FROM passage ORDER BY document, position",
    "strand": "SELECT strand, name FROM strand ORDER BY rowid",
    "measure": "SELECT measure, name FROM measure ORDER BY rowid",
    "role": "SELECT role, definition FROM role ORDER BY rowid",
    "term": "SELECT DISTINCT term, definition FROM definition ORDER BY rowid",
    "unit": "SELECT DISTINCT unit, '' FROM measure ORDER BY unit",
    "kind": "SELECT DISTINCT kind, '' FROM operation ORDER BY kind",
    "year": "SELECT DISTINCT period, '' FROM outcome ORDER BY 1",
    "code": "SELECT DISTINCT coalesce(code, outcome), stated_label FROM outcome",
    "date": "SELECT DISTINCT substr(date, 1, 4), '' FROM event WHERE date IS NOT NULL ORDER BY 1",
    # A colon ends the word that a shell completes; the part after it is offered where unique.
    "figure": "SELECT min(substr(figure, instr(figure, ':') + 1)), description FROM figure"
    " GROUP BY substr(figure, instr(figure, ':') + 1) HAVING count(*) = 1",
    "check": "SELECT min(substr(check_id, instr(check_id, ':') + 1)), statement FROM check_result"
    " GROUP BY substr(check_id, instr(check_id, ':') + 1) HAVING count(*) = 1",
}


def known_values(connection: Connection, kind: str) -> list[tuple[object, ...]]:
    """Each value of a kind with its name or meaning, and what else it is called."""
    return [tuple(row) for row in connection.execute(_KNOWN[kind])]
