"""Numbers as reports print them, in digits or words."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
"""Cardinal numbers."""
OTHER_WORDS: dict[str, int | Fraction] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "hundredth": 100, "thrice": 3, "dozens": 12, "hundreds": 100, "thousands": 1000,
    "millions": 1_000_000, "thirds": 3,
    "quarter": Fraction(1, 4), "quarters": 4, "pair": 2, "couple": 2, "nil": 0, "once": 1,
    "twice": 2, "weekly": 1, "single": 1,
    "both": 2, "double": 2, "half": Fraction(1, 2), "dozen": 12, "none": 0,
}  # fmt: skip
"""Ordinals and other words for quantities or frequencies."""
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
}  # fmt: skip
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
NUMERAL = re.compile(
    r"\d+(?:,\d{3})*(?:\.\d+)?|[½¼¾]|(?:(?<=level )|(?<=levels ))(?:" + _ROMANS + r")\b"
    r"|(?<=\band )(?:ii|iii|iv)\b|\b(?:"
    + "|".join(sorted([*WORDS, *OTHER_WORDS], key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
"""Every number in a text."""

_LONGEST, _MOST = 300, 10**300
"""Longer numbers are not quantities: floats end near 308 digits."""
_NIL = re.compile(r"\b(?:no|not|none|never|nil)\b", re.IGNORECASE)
_SUFFIX = {"k": 1000, "m": 1_000_000, "bn": 1_000_000_000}
_SUFFIXED = re.compile(r"(k|m|bn)\b", re.IGNORECASE)
_SCALES = ("hundred", "thousand", "million", "billion")
_SIGN = re.compile(r"([+-]) ?[£$€]? ?(?=\d)")
_BOUNDS = (
    ("at-least", re.compile(r"\b(?:at least|or over|or more|or above)\b", re.IGNORECASE)),
    ("up-to", re.compile(r"\b(?:up to|at most|or under|or less|or fewer)\b", re.IGNORECASE)),
    (
        "more-than",
        re.compile(r"\b(?:more than|in excess of|over|above)(?:\b|(?=\d))", re.IGNORECASE),
    ),
    (
        "less-than",
        re.compile(r"\b(?:less than|fewer than|under|below)(?:\b|(?=\d))", re.IGNORECASE),
    ),
    ("about", re.compile(r"\b(?:about|around|approximately|some)\b", re.IGNORECASE)),
)
"""Words that state a bound; longer phrases come before the words they contain."""
_GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


@lru_cache(10_000)
def numbers(printed: str) -> tuple[Fraction, ...]:
    """The numbers in a printed quantity, in order; a lone "no", "not" or "never" is zero.

    A sign counts at the start of the quantity ("-9"); between numbers it is a dash ("5-10%").
    """
    text = printed.strip()
    sign = _SIGN.match(text)
    found: list[Fraction] = []
    end = -1
    for match in NUMERAL.finditer(text):
        word = match[0].lower()
        joined = bool(found) and re.fullmatch(r"[ -]", text[end : match.start()]) is not None
        end = match.end()
        if len(word) > _LONGEST:
            continue
        if joined and word in _SCALES and found[-1] < _MOST:
            found[-1] *= WORDS[word]  # two hundred, £1 million
        elif joined and word in WORDS and WORDS[word] < 10 and found[-1] in range(20, 100, 10):
            found[-1] += WORDS[word]  # forty-two
        elif word in _GLYPHS or word in _ROMAN:
            found.append(_GLYPHS.get(word) or Fraction(_ROMAN[word]))
        elif word[0].isdigit():
            suffix = _SUFFIXED.match(text, end)
            scale = _SUFFIX[suffix[1].lower()] if suffix else 1
            found.append(Fraction(word.replace(",", "")) * scale)
        else:
            found.append(Fraction(WORDS[word] if word in WORDS else OTHER_WORDS[word]))
    if not found and _NIL.search(text):
        return (Fraction(0),)
    if sign and sign[1] == "-" and found:
        found[0] = -found[0]
    return tuple(found)


def confirms(printed: str, value: float | None, low: float | None, high: float | None) -> bool:
    """Whether a printed quantity matches the stored value, or the low and high of a range.

    In "1 in every 54" the value is the second number, otherwise the first.
    """
    found = numbers(printed)
    if value is None:
        return (_exact(low), _exact(high)) == found
    if re.match(r"1 in ", printed):
        found = found[1:]
    return bool(found) and found[0] == _exact(value)


def bound_of(printed: str) -> str | None:
    """The bound that the words of a printed quantity state; None where they state none."""
    return next((bound for bound, words in _BOUNDS if words.search(printed)), None)


def decimals(printed: str) -> int:
    """The number of decimals of the first number of a printed quantity."""
    match = re.search(r"\d[\d,]*(?:\.(\d+))?", printed)
    return len(match[1] or "") if match else 0


def _exact(value: float | None) -> Fraction:
    return Fraction(str(value))
