"""moditrack agencies: who is responsible for what, or one agency."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from moditrack.cli.options import (
    as_data,
    completes,
    filter_options,
    one_name,
    page_options,
    refuse_filters,
    refuse_sections,
    view,
)
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.agencies import RESPONSIBILITIES, RESPONSIBILITY, agencies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from moditrack.charts_and_graphs import Graph
    from moditrack.tables import Table


@click.command(cls=RowsCommand)
@click.argument("name", nargs=-1, callback=one_name, shell_complete=completes("agency"))
@partial(
    page_options, whole="With a name, show the whole of its page; with --matrix, every map whole."
)
@click.option("--matrix", is_flag=True, help="Agencies by areas of work, a letter for each role.")
@filter_options(RESPONSIBILITIES)
@question_options(RESPONSIBILITY, ("mermaid",))
def command(
    name: str | None,
    by: str | None,
    show: str | None,
    whole: bool,
    matrix: bool,
    output: OutputOptions,
    db: str | None,
    **filters: Any,
) -> None:
    """Who is responsible for what, or one agency.

    With NAME (a name, abbreviation or id): what it is called, who works in it, what it does, and on
    what the documents differ; --show and --all show the rest. Data formats have all of it. With
    NAME and a filter: its responsibilities.

    \b
    moditrack agencies --matrix
        who does what, at a glance: one screen; --all has every document's map
    moditrack agencies CO14 --strand vice-and-prostitution
        what is behind a cell of it
    moditrack agencies CO14
        CO14 on one screen
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
        if matrix:
            raise InputError(
                "A graph cannot show a matrix: leave out --matrix, or use another format."
            )
        return agencies_graph(connection, within=name, **filters)

    if name is not None:
        refuse_filters(name, agency=filters["agency"])
    if name is not None and not matrix and not any(filters.values()):
        from moditrack.questions.agency import agency_page
        from moditrack.questions.names import same_named

        refuse_filters(by=by)
        several = [] if output.format or output.fields else same_named(connection, "agency", name)
        pages = [agency_page(connection, id) for id in several or [name]]
        if several:
            pages.sort(key=lambda own: -len(own.named["staff"]))
        data = as_data(pages[0], show, output)
        views = [view(own, show, whole) for own in pages]
        write(data, output, lambda: [part for own in views for part in own()], graph=graph)
        return
    refuse_sections("an agency alone", show, whole and not matrix)
    chosen = filters
    if name is not None:
        chosen = filters | {"agency": (name,)}
    if not matrix:

        def tables() -> list[Table]:
            from moditrack.questions.agencies_screen import responsibilities_with_overview

            return responsibilities_with_overview(connection, by=by, **chosen)

        write(agencies(connection, by=by, **chosen), output, tables, graph=graph)
        return
    if by is not None:
        raise click.UsageError("A matrix has no order: leave out --by.")
    from moditrack.output import is_terminal
    from moditrack.questions.agency_matrix import agency_matrix

    def screens() -> Iterator[Table]:
        if output.format is not None or not is_terminal(output):
            from moditrack.questions.agency_matrix_screen import maps

            return maps(connection, **chosen)
        from moditrack.output.screen_size import height, width
        from moditrack.questions.agency_matrix_fitted import first_screen, in_parts

        if whole:
            return in_parts(connection, width(), **chosen)
        return first_screen(connection, width(), height(), **chosen)

    write(agency_matrix(connection, **chosen), output, screens, graph, as_displayed=True)
