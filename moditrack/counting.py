"""Counts in words: 1 figure, 3 figures, none."""

from __future__ import annotations

from moditrack.figure_text import NUMBER_WORDS

_WORDS = ("no", *NUMBER_WORDS[:9])


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 check, 2 checks; `many` is an irregular plural."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def counted_in_words(number: int, one: str) -> str:
    """The same with the number as a word up to nine, as in running text: two checks."""
    word = _WORDS[number] if number < len(_WORDS) else f"{number:,}"
    return f"{word} {counted(number, one).partition(' ')[2]}"
