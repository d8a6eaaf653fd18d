"""moditrack timeline"""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import filter_options
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.timeline import EVENT, TIMELINE


@click.command(cls=RowsCommand)
@filter_options(TIMELINE)
@question_options(EVENT)
def command(output: OutputOptions, db: str | None, **filters: Any) -> None:
    """Events in date order.

    Undated events come last. DATE can have any precision: 2003, 2003-04 or 2003-04-24.

    \b
    moditrack timeline --operation maxim
        Operation Maxim and its phases
    moditrack timeline --from 2003-07 --to 2003-10
        four months of 2003
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.timeline import timeline_by_year

    connection = open_database(db)
    found = TIMELINE.ask(connection, **filters)
    write(found, output, lambda: [timeline_by_year(connection, **filters)])
