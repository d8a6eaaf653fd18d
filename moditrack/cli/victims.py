"""moditrack victims"""

from __future__ import annotations

import click

from moditrack.cli.options import (
    RowsCommand,
    chart_option,
    choice_option,
    document_option,
    force_option,
    rows_options,
)
from moditrack.render import Way


@click.command(cls=RowsCommand)
@choice_option("by", ["age", "ethnicity"], "Only this division: age or ethnicity.")
@choice_option("sex", ["female", "male"], "Only this sex: female or male.")
@document_option
@force_option
@chart_option
@rows_options
def command(chart: bool, way: Way, db: str | None, **filters: tuple[str, ...]) -> None:
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
