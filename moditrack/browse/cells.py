"""How Datasette shows some cells: a citation leads to its passage, a command to what it shows, an
id to what it names, and the lists of a question's answer stand one a line."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup, escape

from moditrack.browse.metadata import NAME
from moditrack.errors import InputError
from moditrack.questions.search_terms import fts_terms

Names = dict[str, dict[str, str]]

_CITED = ("citation", "later_citation", "sources", "source")
_CITATION = re.compile(r"[\w-]+#[\w.-]+")
_COMMANDS = {
    "operations": "operation", "agencies": "agency", "figures": "figure", "check": "check_result",
}  # fmt: skip
_REFERS = {
    "partners": ("agency",), "by": ("agency",), "lead": ("agency",), "force": ("agency",),
    "publisher": ("agency",), "committee": ("agency",), "parent": ("operation", "agency"),
    "documents": ("document",), "made_in": ("document",), "check": ("check_result",),
    "id": ("figure", "operation", "agency", "commitment", "check_result"),
}  # fmt: skip
"""What the columns of questions refer to, where they are not called as the table is."""
_BY_ID = ("document", "figure", "check_result", "commitment")
"""Tables whose names are long: in the answer to a question their ids are shown."""


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: Any) -> None:
    """The search of a table takes words as they are indexed, with spelling and hyphens evened."""
    conn.create_function("escape_fts", 1, _escaped, deterministic=True)


def _escaped(text: str) -> str:
    try:
        return " AND ".join(fts_terms(text))
    except InputError:
        return '""'  # finds nothing


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """What is shown of a cell, as Markup, or None for what Datasette makes of it."""
    shown = datasette.databases[database]
    names = getattr(shown, "names", None)
    if names is None or not isinstance(value, str):
        return None
    if column in _CITED and _CITATION.fullmatch(value):
        return _cited(value)
    if column == "command":
        return _command(value)
    if table is None:
        return _answer(value, column, names)
    # Datasette shows names for ids in a table, but not on the page of a row.
    for key in shown.references.get(table, []):
        if key["column"] == column and value in names[key["other_table"]]:
            return _named(value, key["other_table"], names)
    return None


def _answer(value: str, column: str, names: Names) -> Markup | None:
    """A cell of a query's answer: a list that stands one a line, or an id."""
    items = None
    if value.startswith("["):
        try:
            items = json.loads(value)
        except ValueError:
            items = None
    if items is None:
        return _reference(value, column, names)
    return Markup("<br>").join(_item(item, column, names) for item in items) or Markup("&nbsp;")


def _item(item: Any, column: str, names: Names) -> Markup:
    if isinstance(item, list):
        return Markup(", ").join(_item(one, column, names) for one in item)
    if isinstance(item, dict):
        known = ((key, value) for key, value in item.items() if value is not None)
        return Markup("; ").join(_item(value, key, names) for key, value in known)
    if column in _CITED and _CITATION.fullmatch(str(item)):
        return _cited(item)
    return _reference(str(item), column, names) or escape(item)


def _reference(value: str, column: str, names: Names) -> Markup | None:
    for table in _REFERS.get(column, (column,)):
        if value in names.get(table, {}):
            if table not in _BY_ID:
                return _named(value, table, names)
            return _link(f"{table}/{tilde_encode(value)}", value, names[table][value])
    return None


def _named(value: str, table: str, names: Names) -> Markup:
    """A link by name to the row of an id, and the id."""
    name = names[table][value]
    link = _link(f"{table}/{tilde_encode(value)}", name)
    return link if name == value else link + Markup("&nbsp;<em>{}</em>").format(value)


def _cited(citation: str) -> Markup:
    return _link(f"citation?{urlencode({'citation': citation})}", citation)


def _command(command: str) -> Markup | None:
    name, _, rest = command.partition(" ")
    if name in _COMMANDS:
        return _link(f"{_COMMANDS[name]}/{tilde_encode(rest)}", f"moditrack {command}")
    if name == "sources" and _CITATION.fullmatch(rest):
        return _link(f"citation?{urlencode({'citation': rest})}", f"moditrack {command}")
    return None


def _link(to: str, text: str, title: str = "") -> Markup:
    link = Markup('<a href="/{}/{}" title="{}">{}</a>' if title else '<a href="/{}/{}">{}</a>')
    return link.format(NAME, to, *([title] if title else []), text)
