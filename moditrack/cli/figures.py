"""moditrack figures: every quantity stated in the reports."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import (
    completes,
    filter_options,
    of_year,
    one_name,
    refuse_filters,
    year_option,
)
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.figures import FIGURE, FIGURES
from moditrack.tables import Table


@click.command(cls=RowsCommand)
@click.argument(
    "name",
    metavar="[FIGURE|WORDS]",
    nargs=-1,
    callback=one_name,
    shell_complete=completes("figure"),
)
@filter_options(FIGURES)
@year_option
@click.option("--list", "listing", is_flag=True, help="List the measures and units to choose from.")
@question_options(FIGURE)
def command(
    name: str | None,
    listing: bool,
    year: str | None,
    output: OutputOptions,
    db: str | None,
    **filters: Any,
) -> None:
    """Every quantity stated in the reports.

    Includes table cells, printed totals and explicit nils.

    With FIGURE (an id): what is printed, where, what it counts, and the checks that use it or
    cite its passage. With WORDS: the figures that are about them; what is said without a number is
    found by 'moditrack search WORDS'.

    \b
    moditrack figures --operation maxim --unit GBP
        every sum of money of Operation Maxim
    moditrack figures officers
        figures whose description has the word
    moditrack figures --list
        the measures and units to choose from
    moditrack figures removals-both-phases
        one figure, and the checks that use it
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    of_year(filters, year)
    connection = open_database(db)
    if listing:
        from moditrack.questions.measures import measures

        if name is not None:
            raise click.UsageError("--list lists measures: leave out the figure.")
        write(measures(connection, **filters), output)
        return
    if name is not None:
        from moditrack.questions.words_filter import are_words

        if are_words(connection, "figure", name):
            filters["words"], name = name, None
    if name is None:

        def screens() -> list[Table]:
            from moditrack.questions.figures_screen import figures_by_report

            return [figures_by_report(connection, **filters)]

        write(FIGURES.ask(connection, **filters), output, screens)
        return
    from moditrack.questions.figure import figure_page

    refuse_filters(**filters)
    write(figure_page(connection, name), output)
