"""moditrack compare: the City of London Police beside the national share of crime."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import chart_option, check_paths, completes, filter_options
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.compare import COMPARE, COMPARISON


class Compare(RowsCommand):
    """The command, which has one comparison alone."""

    elsewhere = (
        "compare holds the City against the nation; 'moditrack outcomes' says whether a change"
        " between its years could be chance, and 'moditrack check 2003-with-2023' why earlier"
        " reports are no base for one"
    )


@click.command(cls=Compare)
@filter_options(COMPARE)
@chart_option
@click.option(
    "--with",
    "file",
    metavar="FILE",
    shell_complete=completes("file"),
    help="Compare with other areas or years: CSV with the columns area, period, offences, crimes.",
)
@question_options(COMPARISON)
def command(
    chart: bool, file: str | None, output: OutputOptions, db: str | None, **filters: Any
) -> None:
    """City of London Police compared with the national share of crime.

    The report does not say whether its share is of one year or of five. Each reading has a row,
    with the conclusion that it allows.

    \b
    moditrack compare
        both readings, with their conclusions
    moditrack compare --crimes 6900
        which reading fits, if the City has 6,900 crimes a year
    moditrack compare --with forces.csv
        the City beside the forces of your table, with funnel limits
    moditrack compare --json
        all intervals, for a script
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.compare import compare

    if file is not None and chart:
        raise click.UsageError("--chart draws the readings alone: leave out --with or --chart.")
    connection = open_database(db)
    table = compare(connection, **filters)
    if file is not None:
        from moditrack.questions.compare_with_file import funnel

        check_paths(file)
        write(funnel(file, table), output)
        return

    def screen() -> list[Any]:
        from moditrack.questions import compare_screen

        drawn = compare_screen.chart(table) if chart else []
        return [*drawn, compare_screen.readings(table)]

    write(table, output, screen)
