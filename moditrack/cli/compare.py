"""moditrack compare"""

from __future__ import annotations

import click

from moditrack.cli.options import RowsCommand, chart_option, document_option, question_options
from moditrack.output import OutputOptions
from moditrack.questions.compare import COMPARISON


@click.command(cls=RowsCommand)
@document_option
@chart_option
@question_options(COMPARISON)
def command(document: tuple[str, ...], chart: bool, output: OutputOptions, db: str | None) -> None:
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
    from moditrack.questions import compare as queries

    table = queries.compare(open_database(db), document=document)
    write(table, output, lambda: [table, *(queries.chart(table) if chart else [])])
