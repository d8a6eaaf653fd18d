"""A progress bar on a terminal, for what takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

_PATIENCE = 1.0


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Something to tell how much is done, and of how much; it is drawn on stderr, on a terminal
    alone, and not before a second has passed."""
    began = time.monotonic()
    bar: Any = None
    with ExitStack() as stack:

        def told(done: int, whole: int) -> None:
            nonlocal bar
            if bar is None and sys.stderr.isatty() and time.monotonic() - began > _PATIENCE:
                made = click.progressbar(length=whole, label=label, file=sys.stderr)
                bar = stack.enter_context(made)
            if bar is not None:
                bar.update(done - bar.pos)

        yield told
