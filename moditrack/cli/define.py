"""moditrack define: what the documents say that their terms mean."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import completes, filter_options, one_name
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.define import DEFINE, DEFINITION


@click.command(cls=RowsCommand)
@click.argument(
    "term", metavar="[TERM]", nargs=-1, callback=one_name, shell_complete=completes("term")
)
@filter_options(DEFINE.replace(filters=DEFINE.filters[1:]))
@question_options(DEFINITION)
def command(term: str | None, output: OutputOptions, db: str | None, **filters: Any) -> None:
    """What the documents say that their terms mean, and their abbreviations.

    With TERM, in any case or in part: its definitions. Where no term has it: the terms whose
    definitions do.

    \b
    moditrack define level 2
        Level 2 of the National Intelligence Model
    moditrack define ocg
        an abbreviation
    moditrack define
        every term that a document defines
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    write(DEFINE.ask(open_database(db), term=term, **filters), output)
