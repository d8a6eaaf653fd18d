"""Numbers in words: two hundred and fifty, three-quarters, half a million, two and a half."""

from __future__ import annotations

import re
from fractions import Fraction

from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.plain_number import SCALES, SMALL_NUMBERS

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = {word: number for number, word in enumerate(SMALL_NUMBERS)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
"""The numbers below a hundred that are one word."""
NUMBER_WORD = "|".join(sorted(UNITS, key=len, reverse=True))
"""A pattern of them."""
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ),
        start=1,
    )
} | {"thirtieth": 30}  # fmt: skip
"""Ordinals below forty that are one word."""
ORDINAL_ENDING = r"(?:st|nd|rd|th)"
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

_ONES = "|".join(SMALL_NUMBERS[1:10])
_BIG = "|".join(word for word, size in SCALES.items() if size >= 1000)
_PART = "|".join(PARTS)
_PLURAL = "halves|" + "|".join(f"{part}s" for part in PARTS if part != "half")
_BELOW_100 = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONES})\b)?"
    rf"|{'|'.join(sorted(SMALL_NUMBERS, key=len, reverse=True))})\b"
)
_AND = rf"(?:\sand\s|[\s-]){_BELOW_100}(?![\s-](?:hundred|dozen)\b)"
_GROUP = rf"(?:(?:{_BELOW_100}|an?)[\s-]hundred\b(?:{_AND})?|{_BELOW_100})"
_OF_SCALE = rf"(?:(?:\sof)?\san?)?[\s-](?P<scale>{_BIG}|hundred|dozen)\b"
_FORMS = (
    # two and a half million
    rf"(?P<whole>{_BELOW_100})\sand\s(?:an?|one|three)[\s-](?P<part>{_PART}|quarters)\b"
    rf"(?:[\s-](?P<scale>{_BIG}|hundred|dozen)\b)?",
    # three-quarters of a million; one third; half a million; a quarter
    rf"(?P<count>{_BELOW_100})[\s-](?P<part>{_PLURAL})\b(?:{_OF_SCALE})?",
    rf"(?:(?:an?|one)[\s-])?(?P<part>{_PART})\b(?!-)(?:{_OF_SCALE})?",
    rf"(?P<count>one|three)[\s-](?P<part>fourths?)\b(?!-)(?:{_OF_SCALE})?",  # not "the fourth"
    rf"(?P<count>{_BELOW_100}|an?)[\s-](?P<scale>dozen)\b",
    # one million two hundred thousand and five
    rf"(?P<count>(?:{_GROUP}|an?)[\s-](?:{_BIG})\b"
    rf"(?:(?:,\s|\s)(?:and\s)?{_GROUP}[\s-](?:{_BIG})\b){{0,3}}(?:\s(?:and\s)?{_GROUP})?|{_GROUP})",
)
_READERS = [lazy_regex(form) for form in _FORMS]
# Only the article is taken: what "than half" has is half.
_ARTICLE = rf"an?(?=[\s-](?:{_BIG}|hundred|dozen|{_PART})\b)"
STARTS = rf"(?:{NUMBER_WORD}|{_ARTICLE}|{_PART})\b"
"""A pattern of where numbers in words may begin, in lower case."""


_ALONE = lazy_regex(r"([a-z]+)\b(?:[\s-]([a-z]+))?")
"""A word, and the next one."""
_GO_ON = {"and", "hundred", *UNITS, *SCALES, *PARTS, *_PLURAL.split("|"), "fourth", "fourths"}
"""Words that make one number with the word before them."""
_WHICH = ("first ", "last ", "same ", "next ", "past ", "previous ", "other ")
_OF_A_YEAR = lazy_regex(rf" of (?:the |fy ?)?(?:{YEAR}|(?:financial |fiscal )?year\b)")
"""What is around quarters of a year."""


def read(text: str, start: int) -> tuple[Fraction, int] | None:
    """The number in words that begins at a place of a text in lower case, and where it ends."""
    alone = _ALONE.match(text, start)
    if alone is not None and alone[1] in UNITS and alone[2] not in _GO_ON:
        return Fraction(UNITS[alone[1]]), alone.end(1)  # most: to compile the others takes longer
    for reader in _READERS:
        match = reader.match(text, start)
        if match is not None and not _are_counted(text, match):
            return _value(match.groupdict()), match.end()
    return None


def _are_counted(text: str, match: re.Match[str]) -> bool:
    """Whether parts are counted: four quarters of the year, the first three quarters of 2023."""
    found = match.groupdict()
    count = found.get("count")
    if found.get("part") != "quarters" or count is None:
        return False
    if _whole(count) >= PARTS["quarter"] or _OF_A_YEAR.match(text, match.end()) is not None:
        return True
    return text.endswith(_WHICH, 0, match.start())


def _value(found: dict[str, str | None]) -> Fraction:
    count, part, scale = found.get("count"), found.get("part"), found.get("scale")
    value = Fraction(1)
    if count is not None and count not in ("a", "an"):
        value = Fraction(_whole(count))
    if part is not None:
        size = "half" if part == "halves" else part if part in PARTS else part[:-1]
        value /= PARTS.get(size, 4)  # a fourth is a quarter
        if found.get("whole") is not None:
            value = _whole(str(found["whole"])) + value * (3 if part == "quarters" else 1)
    return value * SCALES[scale] if scale is not None else value


def _whole(words: str) -> int:
    """A whole number: two hundred and fifty thousand."""
    total = group = 0
    for word in re.split(r"[\s,-]+", words):
        if word in UNITS:
            group += UNITS[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0
    return total + group
