"""Words as search compares them: one form for all spellings, in the index and in the query.

`co-ordinated` and `coordinated`, `CO14` and `CO-14`, `women's` and `women`, `organize` and
`organise`, `1,234` and `1234.00`, `04` and `4`, `began` and `starts` become equal. The index stems
the words, which takes an author for an authority, equality for equal and an office for an officer:
words in -ity, and offices, are spelt so that they keep their end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from moditrack.citations import ID

STEMMER = "porter unicode61"
"""How the index of SQLite splits and stems words."""
_ID = ID.replace("a-z", "A-Za-z")  # to ignore case takes longer
_WORD = re.compile(
    # The id of a document, whose day is no number. Most words have no hyphen: see that first.
    rf"(?<![\w-])(?=[A-Za-z0-9]+-){_ID}-\d{{4}}-\d\d-\d\d\b"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
    # A blank among the hyphens would make a set that takes half of the time to compile.
    r"|(?:(?i:anti|co|de|e|inter|multi|non|pre|pro|re|sub|un)[-\u2010\u2011]"
    r"|(?i:anti|inter|multi|non) )"
    r"[^\W\d_]{2,}(?:['\u2019][^\W\d_]+)*"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*"
)
_BEFORE_A_BLANK = {"anti", "inter", "multi", "non"}
_BEGIN = {
    "began", "begun", "start", "starts", "started", "starting",
    "commence", "commences", "commenced", "commencing",
}  # fmt: skip
_MARKS = ".,;:()'\u2018\u2019\"\u201c\u201d"
_SIGNS = dict.fromkeys(map(ord, "-\u2010\u2011'\u2019 "))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each word of a text, in order."""
    return (match.span() for match in _WORD.finditer(text))


def words(text: str) -> str:
    """The words of a text as they are indexed."""
    found: list[str] = []
    for part in text.split():
        own = _words_of(part)
        if own is None:
            return " ".join(map(_normalised, _WORD.findall(text)))
        found += own
    return " ".join(found)


@lru_cache(maxsize=20_000)
def _words_of(part: str) -> tuple[str, ...] | None:
    """The words of a text without blanks; None where a word may be one with the next.

    Texts repeat their words: to search each for words takes a tenth of a seed.
    """
    letters = part.strip(_MARKS)
    found = [letters] if letters.isalpha() else _WORD.findall(part)
    if found and found[-1].lower() in _BEFORE_A_BLANK and part.endswith(found[-1]):
        return None
    return tuple(map(_normalised, found))


@lru_cache(maxsize=20_000)
def _normalised(word: str) -> str:
    if word[0].isdigit():
        number, _, pence = word.replace(",", "").partition(".")
        number = number.lstrip("0") or "0"  # 2003/04 is printed 2003/4, too
        return f"{number}p{pence}" if pence.strip("0") else number  # one word, not two
    plain = word.casefold().removesuffix("'s").removesuffix("\u2019s").translate(_SIGNS)
    plain = re.sub(r"([iy])z(?=[aei])", r"\1s", plain) if "z" in plain else plain
    plain = re.sub(r"(?<=...)it(?:y|ies)$", "itee", plain) if "it" in plain else plain
    if plain in ("office", "offices"):
        return "officeroom"
    return "begin" if plain in _BEGIN else plain
