"""Show output that is longer than the screen in the user's pager."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from typing import TextIO

import click

from moditrack.output import forces_colour, screen


@contextmanager
def paged(terminal: TextIO) -> Iterator[TextIO]:
    """A stream whose text goes to the terminal, or to the pager if it is longer.

    PAGER names the pager (default: less); empty or "cat" means none, as in git.
    """
    buffer = BytesIO()
    stream = TextIOWrapper(buffer, terminal.encoding, terminal.errors, newline="\n")
    yield stream
    stream.flush()
    text = buffer.getvalue().decode(terminal.encoding)
    if text.count("\n") < screen.height() or not _has_pager():
        terminal.write(text)
        return
    # Like git: leave the text on the screen, and show colour.
    os.environ.setdefault("LESS", "-FRX")
    click.echo_via_pager(text.removesuffix("\n"), color=True if forces_colour() else None)


def _has_pager() -> bool:
    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:  # an unclosed quote
        return False
    installed = bool(words) and words != ["cat"] and shutil.which(words[0]) is not None
    return installed and sys.stdin is not None and sys.stdin.isatty()
