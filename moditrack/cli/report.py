"""moditrack report: write a briefing; its format by extension."""

from __future__ import annotations

import click

from moditrack.cli.every_command import Command
from moditrack.cli.options import (
    Choice,
    check_overwrite,
    completes,
    database_option,
    one_document_option,
    overwrite_option,
)


@click.command(cls=Command)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=completes("file"),
    help="File to write; without it, or with -, the report is printed, on a terminal to be read.",
)
@click.option(
    "--format",
    "format_",
    type=Choice(["html", "markdown"]),
    help="Format [default: from the extension of FILE, else markdown].",
)
@click.option("--page-one", is_flag=True, help="Only page one.")
@one_document_option
@overwrite_option
@click.option("--no-pager", is_flag=True, help="Print without a pager.")
@database_option
def command(
    output: str | None,
    format_: str | None,
    page_one: bool,
    document: str | None,
    overwrite: bool,
    no_pager: bool,
    db: str | None,
) -> None:
    """Write a briefing with charts, tables and references.

    Page one has the answers. The next pages have the outcomes, victims, the City's share of crime,
    Operation Maxim, promises, what does not add up, and the limits. The annex has every list, and
    numbered references to the paragraphs.

    HTML is one file without scripts that works offline, on screens, phones and paper. It needs pip
    install 'moditrack[plot]'. Markdown draws its charts in characters.

    \b
    moditrack report -o brief.html
        to open in a browser, print or share
    moditrack report --page-one -o page-one.html
        one sheet to print
    moditrack report --document colp-2024-02-22 -o brief.md
        about one report, to paste into a wiki
    """
    import moditrack
    from moditrack.output import OutputOptions, is_terminal, output_stream
    from moditrack.report.briefing import briefing

    check_overwrite(output, overwrite)
    output = None if output == "-" else output
    html = format_ == "html" if format_ else _is_html(output)
    if html:
        from moditrack.extras import need

        need("plot", "altair", "vl_convert")
    options = OutputOptions(output=output, overwrite=overwrite, pager=not no_pager)
    with moditrack.open(db) as data, output_stream(options) as stream:
        content = briefing(data, document, only_page_one=page_one)
        if format_ is None and is_terminal(options):
            from moditrack.output.terminal import write_terminal
            from moditrack.report.screen import items

            write_terminal(items(content), stream, sources=True)
            return
        if html:
            from moditrack.report.html import page

            text = page(content, data)
        else:
            from moditrack.report.markdown import text as markdown

            text = markdown(content)
        stream.write(text)


def _is_html(output: str | None) -> bool:
    """Whether a file is to be HTML, by its extension; InputError if it is not Markdown either."""
    from moditrack.extensions import extension, unknown_extension

    if output is None or output.startswith("/dev/"):
        return False
    found = extension(output)
    if found not in ("html", "htm", "md", "markdown"):
        raise unknown_extension(output, ("html", "md"), ", or choose a --format")
    return found in ("html", "htm")
