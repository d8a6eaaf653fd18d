"""moditrack timeline: events in date order."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import filter_options, of_year, one_name, period_words, year_option
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.timeline import EVENT, TIMELINE


@click.command(cls=RowsCommand)
@click.argument("words", metavar="[WORDS]", nargs=-1, callback=one_name)
@filter_options(TIMELINE)
@year_option
@question_options(EVENT)
def command(
    words: str | None, year: str | None, output: OutputOptions, db: str | None, **filters: Any
) -> None:
    """Events in date order.

    With WORDS: the events that have them; a month or year is the events of that time. Undated
    events come last. DATE can have any precision: 2003, 2003-04, April 2003 or 2003-04-24.

    \b
    moditrack timeline july 2003
        the events of a month or year
    moditrack timeline memorandum
        events with the word
    moditrack timeline --operation maxim
        Operation Maxim and its phases
    moditrack timeline --from 2003-07 --to 2003-10
        four months of 2003
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.timeline import timeline_by_year

    of_year(filters, year)
    connection = open_database(db)
    period_words(filters, words)
    found = TIMELINE.ask(connection, **filters)
    write(found, output, lambda: [timeline_by_year(connection, **filters)])
