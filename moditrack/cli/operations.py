"""moditrack operations: operations, programmes and agreements, or one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from moditrack.cli.options import (
    as_data,
    completes,
    filter_options,
    one_name,
    page_options,
    refuse_filters,
    refuse_sections,
    view,
)
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.operations import OPERATION, OPERATIONS

if TYPE_CHECKING:
    from moditrack.tables import Table


@click.command(cls=RowsCommand)
@click.argument("name", nargs=-1, callback=one_name, shell_complete=completes("operation"))
@page_options
@filter_options(OPERATIONS)
@question_options(OPERATION)
def command(
    name: str | None,
    show: str | None,
    whole: bool,
    output: OutputOptions,
    db: str | None,
    **filters: Any,
) -> None:
    """Operations, programmes and agreements, or one of them.

    With NAME (any case; words of it that no other has are enough): what it is, its results, and on
    what the documents differ; --show and --all show the rest. Each operation, programme, agreement
    or group has such a page. Data formats have all of it.

    \b
    moditrack operations
        everything that has a name
    moditrack operations kontiki
        how many brothels were visited, and who was found
    moditrack operations memorandum
        an agreement: from when, between whom
    moditrack operations --agency CO14
        operations in which CO14 has a part
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    connection = open_database(db)
    if name is None:
        refuse_sections("an operation", show, whole)

        def tables() -> list[Table]:
            from moditrack.questions.operations_screen import operations_with_overview

            return operations_with_overview(connection, **filters)

        write(OPERATIONS.ask(connection, **filters), output, tables)
        return
    from moditrack.questions.operation import operation_page

    refuse_filters(name, **filters)
    page = operation_page(connection, name)
    write(as_data(page, show, output), output, view(page, show, whole))
