"""Texts with what was found in them, which a terminal marks."""

from __future__ import annotations

from collections.abc import Sequence


class Marked(str):
    """A text with the places (first, last) of what was found in it, which a terminal marks in a
    style."""

    def __new__(
        cls, text: str, spans: Sequence[tuple[int, int]] = (), style: str = "bold"
    ) -> Marked:
        marked = super().__new__(cls, text)
        marked.spans = spans
        marked.style = style
        return marked

    spans: Sequence[tuple[int, int]]
    style: str
