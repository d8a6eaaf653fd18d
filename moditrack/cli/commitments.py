"""moditrack commitments"""

from __future__ import annotations

import click

from moditrack.cli.options import (
    RowsCommand,
    choice_option,
    document_option,
    filter_option,
    operation_option,
    question_options,
)
from moditrack.output import OutputOptions
from moditrack.questions.commitments import COMMITMENT, STATES


@click.command(cls=RowsCommand)
@operation_option
@filter_option("agency", "Commitments of this agency.")
@document_option
@choice_option("state", STATES, f"Commitments in this state: {', '.join(STATES)}.")
@question_options(COMMITMENT)
def command(output: OutputOptions, db: str | None, **filters: tuple[str, ...]) -> None:
    """What was promised, and what was reported later.

    \b
    moditrack commitments --state not-mentioned-again
        commitments that no later report mentions
    moditrack commitments --operation maxim
        plans for Operation Maxim
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.commitments import commitments

    write(commitments(open_database(db), **filters), output)
