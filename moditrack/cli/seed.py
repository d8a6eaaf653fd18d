"""moditrack seed"""

from __future__ import annotations

import click


@click.command()
@click.option(
    "--records",
    type=click.Path(),
    metavar="DIR",
    help="Records to build from [default: those that ship].",
)
@click.option(
    "--db",
    type=click.Path(),
    metavar="FILE",
    help="Database to write [default: where the other commands read].",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is no moditrack database.")
@click.pass_context
def command(ctx: click.Context, records: str | None, db: str | None, force: bool) -> None:
    """Rebuild the database from the records.

    The records are validated first and the new database takes the place of the old one in one
    step, so that nobody ever reads half of one.

    \b
    moditrack seed
        rebuild the database that ships
    moditrack seed --records DIR --db FILE
        build one from other records
    """
    from pathlib import Path

    from moditrack.database import database_path
    from moditrack.seeding.build import BuildError, build
    from moditrack.seeding.records import RECORDS, RecordsError, read_records

    try:
        tables = read_records(RECORDS if records is None else Path(records))
        built = build(tables, database_path(db), force=force)
    except RecordsError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        number = len(error.problems)
        count = "One problem" if number == 1 else f"{number} problems"
        raise click.ClickException(
            f"{count} in the records: mend {'it' if number == 1 else 'them'} and run again;"
            " the database is as it was."
        ) from None
    except BuildError as error:
        raise click.ClickException(str(error)) from None
    width = max(len(table) for table in built.rows)
    for table, rows in built.rows.items():
        click.echo(f"{table:<{width}}  {rows:>6}")
    click.echo(f"Content digest  {built.digest}")
    click.echo(f"Built           {built.path}")
