"""Marks of footnotes: digits that are printed raised, which join no number as superscripts."""

from __future__ import annotations

import re

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)


def is_raised(mark: str) -> bool:
    """Whether what is printed before a text is the mark of a footnote: ²."""
    return mark[:1] != "" and mark[0] in SUPERSCRIPTS


def raised_digits(text: str) -> str:
    """A text with its digits raised."""
    return text.translate(_RAISED)


def raised(text: str) -> str:
    """A text that is printed raised: digits become superscripts.

    Ordinal endings are kept as they are; what else is raised gets brackets after a digit or word.
    """
    plain = text.strip().strip("[]()")
    if plain.isascii() and plain.isdigit():
        return raised_digits(plain)
    if re.fullmatch(r"\d{1,3}(?:, ?\d{1,3})+", plain):  # of several notes
        return raised_digits(plain.replace(" ", ""))
    if not plain or plain.lower() in ("st", "nd", "rd", "th", "tm", "®", "™"):
        return text
    return f"[{plain}]" if len(plain) < 4 else f" {text}"
