"""The page /matrix: agencies by areas of work, a map for each document."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from datasette import Response, hookimpl

from moditrack.browse.fields import field
from moditrack.browse.metadata import NAME
from moditrack.errors import InputError
from moditrack.output.notes import mark
from moditrack.questions.agency_matrix import MATRIX
from moditrack.questions.agency_matrix_screen import maps
from moditrack.tables import Note, Table

FILTERS = [own for own in MATRIX.filters if own.name in ("document", "operation", "level")]


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """The address of the page."""
    return [(r"^/matrix$", _page)]


async def _page(request: Any, datasette: Any) -> Any:
    given = {own.name: request.args.get(own.name) or "" for own in FILTERS}
    database = datasette.get_database(NAME)
    asked: dict[str, Any] = {name: [value] for name, value in given.items() if value}

    def find(connection: Any) -> list[Table]:
        found = list(maps(connection, **asked))
        for table in found:
            _ = table.notes
        return found

    tables: list[Table] = []
    error = ""
    try:
        tables = await database.execute_fn(find)
    except InputError as wrong:
        error = str(wrong)
    html = await datasette.render_template(
        "matrix.html",
        {
            "asks": MATRIX.asks,
            "fields": [field(own, given[own.name], database.choices) for own in FILTERS],
            "error": error,
            "tables": tables,
            "link": _link,
            "notes": _notes,
            "asked": {name: value for name, value in given.items() if value},
        },
        request=request,
    )
    return Response.html(html, status=400 if error else 200)


def _notes(table: Table) -> list[tuple[str, Note]]:
    """What to read with a map, cautions marked."""
    return [(mark(note).strip(), note) for note in table.notes if note.kind != "source"]


def _link(agency: str, area: str, document: str, asked: dict[str, str]) -> str:
    """The address of the responsibilities behind a cell."""
    chosen = {**asked, "agency": agency, "strand": area, "document": document}
    return f"/{NAME}/agencies?{urlencode(chosen)}"
