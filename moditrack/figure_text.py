"""A figure in a line of text: its number beside what it counts."""

from __future__ import annotations

from moditrack.documents.plain_number import SMALL_NUMBERS

NUMBER_WORDS = SMALL_NUMBERS[1:11]


def figure_text(printed: str, description: str) -> str:
    """A number and what it counts: 371: Brothels visited; words that are no number come last, in
    quotation marks, as the document has them."""
    first = printed.casefold().split(" ")[0]
    if first in NUMBER_WORDS or any(sign.isdigit() for sign in printed):
        return f"{printed}: {description}"
    return f"{description}: '{printed}'"


def quoted_words(printed: str) -> str:
    """What is printed, in quotation marks where it has no number."""
    has_number = any(word in NUMBER_WORDS for word in printed.casefold().split())
    return printed if has_number or any(sign.isdigit() for sign in printed) else f"'{printed}'"
