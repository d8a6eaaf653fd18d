"""The arithmetic of a claim of the records in steps, for people, and "could be chance"."""

from __future__ import annotations

from fractions import Fraction

from moditrack.chance import chance_in_words, equal_rates, p_value
from moditrack.checks.claim_expressions import figure_value
from moditrack.checks.rounding import is_fraction, rounding_interval
from moditrack.documents.quantities import Quantity
from moditrack.tables import Row

_EVENTS = ("offences", "incidents", "charges", "arrests")
"""Units of what happens one by one, and by chance more or less often."""
_WORDS = {"/": "over ", "->": "to ", "-": "less ", "+": "and "}


def inputs_in_steps(inputs: str, figures: dict[str, Row]) -> list[str]:
    """A step for each figure of an expression: as printed, what it counts, and where it is."""
    steps = []
    word = ""
    for token in inputs.split():
        if token in figures:
            figure = figures[token]
            what = f"{figure['description']} ({figure['citation']})"
            steps.append(f"{word}{figure['printed']}: {what}")
        word = _WORDS.get(token, "")
    return steps


def stands_for(stated: Quantity) -> str:
    """What a printed percentage or fraction stands for."""
    low, high = (Fraction(end) for end in rounding_interval(stated))
    if is_fraction(stated):
        low, high, places = 100 * low, 100 * high, 1
    else:
        places = stated.decimals + 1
    between = f"{float(low):.{places}f}% to {float(high):.{places}f}%"
    return f"printed: {stated.printed}, which stands for {between}"


def chance(claim: Row, figures: dict[str, Row]) -> list[str]:
    """Whether a change from one count of events to another could be chance."""
    before, arrow, after = claim["inputs"].partition(" -> ")
    if not arrow or any(figures.get(one, {}).get("unit") not in _EVENTS for one in (before, after)):
        return []
    first, second = (figure_value(figures[one]).exact for one in (before, after))
    if first is None or second is None or min(first, second) < 0:
        return []
    if not first.denominator == second.denominator == 1:
        return []
    p = equal_rates(int(first), int(second))
    return [f"{first} to {second} at equal rates: {p_value(p)}, {chance_in_words(p)}"]
