"""moditrack draft"""

from __future__ import annotations

import click

from moditrack.cli.options import Command, completes, not_standard

_MOST = 20
"""Locators to list."""


@click.command(cls=Command)
@click.argument("file", shell_complete=completes("file"))
@click.option(
    "--id", "document", required=True, metavar="ID", help="Id of the document: publisher and date."
)
@click.option(
    "-o",
    "--output",
    default=".",
    show_default="here",
    metavar="DIR",
    shell_complete=completes("folder"),
    help="Folder in which to create the report's folder.",
)
def command(file: str, document: str, output: str) -> None:
    """Start the records of a new report.

    Writes its passages with their digests, and every number as a candidate figure for a person to
    complete. Next steps: docs/adding-a-report.md.

    FILE is text, CSV, Markdown, a web page, a PDF or a Word file, whatever its name; the last three
    need pip install 'moditrack[read]'. It can be - for standard input.

    \b
    moditrack draft report.txt --id colp-2025-02-20 -o records
        create the folder records/colp-2025-02-20
    moditrack draft report.txt --id colp-2025-02-20
        create it here
    """
    from pathlib import Path

    from moditrack.cli.progress import progress
    from moditrack.draft import draft
    from moditrack.errors import one_line

    not_standard(output)
    with progress("Drafting") as update:
        target, counts, read = draft(
            None if file == "-" else Path(file), document, Path(output), update
        )
    width = max(len(name) for name in counts)
    for name, rows in counts.items():
        click.echo(f"{name:<{width}}  {rows:>5}")
    click.echo(f"Drafted: {one_line(str(target))}")
    if read.left_out:
        click.echo(f"Left out as no part of the text: {read.summary_left_out}")
    if read.unplaced:
        click.echo(f"Look at these locators: {one_line('; '.join(read.unplaced[:_MOST]))}")
    click.echo("Complete document.toml and the rows of figures.csv that need a person.")
