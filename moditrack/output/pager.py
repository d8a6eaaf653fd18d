"""The pager: which, and only where the output is longer than the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import islice
from typing import TextIO

import click

from moditrack.output import screen_size
from moditrack.output.colour import forces_colour

_IN_MEMORY = 8 * 2**20
"""Bytes of output that are kept in memory; more goes to a temporary file."""


@contextmanager
def paged(terminal: TextIO) -> Iterator[TextIO]:
    """A stream whose text goes to the terminal, or to the pager if it is longer.

    PAGER names the pager (default: less); empty or "cat" means none, as in git.
    """
    if not _has_pager():
        yield terminal
        return
    from tempfile import SpooledTemporaryFile  # with what it loads: 10 million instructions

    with SpooledTemporaryFile(_IN_MEMORY) as buffer:
        stream = TextIOWrapper(buffer, terminal.encoding, terminal.errors, newline="\n")
        yield stream
        stream.seek(0)
        long = sum(1 for _ in islice(stream, screen_size.height())) == screen_size.height()
        stream.seek(0)
        if not long:
            terminal.writelines(stream)
            return
        # Like git: leave the text on the screen, and show colour.
        os.environ.setdefault("LESS", "-FRX")
        click.echo_via_pager(_without_last_end(stream), color=True if forces_colour() else None)


def _without_last_end(lines: Iterable[str]) -> Iterator[str]:
    """The lines, the last without its end, which click adds."""
    held = ""
    for line in lines:
        yield held
        held = line
    yield held.removesuffix("\n")


def _has_pager() -> bool:
    pager = os.environ.get("PAGER", "less")
    if pager.strip() in ("", "cat") or sys.stdin is None or not sys.stdin.isatty():
        return False
    import shlex
    import shutil

    try:
        words = shlex.split(pager)
    except ValueError:  # an unclosed quote
        return False
    return bool(words) and shutil.which(words[0]) is not None
