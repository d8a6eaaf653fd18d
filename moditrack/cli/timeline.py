"""moditrack timeline"""

from __future__ import annotations

from typing import Any

import click

from moditrack.cli.options import (
    RowsCommand,
    agency_option,
    document_option,
    operation_option,
    range_options,
    rows_options,
)
from moditrack.render import Way


@click.command(cls=RowsCommand)
@operation_option
@agency_option
@document_option
@range_options
@rows_options
def command(way: Way, db: str | None, **filters: Any) -> None:
    """What happened when.

    Undated events come last. DATE is written at any precision: 2003, 2003-04 or 2003-04-24.

    \b
    moditrack timeline --operation maxim
        Maxim and its phases
    moditrack timeline --from 2003-07 --to 2003-10
        a summer and an autumn
    """
    from moditrack.database import open_database
    from moditrack.queries.timeline import timeline
    from moditrack.render import emit

    emit(timeline(open_database(db), **filters), way)
