"""Standard streams that the shell closed, as with `>&-`."""

from __future__ import annotations

import io
import os
import sys


def open_closed_streams() -> None:
    """Open closed streams to the null device.

    Otherwise the next file would get the number of a stream, and its output.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    if sys.stderr is None:
        sys.stderr = io.StringIO()
