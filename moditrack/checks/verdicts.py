"""Compare a printed quantity with what the figures give: verdict (cut off, ...), and why."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from moditrack.checks.exact_values import Value
from moditrack.checks.rounding import Number, is_fraction, rounding_interval, step
from moditrack.documents.bounds import LOWER
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import NOT_ROUNDED
from moditrack.ways_to_round import ROUNDINGS

_NUMBER = lazy_regex(r"-?\d+(?:\.\d+)?")


@dataclass
class Result:
    """The result of recomputing a claim: verdict, value, reason, and arithmetic in steps.

    remark: what else may explain it, such as a usual mistake; in_a_line: the arithmetic of a few
    numbers, 46 + 102; chance: whether a change of counts could be chance, with its p-value.
    """

    verdict: str
    recomputed: str | None
    reason: str
    steps: list[str] = field(default_factory=list)
    remark: str = ""
    in_a_line: str | None = None
    chance: str | None = None

    @property
    def why(self) -> str:
        """The reason with the remark."""
        return f"{self.reason}; {self.remark}" if self.remark else self.reason

    def remarked(self, remark: str, verdict: str = "") -> Result:
        """The same with one more remark, and another verdict where one is given."""
        remark = f"{self.remark}; {remark}" if self.remark else remark
        return replace(self, verdict=verdict or self.verdict, remark=remark)


def compare(stated: Quantity, value: Value, rounded_to: int = 0) -> str:
    """The verdict on a stated quantity, within what is printed.

    A plain count must be equal. A number with decimals, a scale or a percent sign must be the value
    rounded half up or half to even or, where the inputs are rounded, the intervals must meet.
    A bound must hold; where it holds only when rounded, the verdict is `ambiguous`.
    """
    if stated.bound in _HOLDS:
        return _bounded(stated, value, rounded_to)
    unit = step(stated, rounded_to)
    low, high = rounding_interval(stated, rounded_to)
    if value.exact is not None and value.low == value.high and _plain(stated) and unit:
        if _is_rounded(value.exact, stated.low, unit):
            return "consistent"
    elif value.low <= high and low <= value.high:
        inside = low <= value.low and value.high <= high
        fits = value.exact is not None and low <= value.exact <= high
        return "consistent" if inside or fits or not value.open else "not-checkable"
    return _cut_off(stated, value, unit) if _plain(stated) and unit else "inconsistent"


def _plain(stated: Quantity) -> bool:
    return stated.bound == "exact" and stated.low == stated.high and not is_fraction(stated)


def _is_rounded(exact: Fraction, stated: Fraction, unit: Fraction) -> bool:
    """Whether a value rounds to a number: at a tie, half up and half to even both count."""
    near = (ROUNDINGS[rule](exact / unit, 0) * unit for rule in ("half up", "half to even"))
    return stated in near


def _cut_off(stated: Quantity, value: Value, unit: Fraction) -> str:
    if value.exact is not None and (value.exact < 0) == (stated.low < 0):
        for verdict, rule in (("truncated", "cut off"), ("rounded-up", "up")):
            if ROUNDINGS[rule](value.exact / unit, 0) * unit == stated.low:
                return verdict
    return "inconsistent"


_HOLDS: dict[str, Callable[[Number, Number], bool]] = {
    "at-least": operator.ge,
    "more-than": operator.gt,
    "at-most": operator.le,
    "less-than": operator.lt,
}
"""When a value is within a bound."""


def _bounded(stated: Quantity, value: Value, rounded_to: int) -> str:
    holds, lower = _HOLDS[stated.bound], stated.bound in LOWER
    limit = stated.low if lower else stated.high
    worst: Number = value.low if lower else value.high
    best: Number = value.high if lower else value.low
    if holds(worst, limit) or (value.exact is not None and holds(value.exact, limit)):
        return "consistent"
    if holds(best, limit):
        return "not-checkable" if value.open else "consistent"
    half = step(stated, rounded_to) / 2 if stated.bound in ("at-least", "at-most") else 0
    return "ambiguous" if half and limit - half <= best <= limit + half else "inconsistent"


def format_number(value: Fraction, percent: bool = False) -> str:
    """A number for people: two decimals unless it is whole."""
    text = f"{value.numerator}" if value.denominator == 1 else f"{float(value):.2f}"
    return f"{text}%" if percent else text


def plain_result(result: Result) -> Fraction | None:
    """The number that the figures give, where it is one."""
    found = _NUMBER.fullmatch(result.recomputed or "")
    return None if found is None else Fraction(found[0])


def value_in_words(value: Value, percent: bool = False) -> str:
    """A value for people: exact, or from its lowest to its highest."""
    if value.exact is not None:
        return format_number(value.exact, percent)
    low, high = (_limit(end, percent) for end in (value.low, value.high))
    if high is None:
        return f"{low} or more"
    return f"{high} or less" if low is None else f"{low} to {high}"


def _limit(number: Number, percent: bool) -> str | None:
    return None if math.isinf(number) else format_number(Fraction(number), percent)


def in_few_decimals(
    found: str, verdict: str, stated: Quantity, value: Value, rounded_to: int = 0
) -> str:
    """What the figures give as a sentence has it: with the decimals that are printed, else with
    one, or as a whole percent; two where the verdict needs them: 60% is 60.98% cut off, not 61.0%.
    """
    if "." not in found:
        return found
    scale = 100 if "%" in found and is_fraction(stated) else 1
    ends: tuple[Number, ...] = (
        value.low,
        value.high,
        *([] if value.exact is None else [value.exact]),
    )
    for places in range(max(stated.decimals if stated.scale == 1 else 0, "%" not in found), 2):
        short = [_to_places(end, places, scale) for end in ends]
        exact = None if value.exact is None else Fraction(short[2])
        if compare(stated, Value(exact, short[0], short[1]), rounded_to) == verdict:
            for end, own in zip(ends, short, strict=True):
                long = "" if math.isinf(end) else format_number(abs(Fraction(end)) * scale)
                if "." in long:
                    found = found.replace(long, f"{abs(float(own)) * scale:.{places}f}")
            return found
    return found


def _to_places(number: Number, places: int, scale: int) -> Number:
    if math.isinf(number):
        return number
    return ROUNDINGS["half up"](Fraction(number) * scale, places) / scale


def reason(verdict: str, stated: Quantity, value: Value, found: str, rounded_to: int = 0) -> str:
    """Why a verdict came out, in words that do not say who is wrong."""
    found = in_few_decimals(found, verdict, stated, value, rounded_to)
    printed = stated.printed
    if verdict == "consistent":
        return f"the figures give {found}"
    if verdict in NOT_ROUNDED and value.exact is not None:
        unit = step(stated, rounded_to)
        rounded = _written_like(ROUNDINGS["half up"](value.exact / unit, 0) * unit, stated)
        return (
            f"the figures give {found}: {printed} if {NOT_ROUNDED[verdict]},"
            f" {rounded} if rounded to the nearest"
        )
    if verdict == "ambiguous":
        return f"the figures give {found}: {printed} fits only if it is rounded"
    if verdict == "not-checkable":
        return f"the figures give {found}, so {printed} cannot be checked"
    return f"the figures give {found}, {printed} is printed"


def rounded_like(number: Fraction, quantity: Quantity) -> str:
    """A number rounded to the decimals of a printed quantity, with its percent sign."""
    return _written_like(ROUNDINGS["half up"](number, quantity.decimals), quantity)


def _written_like(number: Fraction, quantity: Quantity) -> str:
    """A number with the decimals of a printed quantity, and its percent sign."""
    percent = "%" if quantity.unit == "percent" else ""
    places = quantity.decimals if quantity.scale == 1 else 0
    return f"{float(number):.{places}f}{percent}"


def judge(
    stated: Quantity, value: Value, found: str = "", *, percent: bool = False, rounded_to: int = 0
) -> Result:
    """Compare, with why in words; `found` is what the figures give, where it is no plain number."""
    verdict = compare(stated, value, rounded_to)
    found = found or value_in_words(value, percent)
    return Result(verdict, found, reason(verdict, stated, value, found, rounded_to))
