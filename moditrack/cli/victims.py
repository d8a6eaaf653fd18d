"""moditrack victims: victims by age or ethnicity, and sex."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import chart_option, filter_options
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.victims import VICTIM, VICTIMS


class Victims(RowsCommand):
    """The command, which takes options alone."""

    elsewhere = (
        "victims are shown --by age or --by ethnicity, --sex keeps one sex, and no table gives"
        " their nationality"
    )


@click.command(cls=Victims)
@filter_options(VICTIMS)
@chart_option
@question_options(VICTIM)
def command(chart: bool, output: OutputOptions, db: str | None, **filters: Any) -> None:
    """Victims by age or ethnicity, and sex.

    \b
    moditrack victims --by age
        age bands, female and male
    moditrack victims --sex male --json
        male victims, for a script
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    table = VICTIMS.ask(open_database(db), **filters)

    def screen() -> list[Any]:
        from moditrack.questions import victims_screen

        charts = victims_screen.chart(table) if chart else []
        return [*charts, *(victims_screen.by_category(table) or [table])]

    write(table, output, screen)
