"""Standard streams that are closed, as the shell closes them with `>&-`."""

from __future__ import annotations

import io
import os
import sys


def keep_places() -> None:
    """Open what is closed to nowhere: the next file would take its number, and what is written to
    the stream would go into that file. Errors are then for nobody to read."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    if sys.stderr is None:
        sys.stderr = io.StringIO()
