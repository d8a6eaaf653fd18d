"""Names as they are compared, however they are typed."""

from __future__ import annotations


def name_key(name: str) -> str:
    """A name without case, punctuation and a leading "Operation" or "Op"."""
    plain = name.casefold()
    # No regular expression: compiling one takes longer than the query.
    if not plain.replace(" ", "").isalnum():
        plain = "".join(sign if sign.isalnum() or sign == "_" else " " for sign in plain)
    words = plain.split()
    if len(words) > 1 and words[0] in ("operation", "op"):
        words = words[1:]
    return " ".join(words)
