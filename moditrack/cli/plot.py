"""moditrack plot"""

from __future__ import annotations

import click

from moditrack.cli.options import (
    Choice,
    Command,
    completes,
    database_option,
    not_standard,
    one_document_option,
    overwrite_option,
)
from moditrack.plots import VIEWS


@click.command(cls=Command)
@click.argument("view", type=Choice(list(VIEWS)))
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    shell_complete=completes("file"),
    help="File to write, with the extension .svg, .png, .html or .json.",
)
@one_document_option
@overwrite_option
@database_option
def command(view: str, output: str, document: str | None, overwrite: bool, db: str | None) -> None:
    """Draw a chart and save it as a file.

    \b
    Views:
      outcomes   offences by year and outcome, stacked bars
      shares     the share of each outcome
      age        victims by age and sex, as a pyramid
      ethnicity  victims by ethnicity and sex
      compare    City of London and national share, with intervals
      maxim      results and seizures of Operation Maxim by phase
      timeline   dated events by operation

    The extension of FILE selects the format: .svg, .png, .html (works offline) or .json
    (Vega-Lite). Needs pip install 'moditrack[plot]'.

    \b
    moditrack plot outcomes -o outcomes.svg
        outcomes of the offences of each year
    moditrack plot compare -o compare.png
        the ratio with its intervals, to paste into a paper
    """
    from moditrack.cli.optional_dependencies import need

    not_standard(output)
    need("plot", "altair", "vl_convert")
    import moditrack
    from moditrack.output.files import atomic_binary_file
    from moditrack.plots import draw
    from moditrack.plots.files import ending, rendered

    ending(output)  # a wrong one is wrong whatever is on the disk
    with moditrack.open(db) as data, atomic_binary_file(output, overwrite=overwrite) as stream:
        stream.write(rendered(draw(data, view, document), output))
