"""moditrack outcomes: offences by outcome and year."""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import chart_option, completes, filter_options
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.outcomes import OUTCOME, OUTCOMES

_YEAR = 4
"""The digits of a year; the codes of outcomes have fewer."""


@click.command(cls=RowsCommand)
@click.argument("named", metavar="[YEAR|CODE|WORDS]...", nargs=-1, shell_complete=completes("year"))
@filter_options(OUTCOMES)
@chart_option
@click.option("--wide", is_flag=True, help="Years as columns, with the total, in every format.")
@question_options(OUTCOME)
def command(
    named: tuple[str, ...],
    chart: bool,
    wide: bool,
    output: OutputOptions,
    db: str | None,
    **filters: Any,
) -> None:
    """Offences by outcome and year.

    With YEAR: those of this year or other period. With CODE, or WORDS of its name: this outcome.

    \b
    moditrack outcomes 2022 2023
        two years, and whether the change could be chance
    moditrack outcomes charged
        the outcome with this name, and what does not fit about it
    moditrack outcomes 18 --json
        outcome 18 of every year, for a script
    moditrack outcomes --wide --format github
        the table as people see it, to paste; --csv for a spreadsheet
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write
    from moditrack.questions.outcomes import outcomes

    words = [own for own in named if not any(sign.isdecimal() for sign in own)]
    codes = [own for own in named if own.isdecimal() and len(own) < _YEAR]
    years = (own for own in named if own not in (*codes, *words))
    filters["codes"] = (*filters["codes"], *codes, *([" ".join(words)] if words else []))
    filters["years"] = (*filters["years"], *years)
    table = outcomes(open_database(db), **filters)
    found = table
    if wide:
        from moditrack.questions.outcomes_wide import wide as in_columns

        found = in_columns(table)

    def screen() -> list[Any]:
        from moditrack.questions import outcomes_screen

        charts = outcomes_screen.chart(table) if chart else []
        return [*charts, *outcomes_screen.by_year(table)]

    write(found, output, screen, as_displayed=wide)
