"""moditrack victims"""

from __future__ import annotations

import click

from moditrack.cli.options import (
    RowsCommand,
    chart_option,
    choice_option,
    document_option,
    force_option,
    question_options,
)
from moditrack.output import OutputOptions
from moditrack.questions.victims import VICTIM


@click.command(cls=RowsCommand)
@choice_option("by", ["age", "ethnicity"], "Victims by age, or by ethnicity.")
@choice_option("sex", ["female", "male"], "Victims of this sex: female or male.")
@document_option
@force_option
@chart_option
@question_options(VICTIM)
def command(chart: bool, output: OutputOptions, db: str | None, **filters: tuple[str, ...]) -> None:
    """Victims by age or ethnicity, and sex.

    \b
    moditrack victims --by age
        age bands, female and male
    moditrack victims --sex male --json
        male victims, for a script
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions import victims as queries
    from moditrack.questions.victims import by_category, victims

    table = victims(open_database(db), **filters)
    write(
        table,
        output,
        lambda: [*(by_category(table) or [table]), *(queries.chart(table) if chart else [])],
    )
