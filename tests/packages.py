"""Exported packages, read by the programs that they are for."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import yaml

from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "moditrack.db"


def export(folder: Path, *options: object, **environment: str) -> Path:
    command = [sys.executable, "-m", "moditrack", "export", folder, *options]
    done = subprocess.run(
        [str(word) for word in command], cwd=ROOT, check=False, capture_output=True, text=True,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def described(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def schemas(folder: Path) -> dict[str, dict[str, Any]]:
    return {resource["name"]: resource["schema"] for resource in described(folder)["resources"]}


def changed(database: Path, *statements: str) -> None:
    with sqlite3.connect(database) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def keys(schema: dict[str, Any]) -> list[tuple[list[str], str | None, list[str]]]:
    """Every foreign key: its fields, the table referred to (None for its own), and the fields
    there."""
    listed = [*schema.get("foreignKeys", []), *schema.get("optionalForeignKeys", [])]
    return [
        (key["fields"], key["reference"].get("resource"), key["reference"]["fields"])
        for key in listed
    ]


def duck(folder: Path, *, enforced: bool = True) -> duckdb.DuckDBPyConnection:
    """A package in DuckDB: tables made from datapackage.json alone, those that are referred to
    first, with their primary and foreign keys. A key to its own table DuckDB wants met row by row:
    `dangling` looks at those."""
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
    connection = duckdb.connect()
    waiting = schemas(folder)
    while waiting:
        ready = [
            name for name, schema in waiting.items()
            if not {to for _, to, _ in keys(schema)} & set(waiting)
        ]  # fmt: skip
        assert ready, "tables refer to each other in a circle"
        for name in ready:
            schema = waiting.pop(name)
            columns = {field["name"]: types[field["type"]] for field in schema["fields"]}
            parts = [
                f'"{field["name"]}" {types[field["type"]]}'
                + (" NOT NULL" if field.get("constraints", {}).get("required") else "")
                for field in schema["fields"]
            ]
            if "primaryKey" in schema:
                parts.append(f"PRIMARY KEY ({quoted(schema['primaryKey'])})")
            parts += [
                f'FOREIGN KEY ({quoted(fields)}) REFERENCES "{to}" ({quoted(there)})'
                for fields, to, there in keys(schema)
                if enforced and to
            ]
            connection.execute(f'CREATE TABLE "{name}" ({", ".join(parts)})')
            connection.execute(
                f"INSERT INTO \"{name}\" SELECT * FROM read_csv('{folder / name}.csv',"
                f" header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
                f" columns = {columns})"
            )
    return connection


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def dangling(connection: duckdb.DuckDBPyConnection, folder: Path) -> tuple[list[str], int]:
    """The keys that rows refer by to nothing, and how many keys were looked at."""
    found, looked = [], 0
    for table, schema in schemas(folder).items():
        for fields, to, there in keys(schema):
            looked += 1
            on = " AND ".join(f'c."{a}" = p."{b}"' for a, b in zip(fields, there, strict=True))
            stated = " AND ".join(f'c."{a}" IS NOT NULL' for a in fields)
            (count,) = connection.execute(
                f'SELECT count(*) FROM "{table}" AS c ANTI JOIN "{to or table}" AS p ON {on}'
                f" WHERE {stated}"
            ).fetchone()
            if count:
                found.append(f"{table} ({', '.join(fields)})")
    return found, looked


def problems(folder: Path) -> set[tuple[str, str]]:
    """What frictionless says is wrong: the table and the kind of error."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert [error.type for error in report.errors] == []
    assert [warning for task in report.tasks for warning in task.warnings] == []
    return {(task.name, error.type) for task in report.tasks for error in task.errors}


def read_cff(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))
