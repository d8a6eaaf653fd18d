"""Quantities as reports print them: read whole, with unit, sign, scale and bound.

`quantities` reads running text; `read_cell` what one cell or one recorded figure prints. Numbers
that are no quantities (dates, codes, ordinals) are found by documents/labels.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from moditrack.documents import number_words
from moditrack.documents.labels import labels

_SPACE = r"[ \u00a0\u2009\u202f]"
_DIGITS = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?!\d|,\d)|\d+)(?:\.\d+)?"
    r"|(?<![\d.])\.\d+"
)
_GLYPHS = "".join(number_words.GLYPHS)
_NUMBER = re.compile(rf"(?:{_DIGITS})(?:[ \u00a0]?[{_GLYPHS}])?|[{_GLYPHS}]")
_MINUS = re.compile(r"(?:(?:(?<=[\s(£$€=])|^)([-\u2212\u2013+])[ ]?|\bminus )([£$€]?)[ ]?$", re.I)
_CURRENCIES = {"£": "GBP", "$": "USD", "€": "EUR"}
_CURRENCY = re.compile(r"([£$€])[ \u00a0]?$")
_SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9,
    "billion": 10**9, "tn": 10**12, "trillion": 10**12, "hundred": 100, "dozen": 12,
}  # fmt: skip
_SCALE = re.compile(
    r"(?:(k|mn|m|bn|tn)|[ \u00a0-]?(thousand|million|billion|trillion|hundred|dozen)"
    r"|[ \u00a0](bn|m|mn))\b",
    re.IGNORECASE,
)
_UNITS = (
    ("percentage points", r"[ \u00a0-]?percentage[ -]points?\b|[ \u00a0]?%[ -]points?\b"
                          r"|[ \u00a0]?p\.?p(?:ts?)?\b|[ \u00a0]points?\b"),
    ("percent", r"[ \u00a0]?%|[ \u00a0-]?per[ -]?cent\b|[ \u00a0]?pc\b"),
    ("per mille", r"[ \u00a0]?‰|[ \u00a0]?per mille\b"),
    ("GBP", r"[ \u00a0]pounds?(?: sterling)?\b"),
    ("EUR", r"[ \u00a0]euros?\b"),
    ("USD", r"[ \u00a0]dollars?\b"),
    ("pence", r"p\b|[ \u00a0]pence\b"),
    ("times", r"(?:-fold|fold|[ \u00a0]times)\b|[x×](?![\w])"),
)  # fmt: skip
_UNIT = [(unit, re.compile(pattern, re.IGNORECASE)) for unit, pattern in _UNITS]
_RATE = re.compile(r"[ \u00a0](?:per|for every|for each)[ \u00a0](?=[\d\w])", re.I)
_RATIO = re.compile(r"[ \u00a0-](?:in|out of)(?: every| each)?[ \u00a0-]", re.IGNORECASE)
_RANGE = re.compile(r"[ \u00a0]?[-\u2013\u2014][ \u00a0]?[£$€]?|[ \u00a0]to[ \u00a0][£$€]?", re.I)
_MULTIPLES = {
    "twice": 2, "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "trebled": 3, "treble": 3,
    "tripled": 3, "thrice": 3, "quadrupled": 4, "twofold": 2, "threefold": 3, "fourfold": 4,
    "fivefold": 5, "sixfold": 6, "tenfold": 10,
}  # fmt: skip
_MULTIPLE = re.compile(rf"\b(?:{'|'.join(_MULTIPLES)})\b", re.IGNORECASE)
_BEFORE = (
    ("at-least", r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of"
                 r"|minimum of|as (?:young|few|little) as|≥|>="),
    ("up-to", r"up to|at most|no more than|not more than|a maximum of|maximum of|≤|<="),
    ("more-than", r"just over|(?:well )?over|more than|in excess of|above|greater than"
                  r"|exceed(?:ing|ed|s)?|>"),
    ("less-than", r"just under|under the age of|under|less than|fewer than|below|<"),
    ("about", r"about|around|approximately|approx\.?|roughly|some|almost|nearly|close to"
              r"|circa|c\.|~|an estimated|estimated(?: at)?"),
)  # fmt: skip
_BOUND_BEFORE = [
    (bound, re.compile(rf"(?:(?<![\w])(?:{words})){_SPACE}?(?:a |an )?[£$€]?{_SPACE}?$", re.I))
    for bound, words in _BEFORE
]
_BOUND_AFTER = (
    ("at-least", re.compile(r"\+(?!\d)|(?: \w+)? or (?:more|over|above|older)\b", re.IGNORECASE)),
    ("up-to", re.compile(r"(?: \w+)? or (?:less|fewer|under|below|younger)\b", re.IGNORECASE)),
)
_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|fell|fall|fallen|grew|grown|increas\w+|decreas\w+|reduc\w+|drop\w*|down"
    r"|up|declin\w+|chang\w+|mov\w+|went|brought)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(r"\b(?:over|under|above|below)$", re.IGNORECASE)
"""Bounds that may touch their number: Over18."""
_GOES_ON = re.compile(r"[a-z]\d", re.IGNORECASE)
"""What makes digits a part of something else: 1e9."""
_OF = re.compile(r" of\b(?! 20| 19)")
_NEAR = 60
"""Characters before a number that can say something of it."""
_LONGEST = 300
"""Longer numbers are not quantities: floats end near 308 digits."""


@dataclass(frozen=True)
class Quantity:
    """A printed quantity.

    low, high: what it says, exact; equal but for a range; None on a side that it leaves open.
    unit: percent, percentage points, per mille, GBP, USD, EUR, pence, times, ratio (one in five),
    or empty for a count or a measure whose noun follows. scale: 1000 for thousands, and so on.
    bound: at-least, up-to, more-than, less-than, about, range or exact. decimals: those printed,
    of the number before its scale. parts: the two numbers of a ratio. per: the base of a rate.
    start, end: its span in the text.
    """

    printed: str
    low: Fraction
    high: Fraction
    unit: str = ""
    scale: int = 1
    bound: str = "exact"
    decimals: int = 0
    parts: tuple[Fraction, ...] = ()
    per: Fraction | None = None
    start: int = 0
    end: int = 0

    @property
    def value(self) -> Fraction | None:
        """Its one value; None for a range."""
        return self.low if self.low == self.high else None


def rounding_interval(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """What a quantity may stand for: half a unit of its last printed place, times its scale.

    A plain count stands for itself.
    """
    rounded = quantity.decimals or quantity.scale > 1 or quantity.unit in ("percent", "per mille")
    half = Fraction(quantity.scale, 2 * 10**quantity.decimals) if rounded else Fraction(0)
    return quantity.low - half, quantity.high + half


@lru_cache(10_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in a text, in order. Dates, codes and other labels are not among them."""
    taken = [(label.start, label.end) for label in labels(text)]
    return tuple(_joined(text, list(_single(text, taken))))


def read_cell(printed: str) -> Quantity | None:
    """The quantity that a cell, or a recorded figure, prints; None where it prints none.

    Nothing here is a date or a code, and (1,234) is minus 1,234, as accounts print it.
    """
    text = printed.strip()
    negative = re.fullmatch(rf"\(([£$€]?{_SPACE}?(?:{_DIGITS})[^()]*)\)", text)
    if negative:
        inner = read_cell(negative[1])
        return inner and _scaled(inner, -1)
    found = _joined(text, list(_single(text, [])))
    return next(iter(found), None)


def _scaled(quantity: Quantity, factor: int) -> Quantity:
    ends = sorted((quantity.low * factor, quantity.high * factor))
    return Quantity(**vars(quantity) | {"low": ends[0], "high": ends[1]})


def _single(text: str, taken: list[tuple[int, int]]) -> Iterator[Quantity]:
    """The numbers of a text with sign, scale and unit, ranges and ratios not yet joined.

    `taken` are the spans of labels, in order: no number that touches one is a quantity.
    """
    at, label = 0, 0
    for match in _candidates(text):
        start = match.start()
        while label < len(taken) and taken[label][1] <= start:
            label += 1
        if start < at:
            continue
        if label < len(taken) and taken[label][0] < match.end():
            at = taken[label][1]
            continue
        read = _number(text, match)
        if read is None:
            continue
        end, value, decimals, unit = read
        quantity = _with_unit(text, start, end, value, decimals, unit)
        at = quantity.end
        yield quantity


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Where a number may begin, in order: digits before words."""
    found = [*_NUMBER.finditer(text), *_MULTIPLE.finditer(text), *number_words.starts(text)]
    return iter(sorted(found, key=re.Match.start))


def _number(text: str, match: re.Match[str]) -> tuple[int, Fraction, int, str] | None:
    """The number at a place: its end, value, decimals, and unit where a word gives it."""
    start, printed = match.start(), match[0]
    if match.re is _MULTIPLE:
        return match.end(), Fraction(_MULTIPLES[printed.lower()]), 0, "times"
    if match.re is _NUMBER:
        glyph = number_words.GLYPHS.get(printed[-1], Fraction(0))
        plain = re.sub(r"[^\d.]", "", printed)
        attached = start > 0 and (text[start - 1].isalpha() or text[start - 1] == "_")
        if (
            _GOES_ON.match(text, match.end())
            or len(plain) > _LONGEST
            or (attached and not _ATTACHED.search(_before(text, start)))
        ):
            return None
        return match.end(), Fraction(plain or 0) + glyph, len(plain.partition(".")[2]), ""
    read = number_words.read(text, start)
    if read is None or (read[0].denominator > 1 and _ordinal(text, start, read[1])):
        return None
    return read[1], read[0], 0, ""


def _with_unit(
    text: str, start: int, end: int, value: Fraction, decimals: int, unit: str
) -> Quantity:
    """A number with the sign and currency before it, and the scale and unit after it."""
    before = _before(text, start)
    minus = _MINUS.search(before)
    currency = _CURRENCY.search(before[: minus.start()] if minus and not minus[2] else before)
    scale = 1
    while unit == "" and (match := _SCALE.match(text, end)) is not None:
        word = (match[1] or match[2] or match[3]).lower()
        if match[3] is not None and currency is None and word != "bn":
            break
        scale, end = scale * _SCALES[word], match.end()  # 2 hundred thousand
    unit = unit or (_CURRENCIES[currency[1]] if currency else "")
    for name, pattern in _UNIT:
        if unit in ("", name) and (match := pattern.match(text, end)) is not None:
            unit, end = name, match.end()
            break
    marks = [mark.start() for mark in (minus, currency) if mark is not None]
    first = start - len(before) + min(marks) if marks else start
    value *= scale * (-1 if minus and minus[1] != "+" else 1)
    return Quantity(
        text[first:end], value, value, unit, scale, "exact", decimals, start=first, end=end
    )


def _before(text: str, start: int) -> str:
    """What precedes a place, as far as it can matter."""
    return text[max(0, start - _NEAR) : start]


def _ordinal(text: str, start: int, end: int) -> bool:
    """Whether a word such as third or quarter is an ordinal or a part of a year."""
    word = text[start:end].lower()
    if word in ("third", "quarter", "fifth", "sixth", "eighth", "tenth", "a quarter", "a third"):
        return _OF.match(text, end) is None
    return False


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Ranges, ratios, rates and bounds, from single numbers."""
    joined: list[Quantity] = []
    rest = iter(range(len(found)))
    for number in rest:
        one = found[number]
        other = found[number + 1] if number + 1 < len(found) else None
        pair = _pair(text, one, other) if other is not None else None
        if pair is not None:
            next(rest, None)
        joined.append(_with_bound(text, pair or one))
    return joined


def _pair(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """A range or a ratio of two numbers side by side; None where they are neither."""
    between = text[one.end : other.start]
    whole = text[one.start : other.end]
    span = {"printed": whole, "start": one.start, "end": other.end}
    if _RATIO.fullmatch(between) and 0 < one.low <= other.low and not one.unit and not other.unit:
        value = one.low / other.low
        parts = (one.low, other.low)
        return Quantity(**vars(one) | span | {
            "low": value, "high": value, "unit": "ratio", "parts": parts})  # fmt: skip
    ranged = _RANGE.fullmatch(between) is not None
    before = _before(text, one.start)
    if re.search(r"\bbetween $", before, re.IGNORECASE) and re.fullmatch(r" and [£$€]?", between):
        ranged = True
    if re.search(r"\bfrom $", before, re.IGNORECASE) and _CHANGE.search(before[:-5]):
        ranged = False
    if " to " in between and _CHANGE.search(before):
        ranged = False
    unit = other.unit if not one.unit or other.unit == one.unit else None
    if not ranged or unit is None:
        return None
    scale = other.scale if one.scale == 1 and one.unit in ("", unit) else one.scale
    low = one.low * (other.scale if one.scale == 1 and other.scale > one.low else 1)
    high = abs(other.high) if between.strip() == "" else other.high
    if not low < high:
        return None
    return Quantity(**vars(one) | span | {
        "low": low, "high": high, "unit": unit, "scale": scale, "bound": "range",
        "decimals": max(one.decimals, other.decimals)})  # fmt: skip


def _with_bound(text: str, quantity: Quantity) -> Quantity:
    """The same with the bound that the words around it give, and with the base of a rate."""
    changed: dict[str, object] = {}
    if quantity.bound == "exact":
        before = _before(text, quantity.start)
        for bound, pattern in _BOUND_BEFORE:
            if pattern.search(before) is not None:
                changed["bound"] = bound
                break
        else:
            for bound, pattern in _BOUND_AFTER:
                if pattern.match(text, quantity.end) is not None:
                    changed["bound"] = bound
                    break
    rate = _RATE.match(text, quantity.end)
    if rate is not None:
        base = _NUMBER.match(text, rate.end())
        read = number_words.read(text, rate.end()) if base is None else None
        if base is not None:
            changed["per"] = Fraction(re.sub(r"[^\d.]", "", base[0]) or 1)
        elif read is not None:
            changed["per"] = read[0]
    return Quantity(**vars(quantity) | changed) if changed else quantity
