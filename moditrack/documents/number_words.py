"""Numbers in words: two hundred and fifty, three-quarters, half a million, two and a half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
"""The numbers below a hundred that are one word."""
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
"""Words that multiply what precedes them."""
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
"""What fractions are called by their denominator."""
GLYPHS = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
"""Fractions in one character."""

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_PART = "|".join(f"{part}s?" for part in PARTS if part != "half") + "|half|halves"
_TOKEN = re.compile(rf"\b(?:{_UNIT}|{_SCALE}|{_PART}|and|an?|of)\b|[ \u00a0-]+", re.IGNORECASE)
_STARTS = re.compile(
    rf"\b(?:(?:an? )?(?:(?:{_SCALE})\b|half\b|(?:third|quarter|fifth|sixth|eighth|tenth)\b)"
    rf"|(?:{_UNIT})\b)",
    re.IGNORECASE,
)
_SINGULAR = ("a", "an")


def starts(text: str) -> Iterator[re.Match[str]]:
    """Where numbers in words may begin."""
    return _STARTS.finditer(text)


def read(text: str, start: int) -> tuple[Fraction, int] | None:
    """The number in words that begins at a place, and where it ends; None where none does."""
    words: list[tuple[str, int]] = []
    at = start
    while (token := _TOKEN.match(text, at)) is not None:
        at = token.end()
        word = token[0].lower()
        if not word.isspace() and word.strip(" \u00a0-"):
            words.append((word, at))
    for length in range(len(words), 0, -1):
        value = _value([word for word, _ in words[:length]])
        if value is not None:
            return value, words[length - 1][1]
    return None


def _value(words: list[str]) -> Fraction | None:
    """The value of words that are one number, all of them; None where they are not."""
    if not words or words[-1] in ("and", "of", *_SINGULAR):
        return None
    if words[-1] == "dozen":
        before = words[:-2] if words[-2:-1] == ["a"] else words[:-1]
        count = _value(before) if before else Fraction(1)
        return None if count is None else 12 * count
    for number, word in enumerate(words):  # two and a half million, half a million
        if word in ("half", "halves") or word.rstrip("s") in PARTS:
            return _fraction(words, number)
    return _whole(words)


def _fraction(words: list[str], at: int) -> Fraction | None:
    """Words with a fraction at a place: what precedes counts its parts or is added to it."""
    part = "half" if words[at] == "halves" else words[at].rstrip("s")
    before, after = words[:at], words[at + 1 :]
    one = Fraction(1, PARTS[part])
    scale = _scale_after(after)
    if scale is None:
        return None
    if not before or before in (["a"], ["an"]):
        # "a third" is also an ordinal: a fraction only before "of", which the caller sees.
        return one * scale
    if len(before) > 2 and before[-2] == "and" and before[-1] in (*_SINGULAR, "one"):
        whole = _whole(before[:-2])  # two and a half
        return None if whole is None else (whole + one) * scale
    if before[-1] == "and":
        return None
    count = _whole(before)  # three quarters
    plural = words[at].endswith("s") or words[at] == "halves"
    if count is None or (count > 1) != plural:
        return None
    return count * one * scale


def _scale_after(words: list[str]) -> Fraction | None:
    """The scale after a fraction: a million, of a million, million; 1 where there is none."""
    rest = words[1:] if words[:1] == ["of"] else words
    rest = rest[1:] if rest and rest[0] in _SINGULAR else rest
    if not words:
        return Fraction(1)
    if len(rest) == 1 and rest[0] in SCALES:
        return Fraction(SCALES[rest[0]])
    return None


def _whole(words: list[str]) -> Fraction | None:
    """A whole number: two hundred and fifty thousand."""
    if words[0] in _SINGULAR:
        words = ["one", *words[1:]] if len(words) > 1 and words[1] in SCALES else []
    total, last = 0, 10**15
    group: list[str] = []
    for word in words:
        if word in SCALES and SCALES[word] > 100:
            value = _below_thousand(group or ["one"])
            if value is None or SCALES[word] >= last:
                return None
            total, last, group = total + value * SCALES[word], SCALES[word], []
        elif word != "and" or group:
            group.append(word)
        elif not total:
            return None
    rest = _below_thousand(group) if group else 0
    return None if rest is None or not words else Fraction(total + rest)


def _below_thousand(words: list[str]) -> int | None:
    """What words before a scale give: two hundred and fifty, seventeen hundred, forty two."""
    if "hundred" in words:
        at = words.index("hundred")
        before = _below_hundred(words[:at] or ["one"])
        after = words[at + 2 :] if words[at + 1 : at + 2] == ["and"] else words[at + 1 :]
        rest = _below_hundred(after) if after else 0
        return None if before is None or rest is None else 100 * before + rest
    return _below_hundred(words)


def _below_hundred(words: list[str]) -> int | None:
    values = [UNITS.get(word) for word in words]
    first, second = values[0], values[1] if len(values) > 1 else 0
    if len(values) > 2 or first is None or second is None:
        return None
    if len(values) == 2 and not (first >= 20 and first % 10 == 0 and 0 < second < 10):
        return None
    return first + second
