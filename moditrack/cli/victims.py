"""moditrack victims"""

from __future__ import annotations

import click

from moditrack.cli.options import Choice, RowsCommand, chart_option, document_option, rows_options
from moditrack.render import Way


@click.command(cls=RowsCommand)
@click.option(
    "--by",
    type=Choice(["age", "ethnicity"]),
    help="Only this division.",
)
@click.option("--sex", type=Choice(["female", "male"]), help="Only this sex.")
@document_option
@chart_option
@rows_options
def command(chart: bool, way: Way, db: str | None, **filters: str | None) -> None:
    """Victims by age or ethnicity, and sex.

    \b
    moditrack victims --by age
        age bands, female and male
    moditrack victims --sex male --json
        male victims, for a script
    """
    from moditrack.database import open_database
    from moditrack.queries import victims as queries
    from moditrack.queries.victims import by_category, victims
    from moditrack.render import emit

    table = victims(open_database(db), **filters)
    emit(table, way, lambda: [*by_category(table), *(queries.chart(table) if chart else [])])
