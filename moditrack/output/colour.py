"""Whether there is colour, by NO_COLOR and FORCE_COLOR, and whether a stream can show Unicode."""

from __future__ import annotations

import os
from typing import TextIO


def forces_colour() -> bool:
    """Whether the user wants colour in any output."""
    return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")


def plain_console(stream: TextIO) -> bool:
    """Whether a stream cannot show Unicode."""
    try:
        "█●–▁".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return True
    return False
