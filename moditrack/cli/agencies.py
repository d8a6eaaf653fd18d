"""moditrack agencies"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from moditrack.cli.options import (
    Choice,
    RowsCommand,
    completes,
    filter_options,
    one_name,
    question_options,
    refuse_filters,
)
from moditrack.output import OutputOptions
from moditrack.questions.agencies import ORDERS, RESPONSIBILITIES, RESPONSIBILITY, agencies

if TYPE_CHECKING:
    from moditrack.tables import Graph


@click.command(cls=RowsCommand)
@click.argument("name", nargs=-1, callback=one_name, shell_complete=completes("agency"))
@click.option(
    "--by",
    type=Choice(tuple(ORDERS)),
    help="Group and sort rows by this [default: agency].",
)
@filter_options(RESPONSIBILITIES)
@question_options(RESPONSIBILITY, ("mermaid",))
def command(
    name: str | None, by: str | None, output: OutputOptions, db: str | None, **filters: Any
) -> None:
    """Who is responsible for what, or one agency.

    With NAME (a name, abbreviation or id): its parent, units, names and everything the documents
    say about it.

    \b
    moditrack agencies --by strand
        who does what, by area of work
    moditrack agencies --strand child-exploitation
        who works on one area
    moditrack agencies CO14
        everything about CO14
    moditrack agencies --strand child-exploitation --format mermaid
        a graph that a wiki can draw
    """
    from moditrack.db.connection import open_database
    from moditrack.output import write

    connection = open_database(db)

    def graph() -> Graph:
        from moditrack.errors import InputError
        from moditrack.questions.agencies_graph import agencies_graph

        if by is not None:
            raise InputError("A graph has no order: leave out --by, or use another format.")
        return agencies_graph(connection, within=name, **filters)

    if name is None:
        write(agencies(connection, by=by or "agency", **filters), output, graph=graph)
        return
    from moditrack.questions.agency import agency_page

    refuse_filters(by=by, **filters)
    write(agency_page(connection, name), output, graph=graph)
