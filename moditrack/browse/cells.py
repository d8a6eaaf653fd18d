"""How Datasette shows some cells: a citation leads to its passage, a command to what it shows, and
the lists of a question's answer stand one a line, with names for ids."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup, escape

from moditrack.browse.metadata import NAME

CITED = ("citation", "later_citation", "sources", "source")
_CITATION = re.compile(r"[\w-]+#[\w.-]+")
_COMMANDS = {
    "operations": "operation", "agencies": "agency", "figures": "figure", "check": "check_result",
}  # fmt: skip
_LISTS = {"partners": "agency", "by": "agency", "documents": "document", "made_in": "document"}
"""Columns of questions whose names say not by themselves what they refer to."""


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """What is shown of a cell, as Markup, or None for what Datasette makes of it."""
    names = getattr(datasette.databases[database], "names", None)
    if names is None or not isinstance(value, str):
        return None
    if column in CITED and _CITATION.fullmatch(value):
        return _cited(value)
    if column == "command":
        return _command(value)
    if table is not None:
        return None
    return _listed(value, column, names) if value[:1] == "[" else _named(value, column, names)


def _listed(value: str, column: str, names: dict[str, dict[str, str]]) -> Markup | None:
    try:
        items = json.loads(value)
    except ValueError:
        return None
    return Markup("<br>").join(_item(item, column, names) for item in items) or Markup("&nbsp;")


def _item(item: Any, column: str, names: dict[str, dict[str, str]]) -> Markup:
    if isinstance(item, list):
        return Markup(", ").join(_item(one, column, names) for one in item)
    if isinstance(item, dict):
        known = ((key, value) for key, value in item.items() if value is not None)
        return Markup("; ").join(_item(value, key, names) for key, value in known)
    if column in CITED and _CITATION.fullmatch(str(item)):
        return _cited(item)
    return _named(str(item), column, names) or escape(item)


def _named(value: str, column: str, names: dict[str, dict[str, str]]) -> Markup | None:
    """A link by name to the row of another table, where the value is the id of one."""
    table = _LISTS.get(column, column)
    name = names.get(table, {}).get(value)
    if name is None:
        return None
    link = Markup('<a href="/{}/{}/{}">{}</a>').format(NAME, table, tilde_encode(value), name)
    return link if name == value else link + Markup("&nbsp;<em>{}</em>").format(value)


def _cited(citation: str) -> Markup:
    query = urlencode({"citation": citation})
    return Markup('<a href="/{}/citation?{}">{}</a>').format(NAME, query, citation)


def _command(command: str) -> Markup | None:
    name, _, rest = command.partition(" ")
    if name in _COMMANDS:
        link = Markup('<a href="/{}/{}/{}">{}</a>')
        return link.format(NAME, _COMMANDS[name], tilde_encode(rest), f"moditrack {command}")
    if name == "sources" and _CITATION.fullmatch(rest):
        link = Markup('<a href="/{}/citation?{}">{}</a>')
        return link.format(NAME, urlencode({"citation": rest}), f"moditrack {command}")
    return None
