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
    """City of London Police compared with the national rate.

    The report does not say whether its share rests on one year or five. There is a row for each
    reading, with the conclusion that it allows.

    \b
    moditrack compare
        both readings, with their conclusions
    moditrack compare --json
        all limits, for a script
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions import compare

    table = COMPARE.ask(open_database(db), **filters)
    write(table, output, lambda: [table, *(compare.chart(table) if chart else [])])
