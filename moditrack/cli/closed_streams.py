"""Standard streams that are missing at the start because the shell closed them (`>&-`)."""

from __future__ import annotations

import io
import os
import sys


def open_missing_streams() -> None:
    """Open missing streams to the null device.

    Otherwise the next file that is opened would get a stream's number, and its output with it.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    if sys.stderr is None:
        sys.stderr = io.StringIO()
