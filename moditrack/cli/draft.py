"""moditrack draft: propose the records of a new report."""

from __future__ import annotations

import click

from moditrack.cli.every_command import Command
from moditrack.cli.options import check_paths, completes
from moditrack.cli.terminal_lines import say

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
    help="Folder of records: its shared lists are used, and the report's folder is created in it.",
)
@click.option("--publisher", default="", metavar="AGENCY", help="Publisher, an id of agencies.csv.")
@click.option(
    "--force",
    default="",
    metavar="AGENCY",
    help="Police force that the report is about, for figures beside which it names none.",
)
@click.option(
    "--review", is_flag=True, help="Write review.html beside the records: the text, with every row."
)
def command(
    file: str, document: str, output: str, publisher: str, force: str, review: bool
) -> None:
    """Propose the records of a new report.

    Writes its passages with their digests. Proposes its figures, tables, claims, events, names,
    commitments, definitions and references, and lists the numbers that are not quantities.

    Each row says which words it rests on. The column needs_a_person asks what you have to decide;
    the command lists these questions. A question about a whole table is asked once, in its first
    row. Next steps: docs/adding-a-report.md. Empty the column where a row is right; write none
    there where it is nothing.

    FILE is text, CSV, Markdown, a web page, a PDF or a Word file, whatever its name, or - for
    standard input. The last three kinds need pip install 'moditrack[read]'.

    \b
    moditrack draft report.txt --id colp-2025-02-20 -o records
        create the folder records/colp-2025-02-20
    moditrack draft report.txt --id colp-2025-02-20 --force colp
        create it here; figures without a force are the City of London Police's
    moditrack draft report.pdf --id colp-2025-02-20 -o records --review
        with a page to go through in a browser
    """
    from pathlib import Path

    from moditrack.cli.progress import progress
    from moditrack.draft.draft import draft
    from moditrack.draft.next_steps import ANSWER, plan, summary
    from moditrack.errors import one_line

    check_paths(output, *([] if file == "-" else [file]))
    with progress("Drafting") as update:
        target, found = draft(
            None if file == "-" else Path(file), document, Path(output), update,
            publisher=publisher, force=force, review=review,
        )  # fmt: skip
    read = found.document
    say(f"Drafted: {one_line(str(target))}")
    for line in summary(found):
        say(line)
    if read.left_out:
        say(f"Left out, not part of the text: {read.summary_left_out}")
    if read.unplaced:
        say(f"Look at these locators: {one_line('; '.join(read.unplaced[:_MOST]))}")
    if review:
        say(f"To go through it: {one_line(str(target / 'review.html'))}")
    left = plan(found)
    if left:
        say(ANSWER)
    say("What is left, in this order:" if left else "Nothing is left for a person.")
    for number, line in enumerate(left, start=1):
        say(f"{number}. {line}")
