"""A multiple of another figure: twice, 2.5 times, 1 in 54; an average; a part above the average."""

from __future__ import annotations

import math
from fractions import Fraction

from moditrack.checks.exact_values import Value
from moditrack.checks.rounding import is_fraction
from moditrack.checks.verdicts import (
    Result,
    compare,
    in_few_decimals,
    judge,
    reason,
    value_in_words,
)
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import NOT_ROUNDED
from moditrack.ways_to_round import nearest

_LOOSE = Fraction(1, 20)
"""How far, as a share of it, what is called twice or double in a word may be from it."""


def ratio(stated: Quantity, first: Value, second: Value) -> Result:
    """Whether a printed multiple is the first figure over the second.

    "Three times" stands for 2.5 to 3.5, as 2.5 times for 2.45 to 2.55; "double" for 1.9 to 2.1.
    """
    value = first.over(second)
    found = f"{value_in_words(value)} times"
    if is_fraction(stated):
        found = f"1 in {value_in_words(second.over(first))}" if value.exact else found
        result = judge(stated, value, found)
    else:
        one_word = not any(character.isdigit() or character == " " for character in stated.printed)
        verdict = compare(stated, value, 0 if stated.decimals else 1)
        if verdict in NOT_ROUNDED:
            verdict = "inconsistent"  # 2.9 is not cut off to twice
        plain = one_word and stated.bound == "exact"
        if plain and verdict == "consistent" and not _near(stated, value):
            verdict = "ambiguous"
        result = Result(verdict, found, reason(verdict, stated, value, found))
    if result.verdict == "ambiguous" and stated.bound == "exact":
        few = in_few_decimals(found, result.verdict, stated, value)
        loosely = f"the figures give {few}, which {stated.printed} says loosely"
        return Result(result.verdict, found, loosely)
    return result


def _near(stated: Quantity, value: Value) -> bool:
    room = stated.low * _LOOSE
    return value.low <= stated.low + room and stated.low - room <= value.high


def average(stated: Quantity, whole: Value, number: Value) -> Result:
    """Whether a printed average is the whole over the number; without decimals, a whole number."""
    value = whole.over(number)
    rounded_to = 0 if stated.decimals or stated.scale > 1 else 1
    return judge(stated, value, percent=stated.unit == "percent", rounded_to=rounded_to)


def count_above_rounded_average(base: Fraction, low: Fraction, high: Fraction) -> int | None:
    """The count that is low to high percent above an average rounded to a whole number."""
    whole = nearest(base)
    count = math.ceil(whole * (100 + low) / 100)
    return count if 0 < count <= whole * (100 + high) / 100 else None
