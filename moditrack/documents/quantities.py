"""Quantities as reports print them: read whole, with unit, sign, scale and bound.

`quantities` reads running text; `read_cell` what one cell or one recorded figure prints. Numbers
that are not quantities are found by labels.py and periods.py. One pass finds where a number may
begin; everything else looks only around those places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from moditrack.documents import number_words
from moditrack.documents.bounds import EXACT, RANGE, bound_after, bound_before
from moditrack.documents.digits import DIGITS, LONGEST, with_spaces
from moditrack.documents.label_forms import Label
from moditrack.documents.labels import digits_label
from moditrack.documents.periods import periods
from moditrack.documents.plain import line_before, simplify
from moditrack.documents.units import multiplies, scale_after, sign_and_currency, unit_after
from moditrack.documents.word_labels import ORDINALS, part_of, word_label

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
_CANDIDATE = re.compile(
    rf"\d+|(?<![a-z])(?:[{_GLYPHS}]|(?:{'|'.join(MULTIPLES)}|{'|'.join(ORDINALS)})\b"
    rf"|{number_words.STARTS})"
)
_MULTIPLIED = re.compile(
    r"\s(?:the|that|those|what|its|their|his|her|our|last|this|in|by|since|from|between|over|to"
    r"|for|figure)\b|\s?[.,;)]|$"
)
_BASE = re.compile(
    r"(?:\s[a-z]+){0,2}?\s(?:per|for every|for each)\s"
    r"(?:(?P<digits>\d[\d,]*)(?!\.\d)|(?P<word>hundred|thousand|million|one)\b)"
    r"(?:\s(?P<scale>thousand|million)\b)?"
)
_RATIO = re.compile(
    r"(?P<in>[\s-]in[\s-])(?:every\s|each\s)?|\sout\sof(?:\severy|\sthe)?\s|\s?/\s?"
)
_TO = re.compile(r"\s?[-–—]\s?[£$€]?|\sto\s(?:as (?:many|much) as\s)?[£$€]?|\sup to\s[£$€]?")
_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|rising|fell|fall|fallen|falling|grew|grown|growth|increas\w+|decreas\w+"
    r"|reduc\w+|drop\w*|down|up|declin\w+|chang\w+|mov\w+|went|brought|improv\w+|climb\w*|jump\w*"
    r"|cut|doubl\w+|trebl\w+|tripl\w+|halv\w+|compar\w+)\b(?:[^.;]|\.\d)*$"
)
_ATTACHED_LETTER = re.compile(r"[a-z]\d")


@dataclass(frozen=True)
class Quantity:
    """A printed quantity.

    low, high: what it says, exact; equal but for a range.
    unit: percent, percentage points, per mille, GBP, USD, EUR, pence, times, ratio (one in five),
    or empty for a count or a measure whose noun follows. scale: 1000 for thousands, and so on.
    bound: one of bounds.BOUNDS. decimals: those printed, of the number before its scale.
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


@lru_cache(10_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in a text, in order. Dates, codes and other labels are not among them."""
    plain = simplify(text)
    found = [one for one in _scanned(text, plain) if isinstance(one, Quantity)]
    return tuple(_joined(text, plain, found))


@lru_cache(10_000)
def labels(text: str) -> tuple[Label, ...]:
    """The numbers of a text that are not quantities, in order; they do not overlap."""
    return tuple(one for one in _scanned(text, simplify(text)) if isinstance(one, Label))


def read_cell(printed: str) -> Quantity | None:
    """The quantity that a cell, or a recorded figure, prints; None where it prints none.

    Nothing here is a date or a code, and (1,234) is minus 1,234, as accounts print it.
    """
    text = printed.strip()
    inner = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else ""
    if inner and "(" not in inner and ")" not in inner and re.match(r"[£$€]?\s?[\d.]", inner):
        read = read_cell(inner)
        return read and replace(read, low=-read.high, high=-read.low)
    plain = simplify(text)
    found = [one for one in _scanned(text, plain, cell=True) if isinstance(one, Quantity)]
    return next(_joined(text, plain, found), None)


def _scanned(text: str, plain: str, cell: bool = False) -> Iterator[Label | Quantity]:
    """The labels and the numbers of a text, ranges and ratios not yet joined."""
    dated = iter(() if cell else [*periods(text)])
    date = next(dated, None)
    at = 0
    for match in _CANDIDATE.finditer(plain):
        start = match.start()
        if start < at:
            continue
        while date is not None and date.end <= start:
            date = next(dated, None)
        if date is not None and date.start < match.end():
            at = date.end
            kind = "year" if date.kind.endswith("year") else "date"
            yield Label(kind, date.label, date.start, date.end)
            continue
        one = _one(text, plain, match, cell)
        if one is not None:
            at = one.end
            yield one
        elif match[0][0].isdigit():
            at = match.end()


def _one(text: str, plain: str, match: re.Match[str], cell: bool) -> Label | Quantity | None:
    start, word = match.start(), match[0]
    if word[0].isdigit():
        return _in_digits(text, plain, match, cell)
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
    return _measured(text, plain, (start, end), value)


def _in_digits(text: str, plain: str, match: re.Match[str], cell: bool) -> Label | Quantity | None:
    start, end = match.span()
    number = DIGITS.match(plain, start)
    if not cell:
        label = digits_label(text, plain, start, number.end() if number is not None else end)
        if label is not None:
            return label
    elif start and (plain[start - 1].isalpha() and bound_before(plain, start, end) == EXACT):
        return None
    if number is None or len(number[0]) > LONGEST or _ATTACHED_LETTER.match(plain, number.end()):
        return None
    number = with_spaces(text, plain, start, cell) or number
    printed = number[0]
    glyph = printed[-1] if printed[-1] in number_words.GLYPHS else ""
    digits = re.sub(r"[^\d.]", "", printed)
    if start and plain[start - 1] == "." and not plain[start - 2 : start - 1].isalnum():
        start, digits = start - 1, "." + digits
    value = Fraction(digits) + number_words.GLYPHS.get(glyph, 0)
    places = len(digits.partition(".")[2])
    return _measured(text, plain, (start, number.end()), value, places)


def _measured(
    text: str, plain: str, span: tuple[int, int], value: Fraction, decimals: int = 0, unit: str = ""
) -> Quantity:
    """A number with the sign and currency before it, and the scale and unit after it."""
    start, end = span
    first, sign, currency = sign_and_currency(plain, start)
    scale = 1
    if not unit:
        scale, end = scale_after(plain, end, currency, value)
    unit, end = unit_after(plain, start, end, unit or currency)
    value *= scale * sign
    return Quantity(
        text[first:end], value, value, unit, scale, EXACT, decimals, start=first, end=end
    )


def _joined(text: str, plain: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Ranges, ratios, rates and bounds, from single numbers."""
    number = 0
    while number < len(found):
        one = found[number]
        number += 1
        if number < len(found) and found[number].start - one.end <= 24:
            pair = _pair(text, plain, one, found[number])
            if pair is not None:
                one, number = pair, number + 1
        yield _with_bound(plain, _with_base(plain, one))


def _pair(text: str, plain: str, one: Quantity, other: Quantity) -> Quantity | None:
    """A range or a ratio of two numbers side by side; None where they are neither."""
    between = plain[one.end : other.start]
    span = {"printed": text[one.start : other.end], "start": one.start, "end": other.end}
    ratio = _RATIO.fullmatch(between)
    if ratio is not None and 0 < one.low <= other.low and not one.unit and not other.unit:
        if ratio["in"] and "every" not in between and one.low > 9:
            return None
        value, parts = one.low / other.low, (one.low, other.low)
        return replace(one, low=value, high=value, unit="ratio", parts=parts, **span)  # type: ignore[arg-type]
    if between == ":" and other.low > 0 and not one.unit and not other.unit:
        parts = (one.low, other.low)
        return replace(one, low=one.low / other.low, high=one.low / other.low, unit="ratio",
                       parts=parts, **span)  # type: ignore[arg-type] # fmt: skip
    ranged = _TO.fullmatch(between) is not None
    before = line_before(plain, one.start)
    if before.endswith("between ") and re.fullmatch(r"\sand\s[£$€]?", between):
        ranged = True
    if ranged and " to " in between:
        clause = before if before.endswith("from ") else before.rpartition(", ")[2]
        ranged = _CHANGE.search(clause) is None
    unit = other.unit or one.unit if one.unit in ("", other.unit) or _in_money(one, other) else None
    if not ranged or unit is None:
        return None
    scaled = one.scale == 1 and other.scale > one.low
    low = one.low * (other.scale if scaled else 1)
    high = abs(other.high) if between.strip() == "" else other.high
    if not low < high:
        return None
    return replace(
        one, low=low, high=high, unit=unit, scale=other.scale if scaled else one.scale, bound=RANGE,
        decimals=max(one.decimals, other.decimals), **span,  # type: ignore[arg-type]
    )  # fmt: skip


def _in_money(one: Quantity, other: Quantity) -> bool:
    """Whether a currency before the first of two numbers is that of both: £3-5m."""
    return not other.unit and one.unit in ("GBP", "USD", "EUR") and not one.printed[-1].isalpha()


def _with_base(plain: str, quantity: Quantity) -> Quantity:
    """The same with the base of a rate: 12 crimes per 1,000 population."""
    match = _BASE.match(plain, quantity.end)
    if match is None:
        return quantity
    word = match["word"]
    base = int(match["digits"].replace(",", "")) if match["digits"] else 1
    for name in (word, match["scale"]):
        base *= number_words.SCALES.get(name or "", 1)
    return replace(quantity, per=Fraction(base)) if base else quantity


def _with_bound(plain: str, quantity: Quantity) -> Quantity:
    """The same with the bound that the words around it give."""
    if quantity.bound != EXACT:
        return quantity
    bound = bound_before(plain, quantity.start, quantity.end)
    if bound == EXACT:
        bound = bound_after(plain, quantity.end)
    return quantity if bound == EXACT else replace(quantity, bound=bound)
