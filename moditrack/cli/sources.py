"""moditrack sources"""

from __future__ import annotations

import click

from moditrack.cli.options import RowsCommand, completes, one_name, question_options
from moditrack.output import OutputOptions
from moditrack.questions.sources import DOCUMENT


@click.command(cls=RowsCommand)
@click.argument(
    "document",
    metavar="[DOCUMENT|CITATION]",
    nargs=-1,
    callback=one_name,
    shell_complete=completes("citation"),
)
@click.option("--bibtex", is_flag=True, help="Print a citation's reference as BibTeX alone.")
@question_options(DOCUMENT)
def command(document: str | None, bibtex: bool, output: OutputOptions, db: str | None) -> None:
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
    from moditrack.db.connection import open_database
    from moditrack.output import output_stream, write
    from moditrack.questions.citation import citation_page
    from moditrack.questions.sources import document_page, sources

    connection = open_database(db)
    cited = document is not None and "#" in document
    if bibtex and not cited:
        raise click.UsageError("--bibtex goes with a citation, like colp-2024-02-22#19.outcome.")
    if bibtex and (output.format or output.fields):
        raise click.UsageError("--bibtex is a format of its own: leave out the others.")
    if document is None:
        documents, references = sources(connection)
        write(documents, output, lambda: [documents, references])
    elif bibtex:
        from moditrack.escaping import clean_lines

        with output_stream(output) as stream:
            stream.write(clean_lines(citation_page(connection, document).data["bibtex"]) + "\n")
    elif cited:
        write(citation_page(connection, document), output)
    else:
        write(document_page(connection, document), output)
