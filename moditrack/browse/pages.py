"""The pages /agency/NAME, /check/NAME and the like: what the command prints of it, with links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from datasette import Response, hookimpl
from datasette.utils import tilde_decode, tilde_encode
from markupsafe import Markup

from moditrack.browse.links import PAGES, Names, sentence
from moditrack.browse.metadata import NAME
from moditrack.browse.screens import linked_notes, marked, screen
from moditrack.errors import InputError
from moditrack.nearest_names import unknown
from moditrack.output.shown_values import coloured
from moditrack.pages import Page
from moditrack.questions.agency import agency_page
from moditrack.questions.all_questions import QUESTIONS
from moditrack.questions.check_page import check_page
from moditrack.questions.document import document_page
from moditrack.questions.figure import figure_page
from moditrack.questions.first_screen import selected_parts
from moditrack.questions.operation import operation_page
from moditrack.tables import Table

_PAGES: dict[str, tuple[str, str, Callable[[Any, str], Page]]] = {
    "operation": ("operations", "operation", operation_page),
    "agency": ("agencies", "agency", agency_page),
    "document": ("sources", "document", document_page),
    "figure": ("figures", "figure", figure_page),
    "check": ("check", "check", check_page),
}
"""The command of each page, the key of its id, and what makes it."""
_ASKED = {question.name: question.asks for question in QUESTIONS}
_IN_ANSWER = ("Why", "Verdict")
"""Facts of a check that its answer has."""
_EVERYTHING = "all"


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """The addresses of the pages."""
    return [(rf"^/(?P<kind>{'|'.join(_PAGES)})/(?P<name>[^/]+)$", _page)]


async def _page(request: Any, datasette: Any) -> Any:
    kind, name = request.url_vars["kind"], unquote(tilde_decode(request.url_vars["name"]))
    show = request.args.get("show") or ""
    database = datasette.get_database(NAME)
    try:
        found = await database.execute_fn(
            lambda connection: page(connection, kind, name, show, database.names)
        )
    except InputError as wrong:
        found = {"title": f"No such {kind}", "error": str(wrong)}
    command = _PAGES[kind][0]
    found |= {"of": command, "asks": _ASKED[command]}
    html = await datasette.render_template("page.html", found, request=request)
    return Response.html(html, status=404 if "error" in found else 200)


def page(connection: Any, kind: str, name: str, show: str, names: Names) -> dict[str, Any]:
    """The first screen of a page, one of its sections, or all of it, and what more there is.

    Raises InputError for an unknown name or section.
    """
    command, key, find = _PAGES[kind]
    whole = find(connection, name)
    id = whole.data[key]
    section = None if show in ("", _EVERYTHING) else show.casefold()
    if section is not None and section not in whole.named:
        raise unknown("section", show, {own: own for own in whole.named})
    (part,) = selected_parts(whole, section, show == _EVERYTHING)
    table = kind if kind != "check" else "check_result"
    facts = [] if isinstance(part, Table) else part.facts
    below = part.notes if isinstance(part, Table) else [*part.notes, *part.below]
    return {
        "title": part.heading if isinstance(part, Table) else part.title,
        "answer": part.answer if isinstance(part, Table) else _answer(kind, whole, names),
        "facts": [
            (label, Markup("<br>").join(sentence(own, names) for own in value.split("\n")))
            for label, value in facts
            if kind != "check" or label not in _IN_ANSWER
        ],
        "screens": [
            screen(own, names) for own in ([part] if isinstance(part, Table) else part.sections)
        ],
        "notes": linked_notes([note for note in below if note.kind != "hint"], names),
        "more": {own: len(rows.displayed) for own, rows in whole.named.items() if len(rows)},
        "shown": section or show,
        "here": f"/{PAGES[table]}/{tilde_encode(id)}",
        "row": f"/{NAME}/{table}/{tilde_encode(id)}",
        "command": f"moditrack {command} {id}{f' --show {section}' if section else ''}",
    }


def _answer(kind: str, whole: Page, names: Names) -> Markup | str:
    """The verdict on a check and its reason."""
    if kind != "check":
        return ""
    verdict = marked(coloured(whole.data["verdict"]))
    return Markup("{}: {}").format(verdict, sentence(whole.data["why"] or "", names))
