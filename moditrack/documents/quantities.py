"""Quantities as reports print them: read whole, with unit, sign, scale and bound.

`quantities` reads running text; `read_cell` what one cell or one recorded figure prints. Numbers
that are not quantities are found by not_quantities.py and periods.py. One pass finds where a number
may begin; everything else looks only around those places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from moditrack.documents import number_words
from moditrack.documents.bounds import EXACT, bound_before
from moditrack.documents.bracketed_amounts import signed
from moditrack.documents.dates.periods import periods
from moditrack.documents.digits import DIGITS, LONGEST, with_decimal_comma, with_spaces
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import simplify
from moditrack.documents.not_quantities import digits_label
from moditrack.documents.not_quantities_in_digits import Label
from moditrack.documents.not_quantities_in_words import part_of, word_label
from moditrack.documents.number_style import PLAIN, Style, style_of
from moditrack.documents.numbered_abbreviations import name_of
from moditrack.documents.numbers_that_count_up import known_by, label_end
from moditrack.documents.page_furniture import LISTED, furniture
from moditrack.documents.plain_number import SCALES
from moditrack.documents.ranges_and_ratios import joined
from moditrack.documents.units_and_scales import (
    is_rand,
    multiplies,
    scale_after,
    sign_and_currency,
    unit_after,
)

_GLYPHS = "".join(number_words.GLYPHS)
MULTIPLES = {
    "twice": 2, "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3,
    "treble": 3, "trebled": 3, "trebling": 3, "thrice": 3, "quadrupled": 4, "quadruple": 4,
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "tenfold": 10,
}  # fmt: skip
"""Words for a number of times as much."""
_OCCASIONS = ("twice", "thrice")
_VAGUE = ("double", "treble", "triple", "quadruple")
# Looking behind first is three times as fast as trying every word in the middle of others.
_CANDIDATE = lazy_regex(
    rf"\d+|(?<![a-z])(?:[{_GLYPHS}]|(?:{'|'.join(MULTIPLES)}|{'|'.join(number_words.ORDINALS)})\b"
    rf"|{number_words.STARTS})"
)
_MULTIPLIED = lazy_regex(
    r"\s(?:the|that|those|what|its|their|his|her|our|last|this|in|by|since|from|between|over|to"
    r"|for|figure)\b|\s?[.,;)]|$"
)
_MIXED = lazy_regex(r" ([123])/([234])\b(?![/\d])")
_PENCE = lazy_regex(r"\. (0\d|\d\d(?=[,;:)]|\s?\Z| per\b| [-–] ))(?!\d)")
"""Pence that a stray blank parts from the pounds: £68. 02."""
_NO_DIGIT = lazy_regex(r"[^\d.]")
IN_ACCOUNTS = lazy_regex(
    r"^(?:(?P<sign>(?:US|NZ|[ACU])?[£$€]) ?)?\( ?(?P<number>\d[\d.,]*) ?\) ?(?P<unit>%|per cent)?$"
)
"""A number in brackets between its currency or percent sign: $(1,234), (12)%."""
_BEFORE_POINT = lazy_regex(r"[^\W_]|\.")
"""What a point that opens a number (.5) does not follow: a digit, a letter, dots up to a page."""
_ATTACHED_LETTER = lazy_regex(r"[a-z]\d")


@dataclass(frozen=True)
class Quantity:
    """A printed quantity.

    low, high: what it says, exact; equal but for a range.
    unit: percent, percentage points, per mille, GBP, USD, EUR, ZAR, pence, times, ratio (one in
    five), or empty for a count or a measure whose noun follows. scale: 1000 for thousands, and
    so on.
    bound: one of those in bounds.py. decimals: those printed, of the number before its scale.
    parts: the two numbers of a ratio. per: the base of a rate. start, end: its span in the text.
    """

    printed: str
    low: Fraction
    high: Fraction
    unit: str = ""
    scale: int = 1
    bound: str = EXACT
    decimals: int = 0
    parts: tuple[Fraction, ...] = ()
    per: Fraction | None = None
    start: int = 0
    end: int = 0

    @property
    def value(self) -> Fraction | None:
        """Its one value; None for a range."""
        return self.low if self.low == self.high else None

    @property
    def place(self) -> Fraction:
        """The unit of its last printed digit: 0.1 for 2.5, 100,000 for 1.2 million."""
        return Fraction(self.scale, 10**self.decimals)

    @property
    def digits(self) -> int:
        """Its digits without sign, point and zeros at the end: 12 for -£1.20 million; 1 for 0."""
        return int(str(int(abs(self.low) / self.place)).rstrip("0") or 1)


@lru_cache(10_000)
def quantities(text: str, style: Style | None = None) -> tuple[Quantity, ...]:
    """Every quantity in a text, in order. Dates, codes and other labels are not among them.

    `style` is that of the document; without it, the text decides by itself.
    """
    plain = simplify(text)
    style = style or style_of(text)
    found = [one for one in _scanned(text, plain, style) if isinstance(one, Quantity)]
    return tuple(joined(text, plain, signed(plain, found)))


@lru_cache(10_000)
def labels(text: str, style: Style | None = None) -> tuple[Label, ...]:
    """The numbers of a text that are not quantities, in order; they do not overlap."""
    found = _scanned(text, simplify(text), style or style_of(text))
    return tuple(one for one in found if isinstance(one, Label))


@lru_cache(10_000)
def read_cell(printed: str) -> Quantity | None:
    """The quantity that a cell, or a recorded figure, prints; None where it prints none.

    Nothing here is a date or a code, and (1,234) is minus 1,234, as accounts print it.
    """
    text = IN_ACCOUNTS.sub(r"(\g<sign>\g<number>\g<unit>)", printed.strip())
    inner = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else ""
    if (
        inner
        and "(" not in inner
        and ")" not in inner
        and re.match(r"\w{0,2}[£$€]?\s?[\d.]", inner)
    ):
        read = read_cell(inner)
        whole = printed.strip()
        return read and replace(
            read, printed=whole, low=-read.high, high=-read.low, start=0, end=len(whole)
        )
    plain = simplify(text)
    found = [one for one in _scanned(text, plain, PLAIN, cell=True) if isinstance(one, Quantity)]
    return next(joined(text, plain, found), None)


def _scanned(text: str, plain: str, style: Style, cell: bool = False) -> Iterator[Label | Quantity]:
    """The labels and the numbers of a text, ranges and ratios not yet joined."""
    if _CANDIDATE.search(plain) is None:
        return
    dated = iter(() if cell else periods(text, style))
    around = iter(() if cell else furniture(text))
    date, printed_around = next(dated, None), next(around, None)
    at = 0
    for match in _CANDIDATE.finditer(plain):
        start = match.start()
        if start < at:
            continue
        while printed_around is not None and printed_around.end <= start:
            printed_around = next(around, None)
        if printed_around is not None and printed_around.start <= start:
            kind, first, at = printed_around
            yield Label(kind, text[first:at], first, at)
            continue
        while date is not None and date.end <= start:
            date = next(dated, None)
        if date is not None and date.start < match.end():
            at = date.end
            kind = "year" if date.kind.endswith("year") else "date"
            yield Label(kind, date.label, date.start, date.end)
            continue
        if style.counted and known_by(text, start) in style.counted:
            at = label_end(text, start)
            yield Label(LISTED, text[start:at], start, at)
            continue
        named = style.numbered and name_of(text, start, match.end(), style.numbered)
        if named:
            first, at = named
            yield Label("reference", text[first:at], first, at)
            continue
        if (one := _one(text, plain, match, style, cell)) is not None:
            at = one.end
            yield one
        elif match[0][0].isdigit():
            at = match.end()


def _one(
    text: str, plain: str, match: re.Match[str], style: Style, cell: bool
) -> Label | Quantity | None:
    start, word = match.start(), match[0]
    if word[0].isdigit():
        return _in_digits(text, plain, match, style, cell)
    if start and (plain[start - 1].isalnum() or plain[start - 1] in "_'"):
        return None
    if word in number_words.GLYPHS:
        return _measured(text, plain, (start, match.end()), number_words.GLYPHS[word])
    if word in MULTIPLES:
        if word in _VAGUE and not cell and _MULTIPLIED.match(plain, match.end()) is None:
            return None
        span = start, match.end()
        occasions = word in _OCCASIONS and not multiplies(plain, *span, span[1])
        unit = "" if occasions else "times"
        return _measured(text, plain, span, Fraction(MULTIPLES[word]), unit=unit)
    label = None if cell else word_label(text, plain, start, match.end(), word)
    return label or _in_words(text, plain, start, cell)


def _in_words(text: str, plain: str, start: int, cell: bool) -> Quantity | None:
    read = number_words.read(plain, start)
    if read is None:
        return None
    value, end = read
    if not cell and value.denominator > 1 and not part_of(plain, start, end):
        return None
    return _scaled(_measured(text, plain, (start, end), value), plain[start:end])


def _scaled(quantity: Quantity, words: str) -> Quantity:
    """The same with the scale that its words end with: two million is as rounded as 2 million."""
    scale = SCALES.get(re.split(r"[\s-]", words)[-1], 1)
    if scale < 1000 or quantity.scale != 1:
        return quantity
    whole = (quantity.low / scale).denominator == 1
    return replace(quantity, scale=scale, decimals=0 if whole else 1)


def _in_digits(
    text: str, plain: str, match: re.Match[str], style: Style, cell: bool
) -> Label | Quantity | None:
    start, end = match.span()
    number = DIGITS.match(plain, start)
    decimal = with_decimal_comma(text, plain, start, style.decimal_comma)
    if not cell and (decimal is None or "." not in decimal[0]):
        label = digits_label(text, plain, start, number.end() if number is not None else end)
        if label is not None:
            return label
    elif (
        start
        and plain[start - 1].isalpha()
        and bound_before(plain, start, end) == EXACT
        and not is_rand(plain, start)
    ):
        return None
    if number is None or len(number[0]) > LONGEST or _ATTACHED_LETTER.match(plain, number.end()):
        return None
    number = decimal or with_spaces(text, plain, start, cell, style.spaced) or number
    printed = number[0]
    if decimal is not None:
        printed = printed.replace(".", "").replace(",", ".")
    glyph = printed[-1] if printed[-1] in number_words.GLYPHS else ""
    digits = printed if printed.isdecimal() else _NO_DIGIT.sub("", printed)
    opens = start == 1 or (start > 1 and not _BEFORE_POINT.match(plain, start - 2))
    if opens and plain[start - 1] == ".":
        start, digits = start - 1, "." + digits
    whole, _, part = digits.partition(".")
    places = len(part)
    # From whole numbers, since a Fraction of a text searches it with a pattern.
    value = Fraction(int(whole + part), 10**places) if places else Fraction(int(digits))
    end = number.end()
    if not places and plain[start - 1 : start] == "£" and (pence := _PENCE.match(plain, end)):
        value, places, end = value + Fraction(int(pence[1]), 100), 2, pence.end()
    if glyph:
        value += number_words.GLYPHS[glyph]
    elif not places and (mixed := _MIXED.match(plain, end)) is not None:  # 12 1/2
        value, end = value + Fraction(int(mixed[1]), int(mixed[2])), mixed.end()
    return _measured(text, plain, (start, end), value, places)


def _measured(
    text: str, plain: str, span: tuple[int, int], value: Fraction, decimals: int = 0, unit: str = ""
) -> Quantity:
    """A number with the sign and currency before it, and the scale and unit after it."""
    start, end = span
    first, sign, currency = sign_and_currency(plain, start)
    scale = 1
    if not unit:
        scale, end = scale_after(plain, end, currency, value)
    named, after = unit_after(plain, start, end, unit or currency)
    if text[end:after].strip() != "PC":  # no percent: 2 PC members
        unit, end = named, after
    else:
        unit = currency
    if scale != 1 or sign != 1:
        value *= scale * sign
    return Quantity(
        text[first:end], value, value, unit, scale, EXACT, decimals, start=first, end=end
    )
