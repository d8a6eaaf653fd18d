"""The data dictionary: what tables, views and columns hold, their types, units and joins.

A column of a question says itself what it holds, and every column that a view computes; for all
others a comment in the SQL says it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import Any

from moditrack.questions.all_questions import QUESTIONS
from moditrack.questions.passages import ITEM_COLUMNS
from moditrack.tables import Column

_ABOUT = re.compile(r"-- ([^\n]*(?:\n-- [^\n]*)*)\nCREATE (TABLE|VIEW) (\w+)(.*?);\n", re.DOTALL)
_COLUMN = re.compile(r'"?(\w+)"? (?:TEXT|INTEGER|REAL|ANY)\b')
_VIEW_COLUMN = re.compile(r'^    (?:\S.*[ .])?"?(\w+)"?,?  -- (.*)$', re.MULTILINE)


def dictionary(connection: sqlite3.Connection, text: str) -> Iterator[dict[str, Any]]:
    """A row for each table and view and for each of its columns, in the order of schema.sql.

    `connection` has the schema of `text` and gives types and joins. A comment follows its column,
    in a table also on the next line.
    """
    types, joins = _types(connection), _joins(connection)
    keys = {table: f"{table}.{table}" for table in _named_by_their_key(connection)}
    position = 0
    for about, kind, table, body in _ABOUT.findall(text):
        view = kind == "VIEW"
        columns = _columns(table, body, types) if view else _commented(body)
        named = (None, kind.lower(), about.replace("\n-- ", " "))
        listed: list[tuple[str | None, str, str]] = [named, *columns]
        for column, expressed, meaning in listed:
            joined = joins.get((table, str(column)))
            if view and column in keys:
                joined = [keys[str(column)]]
            position += 1
            yield {
                "position": position,
                "table_name": table,
                "column_name": column,
                "type": expressed or types[table, str(column)],
                "meaning": meaning,
                "joins": ", ".join(joined) if joined else None,
            }


def _columns(
    view: str, body: str, types: dict[tuple[str, str], str]
) -> Iterator[tuple[str, str, str]]:
    """The columns of a view: name, type where SQLite does not know it, and meaning."""
    comments = dict(_VIEW_COLUMN.findall(body))
    described = {
        column.key: column
        for question in QUESTIONS
        if question.view == view
        for column in (*question.record.columns, *question.names, *question.helpers)
        if column.meaning
    }
    if view == "passage_item":
        described = {column.key: column for column in ITEM_COLUMNS}
    for table, name in types:
        if table == view and name in described:
            column = described[name]
            yield name, types[view, name] or _stored(column), _meaning(column)
        elif table == view:
            yield name, "", comments[name]


def _meaning(column: Column) -> str:
    objects = "" if isinstance(column.type, str) else " of objects"
    return f"{column.meaning}, as a JSON list{objects}" if column.many else column.meaning


def _stored(column: Column) -> str:
    """The type of a column in the database, where a list or an object is JSON."""
    if column.many or not isinstance(column.type, str):
        return "TEXT"
    return {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}.get(column.type, "TEXT")


def _commented(body: str) -> Iterator[tuple[str, str, str]]:
    for entry in re.split(r"\n    (?=[a-z\"])", body.partition("(\n")[2].join(("\n", ""))):
        if named := _COLUMN.match(entry.strip()):
            yield named[1], "", " ".join(re.findall(r"-- ([^\n]*)", entry))


def _types(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    found = connection.execute(
        "SELECT m.name, c.name, c.type FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c"
        " WHERE m.type IN ('table', 'view')"
    )
    return {(table, column): kind for table, column, kind in found}


def _named_by_their_key(connection: sqlite3.Connection) -> list[str]:
    """Tables whose key has the table's name; a view's column of that name joins them."""
    found = connection.execute(
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.pk = 1 AND c.name = m.name"
    )
    return [name for (name,) in found]


def _joins(connection: sqlite3.Connection) -> dict[tuple[str, str], list[str]]:
    joins: dict[tuple[str, str], list[str]] = {}
    for table, column, parent, key in connection.execute(
        'SELECT m.name, f."from", f."table", f."to"'
        " FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f"
        " ORDER BY m.name, f.id DESC, f.seq"
    ):
        joins.setdefault((table, column), []).append(f"{parent}.{key}")
    return joins
