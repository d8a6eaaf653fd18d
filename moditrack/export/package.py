"""Write the dataset as a Data Package: CSV files, datapackage.json, README.md, CITATION.cff."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from moditrack import __version__
from moditrack.citations import address
from moditrack.escaping import json_escaped
from moditrack.export.citation import citation, documents
from moditrack.export.folder import atomic_folder
from moditrack.export.readme import readme
from moditrack.export.resources import resources
from moditrack.export.rows_as_csv import write_rows
from moditrack.export.title_and_licences import (
    ABSTRACT,
    AUTHORS,
    KEYWORDS,
    LICENCE,
    LICENCE_ADDRESS,
    LIMITS,
    licence_title,
    title,
)

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def export(connection: sqlite3.Connection, folder: str, *, overwrite: bool) -> dict[str, int]:
    """Write a package to a folder atomically, and return the number of rows of each table.
    The same database gives the same bytes.

    Raises InputError and OSError as `atomic_folder` does, and DatabaseError for a value that no
    CSV can hold.
    """
    connection.execute("BEGIN")  # all tables from one snapshot
    try:
        with atomic_folder(folder, overwrite=overwrite) as built:
            listed = resources(connection)
            counts = {
                resource["name"]: write_rows(connection, resource, built) for resource in listed
            }
            package = descriptor(connection, listed)
            text = json_escaped(json.dumps(package, ensure_ascii=False, indent=2)) + "\n"
            _write(built / "datapackage.json", text)
            _write(built / "CITATION.cff", citation(connection, "dataset"))
            _write(built / "README.md", readme(package, counts))
    finally:
        connection.execute("ROLLBACK")
    return counts


def descriptor(connection: sqlite3.Connection, listed: list[dict[str, Any]]) -> dict[str, Any]:
    """The package around its resources, as datapackage.json has it."""
    return {
        "$schema": PROFILE,
        "name": "moditrack",
        "title": title(connection),
        "description": "\n\n".join((ABSTRACT, *LIMITS)),
        "version": __version__,
        "keywords": list(KEYWORDS),
        "licenses": [
            {"name": LICENCE, "path": LICENCE_ADDRESS, "title": licence_title(connection)}
        ],
        "contributors": [{"title": AUTHORS, "roles": ["creator"]}],
        "sources": [_source(row) for row in documents(connection)],
        "resources": listed,
    }


def _source(row: sqlite3.Row) -> dict[str, str]:
    """A document as a source; `document` is its id in the tables."""
    named = [row["title"], row["publisher"], row["reference"], row["date"]]
    source = {"title": ", ".join(part for part in named if part), "document": row["document"]}
    found = address(row["url"])
    return source | ({"path": found} if found else {})


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
