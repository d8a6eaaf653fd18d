"""moditrack compare"""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import RowsCommand, chart_option, filter_options, question_options
from moditrack.output import OutputOptions
from moditrack.questions.compare import COMPARE, COMPARISON


@click.command(cls=RowsCommand)
@filter_options(COMPARE)
@chart_option
@question_options(COMPARISON)
def command(chart: bool, output: OutputOptions, db: str | None, **filters: Any) -> None:
    """City of London Police compared with the national share of crime.

    The report does not say whether its share rests on one year or five. There is a row for each
    reading, with the conclusion that it allows.

    \b
    moditrack compare
        both readings, with their conclusions
    moditrack compare --crimes 6900
        which reading fits, if the City has 6,900 crimes a year
    moditrack compare --json
        all limits, for a script
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions import compare
    from moditrack.questions.compare_view import readings

    table = compare.compare(open_database(db), **filters)
    write(table, output, lambda: [readings(table), *(compare.chart(table) if chart else [])])
