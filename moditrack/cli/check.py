"""moditrack check"""

from __future__ import annotations

import click

from moditrack.cli.options import (
    RowsCommand,
    completes,
    document_option,
    refuse_filters,
    rows_options,
)
from moditrack.render import Way

_VERDICTS = (
    "consistent",
    "truncated",
    "rounded-up",
    "inconsistent",
    "impossible",
    "ambiguous",
    "conflict",
    "not-checkable",
)


@click.command(cls=RowsCommand)
@click.argument("name", metavar="[CHECK]", required=False, shell_complete=completes("check"))
@document_option
@click.option(
    "--verdict",
    type=click.Choice(_VERDICTS, case_sensitive=False),
    metavar="VERDICT",
    help=f"Only this verdict: {', '.join(_VERDICTS)}.",
)
@click.option("--all", "every", is_flag=True, help="Also what fits.")
@click.option("--strict", is_flag=True, help="Exit with 1 where anything is not consistent.")
@rows_options
@click.pass_context
def command(
    ctx: click.Context,
    name: str | None,
    document: str | None,
    verdict: str | None,
    every: bool,
    strict: bool,
    way: Way,
    db: str | None,
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
        refuse_filters(document=document, verdict=verdict, every=every)
        page = check_page(connection, name)
        emit(page, way)
        fits = page.data["verdict"] == "consistent"
    else:
        table = checks(connection, document=document, verdict=verdict, every=every)
        emit(table, way)
        fits = all(row["verdict"] == "consistent" for row in table.rows)
    if strict and not fits:
        ctx.exit(1)
