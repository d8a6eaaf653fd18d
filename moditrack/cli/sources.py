"""moditrack sources"""

from __future__ import annotations

import click

from moditrack.cli.options import RowsCommand, rows_options
from moditrack.render import Way


@click.command(cls=RowsCommand)
@click.argument("document", required=False)
@rows_options
def command(document: str | None, way: Way, db: str | None) -> None:
    """The reports, their passages, and what is not in them.

    \b
    moditrack sources
        the documents, and what they refer to but do not contain
    moditrack sources colp-2024-02-22
        its passages, and what the dataset holds of each
    """
    from moditrack.database import open_database
    from moditrack.queries.sources import document_page, sources
    from moditrack.render import emit

    connection = open_database(db)
    if document is not None:
        emit(document_page(connection, document), way)
        return
    documents, references = sources(connection)
    emit(documents, way, lambda: [documents, references])
