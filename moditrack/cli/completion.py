"""Completions for TAB: names from the database, formats, fields, sections, paths."""

from __future__ import annotations

from collections.abc import Callable

import click
from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def names(kind: str) -> Complete:
    """Complete a value from the database: ids that begin with what is typed, else ids whose name
    has a word that does."""

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from moditrack.db.connection import open_database
        from moditrack.escaping import clean
        from moditrack.questions.known_values import known_values

        try:
            with open_database(ctx.params.get("db")) as connection:
                rows = known_values(connection, kind)
        except Exception:  # TAB never prints an error
            return []
        if kind == "year":  # a period in several words would need quotes
            rows = [row for row in rows if " " not in str(row[0])]
        start = incomplete.casefold()

        def has_prefix(value: object) -> bool:
            return str(value or "").casefold().startswith(start)

        matches = [row for row in rows if has_prefix(row[0])] or [
            row
            for row in rows
            if any(has_prefix(word) for v in row for word in (v, *str(v).split()))
        ]
        return [CompletionItem(clean(str(row[0])), help=clean(str(row[1]))) for row in matches]

    return complete


def citations(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a document, or after # one of its passages."""
    return names("passage" if "#" in incomplete else "document")(ctx, param, incomplete)


def paths(kind: str) -> Complete:
    """Let the shell complete a path: `kind` is file or dir."""

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type=kind)]

    return complete


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a format of tabulate, or one that only this command has."""
    from tabulate import tabulate_formats

    from moditrack.cli.output_options import formats_of

    known = [*tabulate_formats, *formats_of(ctx.command)]
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def fields(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the last of the fields typed so far."""
    from moditrack.cli.output_options import fields_of

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{field}")
        for field in fields_of(ctx.command)
        if field.startswith(last) and field not in before.split(",")
    ]


def sections(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a section of the page that a command shows."""
    from moditrack.questions.operation_or_agency import SECTIONS

    known = SECTIONS.get(ctx.info_name or "", ())
    return [CompletionItem(name) for name in known if name.startswith(incomplete.casefold())]
