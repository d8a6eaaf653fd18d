"""Recompute a claim found in a document; what fits only if round numbers are rounded is unclear."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from moditrack.audit.elsewhere import impossible_percentages
from moditrack.audit.found_claim import Claim
from moditrack.checks import usual_mistakes
from moditrack.checks.exact_values import Value, exactly, value_of
from moditrack.checks.kinds import CHANGES
from moditrack.checks.kinds.change import difference, negative, percent_change, percentage_points
from moditrack.checks.kinds.duration import duration, unit_of, weekday
from moditrack.checks.kinds.rank import rank
from moditrack.checks.kinds.ratio import average, ratio
from moditrack.checks.kinds.share import possible_wholes, share
from moditrack.checks.kinds.total import list_count, remainder, same, total
from moditrack.checks.rounding import VISIBLY_ROUNDED, is_fraction
from moditrack.checks.verdicts import Result, judge, rounded_like, value_in_words
from moditrack.documents.bounds import KNOWN
from moditrack.documents.dates.printed_period import DAYS_IN, MONTHS_IN
from moditrack.documents.digits import last_place
from moditrack.documents.plain_number import plain_number
from moditrack.documents.quantities import Quantity
from moditrack.record_dates import RecordedPeriod
from moditrack.verdict_names import MISFITS

_SIGN = re.compile(r"[+\u2212-]")


def recompute(claim: Claim, rounded_to: int = 0) -> Result:
    """The verdict on a claim, once. `rounded_to` is 5 where counts are said to be rounded to 5."""
    if rounded_to not in claim.results:
        claim.results[rounded_to] = _recomputed(claim, rounded_to)
    return claim.results[rounded_to]


def _recomputed(claim: Claim, rounded_to: int) -> Result:
    if claim.kind in _NOT_ARITHMETIC:
        return _NOT_ARITHMETIC[claim.kind](claim)
    if claim.kind == "decrease" and not claim.inputs:
        return impossible_percentages.fall_result(claim)
    inputs = [_value(number.quantity, rounded_to) for number in claim.inputs]
    of_stated = 0 if claim.stated.unit else rounded_to
    try:
        result = _result(claim, inputs, of_stated)
    except ZeroDivisionError:
        return Result("not-checkable", None, "its base is or may be 0")
    if result.verdict == "inconsistent":
        return _doubted(claim, result, rounded_to)
    return result


def _weekday(claim: Claim) -> Result:
    if not claim.inputs:
        return Result("inconsistent", None, "there is no such day")
    return weekday(claim.stated.printed, _day(claim.inputs[0].quantity.low))


def _duration(claim: Claim) -> Result:
    dates = sorted((number.quantity for number in claim.inputs), key=lambda date: date.low)
    unit = unit_of(claim.stated.printed)
    assert unit is not None
    if len(dates) == 1:  # 52 days are 7 weeks, or 8 that are begun
        given = dates[0].low / (DAYS_IN | MONTHS_IN)[unit]
        low, bound = claim.stated.low, claim.stated.bound
        begun = bound in KNOWN and low in (math.floor(given), math.ceil(given))
        return judge(claim.stated, exactly(low if begun else given))
    first, last = (RecordedPeriod(_day(date.low), _day(date.high), "day", False) for date in dates)
    return duration(claim.stated, unit, first, last)


def _day(ordinal: Fraction) -> str:
    return datetime.date.fromordinal(int(ordinal)).isoformat()


_NOT_ARITHMETIC: dict[str, Callable[[Claim], Result]] = {
    "unpaired": lambda _: Result("not-checkable", None, "no number near it gives its base"),
    "weekday": _weekday, "duration": _duration, "whole-count": impossible_percentages.result,
}  # fmt: skip
"""Kinds that are no arithmetic of printed numbers."""


def _value(quantity: Quantity, rounded_to: int) -> Value:
    """What a quantity may be; only plain counts are rounded to 5."""
    return value_of(quantity, 0 if quantity.unit else rounded_to)


def _result(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    return _RECOMPUTED_BY[claim.kind](claim, inputs, rounded_to)


def _share(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    part, whole, *left_out = inputs
    for value in left_out:
        whole = whole - value
    result = share(claim.stated, part, whole)
    if is_fraction(claim.stated) and part.exact is not None and whole.exact:
        return _rough(result, claim.stated.low, part.exact / whole.exact, Fraction(1, 8))
    return result


def _rough(result: Result, words: Fraction, given: Fraction, most: Fraction) -> Result:
    """A fraction in words that is off by at most this share of it may be a rough one."""
    if result.verdict in MISFITS and abs(given - words) <= most * words:
        return replace(result, verdict="ambiguous")
    return result


def _total(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    return total(claim.stated, inputs, rounded_to)


def _remainder(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    """What is left of a whole, or of 100% where none is among the inputs."""
    if claim.inputs[0].description == "whole":
        whole, *parts = inputs
    else:
        whole, parts = exactly(100), inputs
    return remainder(claim.stated, whole, parts, rounded_to)


def _same(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    percent = inputs[0].exact
    if is_fraction(claim.stated) and claim.inputs[0].quantity.unit == "percent":  # a third (34%)
        result = share(claim.stated, inputs[0], exactly(100))
        if percent is not None:  # 8% is printed as 1 in 10
            return _rough(result, claim.stated.low, percent / 100, Fraction(1, 3))
        return result
    return same(claim.stated, inputs[0], rounded_to)


def _average(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    if claim.of_a_year is None:
        whole, number = inputs
        return average(claim.stated, whole, number.over(exactly(claim.for_each)))
    (total,), number = inputs, exactly(claim.of_a_year.number)
    if number.exact == 365:  # or a leap year
        number = Value(number.exact, number.low, number.high + 1)
    return average(claim.stated, *((number, total) if claim.of_a_year.every else (total, number)))


def _rank(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    own, *others = inputs
    return rank(claim.stated.printed, own, others)


def _list_count(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    return list_count(claim.stated, int(claim.inputs[0].quantity.low))


def _ratio(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    before, after = _ends(claim, inputs)
    return ratio(claim.stated, after, before)


def _points(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    before, after = _ends(claim, inputs)
    return _other_way(claim, before, after) or percentage_points(claim.stated, before, after)


def _other_way(claim: Claim, before: Value, after: Value) -> Result | None:
    """A misfit where the words say a fall and the numbers a rise, or the other way round."""
    signed = _SIGN.match(claim.stated.printed) is not None
    if signed or claim.falls is None or before.exact == after.exact:
        return None
    if claim.falls == _falls(before, after):
        return None
    size = value_in_words(after - before if claim.falls else before - after)
    said = f"a {'rise' if claim.falls else 'fall'} of {size}"
    return Result(
        "inconsistent", said, f"the figures give {said}, {claim.stated.printed} is printed"
    )


def _difference(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    before, after = _ends(claim, inputs)
    if (other := _other_way(claim, before, after)) is not None:
        return other
    if _SIGN.match(claim.stated.printed) is None and _falls(before, after):
        before, after = after, before
    return difference(claim.stated, before, after, rounded_to)


def _change(claim: Claim, inputs: list[Value], rounded_to: int) -> Result:
    """A change in percent: a sign that is printed counts, else the words do, else neither."""
    if [number.description for number in claim.inputs] == ["step"]:
        return _step(claim)
    before, after = _ends(claim, inputs)
    signed = _SIGN.match(claim.stated.printed) is not None
    names = [number.description for number in claim.inputs]
    if is_fraction(claim.stated) or ("step" in names and not signed):
        step = before - after if _falls(before, after) else after - before
        if "step" in names:  # it is exact where the values are not
            step = inputs[names.index("step")]
            step = exactly(0) - step if step.low < 0 else step
        return share(claim.stated, step, before)
    falls = claim.kind == "decrease" or (claim.kind == "change" and _falls(before, after))
    change = percent_change(before, after)
    value = negative(change) if falls and not signed else change
    given = value_in_words(value, percent=True)
    if given.startswith("-") and not signed:
        given = f"a {'rise' if falls else 'fall'} of {given[1:]}"
    return judge(claim.stated, value, given)


def _step(claim: Claim) -> Result:
    """A change in percent beside its number, without what was before: a whole number gives it."""
    step = abs(claim.inputs[0].quantity.low)
    printed = claim.inputs[0].quantity.printed
    if claim.inputs[0].quantity.unit or not step or step.denominator != 1:
        return Result("not-checkable", None, "what was before is not printed")
    try:
        least, most = possible_wholes(claim.stated, step)
    except ValueError:
        return Result("not-checkable", None, "what was before is not printed")
    if most is None or least <= most:
        return Result(
            "not-checkable", None, f"what was before is not printed: {_from(least, most)}"
        )
    near = [n for n in (most, least) if n > 0]
    given = " or ".join(rounded_like(100 * step / n, claim.stated) for n in near)
    why = f"no whole number changes by {printed} and by {claim.stated.printed}"
    return Result("impossible", None, f"{why}: from {' or '.join(map(str, near))}, it is {given}")


def _from(least: int, most: int | None) -> str:
    return f"it would be {least}" if least == most else f"it would be {least} to {most or 'any'}"


_RECOMPUTED_BY: dict[str, Callable[[Claim, list[Value], int], Result]] = {
    "share": _share, "total": _total, "share-total": _total, "remainder": _remainder,
    "same": _same, "average": _average, "ratio": _ratio,
    "rank": _rank, "list-count": _list_count, "difference": _difference,
    "percentage-points": _points, "increase": _change, "decrease": _change, "change": _change,
}  # fmt: skip


def _falls(before: Value, after: Value) -> bool:
    return after.low < before.low


def _ends(claim: Claim, inputs: list[Value]) -> tuple[Value, Value]:
    """Before and after, one of which may follow from the step between them."""
    named = {one.description: each for one, each in zip(claim.inputs, inputs, strict=True)}
    if "step" in named and not ("before" in named and "after" in named):
        step = named["step"]
        if claim.kind == "decrease" and step.low > 0:  # a fall of 20% (-1,320) has its sign
            step = exactly(0) - step
        if "before" in named:
            return named["before"], named["before"] + step
        return named["after"] - step, named["after"]
    return named["before"], named["after"]


def _doubted(claim: Claim, result: Result, rounded_to: int) -> Result:
    """A misfit, unless it fits where round counts are rounded; with the usual mistake behind it."""
    wide = [_widened(number.quantity, rounded_to) for number in claim.inputs]
    try:
        fits = _result(claim, wide, rounded_to).verdict == "consistent"
    except ZeroDivisionError:
        fits = True
    if fits:
        return result.remarked("it fits if the round numbers are rounded", "ambiguous")
    mistake = _usual_mistake(claim, rounded_to)
    return result.remarked(mistake) if mistake else result


def _widened(quantity: Quantity, rounded_to: int) -> Value:
    """What a quantity may stand for if a count that ends in zeros is rounded there, by up to 1%."""
    value = value_of(quantity, rounded_to)
    place = last_place(quantity.low) if value.low == value.high else Fraction(0)
    half = min(place / 2, abs(quantity.low) / 100) if place >= VISIBLY_ROUNDED else Fraction(0)
    return Value(value.exact, value.low - half, value.high + half)


def _usual_mistake(claim: Claim, rounded_to: int) -> str:
    """The usual mistake that gives the printed number; empty where none does."""
    inputs = [value_of(one.quantity, rounded_to) for one in claim.inputs]
    if claim.kind == "share" and claim.stated.unit == "percent":
        part, whole, *left_out = (one.exact for one in inputs)
        if left_out or part is None or whole is None:
            return ""
        return usual_mistakes.another_whole(part, whole, claim.stated)
    if claim.kind not in (*CHANGES, "change"):
        return ""
    before, after = _ends(claim, inputs)
    points = after - before
    size = None if points.exact is None else abs(points.exact)
    if claim.inputs[0].quantity.unit == "percent" and size == abs(claim.stated.low):
        return f"{plain_number(claim.stated.printed)} percentage points is the difference"
    return usual_mistakes.another_change(claim.stated, before, after)
