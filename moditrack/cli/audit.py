"""moditrack audit"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from moditrack.audit.claims import KINDS
from moditrack.audit.table import AUDITED, VERDICTS
from moditrack.cli.options import FAILED, Choice, completes, print_problem
from moditrack.cli.output_options import RowsCommand, output_options
from moditrack.output import OutputOptions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MARKED = ("html",)
"""Extensions of files with the document's own text, its numbers marked."""


@click.command(cls=RowsCommand)
@click.argument(
    "names", metavar="FILE...", nargs=-1, required=True, shell_complete=completes("file")
)
@click.option("--all", "every", is_flag=True, help="Show also the numbers that fit.")
@click.option(
    "--verdict", type=Choice(VERDICTS), metavar="V", help=f"Only this: {', '.join(VERDICTS)}."
)
@click.option("--kind", type=Choice(KINDS), metavar="K", help=f"Only this: {', '.join(KINDS)}.")
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 if a number does not fit those that the document joins it with.",
)
@click.option("--open", "open_", is_flag=True, help="Open the marked file in the browser.")
@output_options(AUDITED, files=MARKED)
@click.pass_context
def command(
    ctx: click.Context,
    names: tuple[str, ...],
    every: bool,
    verdict: str | None,
    kind: str | None,
    strict: bool,
    open_: bool,
    output: OutputOptions,
) -> None:
    """Which numbers of a report do not follow from its own figures?

    Reads HTML, PDF, Word, Markdown, text and CSV; a folder stands for its files. Percentages,
    totals, changes and comparisons are recomputed from the numbers that the report prints beside
    them. It says what the figures give, and not who is wrong.

    \b
    moditrack audit report.pdf
        what does not fit
    moditrack audit report.pdf --all --csv
        every derived number, for a spreadsheet
    moditrack audit report.pdf -o marked.html
        its text with the numbers marked
    moditrack audit drafts --strict
        every file of a folder; exit code 1 if anything explicit does not fit
    """
    from moditrack.audit.folder import audit_files, files_of
    from moditrack.audit.table import misfit, table, wanted
    from moditrack.cli.progress import progress
    from moditrack.errors import FileError
    from moditrack.output import write

    paths = files_of(names)
    if not paths:
        raise FileError(f"{names[0]} contains no files: name another folder.")
    if output.format is None and (output.output or "").lower().endswith(MARKED):
        _write_marked(paths, output, open_=open_)
        return
    if open_:
        raise click.UsageError("--open goes with -o FILE.html: name a file.")
    with progress("Auditing") as update:
        summaries, rows, problems = audit_files(paths, update)
    if problems and not summaries:
        raise FileError(problems[0])
    for problem in problems:
        print_problem(problem)
    if problems or (strict and any(misfit(row) for row in rows)):
        ctx.obj.add(FAILED)
    write(table(summaries, wanted(rows, verdict, kind, every)), output)


def _write_marked(paths: Sequence[Path], output: OutputOptions, *, open_: bool) -> None:
    """Write the marked-up page of one file."""
    from moditrack.audit.audit import audit_file
    from moditrack.audit.page import page
    from moditrack.output import output_stream

    if len(paths) != 1:
        raise click.UsageError("One file at a time is marked: name one FILE.")
    found = audit_file(paths[0])
    with output_stream(output) as stream:
        stream.write(page(paths[0].name, found.passages, found))
    if open_ and output.output is not None:
        click.launch(output.output)
