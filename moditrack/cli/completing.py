"""What TAB offers: names from the database, formats and fields."""

from __future__ import annotations

from collections.abc import Callable

import click
from click.shell_completion import CompletionItem

_NAMES = {
    "operation": "SELECT operation, name FROM operation ORDER BY rowid",
    "agency": "SELECT agency, name FROM agency ORDER BY rowid",
    "document": "SELECT document, title FROM document ORDER BY date",
    "strand": "SELECT strand, name FROM strand ORDER BY rowid",
    "measure": "SELECT measure, name FROM measure ORDER BY rowid",
    "unit": "SELECT DISTINCT unit, '' FROM measure ORDER BY unit",
    "kind": "SELECT DISTINCT kind, '' FROM operation ORDER BY kind",
    "force": "SELECT DISTINCT force, '' FROM outcome",
    "year": "SELECT DISTINCT year, '' FROM outcome ORDER BY year",
    "code": "SELECT DISTINCT coalesce(code, outcome), stated_label FROM outcome",
    "figure": "SELECT figure, description FROM figure ORDER BY rowid",
    "check": "SELECT check_id, statement FROM check_result ORDER BY position",
}
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def names(kind: str) -> Complete:
    """Complete a value from the database: its ids, with their names beside them."""

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from moditrack.database import open_database

        try:
            with open_database(ctx.params.get("db")) as connection:
                rows = connection.execute(_NAMES[kind]).fetchall()
        except Exception:  # TAB never prints an error
            return []
        start = incomplete.casefold()
        return [
            CompletionItem(str(row[0]), help=str(row[1]))
            for row in rows
            if str(row[0]).casefold().startswith(start)
        ]

    return complete


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a format of tabulate."""
    from tabulate import tabulate_formats

    return [CompletionItem(name) for name in tabulate_formats if name.startswith(incomplete)]


def fields(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the last of the fields typed so far."""
    import importlib

    callback = ctx.command.callback
    columns = importlib.import_module(callback.__dict__["fields_of"]).COLUMNS
    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{column.key}")
        for column in columns
        if column.key.startswith(last)
    ]
