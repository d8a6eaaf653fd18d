"""What commands share: the database, the way out, and common filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from moditrack.seeding.records import Tables

F = TypeVar("F", bound=Callable[..., Any])

database_option = click.option(
    "--db",
    metavar="FILE",
    help="Database to read [default: $MODITRACK_DB, else the one that ships].",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
records_option = click.option(
    "--records",
    metavar="DIR",
    help="Records to read [default: those that ship].",
)
document_option = click.option("--document", metavar="ID", help="Only this document.")


def rows_options(command: F) -> F:
    """The options of every command that prints rows: --json and --db."""
    return json_option(database_option(command))


def read_or_fail(records: str | None) -> Tables:
    """The records of a folder; every problem in them is printed, and ends the command."""
    from pathlib import Path

    from moditrack.seeding.records import RECORDS, RecordsError, read_records

    try:
        return read_records(RECORDS if records is None else Path(records))
    except RecordsError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        number = len(error.problems)
        count, them = ("One problem", "it") if number == 1 else (f"{number} problems", "them")
        raise click.ClickException(
            f"{count} in the records: mend {them} and run again; nothing was changed."
        ) from None
