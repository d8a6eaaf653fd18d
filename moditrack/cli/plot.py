"""moditrack plot: draw a chart and save it as a file."""

from __future__ import annotations

import click

from moditrack.cli.every_command import Command
from moditrack.cli.options import (
    Choice,
    check_paths,
    completes,
    database_option,
    one_document_option,
    overwrite_option,
)
from moditrack.cli.terminal_lines import say
from moditrack.plots import PICTURES

_LISTED = "\n".join(f"  {name:<10} {shows}" for name, shows in PICTURES.items())
_HELP = f"""Draw a chart and save it as a file.

Without PICTURE: what there is to draw.

\b
Pictures:
{_LISTED}

The extension of FILE selects the format: .svg, .png, .html (works offline) or .json
(Vega-Lite). Needs the extra 'plot'.

\b
moditrack plot outcomes
    outcomes of the offences of each year, as outcomes.svg
moditrack plot compare -o compare.png
    the ratio with its intervals, to paste into a paper
"""


@click.command(cls=Command, help=_HELP)
@click.argument("picture", type=Choice(list(PICTURES)), metavar="[PICTURE]", required=False)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=completes("file"),
    help="File to write, with the extension .svg, .png, .html or .json [default: PICTURE.svg].",
)
@one_document_option
@overwrite_option
@database_option
def command(
    picture: str | None, output: str | None, document: str | None, overwrite: bool, db: str | None
) -> None:
    """Draw a chart, or list what there is to draw."""
    if picture is None:
        if output is not None:
            raise click.UsageError("-o goes with a picture: name what to draw.")
        say(f"Pictures: {len(PICTURES)}\n{_LISTED}")
        say("\n  'moditrack plot outcomes' draws the first as outcomes.svg; -o names a file.")
        return
    from moditrack.extras import need

    path = f"{picture}.svg" if output is None else output
    check_paths(path)
    need("plot", "altair", "vl_convert")
    import moditrack
    from moditrack.output.files import atomic_binary_file
    from moditrack.plots import draw
    from moditrack.plots.picture_formats import picture_format, rendered

    picture_format(path)  # a wrong one is wrong whatever is on the disk
    with moditrack.open(db) as data, atomic_binary_file(path, overwrite=overwrite) as stream:
        stream.write(rendered(draw(data, picture, document), path))
    if output is None:
        say(f"Written: {path}")
