"""The arithmetic of a claim of the records for people: in steps, in a line, and whether a change
could be chance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from moditrack.chance import chance_in_words, equal_rates, p_value
from moditrack.checks.claim_inputs import figure_value
from moditrack.checks.rounding import is_fraction, rounding_interval
from moditrack.documents.quantities import Quantity
from moditrack.tables import Row

_EVENTS = ("offences", "incidents", "charges", "arrests")
"""Units of what happens one by one, and by chance more or less often."""
_WORDS = {"/": "over ", "->": "to ", "-": "less ", "+": "and "}
_SIGNS = {"/": " of ", "->": " to ", "-": " less ", "+": " + "}
FEW = 6
"""The arithmetic of at most this many numbers is in a line."""
_NUMBER = re.compile(r"(?:n=)?(£?[\d,.]+%?)")


def inputs_in_steps(inputs: str, figures: dict[str, Row]) -> list[str]:
    """A step for each figure of an expression: as printed, what it counts, and where it is."""
    steps = []
    word = ""
    for token in inputs.split():
        if token not in _WORDS and token in figures:
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


def in_a_line(inputs: str, figures: dict[str, Row]) -> str | None:
    """What an expression computes: 46 + 102, 18 of (41 less 7); None of more than a few numbers, or
    of what is no number in digits."""
    sides = re.split(r" (/|->) ", inputs)
    texts = []
    for side in sides[::2]:
        tokens = side.split()
        printed = [figures[one]["printed"] for one in tokens[::2] if one in figures]
        if len(printed) < len(tokens[::2]):
            return None
        own = of_numbers(printed, [_SIGNS[sign] for sign in tokens[1::2]])
        if own is None:
            return None
        texts.append(f"({own})" if len(tokens) > 1 and len(sides) > 1 else own)
    number = len(inputs.split()) // 2 + 1
    return _SIGNS.get("".join(sides[1:2]), "").join(texts) if 2 <= number <= FEW else None


def of_numbers(printed: Sequence[str], signs: Sequence[str]) -> str | None:
    """Numbers as printed, with the signs between them; None where one is not in digits."""
    numbers = [match[1] for match in map(_NUMBER.fullmatch, printed) if match]
    if len(numbers) < len(printed) or not numbers:
        return None
    pairs = zip(("", *signs), numbers, strict=True)
    return "".join(f"{sign}{number}" for sign, number in pairs)


def chance(claim: Row, figures: dict[str, Row]) -> tuple[str, str] | None:
    """Whether a change from one count of events to another could be chance: as a step, alone."""
    before, arrow, after = claim["inputs"].partition(" -> ")
    if not arrow or any(figures.get(one, {}).get("unit") not in _EVENTS for one in (before, after)):
        return None
    first, second = (figure_value(figures[one]).exact for one in (before, after))
    if first is None or second is None or min(first, second) < 0:
        return None
    if not first.denominator == second.denominator == 1:
        return None
    p = equal_rates(int(first), int(second))
    step = f"{first} to {second} at equal rates: {p_value(p)}, {chance_in_words(p)}"
    return step, f"{chance_in_words(p)}, {p_value(p)}"
