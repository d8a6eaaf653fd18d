"""Datasette's metadata: titles, descriptions and licences, from dictionary and documents."""

from __future__ import annotations

import sqlite3
from html import escape
from typing import Any
from urllib.parse import urlencode

from moditrack import __version__
from moditrack.about_london import in_london
from moditrack.browse.canned import canned
from moditrack.caveats import MOST_ARE_SMALL, STATED, THEIR_LANGUAGE
from moditrack.citations import address
from moditrack.counting import counted_in_words

NAME = "moditrack"
"""The name of the database in every address, whatever the file's name."""
LABELS = {
    "agency": "name", "operation": "name", "strand": "name", "measure": "name",
    "document": "title", "role": "role", "outcome_type": "official_name",
    "figure": "description", "commitment": "commitment", "check_result": "statement",
}  # fmt: skip
"""The column that names a row where another row refers to it."""
FACETS = (
    "document", "force", "publisher", "kind", "status", "unit", "measure", "property", "state",
    "verdict", "role", "strand", "level", "year", "outcome", "official_group", "characteristic",
    "sex", "precision",
)  # fmt: skip
"""The columns that are facets in every table that has them."""
SORTS = {
    "agency": {"sort": "name"}, "operation": {"sort": "name"}, "strand": {"sort": "name"},
    "measure": {"sort": "name"}, "document": {"sort": "date"}, "check_result": {"sort": "position"},
    "event": {"sort_desc": "date"}, "timeline": {"sort_desc": "date"},
    "commitments": {"sort": "made_on"}, "outcome": {"sort_desc": "year"},
}  # fmt: skip
HIDDEN = (
    "meta", "dictionary", "search_name", "summary_agency", "summary_check", "summary_commitment",
    "summary_comparison", "summary_operation", "summary_passage",
)  # fmt: skip
"""Tables for the program alone."""
_MANY_REPORTS = 10
"""From this many reports on, a source is a count and not a list."""
_LIMITS = f"{STATED} {THEIR_LANGUAGE} {MOST_ARE_SMALL}"


def metadata(connection: sqlite3.Connection) -> dict[str, Any]:
    """The metadata of an open moditrack database: titles, descriptions, sources, licence, labels,
    facets and sort orders of its tables and views, and the canned queries."""
    documents = {
        row["document"]: dict(row)
        for row in connection.execute(
            """
            SELECT d.document, d.title, d.kind, d.date, d.url, d.licence, d.force,
                a.name AS publisher
            FROM document AS d JOIN agency AS a ON a.agency = d.publisher ORDER BY d.date
            """
        )
    }
    queries = canned()
    of_london = in_london(document["force"] for document in documents.values())
    whose = "London's police" if of_london else "the police"
    title = f"Human trafficking and {whose}, in {_reports(documents)}"
    return {
        "title": title,
        "description_html": "".join(
            (
                "<p>Every figure, date, operation, agency and promise that the reports state, with"
                " the paragraph it came from.</p>",
                "<h2>Ask</h2>",
                _questions(
                    {
                        name: query
                        for name, query in queries.items()
                        # Of other forces, no share of crime is compared.
                        if name != "compare" or _has_rows(connection, "comparison")
                    }
                ),
                "<h2>The reports</h2>",
                _report_list(documents),
                f"<p>{escape(_LIMITS)}</p>",
            )
        ),
        **_licence_and_source(documents),
        "databases": {
            NAME: {
                "title": title,
                "description_html": "<p>Write SQL, choose a ready-made question, or look at the"
                " tables and views below: each says what its columns hold."
                f" {escape(_LIMITS)}</p>",
                "tables": _tables(connection, documents),
                "queries": queries,
            }
        },
    }


def _licence_and_source(documents: dict[str, dict[str, Any]]) -> dict[str, str]:
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
    """The publishers behind a table, and the address of a single document where it is known."""
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
    elif len(documents) > _MANY_REPORTS:
        source = f"{len(documents)} reports of {', '.join(dates)}"
    return {"source": source, "source_url": f"/{NAME}/sources"}


def _reports(documents: dict[str, dict[str, Any]]) -> str:
    years = sorted({d["date"][:4] for d in documents.values()})
    span = f" ({' to '.join(dict.fromkeys((years[0], years[-1])))})" if years else ""
    return f"{counted_in_words(len(documents), 'public report')}{span}"


def _questions(queries: dict[str, dict[str, Any]]) -> str:
    items = (
        f'<li><a href="/{NAME}/{name}">{escape(query["title"])}</a>:'
        f" {escape(query['description'].partition('?')[0])}?</li>"
        for name, query in queries.items()
        if name != "citation"  # links of citations lead to it
    )
    return f'<ul class="bullets">{"".join(items)}</ul>'


def _report_list(documents: dict[str, dict[str, Any]]) -> str:
    items = []
    for document in documents.values():
        title, url = escape(document["title"]), escape(document["url"] or "")
        links = (
            f'<a href="{url}">as published</a>' if address(document["url"]) else "address not known"
        )
        items.append(
            f'<li><a href="/{NAME}/figure?{urlencode({"document": document["document"]})}">{title}'
            f"</a>, {escape(document['kind'])} of {escape(document['publisher'])},"
            f" {escape(document['date'])} ({links})</li>"
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
            if c in about["columns"] and c != table and _has_two_values(connection, table, c)
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


def _has_rows(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() is not None


def _has_two_values(connection: sqlite3.Connection, table: str, column: str) -> bool:
    """Whether the column has more than one value in the table."""
    several = f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" NOT NULL LIMIT 2'
    return len(connection.execute(several).fetchall()) == 2
