"""Recompute a claim: a figure that a document derives from others.

Kinds, with their inputs: `total` a + b …; `share` part / whole; `increase` and `decrease`
from -> to, in percent of the first; `difference` from -> to; `same` a; `share-total` a + b … = 100;
`list-count` a list of the records; `weekday` a date; `people` whole / parts, which may not exceed
it; `average` whole / months, for a percentage above the monthly average whose count is not printed;
`possible-share` whole, for a share whose part is not printed; `base` part, for a share whose whole
is not printed.
"""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from moditrack.checks.expressions import Value, evaluate, stated_number
from moditrack.counting import counted
from moditrack.documents.quantities import decimals
from moditrack.intervals import ROUNDINGS, printed_number, rounding_interval

Row = dict[str, Any]
_PERCENT = ("share", "increase", "decrease", "share-total")


@dataclass
class Result:
    """What recomputing a claim gave: verdict, value, reason, and the arithmetic step by step."""

    verdict: str
    recomputed: str | None
    why: str
    steps: list[str] = field(default_factory=list)


def recompute(claim: Row, figures: dict[str, Row], lists: dict[str, int]) -> Result:
    """Hold what a claim states against what its inputs give.

    `figures` are by id, `lists` the lengths of the lists that can be counted.
    """
    kind = claim["kind"]
    if kind == "weekday":
        return _weekday(claim)
    if kind == "list-count":
        return _list_count(claim, figures, lists)
    if kind == "people":
        return _people(claim, figures)
    if kind in ("average", "possible-share"):
        return _whole_counts(claim, figures)
    if kind == "base":
        return _base(claim, figures)
    stated = _stated(claim, figures)
    value = _value(kind, claim["inputs"], figures)
    percent = kind in _PERCENT
    verdict = compare(stated, decimals(claim["printed"]), value, percent=percent)
    steps = [*_inputs(claim["inputs"], figures), f"{_formula(kind)} = {show(value.exact, percent)}"]
    steps.append(_printed(claim, percent))
    why = _why(verdict, claim, value, percent)
    if verdict in ("inconsistent", "truncated", "rounded-up"):
        fits = _what_fits(claim, stated, figures)
        why = f"{why}; {fits}" if fits else why
    return Result(verdict, show(value.exact, percent), why, steps)


def fitted_value(claim: Row, figures: dict[str, Row]) -> Fraction | None:
    """The exact percentage behind a printed one, in the base it names or another that fits; None
    for what is no percentage, or where no base gives it."""
    if claim["kind"] not in ("share", "increase", "decrease"):
        return None
    stated, places = _stated(claim, figures), decimals(claim["printed"])
    for _, expression in [("", claim["inputs"]), *_alternatives(claim)]:
        value = _value(claim["kind"], expression, figures)
        if compare(stated, places, value, percent=True) != "inconsistent":
            return value.exact
    return None


def compare(stated: Fraction, places: int, value: Value, *, percent: bool) -> str:
    """The verdict on a stated number. A count has to be equal. A percentage has to be the value
    rounded half up or half to even; one that rests on rounded figures, to reach its interval."""
    if not percent:
        return "consistent" if value.low <= stated <= value.high else "inconsistent"
    unit = Fraction(1, 10**places)
    if value.low == value.high:
        # At a tie half-up and half-even differ: either is rounding.
        near = [ROUNDINGS[rule](value.exact, places) for rule in ("half up", "half to even")]
        if stated in near:
            return "consistent"
    elif value.low <= stated + unit / 2 and stated - unit / 2 <= value.high:
        return "consistent"
    size, printed = abs(value.exact), abs(stated)
    if (value.exact < 0) == (stated < 0):
        if math.floor(size / unit) * unit == printed:
            return "truncated"
        if math.ceil(size / unit) * unit == printed:
            return "rounded-up"
    return "inconsistent"


def show(value: Fraction, percent: bool = False) -> str:
    """A number for people: whole numbers whole, others with two decimals."""
    text = f"{value.numerator}" if value.denominator == 1 else f"{float(value):.2f}"
    return f"{text} %" if percent else text


def _stated(claim: Row, figures: dict[str, Row]) -> Fraction:
    return stated_number(claim["printed"])


def _value(kind: str, inputs: str, figures: dict[str, Row]) -> Value:
    if kind in ("total", "same", "share-total"):
        return evaluate(inputs, figures)
    if kind == "share":
        part, whole = (evaluate(side, figures) for side in inputs.split(" / "))
        return part.over(whole).times(100)
    before, after = (evaluate(side, figures) for side in inputs.split(" -> "))
    if kind == "difference":
        return after - before
    gain = after - before if kind == "increase" else before - after
    return gain.over(before).times(100)


def _formula(kind: str) -> str:
    return {
        "total": "sum",
        "same": "the same",
        "share-total": "sum of the shares",
        "share": "100 x part / whole",
        "increase": "100 x (after - before) / before",
        "decrease": "100 x (before - after) / before",
        "difference": "after - before",
    }[kind]


def _inputs(inputs: str, figures: dict[str, Row]) -> list[str]:
    steps = []
    words = {"/": "over ", "->": "to ", "-": "less ", "+": "and "}
    word = ""
    for token in inputs.split():
        if token in figures:
            figure = figures[token]
            what = f"{figure['description']} ({figure['citation']})"
            steps.append(f"{word}{figure['printed']}: {what}")
        word = words.get(token, "")
    return steps


def _printed(claim: Row, percent: bool) -> str:
    if not percent:
        return f"printed: {claim['printed']}"
    low, high = rounding_interval(printed_number(claim["printed"]))
    places = decimals(claim["printed"]) + 1
    ends = f"{float(low):.{places}f} to {float(high):.{places}f}"
    return f"printed: {claim['printed']}, which stands for {ends} %"


def _why(verdict: str, claim: Row, value: Value, percent: bool) -> str:
    found = show(value.exact, percent)
    if verdict == "consistent":
        return f"the figures give {found}"
    if verdict in ("truncated", "rounded-up"):
        how = "cut off" if verdict == "truncated" else "taken up"
        return f"the figures give {found}; the printed number is that, {how} and not rounded"
    return f"the figures give {found}, {claim['printed']} is printed"


def _what_fits(claim: Row, stated: Fraction, figures: dict[str, Row]) -> str | None:
    """What usually goes wrong, tried in turn: the first that gives the printed number."""
    places = decimals(claim["printed"])
    kind = claim["kind"]
    for label, expression in _alternatives(claim):
        value = _value(kind, expression, figures)
        verdict = compare(stated, places, value, percent=kind in _PERCENT)
        if verdict != "inconsistent":
            how = {"consistent": "", "truncated": ", cut off", "rounded-up": ", rounded up"}
            return f"{label} fits: {show(value.exact, kind in _PERCENT)}{how[verdict]}"
    if kind not in ("increase", "decrease"):
        return None
    before, after = (evaluate(side, figures) for side in claim["inputs"].split(" -> "))
    tried = [("a ratio given as a change", after.over(before).times(100))]
    tried.append(("a difference given as a percentage", after - before))
    if claim["companion"] is not None:
        step = stated_number(figures[claim["companion"]]["printed"])
        base = after - Value(step, step, step)
        if base.low > 0:
            base_text = show(base.exact)
            tried.append((f"the change from {base_text}, as the printed difference implies,",
                          (after - base).over(base).times(100)))  # fmt: skip
            tried.append((f"a ratio given as a change, to the {base_text} before the printed"
                          " difference,", after.over(base).times(100)))  # fmt: skip
    for label, value in tried:
        if compare(stated, places, value, percent=True) == "consistent":
            return f"{label} fits: {show(value.exact, True)}"
    return "no usual slip gives the printed number"


def _alternatives(claim: Row) -> list[tuple[str, str]]:
    """Other inputs to try, written `label: expression; label: expression`."""
    found = []
    for entry in (claim["alternatives"] or "").split("; "):
        label, separator, expression = entry.partition(": ")
        if separator:
            found.append((label, expression))
    return found


def _weekday(claim: Row) -> Result:
    date = datetime.date.fromisoformat(claim["inputs"])
    found = f"{date:%A}"
    verdict = "consistent" if found == claim["printed"] else "inconsistent"
    return Result(verdict, found, f"{date.isoformat()} was a {found}", [f"{date} is a {found}"])


def _list_count(claim: Row, figures: dict[str, Row], lists: dict[str, int]) -> Result:
    found = lists[claim["inputs"]]
    verdict = "consistent" if found == _stated(claim, figures) else "inconsistent"
    name = claim["inputs"].partition(":")[2]
    items = counted(found, "item")
    why = f"the list has {items}"
    return Result(verdict, str(found), why, [f"'{name}' has {items}"])


def _people(claim: Row, figures: dict[str, Row]) -> Result:
    whole, parts = (evaluate(side, figures).exact for side in claim["inputs"].split(" / "))
    steps = [*_inputs(claim["inputs"], figures), f"{show(parts)} of {show(whole)}"]
    if parts == whole:
        return Result("consistent", show(parts), "the parts make the whole", steps)
    if parts > whole:
        why = f"the parts make {show(parts)}, more than {show(whole)}"
        return Result("impossible", show(parts), why, steps)
    why = f"the parts make {show(parts)} at most, which {show(whole)} can hold"
    return Result("consistent", show(parts), why, steps)


_MOST_COUNTS = 1_000_000
"""Of more than this, some whole count gives any percentage that is printed."""


def _whole_counts(claim: Row, figures: dict[str, Row]) -> Result:
    """The GRIM test: which whole counts could give the printed percentage."""
    whole, _, months = claim["inputs"].partition(" / ")
    total = evaluate(whole, figures).exact
    average = claim["kind"] == "average"
    if not 0 < total <= _MOST_COUNTS or total.denominator > 1:
        raise ValueError("there are no counts to try, or too many")
    base = total / int(months) if average else total
    offset = 100 if average else 0
    low, high = rounding_interval(printed_number(claim["printed"]))
    tried = {
        count: 100 * count / base - offset for count in range(int(total) + 1)
    }  # percent above the average, or of the whole
    fitting = [count for count, value in tried.items() if low <= value <= high]
    near = sorted(tried, key=lambda count: abs(tried[count] - (low + high) / 2))[:2]
    shown = ", ".join(f"{count} would be {show(tried[count], True)}" for count in sorted(near))
    steps = [*_inputs(whole, figures), shown, _printed(claim, True)]
    if average:
        steps.insert(1, f"over {counted(months, 'month')}: {show(base)} a month")
    if not fitting and average and (count := _of_rounded(base, low, high)):
        rounded = f"the average rounded to {show(_nearest(base))}"
        why = f"{count} would give it with {rounded} a month, none without: {shown}"
        return Result("not-checkable", None, why, [*steps, f"{count} of {rounded}: fits"])
    if not fitting:
        return Result("impossible", None, f"no whole count gives it: {shown}", steps)
    counts = " or ".join(str(count) for count in fitting)
    return Result("not-checkable", None, f"{counts} would give it; the count is not printed", steps)


def _nearest(base: Fraction) -> Fraction:
    return Fraction(math.floor(base + Fraction(1, 2)))


def _of_rounded(base: Fraction, low: Fraction, high: Fraction) -> int | None:
    """The count that gives the printed percentage of an average rounded to a whole number."""
    whole = _nearest(base)
    count = math.ceil(whole * (100 + low) / 100)
    return count if 0 < count <= whole * (100 + high) / 100 else None


def _base(claim: Row, figures: dict[str, Row]) -> Result:
    part = evaluate(claim["inputs"], figures).exact
    low, high = rounding_interval(printed_number(claim["printed"]))
    if part <= 0 or low <= 0:
        raise ValueError("of nothing, no whole can be told")
    least, most = math.floor(100 * part / high) + 1, math.floor(100 * part / low)
    why = f"the whole is not printed; it would be {least} to {most}"
    steps = [*_inputs(claim["inputs"], figures), _printed(claim, True), f"whole: {least} to {most}"]
    return Result("not-checkable", f"{least} to {most}", why, steps)
