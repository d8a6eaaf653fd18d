"""The arithmetic of a claim of the records in steps, for people."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from moditrack.documents.quantities import Quantity
from moditrack.documents.rounding import is_fraction, rounding_interval

Row = dict[str, Any]
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
