"""The page /check/NAME: one check in the words of its command, with its arithmetic or its sides."""

from __future__ import annotations

from typing import Any

from datasette import Response, hookimpl
from datasette.utils import tilde_decode, tilde_encode

from moditrack.browse.links import linked
from moditrack.browse.metadata import NAME
from moditrack.browse.screens import screen
from moditrack.errors import InputError
from moditrack.questions.check_page import check_page


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """The address of the page."""
    return [(r"^/check/(?P<name>[^/]+)$", _page)]


async def _page(request: Any, datasette: Any) -> Any:
    name = tilde_decode(request.url_vars["name"])
    database = datasette.get_database(NAME)

    def find(connection: Any) -> dict[str, Any]:
        page = check_page(connection, name)
        own = page.data["check"]
        return {
            "title": page.title,
            "facts": [(label, linked(value, database.names)) for label, value in page.facts],
            "screens": [screen(table, database.names) for table in page.sections],
            "row": f"/{NAME}/check_result/{tilde_encode(own)}",
            "command": f"moditrack check {own}",
        }

    try:
        found = await database.execute_fn(find)
    except InputError as wrong:
        found = {"title": "No such check", "error": str(wrong)}
    html = await datasette.render_template("check.html", found, request=request)
    return Response.html(html, status=404 if "error" in found else 200)
