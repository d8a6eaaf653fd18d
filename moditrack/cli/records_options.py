"""Commands that read records: --records, --final, and each problem of the records on a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from moditrack.cli.options import check_paths, completes

if TYPE_CHECKING:
    from pathlib import Path

records_option = click.option(
    "--records",
    metavar="DIR",
    shell_complete=completes("folder"),
    help="Records to read [default: those installed].",
)
final_option = click.option(
    "--final", is_flag=True, help="Refuse records that have unfinished rows."
)


def records_folder(records: str | None) -> Path:
    """The folder of records to read."""
    from pathlib import Path

    from moditrack.validation.records import RECORDS

    check_paths(records)
    return RECORDS if records is None else Path(records)


def print_problem(problem: str) -> None:
    """Print a problem on standard error, if that is open."""
    from moditrack.cli.terminal_lines import fitted
    from moditrack.errors import one_line

    with suppress(OSError):
        click.echo(fitted(one_line(problem), sys.stderr), err=True)


@contextmanager
def report_problems() -> Iterator[None]:
    """Print every problem in the records, then end the command."""
    from moditrack.validation.problems import RecordsError

    try:
        yield
    except RecordsError as error:
        for problem in error.problems:
            print_problem(problem)
        number = len(error.problems)
        count, them = ("One problem", "it") if number == 1 else (f"{number} problems", "them")
        raise click.ClickException(
            f"{count} in the records: fix {them} and run again; nothing was changed."
        ) from None


def refuse_unfinished(unfinished: list[dict[str, Any]]) -> None:
    """End the command if rows are unfinished."""
    from moditrack.validation.unfinished import refusal

    if sentence := refusal(unfinished):
        raise click.ClickException(sentence)
