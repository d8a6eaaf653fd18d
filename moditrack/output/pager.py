"""What is written to a terminal, through the user's pager where it is longer than the screen."""

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
    """A stream to write to; when all is written, it goes to the terminal or to the pager.

    PAGER names the pager (default: less); empty or "cat" it means none, as for git.
    """
    held = BytesIO()
    stream = TextIOWrapper(held, terminal.encoding, terminal.errors, newline="\n")
    yield stream
    stream.flush()
    text = held.getvalue().decode(terminal.encoding)
    if text.count("\n") < screen.height() or not _there_is_a_pager():
        terminal.write(text)
        return
    # As git sets it: leave the text on the screen, and show colour.
    os.environ.setdefault("LESS", "-FRX")
    click.echo_via_pager(text.removesuffix("\n"), color=True if forces_colour() else None)


def _there_is_a_pager() -> bool:
    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:  # a quote that does not end
        return False
    named = bool(words) and words != ["cat"] and shutil.which(words[0]) is not None
    return named and sys.stdin is not None and sys.stdin.isatty()
