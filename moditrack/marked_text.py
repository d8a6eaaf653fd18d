"""A text with the places of what was found in it, for a terminal to mark."""

from __future__ import annotations

from collections.abc import Sequence


class Marked(str):
    """A text with the places (first, last) of what was found in it; the style in which a terminal
    marks them, if it is not that of hits."""

    def __new__(cls, text: str, spans: Sequence[tuple[int, int]] = (), style: str = "") -> Marked:
        marked = super().__new__(cls, text)
        marked.spans = spans
        marked.style = style
        return marked

    spans: Sequence[tuple[int, int]]
    style: str
