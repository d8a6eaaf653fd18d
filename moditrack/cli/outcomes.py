"""moditrack outcomes"""

from __future__ import annotations

import click

from moditrack.cli.options import (
    Choice,
    RowsCommand,
    chart_option,
    completes,
    document_option,
    force_option,
    question_options,
)
from moditrack.output import OutputOptions
from moditrack.questions.outcomes import OUTCOME


@click.command(cls=RowsCommand)
@click.option(
    "--year",
    "years",
    type=int,
    multiple=True,
    help="Outcomes of this year; repeatable.",
    shell_complete=completes("year"),
)
@click.option(
    "--from",
    "first",
    type=int,
    metavar="YEAR",
    help="Outcomes from this year on.",
    shell_complete=completes("year"),
)
@click.option(
    "--to",
    "last",
    type=int,
    metavar="YEAR",
    help="Outcomes up to this year.",
    shell_complete=completes("year"),
)
@click.option(
    "--outcome",
    "codes",
    multiple=True,
    metavar="CODE",
    help="This outcome: a code, or Resolved; repeatable.",
    shell_complete=completes("code"),
)
@click.option(
    "--by",
    type=Choice(["outcome", "group"]),
    default="outcome",
    show_default=True,
    help="A row for each outcome, or for each official group.",
)
@document_option
@force_option
@chart_option
@question_options(OUTCOME)
def command(
    years: tuple[int, ...],
    first: int | None,
    last: int | None,
    codes: tuple[str, ...],
    by: str,
    document: tuple[str, ...],
    agency: tuple[str, ...],
    chart: bool,
    output: OutputOptions,
    db: str | None,
) -> None:
    """Offences by outcome and year.

    \b
    moditrack outcomes --year 2023
        outcomes of the offences of 2023
    moditrack outcomes --from 2020 --to 2022
        three years, with the change from the year before
    moditrack outcomes --outcome 18 --json
        outcome 18 of every year, for a script
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions import outcomes as queries
    from moditrack.questions.outcomes import by_year, outcomes

    table = outcomes(
        open_database(db),
        years=years,
        first=first,
        last=last,
        codes=codes,
        by=by,
        document=document,
        agency=agency,
    )
    write(
        table,
        output,
        lambda: [by_year(table, by, whole=not codes), *(queries.chart(table) if chart else [])],
    )
