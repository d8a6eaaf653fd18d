"""CITATION.cff: how to cite the project, or a package made by it, and the documents behind it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator

from moditrack import __version__
from moditrack.citations import address
from moditrack.export.title_and_licences import ABSTRACT, AUTHORS, KEYWORDS, LICENCE, title

_AUTHOR = "report author"
"""The role of a document's authors; those who submitted it or spoke are not authors."""


def documents(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """The documents in order, each with the name of its publisher."""
    return connection.execute(
        """
        SELECT d.document, d.title, d.kind, d.date, d.reference, d.url, a.name AS publisher
        FROM document AS d JOIN agency AS a ON a.agency = d.publisher ORDER BY d.date, d.document
        """
    ).fetchall()


def citation(connection: sqlite3.Connection, kind: str) -> str:
    """The text of a CITATION.cff (1.2.0) for the project (`kind` "software") or a package
    ("dataset"), with every document as a reference.

    Unknown facts of a document are left out. The last word of an author's name is the family name;
    the author of a document that names none is the institution that published it.
    """
    lines = [
        "cff-version: 1.2.0",
        f"message: {_text('Please cite this, and the document that a fact comes from.')}",
        f"type: {kind}",
        f"title: {_text(title(connection))}",
        f"abstract: {_text(ABSTRACT)}",
        "authors:",
        f"  - name: {_text(AUTHORS)}",
        f"version: {_text(__version__)}",
        f"license: {LICENCE}",
        "keywords:",
        *(f"  - {_text(word)}" for word in KEYWORDS),
        "references:",
    ]
    for row in documents(connection):
        report = row["kind"] == "report"
        lines += [
            f"  - type: {'report' if report else 'generic'}",
            f"    title: {_text(row['title'])}",
            "    authors:",
            *_authors(connection, row["document"], row["publisher"]),
            f"    institution: {{name: {_text(row['publisher'])}}}",
            f"    date-published: {_text(row['date'])}",
        ]
        if row["reference"]:
            lines.append(f"    number: {_text(row['reference'])}")
        if address(row["url"]):
            lines.append(f"    url: {_text(row['url'])}")
        if not report:
            lines.append(f"    notes: {_text(row['kind'].capitalize())}")
    return "\n".join(lines) + "\n"


def _authors(connection: sqlite3.Connection, document: str, institution: str) -> Iterator[str]:
    names = connection.execute(
        "SELECT name FROM document_author WHERE document = ? AND role = ? ORDER BY position",
        (document, _AUTHOR),
    ).fetchall()
    for (name,) in names or [(institution,)]:
        given, _, family = name.rpartition(" ")
        if names and given:
            yield f"      - family-names: {_text(family)}"
            yield f"        given-names: {_text(given)}"
        else:
            yield f"      - name: {_text(name)}"


def _text(value: str) -> str:
    """A text in YAML: a JSON string with unprintable characters escaped."""
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub(r"\W", lambda c: c[0] if c[0].isprintable() else f"\\U{ord(c[0]):08x}", quoted)
