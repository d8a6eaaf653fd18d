"""What commands share: the database, the way out, and common filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

database_option = click.option(
    "--db",
    type=click.Path(),
    metavar="FILE",
    help="Database to read [default: $MODITRACK_DB, else the one that ships].",
)
document_option = click.option("--document", metavar="ID", help="Only this document.")


def rows_options(command: F) -> F:
    """The options of every command that prints rows: --json and --db."""
    command = database_option(command)
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)
