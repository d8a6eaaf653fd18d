"""moditrack browse: the dataset in a web browser."""

from __future__ import annotations

import click

from moditrack.cli.every_command import Command
from moditrack.cli.options import database_option


@click.command(cls=Command)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=8001,
    show_default=True,
    help="Port to listen on; 0 picks a free one.",
)
@click.option("--no-open", is_flag=True, help="Print the address and open no browser.")
@database_option
def command(port: int, no_open: bool, db: str | None) -> None:
    """Browse the dataset in a web browser.

    Datasette serves the tables, the meaning of their columns, and the questions of the other
    commands. It listens on this machine only and is read-only. Stop it with Ctrl-C.

    \b
    moditrack browse
        start it and open a browser
    moditrack browse --port 0 --no-open
        print the address, on a free port
    """
    import contextlib

    from moditrack.extras import need

    with contextlib.suppress(KeyboardInterrupt):
        need("web", "datasette")
        _browse(port, no_open, db)


def _browse(port: int, no_open: bool, db: str | None) -> None:
    import sys

    from moditrack.browse import server

    application = server.datasette(db)
    with server.listen(port) as listening:
        address = f"http://{server.HOST}:{listening.getsockname()[1]}/"
        click.echo(address)
        sys.stdout.flush()
        if not no_open and sys.stdout.isatty():
            _open(address)
        server.serve(application, listening)


def _open(address: str) -> None:
    import threading
    import webbrowser

    # A text browser would block here, before the server answers.
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
