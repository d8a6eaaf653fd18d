"""moditrack define: what the documents say that their terms mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from moditrack.cli.options import completes, filter_options, one_name
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.define import DEFINE, DEFINED_TERM

if TYPE_CHECKING:
    from moditrack.pages import Page
    from moditrack.tables import Table


@click.command(cls=RowsCommand)
@click.argument(
    "term", metavar="[TERM]...", nargs=-1, callback=one_name, shell_complete=completes("term")
)
@filter_options(DEFINE.replace(filters=DEFINE.filters[1:]))
@question_options(DEFINED_TERM)
def command(term: str | None, output: OutputOptions, db: str | None, **filters: Any) -> None:
    """What the documents say that their terms mean, and their abbreviations.

    With TERM, in any case or in part: its definitions. Where no term has it: the terms whose
    definitions do.

    \b
    moditrack define level 2
        Level 2 of the National Intelligence Model
    moditrack define CO14 TOEX UKIS
        some abbreviations
    moditrack define
        every term that a document defines
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    connection = open_database(db)

    def tables() -> list[Table | Page]:
        from moditrack.questions.define_screen import definitions_with_overview

        return definitions_with_overview(connection, term=term, **filters)

    write(DEFINE.ask(connection, term=term, **filters), output, tables)
