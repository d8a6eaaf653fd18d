"""moditrack operations"""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import (
    RowsCommand,
    completes,
    document_option,
    filter_option,
    level_option,
    one_name,
    question_options,
    refuse_filters,
    strand_option,
)
from moditrack.output import OutputOptions
from moditrack.questions.operations import OPERATION


@click.command(cls=RowsCommand)
@click.argument("name", nargs=-1, callback=one_name, shell_complete=completes("operation"))
@filter_option("agency", "Operations in which this agency has a part.")
@level_option
@strand_option
@document_option
@filter_option("kind", "Operations of this kind: operation, phase, fund, pilot …", "KIND")
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

    connection = open_database(db)
    if name is None:
        from moditrack.questions.operations import operations

        write(operations(connection, **filters), output)
        return
    from moditrack.questions.operation import operation_page

    refuse_filters(**filters)
    write(operation_page(connection, name), output)
