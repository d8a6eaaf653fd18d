"""moditrack audit: which numbers of a report do not follow from its own figures; -o marked file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from moditrack.audit.audit_rows import AUDITED, VERDICTS
from moditrack.audit.found_claim import KINDS
from moditrack.cli.options import FAILED, Choice, check_paths, completes
from moditrack.cli.output_options import RowsCommand, output_options
from moditrack.cli.records_options import print_problem
from moditrack.output import OutputOptions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from moditrack.audit.audit import Audit

MARKED = ("html", "pdf")
"""Extensions of files with the document itself, its numbers marked."""
_ENDINGS = tuple(f".{extension}" for extension in MARKED)


@click.command(cls=RowsCommand)
@click.argument(
    "names", metavar="FILE...", nargs=-1, required=True, shell_complete=completes("file")
)
@click.option("--all", "every", is_flag=True, help="Also show the numbers that fit.")
@click.option(
    "--verdict",
    type=Choice(VERDICTS),
    multiple=True,
    metavar="V",
    help=f"Numbers with this verdict: {', '.join(VERDICTS)}; repeatable.",
)
@click.option(
    "--kind",
    type=Choice(KINDS),
    multiple=True,
    metavar="K",
    help=f"Numbers of this kind: {', '.join(KINDS)}; repeatable.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 if a number does not follow from those that the document names as its basis.",
)
@click.option("--open", "open_", is_flag=True, help="Open the marked file in the browser.")
@output_options(AUDITED, files=MARKED)
@click.pass_context
def command(
    ctx: click.Context,
    names: tuple[str, ...],
    every: bool,
    verdict: tuple[str, ...],
    kind: tuple[str, ...],
    strict: bool,
    open_: bool,
    output: OutputOptions,
) -> None:
    """Which numbers of a report do not follow from its own figures?

    Reads HTML, PDF, Word, Markdown, text and CSV files, and all files of a folder. Recomputes
    percentages, totals, changes and comparisons from the numbers printed beside them. Says what the
    figures give, not who is wrong.

    \b
    moditrack audit report.pdf
        what does not fit
    moditrack audit report.pdf -o marked.pdf
        the report with its numbers highlighted, and the arithmetic as comments
    moditrack audit report.docx -o marked.html --open
        its text with the numbers marked, in the browser
    moditrack audit drafts --strict
        every file of a folder; exit code 1 if a number does not fit
    """
    from moditrack.audit.audit_rows import misfit, table, wanted
    from moditrack.audit.audit_rows import rows as rows_of
    from moditrack.audit.many_files import audit_files, files_of
    from moditrack.cli.progress import progress
    from moditrack.errors import FileError
    from moditrack.output import write

    check_paths(*names)
    paths = files_of(names)
    if not paths:
        raise FileError(f"{names[0]} contains no files: name another folder.")
    if output.format is None and (output.output or "").lower().endswith(_ENDINGS):
        if every or verdict or kind or output.fields:
            raise click.UsageError(
                "Every number is marked: leave out --all, --verdict, --kind and --fields."
            )
        found = _write_marked(paths, output)
        if strict and any(misfit(row) for row in rows_of(paths[0].name, found)):
            ctx.obj.add(FAILED)
        if open_:
            _open(str(output.output))
        return
    if open_:
        raise click.UsageError("--open goes with -o FILE.html or FILE.pdf: name a file.")
    with progress("Auditing") as update:
        summaries, rows, problems = audit_files(paths, update)
    if problems and not summaries:
        raise FileError(problems[0])
    for problem in problems:
        print_problem(problem)
    if problems or (strict and any(misfit(row) for row in rows)):
        ctx.obj.add(FAILED)
    write(table(summaries, wanted(rows, verdict, kind, every), every=every), output)


def _write_marked(paths: Sequence[Path], output: OutputOptions) -> Audit:
    """Write one file with its numbers marked, as the extension of the output says."""
    from moditrack.audit.audit import audit_file
    from moditrack.output import output_stream

    if len(paths) != 1:
        raise click.UsageError("One file at a time is marked: name one FILE.")
    path = paths[0]
    if str(output.output).lower().endswith(".pdf"):
        return _write_pdf(path, output)
    from moditrack.audit.marked_document.marked_page import page

    found = audit_file(path)
    with output_stream(output) as stream:
        stream.write(page(path.name, found))
    return found


def _write_pdf(path: Path, output: OutputOptions) -> Audit:
    """Write a PDF with its numbers highlighted."""
    from moditrack import read_file
    from moditrack.audit.audit import audit_file
    from moditrack.documents.formats import is_pdf
    from moditrack.extras import need
    from moditrack.output.files import atomic_binary_file

    if not path.is_file() or not is_pdf(data := read_file.read(path)):
        audit_file(path)  # it names what cannot be read
        raise click.UsageError(f"{path.name} is not a PDF: mark it with -o FILE.html.")
    need("read", "pypdf", "pdfminer")
    from moditrack.audit.marked_document.marked_pdf import audited, marked

    found, layout = audited(path)
    with atomic_binary_file(str(output.output), overwrite=output.overwrite) as stream:
        stream.write(marked(path.name, data, found, layout))
    return found


def _open(name: str) -> None:
    """Show a file in the browser."""
    import webbrowser
    from pathlib import Path

    webbrowser.open(Path(name).resolve().as_uri())
