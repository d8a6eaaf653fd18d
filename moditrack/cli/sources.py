"""moditrack sources"""

from __future__ import annotations

import click

from moditrack.cli.options import rows_options


@click.command()
@click.argument("document", required=False)
@rows_options
def command(document: str | None, as_json: bool, db: str | None) -> None:
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
        emit(document_page(connection, document), as_json=as_json)
        return
    documents, references = sources(connection)
    emit(documents, as_json=as_json, view=[documents, references])
