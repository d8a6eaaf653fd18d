"""moditrack commitments: what was promised, and what was reported later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from moditrack.cli.options import filter_options, of_year, one_name, period_words, year_option
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.commitments import COMMITMENT, COMMITMENTS

if TYPE_CHECKING:
    from moditrack.tables import Table


@click.command(cls=RowsCommand)
@click.argument("words", metavar="[WORDS]", nargs=-1, callback=one_name)
@filter_options(COMMITMENTS)
@year_option
@question_options(COMMITMENT)
def command(
    words: str | None, year: str | None, output: OutputOptions, db: str | None, **filters: Any
) -> None:
    """What was promised, and what was reported later.

    With WORDS: the commitments that contain them, or the one with that id. With a month or year
    alone: what was due in it. DATE can have any precision: 2004, 2004-03, March 2004 or 2004-03-31.

    \b
    moditrack commitments removals
        commitments with the word, and what became of them
    moditrack commitments --due
        what was due by the last report on the force, and went silent
    moditrack commitments --to 2004-03
        what was due by March 2004
    moditrack commitments --document mpa-2003-10-09 --state reported-partly
        the promises of a report of which a later one takes up a part
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    of_year(filters, year)
    connection = open_database(db)
    period_words(filters, words)

    def tables() -> list[Table]:
        from moditrack.questions.commitments_screen import commitments_with_overview

        return commitments_with_overview(connection, **filters)

    write(COMMITMENTS.ask(connection, **filters), output, tables)
