"""Cells on the web: citations, commands and ids as links, lists item by item."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup, escape

from moditrack.browse.metadata import NAME
from moditrack.citations import CITATION
from moditrack.errors import InputError
from moditrack.questions.search_terms import fts_terms

Names = dict[str, dict[str, str]]

_CITATION_COLUMNS = ("citation", "later_citation", "sources", "source")
_CITATION = re.compile(CITATION)
_IN_NOTE = re.compile(
    r"moditrack (?P<question>agencies|check|commitments|figures) --(?P<filter>[a-z]+) "
    r"(?P<value>[\w-]+)|moditrack check (?P<checks>[a-z][\w-]*(?:, [a-z][\w-]*)*)"
    r"|(?P<map>moditrack agencies --matrix)"
    r"|moditrack sources (?:(?P<document>[a-z][\w-]+) )?--show (?P<kind>cautions|threats)"
    rf"|(?<=: )--show (?P<section>[a-z]+)|(?P<citation>{CITATION})"
)
_PLAIN = ("agency", "document", "operation")
"""Filters that need no word beside their value."""
_OPTIONS = {
    ": --all.": ": tick 'all'.",
    ": --missing.": ": below.",
    " (--due)": " (tick 'due')",
    "; --bibtex cites it": "",
    ": --state not-yet-due": ": choose 'not-yet-due'",
    " To cite: moditrack sources ID.": "",
}
"""What options are in words; of others, the name of the field is left."""
_PROMPT = "moditrack "
_COMMANDS = {
    "operations": "operation", "agencies": "agency", "figures": "figure", "check": "check_result",
}  # fmt: skip
_REFERS = {
    "partners": ("agency",), "by": ("agency",), "lead": ("agency",), "force": ("agency",),
    "publisher": ("agency",), "committee": ("agency",), "parent": ("operation", "agency"),
    "documents": ("document",), "made_in": ("document",), "check": ("check_result",),
    "place": ("figure",),
    "id": ("figure", "operation", "agency", "commitment", "check_result"),
}  # fmt: skip
"""The tables that columns of questions refer to, where their names differ."""
PAGES = {
    "operation": "operation", "agency": "agency", "document": "document", "figure": "figure",
    "check_result": "check",
}  # fmt: skip
"""Tables whose rows have a page that is made for people."""
_OF_ROW = {
    "name": ("operation", "agency"), "who": ("agency",), "operation_short": ("operation",),
    "heading": ("agency",),
}  # fmt: skip
"""The columns that name something for people, and those that have its id."""
_BY_ID = ("document", "figure", "check_result", "commitment")
"""Tables with long names: the answer to a question shows their ids."""


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: Any) -> None:
    """Search in a table finds words as the index spells them, whatever their hyphens."""
    conn.create_function("escape_fts", 1, _fts_query, deterministic=True)


def _fts_query(text: str) -> str:
    try:
        return " AND ".join(fts_terms(text))
    except InputError:
        return '""'  # matches nothing


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """A cell as Markup, or None to leave it to Datasette."""
    source = datasette.databases[database]
    names = getattr(source, "names", None)
    if names is None or not isinstance(value, str):
        return None
    if column in _CITATION_COLUMNS and _CITATION.fullmatch(value):
        return _citation_link(value)
    if column == "command":
        return _command_link(value)
    if table is None:
        return _answer(value, column, names)
    # Datasette shows names for ids in a table, but not on the page of a row.
    for key in source.references.get(table, []):
        if key["column"] == column and value in names[key["other_table"]]:
            return _name_link(value, key["other_table"], names)
    return None


def linked(note: str, names: Names) -> Markup:
    """A note, its citations and the checks that it names as links, without the command."""
    parts, end = [], 0
    for found in _IN_NOTE.finditer(note):
        if found["citation"]:
            link = _citation_link(found["citation"])
        elif found["filter"]:
            link = _filtered(found["question"], found["filter"], found["value"])
        elif found["map"]:
            link = _link("/matrix", "the maps")
        elif found["document"]:
            page = f"{_address('document', found['document'])}?show={found['kind']}"
            link = _link(page, found["kind"])
        elif found["kind"]:
            link = _link(f"/{NAME}/{found['kind'][:-1]}", found["kind"])
        elif found["section"]:
            link = _link(f"?show={found['section']}", found["section"])
        else:
            checks = found["checks"].split(", ")
            link = Markup(", ").join(item_link(own, "check", names) for own in checks)
        parts += [escape(note[end : found.start()]), link]
        end = found.end()
    return Markup("").join([*parts, escape(note[end:])])


def _filtered(question: str, filter: str, value: str) -> Markup:
    noun = "checks" if question == "check" else question
    of_what = value if filter in _PLAIN else f"{filter} {value}"
    return _link(f"/{NAME}/{question}?{urlencode({filter: value})}", f"{noun} of {of_what}")


def sentence(text: str, names: Names) -> Markup:
    """A sentence of a command with links, and without options: here they are fields to fill in."""
    words = re.sub(r"'moditrack [^']*--all\b[^']*'", "'all', ticked,", text)
    for option, instead in _OPTIONS.items():
        words = words.replace(option, instead)
    return Markup(re.sub(r"(?<![\w-])--(?=[a-z])", "", linked(words, names)))


def row_link(text: str, key: str, row: Mapping[str, Any], names: Names) -> Markup | None:
    """A name as a link to the page of the thing, whose id another column of the row has."""
    for table in _OF_ROW.get(key, ()):
        if row.get(table) in names[table]:
            return _link(_address(table, row[table]), text)
    return None


def _answer(value: str, column: str, names: Names) -> Markup | None:
    """A cell of a question's answer: a list, one item a line, or an id."""
    items = None
    if value.startswith("["):
        try:
            items = json.loads(value)
        except ValueError:
            items = None
    if items is None:
        return _id_link(value, column, names)
    return Markup("<br>").join(item_link(item, column, names) for item in items) or Markup("&nbsp;")


def item_link(item: Any, column: str, names: Names) -> Markup:
    """An item of a cell: an id or a citation as a link, a list or an object item by item."""
    if isinstance(item, list):
        return Markup(", ").join(item_link(one, column, names) for one in item)
    if isinstance(item, dict):
        known = ((key, value) for key, value in item.items() if value is not None)
        return Markup("; ").join(item_link(value, key, names) for key, value in known)
    text = str(item)
    if _CITATION.fullmatch(text):
        return _citation_link(text)
    if text.startswith(_PROMPT):
        return _command_link(text.removeprefix(_PROMPT)) or escape(text)
    first, plus, more = text.partition(" +")
    if more.isdecimal():
        return item_link(first, column, names) + plus + more
    return _id_link(text, column, names) or linked(text, names)


def _id_link(value: str, column: str, names: Names) -> Markup | None:
    for table in _REFERS.get(column, (column,)):
        if (id := _full_id(value, names.get(table, {}))) is not None:
            if table not in _BY_ID:
                return _name_link(value, table, names)
            return _link(_address(table, id), value, names[table][id])
    return None


def _full_id(value: str, known: dict[str, str]) -> str | None:
    """An id, which may be without its document: the check increase-2023."""
    if value in known:
        return value
    found = [id for id in known if id.endswith(f":{value}")] if value else []
    return found[0] if len(found) == 1 else None


def _name_link(value: str, table: str, names: Names) -> Markup:
    """A link by name to the row of an id, and the id."""
    name = names[table][value]
    link = _link(_address(table, value), name)
    return link if name == value else link + Markup("&nbsp;<em>{}</em>").format(value)


def _citation_link(citation: str) -> Markup:
    return _link(f"/{NAME}/citation?{urlencode({'citation': citation})}", citation)


def _command_link(command: str) -> Markup | None:
    name, _, rest = command.partition(" ")
    if name in _COMMANDS:
        return _link(_address(_COMMANDS[name], rest), f"moditrack {command}")
    if name == "sources" and _CITATION.fullmatch(rest):
        return _link(f"/{NAME}/citation?{urlencode({'citation': rest})}", f"moditrack {command}")
    return None


def _address(table: str, id: str) -> str:
    """The address of a row: of its page, or of its columns where it has none."""
    return f"/{PAGES.get(table) or f'{NAME}/{table}'}/{tilde_encode(id)}"


def _link(to: str, text: str, title: str = "") -> Markup:
    link = Markup('<a href="{}" title="{}">{}</a>' if title else '<a href="{}">{}</a>')
    return link.format(to, *([title] if title else []), text)
