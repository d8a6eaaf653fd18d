"""What counts as the same name, however it is typed."""

from __future__ import annotations

import re


def fold(name: str) -> str:
    """A name without case, punctuation and a leading "Operation" or "Op"."""
    words = re.sub(r"[^\w]+", " ", name.casefold()).split()
    if len(words) > 1 and words[0] in ("operation", "op"):
        words = words[1:]
    return " ".join(words)
