"""The size of the screen, without importing shutil (saves 3 ms)."""

from __future__ import annotations

import os

_MAX_SIZE = 10_000
"""Larger values are cut to this."""


def width() -> int:
    """The columns of the screen: from COLUMNS, else the terminal, else 80."""
    return _from_environment("COLUMNS") or _from_terminal(0) or 80


def height() -> int:
    """The lines of the screen: from LINES, else the terminal, else 24."""
    return _from_environment("LINES") or _from_terminal(1) or 24


def _from_environment(name: str) -> int:
    """A number in an environment variable; 0 if it is none."""
    text = os.environ.get(name, "")
    if not (text.isascii() and text.isdecimal()):
        return 0
    return min(int(text.lstrip("0")[:9] or 0), _MAX_SIZE)  # int() refuses very long numbers


def _from_terminal(which: int) -> int:
    try:
        return os.get_terminal_size()[which]
    except OSError:
        return 0
