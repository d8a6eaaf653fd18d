"""Datasette's metadata, made from the data dictionary (which schema.sql is made into) and from the
records' own documents."""

from __future__ import annotations

import sqlite3
from html import escape
from typing import Any
from urllib.parse import urlencode

from moditrack import __version__
from moditrack.browse.canned import canned
from moditrack.citations import address

NAME = "moditrack"
"""What the database is called in every address, whatever its file is called."""
LABELS = {
    "agency": "name", "operation": "name", "strand": "name", "measure": "name",
    "document": "title", "role": "role", "outcome_type": "official_name",
    "figure": "description", "commitment": "commitment", "check_result": "statement",
}  # fmt: skip
"""The column by which a row is shown where another refers to it."""
FACETS = (
    "document", "force", "publisher", "kind", "status", "unit", "measure", "property", "state",
    "verdict", "role", "strand", "level", "year", "outcome", "official_group", "characteristic",
    "sex", "precision",
)  # fmt: skip
"""The columns whose values divide the rows of any table that has them."""
SORTS = {
    "agency": {"sort": "name"}, "operation": {"sort": "name"}, "strand": {"sort": "name"},
    "measure": {"sort": "name"}, "document": {"sort": "date"}, "check_result": {"sort": "position"},
    "event": {"sort_desc": "date"}, "event_detail": {"sort_desc": "date"},
    "commitment_detail": {"sort": "made_on"}, "outcome": {"sort_desc": "year"},
}  # fmt: skip
HIDDEN = ("meta", "dictionary", "search_name")
"""What the program keeps for itself."""
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_READ_WITH = (
    "What is held is what the reports state, as of their dates, in our own words; the language of"
    " 2003 and what is said of communities are the reports' own. Most counts are small: below 10"
    " they are too small to conclude from."
)


def metadata(connection: sqlite3.Connection) -> dict[str, Any]:
    """The metadata of an open moditrack database: titles, descriptions, sources, licence, labels,
    facets and sort orders of its tables and views, and the canned queries."""
    documents = {
        row["document"]: dict(row)
        for row in connection.execute(
            """
            SELECT d.document, d.title, d.kind, d.date, d.url, d.licence, a.name AS publisher
            FROM document AS d JOIN agency AS a ON a.agency = d.publisher ORDER BY d.date
            """
        )
    }
    queries = canned()
    title = f"Human trafficking and London's police, in {_spanned(documents)}"
    return {
        "title": title,
        "description_html": "".join(
            (
                "<p>Every figure, date, operation, agency and promise that the reports state, with"
                " the paragraph it came from.</p>",
                "<h2>Ask</h2>",
                _questions(queries),
                "<h2>The reports</h2>",
                _listed(documents),
                f"<p>{escape(_READ_WITH)}</p>",
            )
        ),
        **_about(documents),
        "databases": {
            NAME: {
                "title": title,
                "description_html": "<p>Ask in SQL, take a question that is ready to ask, or look"
                " at the tables and views below them: each says what its columns hold."
                f" {escape(_READ_WITH)}</p>",
                "tables": _tables(connection, documents),
                "queries": queries,
            }
        },
    }


def _about(documents: dict[str, dict[str, Any]]) -> dict[str, str]:
    known = sorted({d["licence"] for d in documents.values() if d["licence"]})
    unknown = any(not d["licence"] for d in documents.values())
    return {
        "license": ", ".join([*known, *(["others not known"] if unknown else [])])
        if known
        else "not known",
        "about": f"moditrack {__version__}",
        **_source(list(documents.values())),
    }


def _source(documents: list[dict[str, Any]]) -> dict[str, str]:
    """Whose documents a table rests on; the address, where it is one and is known."""
    dates: dict[str, list[str]] = {}
    for document in documents:
        dates.setdefault(document["publisher"], []).append(document["date"])
    if not dates:
        return {}
    source = "; ".join(f"{who}, {', '.join(own)}" for who, own in dates.items())
    if len(documents) == 1:
        source = f"{documents[0]['title']} ({source})"
        if address(documents[0]["url"]):
            return {"source": source, "source_url": documents[0]["url"]}
    elif len(documents) > len(_WORDS):
        source = f"{len(documents)} reports of {', '.join(dates)}"
    return {"source": source, "source_url": f"/{NAME}/sources"}


def _spanned(documents: dict[str, dict[str, Any]]) -> str:
    number = len(documents)
    many = _WORDS[number] if number < len(_WORDS) else f"{number:,}"
    years = sorted({d["date"][:4] for d in documents.values()})
    span = f" ({' to '.join(dict.fromkeys((years[0], years[-1])))})" if years else ""
    return f"{many} public {'report' if number == 1 else 'reports'}{span}"


def _questions(queries: dict[str, dict[str, Any]]) -> str:
    items = (
        f'<li><a href="/{NAME}/{name}">{escape(query["title"])}</a>:'
        f" {escape(query['description'].partition('?')[0])}?</li>"
        for name, query in queries.items()
        if name != "citation"  # it is asked by following a citation
    )
    return f'<ul class="bullets">{"".join(items)}</ul>'


def _listed(documents: dict[str, dict[str, Any]]) -> str:
    items = []
    for document in documents.values():
        title, url = escape(document["title"]), escape(document["url"] or "")
        where = (
            f'<a href="{url}">as published</a>' if address(document["url"]) else "address not known"
        )
        items.append(
            f'<li><a href="/{NAME}/figure?{urlencode({"document": document["document"]})}">{title}'
            f"</a>, {escape(document['kind'])} of {escape(document['publisher'])},"
            f" {escape(document['date'])} ({where})</li>"
        )
    return f'<ul class="bullets">{"".join(items)}</ul>'


def _tables(
    connection: sqlite3.Connection, documents: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = {}
    for table, column, meaning in connection.execute(
        "SELECT table_name, column_name, meaning FROM dictionary ORDER BY position"
    ):
        if column is None:
            tables[table] = {"description": meaning, "columns": {}, **SORTS.get(table, {})}
        else:
            tables[table]["columns"][column] = meaning
    for table, about in tables.items():
        about["facets"] = [
            c
            for c in FACETS
            if c in about["columns"] and c != table and _divides(connection, table, c)
        ]
        if table in LABELS:
            about["label_column"] = LABELS[table]
        if table in HIDDEN:
            about["hidden"] = True
        if "document" in about["columns"] and table != "document":
            own = {row[0] for row in connection.execute(f'SELECT DISTINCT document FROM "{table}"')}
            about.update(_source([d for d in documents.values() if d["document"] in own]))
    tables["search_entry"] |= {"fts_table": "search_entry_fts", "fts_pk": "entry"}
    return tables


def _divides(connection: sqlite3.Connection, table: str, column: str) -> bool:
    """Whether the column has more than one value in the table."""
    several = f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" NOT NULL LIMIT 2'
    return len(connection.execute(several).fetchall()) == 2
