"""moditrack sql: run a read-only SQL query."""

from __future__ import annotations

import click

from moditrack.cli.options import completes
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.dictionary import COLUMN
from moditrack.questions.sql_limits import SECONDS


@click.command(cls=RowsCommand)
@click.argument("query", required=False, shell_complete=completes("table"))
@click.option(
    "-p",
    "--parameter",
    "parameters",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="Bind :NAME to VALUE; repeatable.",
)
@click.option(
    "--schema", is_flag=True, help="Print the data dictionary of all tables, or of the one named."
)
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=SECONDS, show_default=True, help="Time limit."
)
@question_options(COLUMN)
def command(
    query: str | None,
    parameters: tuple[tuple[str, str], ...],
    schema: bool,
    seconds: float,
    output: OutputOptions,
    db: str | None,
) -> None:
    """Run a read-only SQL query.

    A VALUE that is a plain number is bound as a number. To compare it with text from a function,
    write CAST(:name AS TEXT).

    \b
    moditrack sql --schema figure
        the columns of a table, their meaning and joins
    moditrack sql 'select year, offences from outcome where code = :c' -p c 18
        a query with a parameter
    """
    from moditrack.db.connection import open_database
    from moditrack.output import is_terminal, write
    from moditrack.questions import dictionary, sql_limits

    if schema:
        write(dictionary.schema(open_database(db), query), output)
        return
    if query is None:
        raise click.UsageError("There is no query: write a SELECT, or use --schema.")
    if query == "-":
        raise click.UsageError("A query is not read from standard input: write it in quotes.")
    values = dict(parameters)
    if len(values) < len(parameters):
        raise click.UsageError("A parameter takes one value: give each NAME once.")
    from moditrack.questions.sql_process import sql_in_process

    table = sql_in_process(db, query, values, seconds=seconds)
    if output.format not in ("json", "jsonl", "csv", "tsv"):
        sql_limits.refuse_padding(table)
    if output.format is None and is_terminal(output):
        sql_limits.refuse_wrapping(table)
    write(table, output)
