"""moditrack figures"""

from __future__ import annotations

import click

from moditrack.cli.options import RowsCommand, completes, document_option, rows_options
from moditrack.render import Way


@click.command(cls=RowsCommand)
@click.argument("name", metavar="[FIGURE]", required=False, shell_complete=completes("figure"))
@document_option
@click.option(
    "--operation",
    metavar="NAME",
    help="Only this operation and what belongs to it.",
    shell_complete=completes("operation"),
)
@click.option(
    "--agency", metavar="NAME", help="Only about this agency.", shell_complete=completes("agency")
)
@click.option(
    "--measure",
    metavar="ID",
    help="Only this measure: arrests, removals, funding …",
    shell_complete=completes("measure"),
)
@click.option(
    "--unit",
    metavar="UNIT",
    help="Only this unit: people, percent, GBP …",
    shell_complete=completes("unit"),
)
@click.option("--from", "first", metavar="DATE", help="Only periods that reach this date.")
@click.option("--to", "last", metavar="DATE", help="Only periods that begin by this date.")
@rows_options
def command(
    name: str | None,
    document: str | None,
    operation: str | None,
    agency: str | None,
    measure: str | None,
    unit: str | None,
    first: str | None,
    last: str | None,
    way: Way,
    db: str | None,
) -> None:
    """Every quantity that the reports state.

    Table cells, printed totals and explicit nils are among them.

    With FIGURE (an id): what is printed, where, what it counts, and the checks that use it.

    \b
    moditrack figures --unit GBP
        every sum of money
    moditrack figures --measure removals
        everyone said to be removed
    moditrack figures --operation kontiki
        what is counted of Operation Kontiki
    moditrack figures removals-both-phases
        one figure, and the checks that use it
    """
    from moditrack.database import open_database
    from moditrack.queries.figures import figure_page, figures
    from moditrack.render import emit

    connection = open_database(db)
    filters = (document, operation, agency, measure, unit, first, last)
    if name is not None:
        if any(value is not None for value in filters):
            raise click.UsageError("A name takes no filters: leave out one or the other.")
        emit(figure_page(connection, name), way)
        return
    table = figures(
        connection,
        document=document,
        operation=operation,
        agency=agency,
        measure=measure,
        unit=unit,
        first=first,
        last=last,
    )
    emit(table, way)
