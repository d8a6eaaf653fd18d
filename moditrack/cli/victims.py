"""moditrack victims: victims by age or ethnicity, and sex."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import chart_option, filter_options
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.victims import VICTIM, VICTIMS, asked_for

_FITS_NOT = (
    "'{}' does not fit here: victims are shown --by age or --by ethnicity, --sex keeps one sex,"
    " and no table gives their nationality."
)


@click.command(cls=RowsCommand)
@click.argument("words", metavar="[WORDS]", nargs=-1)
@filter_options(VICTIMS)
@chart_option
@question_options(VICTIM)
def command(
    words: tuple[str, ...], chart: bool, output: OutputOptions, db: str | None, **filters: Any
) -> None:
    """Victims by age or ethnicity, and sex.

    With WORDS: one sex, or the table that has such a row.

    \b
    moditrack victims children
        how many were under 18
    moditrack victims --by age
        age bands, female and male
    moditrack victims --sex male --json
        male victims, for a script
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    connection = open_database(db)
    for word in words:
        if not (found := asked_for(connection, word)):
            raise click.UsageError(_FITS_NOT.format(" ".join(words)))
        for name, value in found:
            filters[name] = (*filters[name], value)
    table = VICTIMS.ask(connection, **filters)

    def screen() -> list[Any]:
        from moditrack.questions import victims_screen

        charts = victims_screen.chart(table) if chart else []
        return [*charts, *(victims_screen.by_category(table) or [table])]

    write(table, output, screen)
