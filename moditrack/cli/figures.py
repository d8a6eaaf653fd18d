"""moditrack figures"""

from __future__ import annotations

import click

from moditrack.cli.options import RowsCommand, document_option, rows_options
from moditrack.render import Way


@click.command(cls=RowsCommand)
@document_option
@click.option("--operation", metavar="NAME", help="Only this operation and what belongs to it.")
@click.option("--agency", metavar="NAME", help="Only about this agency.")
@click.option("--measure", metavar="ID", help="Only this measure: arrests, removals, funding …")
@click.option("--unit", metavar="UNIT", help="Only this unit: people, percent, GBP …")
@click.option("--from", "first", metavar="DATE", help="Only periods that reach this date.")
@click.option("--to", "last", metavar="DATE", help="Only periods that begin by this date.")
@rows_options
def command(
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

    \b
    moditrack figures --unit GBP
        every sum of money
    moditrack figures --measure removals
        everyone said to be removed
    moditrack figures --operation kontiki
        what is counted of Operation Kontiki
    """
    from moditrack.database import open_database
    from moditrack.queries.figures import figures
    from moditrack.render import emit

    table = figures(
        open_database(db),
        document=document,
        operation=operation,
        agency=agency,
        measure=measure,
        unit=unit,
        first=first,
        last=last,
    )
    emit(table, way)
