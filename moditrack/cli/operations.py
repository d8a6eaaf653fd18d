"""moditrack operations"""

from __future__ import annotations

import click

from moditrack.cli.options import RowsCommand, completes, document_option, rows_options
from moditrack.render import Way


@click.command(cls=RowsCommand)
@click.argument("name", required=False, shell_complete=completes("operation"))
@click.option(
    "--agency",
    metavar="NAME",
    help="Only where this agency has a part.",
    shell_complete=completes("agency"),
)
@click.option("--level", type=click.IntRange(1, 3), help="Only at this level of the NIM.")
@click.option(
    "--strand",
    metavar="NAME",
    help="Only in this area of work.",
    shell_complete=completes("strand"),
)
@document_option
@click.option(
    "--kind",
    metavar="KIND",
    help="Only this kind: operation, phase, fund, pilot …",
    shell_complete=completes("kind"),
)
@rows_options
def command(
    name: str | None,
    agency: str | None,
    level: int | None,
    strand: str | None,
    document: str | None,
    kind: str | None,
    way: Way,
    db: str | None,
) -> None:
    """Operations, programmes and agreements, or one of them.

    With NAME (any case, with or without "Operation"): all that the documents say of it.

    \b
    moditrack operations
        everything with a name
    moditrack operations maxim
        all there is on Operation Maxim
    moditrack operations --agency CO14
        where CO14 has a part
    """
    from moditrack.database import open_database
    from moditrack.queries.operations import operation_page, operations
    from moditrack.render import emit

    connection = open_database(db)
    filters = (agency, level, strand, document, kind)
    if name is None:
        table = operations(
            connection, agency=agency, level=level, strand=strand, document=document, kind=kind
        )
        emit(table, way)
        return
    if any(value is not None for value in filters):
        raise click.UsageError("A name takes no filters: leave out one or the other.")
    emit(operation_page(connection, name), way)
