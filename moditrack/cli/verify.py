"""moditrack verify: compare the records with the documents in a folder."""

from __future__ import annotations

import click

from moditrack.cli.options import FAILED, check_paths, completes
from moditrack.cli.output_options import RowsCommand, output_options
from moditrack.cli.records_options import (
    final_option,
    records_folder,
    records_option,
    refuse_unfinished,
    report_problems,
)
from moditrack.output import OutputOptions
from moditrack.verify.verify_tables import VERIFICATION


@click.command(cls=RowsCommand)
@click.argument("folder", metavar="DIR", shell_complete=completes("folder"))
@records_option
@final_option
@output_options(VERIFICATION)
@click.pass_context
def command(
    ctx: click.Context, folder: str, records: str | None, final: bool, output: OutputOptions
) -> None:
    """Compare the records with the documents in a folder.

    Documents are recognised by content, not by file name: text, Markdown, web pages, PDFs and Word
    files (the last three need pip install 'moditrack[read]'). Every passage, figure, date, name and
    numeral is compared. Each difference is shown with its cell of the records and what would fit.

    Rows with something in needs_a_person are unfinished: they are counted, and listed with the
    numbers that no row has. The exit code is 1 if anything differs or a number has no row; with
    --final, also if a row is unfinished.

    \b
    moditrack verify documents
        compare the installed records with the folder documents
    moditrack verify documents --records mine --json
        other records, for a script
    """
    from pathlib import Path

    from moditrack.build.load import read_records
    from moditrack.cli.progress import progress
    from moditrack.output import write
    from moditrack.verify.verify import verify
    from moditrack.verify.verify_tables import report

    check_paths(folder)
    with report_problems():
        tables = read_records(records_folder(records))
    if final:
        refuse_unfinished(tables["unfinished"])
    with progress("Verifying") as update:
        found = verify(Path(folder), tables, update)
    counts, *others = report(found, tables)
    if found.differences:
        ctx.obj.add(FAILED)
    write(counts, output, lambda: [counts, *others])
