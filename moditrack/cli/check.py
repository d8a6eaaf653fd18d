"""moditrack check: printed numbers that do not add up, with the arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from moditrack.cli.options import FAILED, completes, filter_options, refuse_filters
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.check import CHECK, CHECKS, checks_with_words
from moditrack.tables import Connection, Table

if TYPE_CHECKING:
    from moditrack.pages import Page


@click.command(cls=RowsCommand)
@click.argument("names", metavar="[CHECK|WORDS]...", nargs=-1, shell_complete=completes("check"))
@filter_options(CHECKS)
@click.option("--strict", is_flag=True, help="Exit with 1 if any check is not consistent.")
@click.option(
    "--integrity",
    is_flag=True,
    help="Check the database file instead: is it what was built and released?",
)
@question_options(CHECK)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    names: tuple[str, ...],
    strict: bool,
    integrity: bool,
    output: OutputOptions,
    db: str | None,
    **filters: Any,
) -> None:
    """Printed numbers that do not add up, with the arithmetic.

    Recomputes every total, share, change and count that a report derives from its own figures, and
    shows different statements about the same thing together. Says what disagrees, not who is wrong;
    --all also shows what fits. With WORDS: the checks that contain them.
    With the name of an operation, an agency or a document: what does not fit about it.

    \b
    moditrack check --severity 1
        what people quote and does not fit
    moditrack check --fields question
        what to ask the authors, the most severe first
    moditrack check removals-both-phases
        one check, step by step, and what to ask the authors
    moditrack check 85%
        does a number add up?
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.tables import Table

    connection = open_database(db, unchecked=integrity)
    if integrity:
        if names or strict or any(value not in (None, False, ()) for value in filters.values()):
            raise click.UsageError("--integrity checks the whole database: leave out the rest.")
        _integrity(connection, db, output)
        return
    view: Callable[[], Sequence[Table | Page]] | None = None
    found: Page | Table
    given = " ".join(names)
    about = _is_about(connection, given, filters) if names else None
    if about is not None:
        filters, names = about, ()
    elif names and _are_words(connection, given, filters):
        filters["words"], names = given, ()
    if names:
        from moditrack.questions.check_page import CHECK_PAGE, check_pages

        refuse_filters(**filters)
        pages = check_pages(connection, " ".join(names))
        found = pages[0]
        if len(pages) > 1:
            rows = [page.data for page in pages]
            found, view = Table("Checks", CHECK_PAGE.columns, rows), lambda: pages
        verdicts = [page.data["verdict"] for page in pages]
    else:
        ask = checks_with_words if "words" in filters else CHECKS.ask
        found = ask(connection, **filters)
        if (about or "words" in filters) and not found.rows:  # cautions alone have them
            filters["every"] = True
            found = CHECKS.ask(connection, **filters)
        every = CHECKS.ask(connection, **filters | {"every": True}) if strict else found
        verdicts = [row["verdict"] for row in every.rows] if strict else []
        view = partial(_tables, found)
        if output.fields is not None and output.format is None:
            from moditrack.questions.check_screen import each_once

            found = each_once(found, output.fields)
    if strict and set(verdicts) - {"consistent"}:
        ctx.obj.add(FAILED)
    write(found, output, view)


def _is_about(connection: Connection, given: str, filters: dict[str, Any]) -> dict[str, Any] | None:
    """The filters with the document, operation or agency whose name is given; None where it is no
    such name, or the id of a check."""
    from moditrack.questions.names import named
    from moditrack.questions.words_filter import are_ids

    if are_ids(connection, "check", given):
        return None
    known = "SELECT document FROM document WHERE document = ?"
    for kind, found in (
        ("document", [own for (own,) in connection.execute(known, (given,))]),
        ("operation", named(connection, "operation", given)),
        ("agency", named(connection, "agency", given)),
    ):
        if len(found) == 1 and not filters[kind]:
            return filters | {kind: found}
    return None


def _are_words(connection: Connection, given: str, filters: dict[str, Any]) -> bool:
    """Whether they are not ids of checks, but words, or a number, whose checks are all shown."""
    from moditrack.questions.words_filter import are_ids, are_words

    if given.strip() and are_ids(connection, "check", given):
        return False
    from moditrack.questions.check_numbers import is_number

    if is_number(given):
        filters["every"] = True
        return True
    return are_words(connection, "check", given)


def _tables(found: Table) -> Sequence[Table]:
    from moditrack.questions.check_screen import tables

    return tables(found)


def _integrity(connection: Connection, db: str | None, output: OutputOptions) -> None:
    from moditrack.db.connection import database_path, shipped_path
    from moditrack.db.integrity import fault_in, integrity
    from moditrack.errors import DatabaseError
    from moditrack.output import write

    path = database_path(db)
    found = integrity(connection, shipped=path == shipped_path())
    if fault := fault_in(connection, path, found):
        raise DatabaseError(fault)
    write(found, output)
