"""moditrack commitments: what was promised, and what was reported later."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import filter_options, one_name
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.commitments import COMMITMENT, COMMITMENTS


@click.command(cls=RowsCommand)
@click.argument("words", metavar="[WORDS]", nargs=-1, callback=one_name)
@filter_options(COMMITMENTS)
@question_options(COMMITMENT)
def command(words: str | None, output: OutputOptions, db: str | None, **filters: Any) -> None:
    """What was promised, and what was reported later.

    With WORDS: the commitments that contain them, or the one with that id.

    \b
    moditrack commitments removals
        commitments with the word, and what became of them
    moditrack commitments --state not-mentioned-again
        commitments that no later report mentions
    moditrack commitments --operation maxim
        plans for Operation Maxim
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.commitments import commitments_by_state

    connection = open_database(db)
    filters["words"] = words
    found = COMMITMENTS.ask(connection, **filters)
    write(found, output, lambda: [commitments_by_state(connection, **filters)])
