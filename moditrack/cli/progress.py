"""A progress bar on a terminal, for work that takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

_DELAY = 1.0


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to call with the amount done and the total.

    The bar is drawn on stderr, only on a terminal and only after a second.
    """
    began = time.monotonic()
    bar: Any = None
    with ExitStack() as stack:

        def update(done: int, total: int) -> None:
            nonlocal bar
            if bar is None and sys.stderr.isatty() and time.monotonic() - began > _DELAY:
                new = click.progressbar(length=total, label=label, file=sys.stderr)
                bar = stack.enter_context(new)
            if bar is not None:
                bar.update(done - bar.pos)

        yield update
