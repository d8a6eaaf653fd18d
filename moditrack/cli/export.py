"""moditrack export: write the dataset as a Data Package."""

from __future__ import annotations

import click

from moditrack.cli.every_command import Command
from moditrack.cli.options import check_paths, completes, database_option
from moditrack.cli.terminal_lines import say


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", shell_complete=completes("folder"))
@click.option("--overwrite", is_flag=True, help="Replace the files of a package; keep all others.")
@database_option
def command(folder: str, overwrite: bool, db: str | None) -> None:
    """Write the dataset as a Data Package.

    Creates DIR with a CSV file for each table, datapackage.json (types, units, meanings, keys,
    sources and hashes), a README and CITATION.cff. The folder is written atomically; the same
    database gives the same bytes.

    \b
    moditrack export package
        create the folder package
    moditrack export package --overwrite
        write it again
    """
    from moditrack.db.connection import open_database
    from moditrack.errors import one_line
    from moditrack.export.package import export

    check_paths(folder)
    counts = export(open_database(db), folder, overwrite=overwrite)
    width = max(len(table) for table in counts)
    for table, rows in counts.items():
        say(f"{table:<{width}}  {rows:>6}")
    say(f"Exported: {one_line(folder)}")
