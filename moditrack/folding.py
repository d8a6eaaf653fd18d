"""What counts as the same name, however it is typed."""

from __future__ import annotations


def fold(name: str) -> str:
    """A name without case, punctuation and a leading "Operation" or "Op"."""
    # No regular expression: to make one takes longer than the query that it is for.
    plain = (sign if sign.isalnum() or sign == "_" else " " for sign in name.casefold())
    words = "".join(plain).split()
    if len(words) > 1 and words[0] in ("operation", "op"):
        words = words[1:]
    return " ".join(words)
