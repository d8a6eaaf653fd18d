"""How wide and high the screen is. Shutil, which knows too, takes as long to load as a query."""

from __future__ import annotations

import os

_MOST = 10_000
"""No screen is wider or higher."""


def width() -> int:
    """The columns of the screen: what COLUMNS says, else the terminal, else 80."""
    return _said("COLUMNS") or _of_the_terminal(0) or 80


def height() -> int:
    """The lines of the screen: what LINES says, else the terminal, else 24."""
    return _said("LINES") or _of_the_terminal(1) or 24


def _said(name: str) -> int:
    """A number of the environment; 0 for what is none."""
    text = os.environ.get(name, "")
    if not (text.isascii() and text.isdecimal()):
        return 0
    return min(int(text.lstrip("0")[:9] or 0), _MOST)  # Python reads no number of any length


def _of_the_terminal(which: int) -> int:
    try:
        return os.get_terminal_size()[which]
    except OSError:
        return 0
