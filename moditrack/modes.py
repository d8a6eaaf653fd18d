"""The modes of files that are made."""

from __future__ import annotations

import os


def umask() -> int:
    """The process's mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
