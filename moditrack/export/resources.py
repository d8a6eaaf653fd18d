"""The tables of a package with their fields and keys, read from the database."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from moditrack.record_dates import DAY_COLUMNS

LEFT_OUT = {
    "passage_text": "holds the documents' own sentences, where a user has stored them",
    "search_entry": "is made from the other tables to be searched",
    "search_name": "is made from the other tables to find names",
    "summary_agency": "is made from the other tables",
    "summary_check": "is made from the other tables",
    "summary_commitment": "is made from the other tables",
    "summary_comparison": "is made from the other tables",
    "summary_operation": "is made from the other tables",
    "summary_passage": "is made from the other tables",
}
"""The tables that are not exported, and why."""
VIEWS = ("outcome", "victim")
"""The views that are exported, one for each kind of table in the documents."""

_TYPES = {"TEXT": "string", "INTEGER": "integer", "REAL": "number", "ANY": "number"}
_ALLOWED = re.compile(r'CHECK \("?(\w+)"? IN \(([^)]*)\)\)')
_BETWEEN = re.compile(r'CHECK \("?(\w+)"? BETWEEN (\d+) AND (\d+)\)')
_UNITS = {
    "figure": dict.fromkeys(("value", "low", "high"), "unit of its measure"),
    "passage": {"words": "words"},
    "outcome": dict.fromkeys(("offences", "year_total"), "offences"),
    "victim": dict.fromkeys(("victims", "table_total"), "victims"),
}


def resources(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """A descriptor for each exported table, then view, without the size and hash of its file.

    Meanings and the order of tables come from the data dictionary; names, keys and constraints from
    the tables themselves.
    """
    listed = connection.execute(
        """
        SELECT s.name, s.type, d.meaning
        FROM sqlite_master AS s
            LEFT JOIN dictionary AS d ON d.table_name = s.name AND d.column_name IS NULL
        WHERE s.type IN ('table', 'view') AND instr(s.name, '_fts') = 0
            AND s.name NOT LIKE 'sqlite_%'
        ORDER BY s.type = 'view', d.position
        """
    ).fetchall()
    for name, kind, meaning in listed:
        if meaning is None and kind == "table":
            raise LookupError(f"the dictionary lacks {name}")
    return [
        _resource(connection, name, meaning)
        for name, kind, meaning in listed
        if (name not in LEFT_OUT if kind == "table" else name in VIEWS)
    ]


def days(resource: dict[str, Any]) -> list[str]:
    """The names of a resource's fields that hold days."""
    return [field["name"] for field in resource["schema"]["fields"] if field["type"] == "date"]


def _resource(connection: sqlite3.Connection, table: str, meaning: str) -> dict[str, Any]:
    return {
        "name": table,
        "type": "table",
        "path": f"{table}.csv",
        "description": meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "header": True,
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": _schema(connection, table),
    }


def _schema(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    found = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,))
    definition = found.fetchone()[0]
    columns = connection.execute(
        "SELECT column_name, type, meaning FROM dictionary"
        " WHERE table_name = ? AND column_name IS NOT NULL",
        (table,),
    ).fetchall()
    means = {column["column_name"]: column for column in columns}
    info = connection.execute("SELECT * FROM pragma_table_xinfo(?)", (table,)).fetchall()
    key = [row["name"] for row in sorted(info, key=lambda row: row["pk"]) if row["pk"]]
    schema: dict[str, Any] = {"fields": []}
    for row in info:
        name = row["name"]
        constraints = _constraints(definition, name)
        if row["notnull"] or row["pk"]:
            constraints["required"] = True
        if key == [name]:
            constraints["unique"] = True
        schema["fields"].append(_field(table, means[name], constraints))
    if key:
        schema["primaryKey"] = key
    required = {row["name"] for row in info if row["notnull"] or row["pk"]}
    for foreign in _foreign_keys(connection, table):
        schema.setdefault(_kind(foreign["fields"], required), []).append(foreign)
    schema["missingValues"] = [""]
    return schema


def _field(table: str, column: sqlite3.Row, constraints: dict[str, Any]) -> dict[str, Any]:
    name, type_, meaning = column
    day = name in DAY_COLUMNS.get(table, ())
    field = {"name": name, "type": "date" if day else _TYPES[type_], "description": meaning}
    if unit := _UNITS.get(table, {}).get(name):
        field["unit"] = unit
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(definition: str, column: str) -> dict[str, Any]:
    """The constraints in a column's CHECK."""
    for name, listed in _ALLOWED.findall(definition):
        if name == column:
            found = re.findall(r"'([^']*)'|(\d+)", listed)
            return {"enum": [text or int(number) for text, number in found]}
    for name, least, most in _BETWEEN.findall(definition):
        if name == column:
            return {"minimum": int(least), "maximum": int(most)}
    return {}


def _kind(fields: list[str], required: set[str]) -> str:
    """The property for a foreign key. SQL checks a key only if none of its fields is null,
    validators unless all are: a key with some fields that may be null gets a property of ours."""
    some = required.intersection(fields) and not required.issuperset(fields)
    return "optionalForeignKeys" if some else "foreignKeys"


def _foreign_keys(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    keys: dict[int, dict[str, Any]] = {}
    for row in connection.execute(
        "SELECT * FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq", (table,)
    ):
        # A key that refers to its own table names no resource.
        own = {} if row["table"] == table else {"resource": row["table"]}
        key = keys.setdefault(row["id"], {"fields": [], "reference": {**own, "fields": []}})
        key["fields"].append(row["from"])
        key["reference"]["fields"].append(row["to"])
    return list(keys.values())
