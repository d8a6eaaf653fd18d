"""moditrack sources: the reports, their passages, and documents they refer to."""

from __future__ import annotations

from functools import partial

import click

from moditrack.cli.options import as_data, completes, one_name, page_options, refuse_sections, view
from moditrack.cli.output_options import RowsCommand, question_options
from moditrack.output import OutputOptions
from moditrack.questions.sources import DOCUMENT, referred_to, sources


@click.command(cls=RowsCommand)
@click.argument(
    "document",
    metavar="[DOCUMENT|CITATION]",
    nargs=-1,
    callback=one_name,
    shell_complete=completes("citation"),
)
@click.option(
    "--bibtex", is_flag=True, help="Print only the BibTeX entry of a document or citation."
)
@click.option(
    "--missing",
    is_flag=True,
    help="What is referred to, and not here? Of all, or of a document.",
)
@partial(
    page_options,
    help="Section of a document's page; without DOCUMENT, references, threats or cautions of all.",
)
@question_options(DOCUMENT)
def command(
    document: str | None,
    bibtex: bool,
    missing: bool,
    show: str | None,
    whole: bool,
    output: OutputOptions,
    db: str | None,
) -> None:
    """The reports, their passages, and documents they refer to.

    With a document: what it is, what it contains and defines, and what does not fit in it; --show
    and --all show the rest. With a citation: the records that cite that passage, and a reference to
    paste into a paper.

    \b
    moditrack sources --show threats
        who threatens or is exploited, where from, and how sure the reports are
    moditrack sources --missing
        what they refer to, and is not here
    moditrack sources --show cautions
        what the reports themselves warn of
    moditrack sources colp-2024-02-22#19.outcome --bibtex
        a reference for a paper
    """
    from moditrack.db.connection import open_database
    from moditrack.output import output_stream, write

    if missing:
        if show is not None or whole or bibtex:
            raise click.UsageError("--missing is --show references: leave out the others.")
        show = "references"
    connection = open_database(db)
    is_citation = document is not None and "#" in document[1:]
    if bibtex and document is None:
        raise click.UsageError(
            "--bibtex needs a document or citation, like colp-2024-02-22#19.outcome."
        )
    if bibtex and (output.format or output.fields):
        raise click.UsageError("--bibtex is a format of its own: leave out the others.")
    section = None if show is None else show.casefold()
    of_all = document is None and section in ("references", "cautions", "threats") and not whole
    if (document is None or is_citation) and not of_all:
        refuse_sections("a document", show, whole)
    if of_all and section != "references":
        from moditrack.questions.document import cautions_of
        from moditrack.questions.threat_picture import threats_of

        write((cautions_of if section == "cautions" else threats_of)(connection), output)
    elif document is None:
        documents = sources(connection)
        if of_all:
            page = referred_to(documents)
            write(as_data(page, show, output), output, lambda: [page])
        else:
            write(documents, output, lambda: [documents, *referred_to(documents).sections])
    elif bibtex:
        from moditrack.escaping import clean_lines
        from moditrack.questions.passage import bibtex_entry

        with output_stream(output) as stream:
            stream.write(clean_lines(bibtex_entry(connection, document)) + "\n")
    elif is_citation:
        from moditrack.questions.passage import citation_page

        write(citation_page(connection, document), output)
    else:
        from moditrack.questions.document import document_page

        page = document_page(connection, document)
        write(as_data(page, show, output), output, view(page, show, whole))
