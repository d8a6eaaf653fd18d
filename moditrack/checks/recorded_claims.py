"""Recompute a claim of the records: a figure that a document derives from others.

Kinds and their inputs:

total, share-total      a + b ...       share-total should be 100
same                    a
share, ratio            part / whole
increase, decrease      before -> after, as a percentage of before
difference              before -> after
percentage-points       before -> after, of two percentages
average                 whole / number, a figure or written out
rank                    own / other + other ...
duration                date -> date
list-count              a list of the records
weekday                 a date
people                  whole / parts, which may not exceed it
above-average           whole / months, a percentage above the monthly average; no count printed
possible-share          whole, where the part is not printed
base                    part, where the whole is not printed
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from moditrack.checks import part_not_printed, usual_mistakes
from moditrack.checks.claim_inputs import (
    alternatives,
    evaluate,
    exact,
    figure_value,
    quantity_of,
    sides_of,
    terms,
)
from moditrack.checks.exact_values import Value, exactly
from moditrack.checks.kinds import CHANGES, KINDS
from moditrack.checks.kinds.change import (
    decrease,
    difference,
    increase,
    negative,
    percent_change,
    percentage_points,
)
from moditrack.checks.kinds.duration import duration, unit_of, weekday
from moditrack.checks.kinds.rank import rank
from moditrack.checks.kinds.ratio import average, ratio
from moditrack.checks.kinds.share import share, share_in_words
from moditrack.checks.kinds.total import list_count, people, same, total
from moditrack.checks.rounding import is_fraction
from moditrack.checks.steps import chance, in_a_line, inputs_in_steps, stands_for
from moditrack.checks.verdicts import (
    Result,
    compare,
    format_number,
    in_few_decimals,
    value_in_words,
)
from moditrack.counting import counted
from moditrack.documents.dates.year_or_count import A_YEAR
from moditrack.documents.quantities import Quantity
from moditrack.record_dates import parse_period
from moditrack.tables import Row
from moditrack.verdict_names import NOT_ROUNDED

_PERCENT = ("share", *CHANGES, "share-total")
_WHOLE_COUNTS = {
    "above-average": part_not_printed.parts,
    "possible-share": part_not_printed.parts,
    "base": part_not_printed.wholes,
}
_TWO: dict[str, Callable[[Quantity, Value, Value], Result]] = {
    "share": share,
    "increase": increase,
    "decrease": decrease,
    "difference": difference,
    "percentage-points": percentage_points,
    "ratio": ratio,
    "average": average,
}
"""Kinds that compare one value with another."""


def recompute(claim: Row, figures: dict[str, Row], lists: dict[str, int]) -> Result:
    """Compare what a claim states with what its inputs give.

    `figures` are by id; `lists` gives the length of each list that can be counted.
    """
    kind, inputs, printed = claim["kind"], claim["inputs"], claim["printed"]
    if kind == "list-count":
        return _list_count(claim, lists)
    if kind in _OWN_WAY:
        return _OWN_WAY[kind](claim, figures)
    stated = _stated(claim, figures)
    if kind in _WHOLE_COUNTS:
        return _WHOLE_COUNTS[kind](claim, stated, figures)
    sides = _sides(kind, inputs, figures)
    result = _TWO[kind](stated, *sides) if kind in _TWO else _one(kind, stated, sides[0])
    result.steps = [
        *inputs_in_steps(inputs, figures),
        f"{KINDS[kind].formula} = {result.recomputed}",
        stands_for(stated) if kind in _PERCENT else f"printed: {printed}",
    ]
    result.in_a_line = in_a_line(inputs, figures)
    if by_chance := chance(claim, figures):
        step, result.chance = by_chance
        result.steps.append(step)
    if result.verdict in ("inconsistent", *NOT_ROUNDED):
        remark = _usual_mistake(claim, stated, figures)
        return result.remarked(remark) if remark else result
    return result


def _one(kind: str, stated: Quantity, value: Value) -> Result:
    return same(stated, value) if kind == "same" else total(stated, [value])


def fitted_value(claim: Row, figures: dict[str, Row]) -> Fraction | None:
    """The exact percentage behind a printed one, from the stated base or an alternative.

    None where the claim is not a percentage, or where no base gives it.
    """
    kind = claim["kind"]
    if kind not in ("share", *CHANGES):
        return None
    stated = _stated(claim, figures)
    if is_fraction(stated) or stated.bound != "exact":
        return None
    for expression in [claim["inputs"], *(expression for _, expression in alternatives(claim))]:
        value = _value(kind, expression, figures)
        if compare(stated, value) != "inconsistent":
            return value.exact
    return None


def _stated(claim: Row, figures: dict[str, Row]) -> Quantity:
    """What a claim states, with the bound of its figure."""
    figure = figures[claim["stated"]] if claim["stated"] else {}
    if claim["kind"] == "share" and (words := share_in_words(claim["printed"])) is not None:
        return words
    percent = claim["kind"] in (*_PERCENT, *_WHOLE_COUNTS)
    unit = "percent" if percent else figure.get("unit", "")
    return quantity_of(claim["printed"], unit, figure.get("bound"))


def _sides(kind: str, inputs: str, figures: dict[str, Row]) -> tuple[Value, ...]:
    """The values of an expression, or of the two that are compared."""
    sides = sides_of(kind, inputs)
    written_out = kind == "average" and sides[-1].isdigit()
    values = [evaluate(side, figures) for side in (sides[:-1] if written_out else sides)]
    return (*values, *([exactly(int(sides[-1]))] if written_out else []))


def _value(kind: str, inputs: str, figures: dict[str, Row]) -> Value:
    """What the inputs of a kind give, in the unit that is printed."""
    first, *others = _sides(kind, inputs, figures)
    if not others:
        return first
    (second,) = others
    if kind in ("share", "ratio", "average"):
        return first.over(second).times(100 if kind == "share" else 1)
    if kind in CHANGES:
        value = percent_change(first, second)
        return value if kind == "increase" else negative(value)
    return second - first


def _list_count(claim: Row, lists: dict[str, int]) -> Result:
    result = list_count(quantity_of(claim["printed"]), lists[claim["inputs"]])
    items = counted(lists[claim["inputs"]], "item")
    result.steps = [f"'{claim['inputs'].partition(':')[2]}' has {items}"]
    return result


def _weekday(claim: Row, _: dict[str, Row]) -> Result:
    result = weekday(claim["printed"], claim["inputs"])
    result.steps = [f"{claim['inputs']} is a {result.recomputed}"]
    return result


def _duration(claim: Row, figures: dict[str, Row]) -> Result:
    unit = unit_of(claim["printed"], figures[claim["stated"]]["unit"] if claim["stated"] else "")
    if unit is None:
        raise ValueError("has no unit of time")
    first, last = claim["inputs"].split(" -> ")
    stated = _stated(claim, figures)
    result = duration(stated, unit, parse_period(first), parse_period(last))
    result.steps = [f"{first} to {last} = {result.recomputed}", f"printed: {claim['printed']}"]
    return result


def _rank(claim: Row, figures: dict[str, Row]) -> Result:
    own, others = claim["inputs"].split(" / ")
    values = [figure_value(figures[name]) for _, name in terms(others)]
    result = rank(claim["printed"], evaluate(own, figures), values)
    result.steps = [*inputs_in_steps(claim["inputs"], figures), f"printed: {claim['printed']}"]
    return result


def _people(claim: Row, figures: dict[str, Row]) -> Result:
    whole, parts = _sides("people", claim["inputs"], figures)
    result = people(whole, parts)
    sizes = f"{value_in_words(parts)} of {value_in_words(whole)}"
    result.steps = [*inputs_in_steps(claim["inputs"], figures), sizes]
    return result


_OWN_WAY = {"weekday": _weekday, "duration": _duration, "rank": _rank, "people": _people}
"""Kinds with steps or inputs of their own."""


def _usual_mistake(claim: Row, stated: Quantity, figures: dict[str, Row]) -> str:
    """The alternative or usual mistake that gives the printed number; empty if nothing is tried."""
    kind, printed = claim["kind"], claim["printed"]
    for label, expression in alternatives(claim):
        value = _value(kind, expression, figures)
        verdict = compare(stated, value)
        if verdict == "inconsistent" or value.exact is None:
            continue
        how = f": {printed} if {NOT_ROUNDED[verdict]}" if verdict in NOT_ROUNDED else ""
        what = label
        if kind == "share":
            part, whole = (exact(side) for side in _sides(kind, expression, figures))
            what = f"{format_number(part)} of all {format_number(whole)}, {label},"
            how += usual_mistakes.another_whole(part, whole, stated, ", or ") if how else ""
        given = format_number(value.exact, kind in _PERCENT)
        return f"{what} is {in_few_decimals(given, verdict, stated, value)}{how}"
    if kind == "share":
        known = [side.exact for side in _sides(kind, claim["inputs"], figures)]
        if is_fraction(stated) or known[0] is None or known[1] is None:
            return ""
        return usual_mistakes.another_whole(known[0], known[1], stated)
    if kind not in CHANGES:
        return ""
    step = claim["companion"] and figure_value(figures[claim["companion"]]).exact
    before, after = _sides(kind, claim["inputs"], figures)
    if before.exact is None or after.exact is None:
        return ""
    found = usual_mistakes.another_change(
        stated, before, after, step, lambda base: _unless_printed(claim, base, figures)
    )
    return found or f"no common slip gives {printed}"


def _unless_printed(claim: Row, base: Fraction, figures: dict[str, Row]) -> str:
    """That none of the bases tried has this value; empty where one has."""
    expressions = [claim["inputs"], *(expression for _, expression in alternatives(claim))]
    bases = [expression.partition(" -> ")[0] for expression in expressions]
    if any(evaluate(each, figures).exact == base for each in bases):
        return ""
    labels = [str(figures[each].get("column")) if each in figures else "" for each in bases]
    yearly = all(A_YEAR.fullmatch(label) for label in labels)
    value = format_number(base)
    return f"; but no year has {value}" if yearly else f"; but no figure compared is {value}"
