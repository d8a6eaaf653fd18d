"""moditrack sources"""

from __future__ import annotations

import click

from moditrack.cli.options import RowsCommand, completes, one_name, rows_options
from moditrack.render import Way


@click.command(cls=RowsCommand)
@click.argument(
    "document",
    metavar="[DOCUMENT|CITATION]",
    nargs=-1,
    callback=one_name,
    shell_complete=completes("citation"),
)
@click.option("--bibtex", is_flag=True, help="Print a citation's reference as BibTeX alone.")
@rows_options
def command(document: str | None, bibtex: bool, way: Way, db: str | None) -> None:
    """The reports, their passages, and what is not in them.

    With a document: its passages, and what the dataset holds of each. With a citation: what stands
    there in the dataset, and a reference to paste into a paper.

    \b
    moditrack sources
        the documents, and what they refer to but do not contain
    moditrack sources colp-2024-02-22
        its passages, and what the dataset holds of each
    moditrack sources colp-2024-02-22#19.outcome --bibtex
        a reference for a paper
    """
    from moditrack.database import open_database
    from moditrack.queries.citation import citation_page
    from moditrack.queries.sources import document_page, sources
    from moditrack.render import emit, target

    connection = open_database(db)
    cited = document is not None and "#" in document
    if bibtex and not cited:
        raise click.UsageError("--bibtex goes with a citation, like colp-2024-02-22#19.outcome.")
    if bibtex and (way.format or way.fields):
        raise click.UsageError("--bibtex is a format of its own: leave out the others.")
    if document is None:
        documents, references = sources(connection)
        emit(documents, way, lambda: [documents, references])
    elif bibtex:
        from moditrack.escaping import clean_lines

        with target(way) as stream:
            stream.write(clean_lines(citation_page(connection, document).data["bibtex"]) + "\n")
    elif cited:
        emit(citation_page(connection, document), way)
    else:
        emit(document_page(connection, document), way)
