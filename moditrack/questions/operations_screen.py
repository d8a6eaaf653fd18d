"""Operations for people: above the list, the operations and their phases with what came of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from moditrack.questions.agencies_screen import short_name as short_agency
from moditrack.questions.grouping import with_overview
from moditrack.questions.inferred_star import STAR, star_notes, starred
from moditrack.questions.operation_results import Misfit, largest, misfit_notes, misfits, printed
from moditrack.questions.operations import OPERATIONS
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table

_MOST, _FEWEST = 40, 5
"""Of more there is no overview; fewer operations and phases need none."""
_LISTED = ("operation", "phase")
"""The kinds of which each has a row."""
_DISPLAY = Display(
    (
        DisplayColumn("name", "Operation", "unbroken"),
        DisplayColumn("lead", "Lead", "unbroken"),
        DisplayColumn("dates", "Start, end", "unbroken"),
        DisplayColumn("results", "Results"),
    )
)
_WORDS = {
    "arrests": "arrests",
    "people-charged": "charged",
    "people-cautioned": "cautioned",
    "offences-charged": "offences charged",
    "removals": "removed",
    "victims-found": "victims found",
    "people-dealt-with": "dealt with",
    "cash-seized": "seized",
}
"""What people see behind a result."""


def operations_with_overview(connection: Connection, **filters: object) -> list[Table]:
    """The list, below an overview where it is long."""
    listed = OPERATIONS.ask(connection, **filters)
    rows = _overview(connection, listed) if len(listed) <= _MOST else []
    if len(rows) < _FEWEST:
        return [listed]
    below = f"What is said of each: {len(listed)}"
    top, listed = with_overview(listed, rows, _DISPLAY, _notes, below)
    if any(note.kind == "inferred" for note in top.notes):  # said once
        find_notes = listed.find_notes
        listed.find_notes = find_notes and (
            lambda own: (note for note in find_notes(own) if note.kind != "inferred")
        )
    return [top, listed]


_DIFFERS = "differs"
_SHORT = 10
"""What began is said beside its start in at most this many letters."""
_LARGEST = "Results: the largest of each kind that a document states; one may include another."


def _overview(connection: Connection, table: Table) -> list[Row]:
    found: dict[str, list[Row]] = {}
    for row in connection.execute(
        "SELECT figure, operation, measure, printed, value FROM figure WHERE status = 'recorded'"
        " AND value IS NOT NULL AND operation IN (SELECT value FROM json_each(?))"
        " AND measure IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        (json.dumps([row["operation"] for row in table.rows]), json.dumps([*_WORDS])),
    ):
        found.setdefault(row["operation"], []).append(dict(row))
    said = _said(connection, table)
    marked = misfits(connection, (row["figure"] for own in found.values() for row in own))
    return [
        _row(row, found.get(row["operation"], []), marked, said.get(row["operation"], {}))
        for row in table.rows
        if row["kind"] in _LISTED
    ]


def _said(connection: Connection, table: Table) -> dict[str, dict[str, str]]:
    """In a few words, what came of each operation, and what it was in the document that states its
    start."""
    found: dict[str, dict[str, str]] = {}
    for operation, property, value in connection.execute(
        "SELECT operation, property, value FROM statement AS s"
        " WHERE operation IN (SELECT value FROM json_each(?)) AND (property = 'result'"
        " OR property = 'status' AND EXISTS (SELECT 1 FROM statement AS o WHERE"
        " o.operation = s.operation AND o.document = s.document AND o.property = 'start'))"
        " ORDER BY s.rowid",
        (json.dumps([row["operation"] for row in table.rows]),),
    ):
        found.setdefault(operation, {}).setdefault(property, value)
    return found


def _row(
    row: Row,
    figures: list[Row],
    marked: dict[str, Misfit],
    said: dict[str, str],
) -> Row:
    def shown(key: str) -> str | None:
        if key in row["differing"]:
            return _DIFFERS
        value = row["lead_name"] and short_agency(row["lead_name"]) if key == "lead" else row[key]
        return value and starred(value, key in row["inferred"])

    def of_what(start: str) -> str:
        """What it was that began, where the documents differ on that: "(pilot)" of a phase."""
        what = said.get("status", "").removesuffix(row["kind"]).strip()
        differing = "status" in row["differing"] and start != _DIFFERS
        return f" ({what})" if differing and 0 < len(what) <= _SHORT else ""

    def computed(key: str) -> str:
        misfit = marked.get(most[key]["figure"])
        return f" ({misfit.given} computed)" if misfit else ""

    most = largest(figures)
    start, end = shown("start"), shown("end")
    to = ", " if start == _DIFFERS else " to "
    begins = start and f"{start}{of_what(start)}"
    return {
        "operation": row["operation"],
        "name": row["name"].removeprefix("Operation "),
        "lead": shown("lead"),
        "dates": f"{begins or ''}{to}{end}".lstrip() if end else begins,
        "results": ", ".join(
            f"{printed(most[key])} {word}{computed(key)}"
            for key, word in _WORDS.items()
            if key in most
        )
        or said.get("result"),
        "misfits": [marked[own["figure"]] for own in most.values() if own["figure"] in marked],
    }


def _notes(top: Table) -> Iterator[Note]:
    """Which results do not fit, what the results are, and what * means."""
    yield from misfit_notes(own for row in top.rows for own in row["misfits"])
    yield from star_notes(STAR in (row[key] or "") for row in top.rows for key in ("lead", "dates"))
    if any(row["results"] for row in top.rows):
        yield Note("explanation", _LARGEST)
