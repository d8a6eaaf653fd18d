"""What is printed before an item: its number or letter, bullets; and what can be a heading."""

from __future__ import annotations

import re
import unicodedata

from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.footnote_marks import SUPERSCRIPTS
from moditrack.documents.lazy_regex import lazy_regex

BULLETS = "•·▪▫‣◦●○■□➢➤✓✔\uf0b7\uf0a7"
"""Characters that are printed only as bullets; the last two are those of Word's symbol fonts."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_HEADING = 120
_NUMBERED_TITLE = lazy_regex(
    r"\b(?:table|figure|chart|appendix|annex|section|part|phase|level|covid) ?-?\d+(?:\.\d+)*"
    rf"|\b{YEAR}(?:[/-]\d{{2,4}})?\b",
    re.IGNORECASE,
)
_MARK = lazy_regex(
    rf"(?P<bullet>[{BULLETS}*–—-]|o)[ \t\u00a0]+(?=\S)"
    rf"|(?P<raised>[{SUPERSCRIPTS}]+)[ \t\u00a0]*(?=\S)"
    r"|(?P<number>\d{1,3}\.|\(?\d{1,3}\)|[A-Z]\.|\(?[a-z]\)|\(?[ivxl]{1,5}\))[ \t\u00a0]+(?=\S)"
    r"|(?P<nested>\d{1,3}(?:\.\d{1,3}){1,4}\.?)[ \t\u00a0]+(?=[A-Z\"'“‘(]|\d[\d,]*%? [a-z])",
    re.ASCII,
)


def split_mark(text: str) -> tuple[str, str]:
    """The mark that a text begins with ("" where there is none), and the rest."""
    found = _MARK.match(text)
    return (found[0].strip(), text[found.end() :]) if found else ("", text)


def is_bullet(mark: str) -> bool:
    """Whether a mark says nothing but that here is an item."""
    return mark in ("o", "-", "*", "–", "—") or (len(mark) == 1 and mark in BULLETS)


def number_of(mark: str) -> str:
    """The number or letter of a mark as a part of a locator: (a) is a, 1.1. is 1.1, ² is 2."""
    plain = "".join(str(unicodedata.digit(c)) if c in SUPERSCRIPTS else c for c in mark)
    return plain.strip("().")


def ordinal(number: int, style: str = "1") -> str:
    """The number of an item as its list prints it: 1, a, A, i or I."""
    if style in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(style) + rest) + letters
        return letters
    if style in ("i", "I") and 0 < number < 4000:
        roman = ""
        for value, printed in _ROMAN:
            roman += printed * (number // value)
            number %= value
        return roman if style == "i" else roman.upper()
    return str(number)


def can_be_heading(text: str) -> bool:
    """Whether a line that is all bold can be a heading: short, unfinished, with no figures."""
    plain = _NUMBERED_TITLE.sub("", text)
    return (
        0 < len(text) < _LONGEST_HEADING
        and "\n" not in text
        and text[-1] not in ".;,:"
        and not any(character.isdecimal() for character in plain)
    )
