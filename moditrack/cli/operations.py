"""moditrack operations"""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import (
    RowsCommand,
    completes,
    filter_options,
    one_name,
    question_options,
    refuse_filters,
)
from moditrack.output import OutputOptions
from moditrack.questions.operations import OPERATION, OPERATIONS


@click.command(cls=RowsCommand)
@click.argument("name", nargs=-1, callback=one_name, shell_complete=completes("operation"))
@filter_options(OPERATIONS)
@question_options(OPERATION)
def command(name: str | None, output: OutputOptions, db: str | None, **filters: Any) -> None:
    """Operations, programmes and agreements, or one of them.

    With NAME (any case, with or without "Operation"): everything the documents say about it.

    \b
    moditrack operations
        everything that has a name
    moditrack operations maxim
        everything about Operation Maxim
    moditrack operations --agency CO14
        operations in which CO14 has a part
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.operation import operation_page

    connection = open_database(db)
    if name is None:
        write(OPERATIONS.ask(connection, **filters), output)
        return
    refuse_filters(**filters)
    write(operation_page(connection, name), output)
