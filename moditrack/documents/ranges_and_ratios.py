"""Numbers that are printed together: ranges, ratios, rates, lists with one unit, bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from moditrack.documents.bounds import BOUND_WORDS, EXACT, RANGE, bound_after, bound_before
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before
from moditrack.documents.plain_number import SCALES
from moditrack.documents.units_and_scales import MONEY

if TYPE_CHECKING:
    from moditrack.documents.quantities import Quantity

_BASE = lazy_regex(
    r"(?:\s[a-z]+){0,2}?\s(?:per|for every|for each)\s"
    r"(?:(?P<digits>\d[\d,]*)(?!\.\d)|(?P<word>hundred|thousand|million|one)\b)"
    r"(?:\s(?P<scale>thousand|million)\b)?"
)
_RATIO = lazy_regex(
    r"(?P<in>[\s-]in[\s-])(?:every\s|each\s)?|\sout\sof(?:\severy|\sthe)?\s|\s?/\s?"
)
_TO = lazy_regex(r"\s?[-–—]\s?[£$€]?|\sto\s(?:as (?:many|much) as\s)?[£$€]?|\sup to\s[£$€]?")
_CHANGE = lazy_regex(
    rf"\b(?:{UP}|{DOWN}|reducing|improv\w+|chang\w+|mov\w+|went|brought|doubl\w+|trebl\w+|tripl\w+"
    r"|halv\w+|compar\w+|rais(?:e|es|ed|ing))\b(?<!up(?= to\b))(?:[^.;]|\.\d)*"
    r"(?<!ranging from )(?<!anywhere from )(?<!anything from )$"
)
"""A word of change, no "up to", where nothing says that what follows is a range."""
_MOST_OR, _MOST_IN = 20, 9
"""The largest number of a range that "or" makes: 1 or 2; the largest before "in" in a ratio."""
_BETWEEN = lazy_regex(rf"\bbetween (?:(?:{BOUND_WORDS}) )?$")
_AND = lazy_regex(r"\sand\s[£$€]?")
_CHANGED_FROM = lazy_regex(rf"\bfrom(?: (?:{BOUND_WORDS}|just|only))?\s$")


def joined(text: str, plain: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Ranges, ratios, rates and bounds, from single numbers."""
    number, found = 0, _listed(plain, found)
    while number < len(found):
        one = found[number]
        number += 1
        if number < len(found) and found[number].start - one.end <= 24:
            if (pair := _pair(text, plain, one, found[number])) is not None:
                one, number = pair, number + 1
            else:
                one, found[number] = _alike(plain, one, found[number])
        yield _with_bound(plain, _with_base(plain, one))


def _pair(text: str, plain: str, one: Quantity, other: Quantity) -> Quantity | None:
    """A range or a ratio of two numbers side by side; None where they are neither."""
    between = plain[one.end : other.start]
    pair = _ratio(between, one, other) or _range(plain, between, one, other)
    if pair is None:
        return None
    start, end = one.start, other.end
    return replace(pair, printed=text[start:end], start=start, end=end)


def _ratio(between: str, one: Quantity, other: Quantity) -> Quantity | None:
    """1 in 54, two out of three, 3/4, 2:1 as a number; None for others, such as 12 in 2019."""
    if one.unit or other.unit:
        return None
    if between == ":":
        is_ratio = other.low > 0
    else:
        match = _RATIO.fullmatch(between)
        is_ratio = match is not None and 0 < one.low <= other.low
        if match is not None and match["in"] and "every" not in between:
            is_ratio = is_ratio and one.low <= _MOST_IN
    if not is_ratio:
        return None
    value = one.low / other.low
    return replace(one, low=value, high=value, unit="ratio", parts=(one.low, other.low))


def _range(plain: str, between: str, one: Quantity, other: Quantity) -> Quantity | None:
    """65-70%, £3-5m, between 5 and 9; None for others, such as rose from 5 to 9."""
    # £3-5m: a currency before the first is that of both.
    in_money = not other.unit and one.unit in MONEY and not one.printed[-1].isalpha()
    same_unit = one.unit in ("", other.unit) or in_money
    if not same_unit or not _is_range(plain, between, one, other):
        return None
    low, scale = one.low, one.scale
    if scale == 1 and other.scale > low:  # £3-5m: both are millions
        scale = other.scale
        low *= scale
    if not low < other.high:
        return None
    decimals = max(one.decimals, other.decimals)
    return replace(
        one, low=low, high=other.high, unit=other.unit or one.unit, scale=scale,
        bound=RANGE, decimals=decimals,
    )  # fmt: skip


def _is_range(plain: str, between: str, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the ends of a range, by what is between them and before."""
    if between == " or ":  # 1 or 2 boats
        neighbours = other.low == one.low + 1 and other.low <= _MOST_OR
        return neighbours and not one.unit and not other.unit
    if one.low.denominator > 1 and one.printed[0].isalpha() and other.printed[0].isdigit():
        return False  # half – 15 – of them
    before = line_before(plain, one.start)
    if _BETWEEN.search(before) and _AND.fullmatch(between):
        return True
    if _TO.fullmatch(between) is None:
        return False
    if " to " not in between:
        return True
    # From 5 to 9 is a range, but where a word of change is before it.
    from_ = before.endswith("from ")
    clause = line_before(plain, one.start, 260) if from_ else before.rpartition(", ")[2]
    return _CHANGE.search(clause) is None


def _alike(plain: str, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two numbers of which one has the unit and scale of both: from 47.0 to 47.9 percent."""
    between, percent = plain[one.end : other.start], "percent"
    if between == " to " and one.scale == 1 and one.unit in ("", other.unit):
        same = one.unit == other.unit or percent in other.unit
        if same and _CHANGED_FROM.search(line_before(plain, one.start)):
            scale = other.scale if one.low < min(other.scale, 100) else 1
            low = one.low * scale
            one = replace(one, low=low, high=low, unit=other.unit, scale=scale)
    elif between == " from " and not other.unit and one.scale == other.scale == 1:
        reached = line_before(plain, one.start).endswith("to ")
        if reached and one.decimals == other.decimals > 0 and percent in one.unit:
            other = replace(other, unit=one.unit)
    return one, other


def _listed(plain: str, found: list[Quantity]) -> list[Quantity]:
    """Numbers of which the last has the unit of all: 5, 10 and 15 per cent."""
    listed = False
    for number in range(len(found) - 2, -1, -1):
        one, other = found[number], found[number + 1]
        between = plain[one.end : other.start]
        bare = not one.unit and one.scale == other.scale == 1 and 0 < one.low < 100
        listed = (
            bare
            # 3 and 4 per cent are alike; 45 and 5% need not be.
            and (
                (between == " and " and other.printed[-1].isalpha()) or (listed and between == ", ")
            )
            and "percent" in other.unit
            and one.decimals == other.decimals
        )
        if listed:
            found[number] = replace(one, unit=other.unit)
    return found


def _with_base(plain: str, quantity: Quantity) -> Quantity:
    """The same with the base of a rate: 12 crimes per 1,000 population."""
    match = _BASE.match(plain, quantity.end)
    if match is None:
        return quantity
    word = match["word"]
    base = int(match["digits"].replace(",", "")) if match["digits"] else 1
    for name in (word, match["scale"]):
        base *= SCALES.get(name or "", 1)
    return replace(quantity, per=Fraction(base)) if base else quantity


def _with_bound(plain: str, quantity: Quantity) -> Quantity:
    """The same with the bound that the words around it give."""
    if quantity.bound != EXACT:
        return quantity
    bound = bound_before(plain, quantity.start, quantity.end)
    if bound == EXACT:
        bound = bound_after(plain, quantity.end)
    return quantity if bound == EXACT else replace(quantity, bound=bound)
