"""moditrack check"""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import (
    Choice,
    RowsCommand,
    completes,
    document_option,
    filter_option,
    refuse_filters,
    rows_options,
)
from moditrack.queries.checks import VERDICTS
from moditrack.render import Way


@click.command(cls=RowsCommand)
@click.argument("name", metavar="[CHECK]", required=False, shell_complete=completes("check"))
@document_option
@click.option(
    "--verdict",
    type=Choice(VERDICTS),
    metavar="VERDICT",
    help=f"Only this verdict: {', '.join(VERDICTS)}.",
)
@filter_option("operation", "Only about this operation itself.")
@filter_option("agency", "Only about this agency itself.")
@click.option("--all", "every", is_flag=True, help="Also what fits.")
@click.option("--strict", is_flag=True, help="Exit with 1 where anything is not consistent.")
@rows_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    name: str | None,
    strict: bool,
    way: Way,
    db: str | None,
    **filters: Any,
) -> None:
    """What does not fit, and the arithmetic behind it.

    Every total, share, change and count that a report derives is recomputed from its own figures;
    statements about the same thing that differ stand side by side. The wording says what disagrees,
    not who is wrong.

    \b
    moditrack check
        everything that does not fit
    moditrack check removals-both-phases
        one check, step by step
    moditrack check --document colp-2024-02-22 --all
        every check of one report, for an auditor
    """
    from moditrack.database import open_database
    from moditrack.queries.checks import check_page, checks
    from moditrack.render import emit

    connection = open_database(db)
    if name is not None:
        refuse_filters(**filters)
        page = check_page(connection, name)
        emit(page, way)
        verdicts = [page.data["verdict"]]
    else:
        table = checks(connection, **filters)
        emit(table, way)
        verdicts = [row["verdict"] for row in table.rows] if strict else []
    if strict and set(verdicts) - {"consistent"}:
        ctx.exit(1)
