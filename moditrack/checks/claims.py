"""Recompute a claim: a figure that a document derives from others.

Kinds and their inputs:

total, share-total      a + b ...       share-total should be 100
same                    a
share                   part / whole
increase, decrease      before -> after, as a percentage of before
difference              before -> after
list-count              a list of the records
weekday                 a date
people                  whole / parts, which may not exceed it
average                 whole / months, a percentage above the monthly average; no count printed
possible-share          whole, where the part is not printed
base                    part, where the whole is not printed
"""

from __future__ import annotations

import datetime
import math
import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from moditrack.chance import LEVEL, equal_rates, p_value
from moditrack.checks.expressions import Value, evaluate, stated_number, terms
from moditrack.counting import counted
from moditrack.dates import in_words
from moditrack.documents.numerals import decimals
from moditrack.intervals import ROUNDINGS, printed_number, rounding_interval

Row = dict[str, Any]
_EVENTS = ("offences", "incidents", "charges", "arrests")
"""Units of what happens one by one, and by chance more or less often."""
_PERCENT = ("share", "increase", "decrease", "share-total")
_FORMULAS = {
    "total": "sum",
    "same": "the same",
    "share-total": "sum of the shares",
    "share": "100 x part / whole",
    "increase": "100 x (after - before) / before",
    "decrease": "100 x (before - after) / before",
    "difference": "after - before",
}


@dataclass
class Result:
    """The result of recomputing a claim: verdict, value, reason, and arithmetic in steps."""

    verdict: str
    recomputed: str | None
    why: str
    steps: list[str] = field(default_factory=list)


def recompute(claim: Row, figures: dict[str, Row], lists: dict[str, int]) -> Result:
    """Compare what a claim states with what its inputs give.

    `figures` are by id; `lists` gives the length of each list that can be counted.
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
    found = format_number(value.exact, percent)
    if kind == "difference" and claim["printed"].startswith("+") and value.exact > 0:
        found = f"+{found}"
    steps = [
        *_inputs(claim["inputs"], figures),
        f"{_FORMULAS[kind]} = {found}",
        _printed(claim, percent),
        *_chance(claim, figures),
    ]
    why = _why(verdict, claim, value, found)
    if verdict in ("inconsistent", "truncated", "rounded-up"):
        explanation = _explanation(claim, stated, figures)
        why = f"{why}; {explanation}" if explanation else why
    return Result(verdict, found, why, steps)


def _chance(claim: Row, figures: dict[str, Row]) -> list[str]:
    """Whether a change from one count of events to another could be chance."""
    before, arrow, after = claim["inputs"].partition(" -> ")
    if not arrow or any(figures.get(one, {}).get("unit") not in _EVENTS for one in (before, after)):
        return []
    first, second = (stated_number(figures[one]["printed"]) for one in (before, after))
    if min(first, second) < 0 or not first.denominator == second.denominator == 1:
        return []
    p = equal_rates(int(first), int(second))
    said = "more than chance" if p < LEVEL else "could be chance"
    return [f"{first} to {second} at equal rates: {p_value(p)}, {said}"]


def fitted_value(claim: Row, figures: dict[str, Row]) -> Fraction | None:
    """The exact percentage behind a printed one, from the stated base or an alternative.

    None where the claim is not a percentage, or where no base gives it.
    """
    if claim["kind"] not in ("share", "increase", "decrease"):
        return None
    stated, places = _stated(claim, figures), decimals(claim["printed"])
    for expression in [claim["inputs"], *(expression for _, expression in _alternatives(claim))]:
        value = _value(claim["kind"], expression, figures)
        if compare(stated, places, value, percent=True) != "inconsistent":
            return value.exact
    return None


def compare(stated: Fraction, places: int, value: Value, *, percent: bool) -> str:
    """The verdict on a stated number.

    A count must be equal. A percentage must be the value rounded half up or half to even, or,
    where its inputs are rounded, its rounding interval must meet the interval of the value.
    """
    if not percent:
        return "consistent" if value.low <= stated <= value.high else "inconsistent"
    unit = Fraction(1, 10**places)
    if value.low == value.high:
        # The two differ at a tie; both count as rounding.
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


def format_number(value: Fraction, percent: bool = False) -> str:
    """A number for people: two decimals unless it is whole."""
    text = f"{value.numerator}" if value.denominator == 1 else f"{float(value):.2f}"
    return f"{text}%" if percent else text


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
    interval = f"{float(low):.{places}f}% to {float(high):.{places}f}%"
    return f"printed: {claim['printed']}, which stands for {interval}"


_NOT_ROUNDED = {"truncated": "cut off", "rounded-up": "rounded up"}


def _why(verdict: str, claim: Row, value: Value, found: str) -> str:
    if verdict == "consistent":
        return f"the figures give {found}"
    if verdict in _NOT_ROUNDED:
        places = decimals(claim["printed"])
        rounded = ROUNDINGS["half up"](value.exact, places)
        how = _NOT_ROUNDED[verdict]
        return (
            f"the figures give {found}: {claim['printed']} if {how},"
            f" {float(rounded):.{places}f}% if rounded to the nearest"
        )
    return f"the figures give {found}, {claim['printed']} is printed"


def _explanation(claim: Row, stated: Fraction, figures: dict[str, Row]) -> str | None:
    """The first alternative or common slip that gives the printed number."""
    kind, printed = claim["kind"], claim["printed"]
    percent = kind in _PERCENT
    for label, expression in _alternatives(claim):
        value = _value(kind, expression, figures)
        verdict = compare(stated, decimals(printed), value, percent=percent)
        if verdict != "inconsistent":
            what = label
            if kind == "share":
                part, whole = (evaluate(side, figures).exact for side in expression.split(" / "))
                what = f"{format_number(part)} of all {format_number(whole)}, {label},"
            how = f": {printed} if {_NOT_ROUNDED[verdict]}" if verdict in _NOT_ROUNDED else ""
            if how and kind == "share":
                how += _another_whole(part, whole, printed, ", or ")
            return f"{what} is {format_number(value.exact, percent)}{how}"
    if kind == "share":
        part, whole = (evaluate(side, figures).exact for side in claim["inputs"].split(" / "))
        return _another_whole(part, whole, printed, "") or None
    return _slip(claim, stated, figures) if kind in ("increase", "decrease") else None


def _another_whole(part: Fraction, whole: Fraction, printed: str, before: str) -> str:
    """Which whole, one more or one less, gives a printed share by rounding; empty if none does."""
    for other in (whole + 1, whole - 1):
        if other >= part > 0:
            share = 100 * part / other
            value = Value(share, share, share)
            verdict = compare(stated_number(printed), decimals(printed), value, percent=True)
            if verdict == "consistent":
                text = f"{format_number(part)} of {format_number(other)}"
                return f"{before}{printed} if rounded from {text}"
    return ""


def _slip(claim: Row, stated: Fraction, figures: dict[str, Row]) -> str:
    """The first common slip that gives a printed change."""
    printed = claim["printed"]
    before, after = (evaluate(side, figures) for side in claim["inputs"].split(" -> "))
    old, new = format_number(before.exact), format_number(after.exact)
    slips = [
        (f"{printed} is {new} as a share of {old}", after.over(before).times(100)),
        (f"{printed.strip('%')} is the difference: {new} less {old}", after - before),
    ]
    if claim["companion"] is not None:
        step = stated_number(figures[claim["companion"]]["printed"])
        base = after - Value(step, step, step)
        if base.low > 0:
            text = format_number(base.exact)
            size = f"{format_number(abs(step))} {'more' if step > 0 else 'less'}"
            rest = f"and {new} is {size} than {text}{_unless_printed(claim, base, figures)}"
            slips += [
                (f"{printed} is the change from {text} to {new}, {rest}",
                 (after - base).over(base).times(100)),
                (f"{printed} is {new} as a share of {text}, {rest}", after.over(base).times(100)),
            ]  # fmt: skip
    for sentence, value in slips:
        if compare(stated, decimals(printed), value, percent=True) == "consistent":
            return sentence
    return f"no common slip gives {printed}"


def _unless_printed(claim: Row, base: Value, figures: dict[str, Row]) -> str:
    """That none of the bases tried has this value; empty where one has."""
    expressions = [claim["inputs"], *(expression for _, expression in _alternatives(claim))]
    bases = [expression.partition(" -> ")[0] for expression in expressions]
    if any(evaluate(each, figures).exact == base.exact for each in bases):
        return ""
    labels = [str(figures[each].get("column")) if each in figures else "" for each in bases]
    yearly = all(re.fullmatch(r"(?:19|20)[0-9]{2}", label) for label in labels)
    value = format_number(base.exact)
    return f"; but no year has {value}" if yearly else f"; but no figure compared is {value}"


def _alternatives(claim: Row) -> list[tuple[str, str]]:
    """Other inputs to try, written as `label: expression; label: expression`."""
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
    why = f"{in_words(claim['inputs'])} was a {found}"
    return Result(verdict, found, why, [f"{date} is a {found}"])


def _list_count(claim: Row, figures: dict[str, Row], lists: dict[str, int]) -> Result:
    found = lists[claim["inputs"]]
    verdict = "consistent" if found == _stated(claim, figures) else "inconsistent"
    name = claim["inputs"].partition(":")[2]
    items = counted(found, "item")
    why = f"the list has {items}"
    return Result(verdict, str(found), why, [f"'{name}' has {items}"])


def _people(claim: Row, figures: dict[str, Row]) -> Result:
    whole, parts = (evaluate(side, figures).exact for side in claim["inputs"].split(" / "))
    sizes = f"{format_number(parts)} of {format_number(whole)}"
    steps = [*_inputs(claim["inputs"], figures), sizes]
    if parts == whole:
        return Result("consistent", format_number(parts), "the parts sum to the whole", steps)
    if parts > whole:
        why = f"the parts sum to {format_number(parts)}, more than {format_number(whole)}"
        return Result("impossible", format_number(parts), why, steps)
    why = f"the parts sum to at most {format_number(parts)}, which fits into {format_number(whole)}"
    return Result("consistent", format_number(parts), why, steps)


_MOST_COUNTS = 1_000_000
"""Above this, some whole count gives any percentage that is printed."""


def _whole_counts(claim: Row, figures: dict[str, Row]) -> Result:
    """The GRIM test: which whole counts could give the printed percentage."""
    whole, _, months = claim["inputs"].partition(" / ")
    total = evaluate(whole, figures).exact
    average = claim["kind"] == "average"
    printed = claim["printed"]
    if not 0 < total <= _MOST_COUNTS or total.denominator > 1:
        raise ValueError("there are no counts to try, or too many")
    base = total / int(months) if average else total
    offset = 100 if average else 0
    low, high = rounding_interval(printed_number(printed))
    # Percent above the average, or of the whole.
    percentages = {count: 100 * count / base - offset for count in range(int(total) + 1)}
    fitting = [count for count, value in percentages.items() if low <= value <= high]
    near = sorted(percentages, key=lambda count: abs(percentages[count] - (low + high) / 2))[:2]
    exact = ", ".join(
        f"{count} would be {format_number(percentages[count], True)}" for count in sorted(near)
    )
    sign, places = "+" if average else "", decimals(printed)
    rounded_off = {count: ROUNDINGS["half up"](percentages[count], places) for count in near}
    nearest = ", ".join(
        f"{count} would be {float(value):{sign}.{places}f}%"
        for count, value in sorted(rounded_off.items())
    )
    steps = [*_inputs(whole, figures), exact, _printed(claim, True)]
    if average:
        steps.insert(1, f"over {counted(int(months), 'month')}: {format_number(base)} a month")
    if not fitting and average and (count := _count_of_rounded_average(base, low, high)):
        rounded = format_number(_round_half_up(base))
        why = (
            f"{count} would give {printed} if the average is rounded to {rounded} a month;"
            f" unrounded, {nearest}"
        )
        steps.append(f"with {rounded} a month, {count} gives {printed}")
        return Result("not-checkable", None, why, steps)
    if not fitting:
        why = f"no whole number of {_counted_things(whole, figures)} gives {printed}: {nearest}"
        given = [f"{float(value):{sign}.{places}f}%" for _, value in sorted(rounded_off.items())]
        return Result("impossible", " or ".join(given), why, steps)
    counts = " or ".join(str(count) for count in fitting)
    why = f"{counts} would give {printed}; the count is not printed"
    return Result("not-checkable", None, why, steps)


def _counted_things(expression: str, figures: dict[str, Row]) -> str:
    """The unit that the figures of an expression share, such as offences."""
    units = {figures[name]["unit"] for _, name in terms(expression)}
    return str(units.pop()) if len(units) == 1 else "items"


def _round_half_up(base: Fraction) -> Fraction:
    return Fraction(math.floor(base + Fraction(1, 2)))


def _count_of_rounded_average(base: Fraction, low: Fraction, high: Fraction) -> int | None:
    """The count that gives the printed percentage above an average rounded to a whole number."""
    whole = _round_half_up(base)
    count = math.ceil(whole * (100 + low) / 100)
    return count if 0 < count <= whole * (100 + high) / 100 else None


def _base(claim: Row, figures: dict[str, Row]) -> Result:
    part = evaluate(claim["inputs"], figures).exact
    low, high = rounding_interval(printed_number(claim["printed"]))
    if part <= 0 or low <= 0:
        raise ValueError("a whole cannot be computed from zero")
    least, most = math.floor(100 * part / high) + 1, math.floor(100 * part / low)
    why = f"the whole is not printed; it would be {least} to {most}"
    steps = [*_inputs(claim["inputs"], figures), _printed(claim, True), f"whole: {least} to {most}"]
    return Result("not-checkable", f"{least} to {most}", why, steps)
