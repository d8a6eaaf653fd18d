"""Ways to round a number."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction


def _round_size(value: Fraction, places: int, whole: Callable[[Fraction], int]) -> Fraction:
    """Round the absolute value and keep the sign."""
    size = whole(abs(value) * 10**places)
    return Fraction(size if value >= 0 else -size, 10**places)


ROUNDINGS: dict[str, Callable[[Fraction, int], Fraction]] = {
    "half up": lambda value, places: _round_size(
        value, places, lambda v: math.floor(v + Fraction(1, 2))
    ),
    "half to even": lambda value, places: _round_size(value, places, round),
    "cut off": lambda value, places: _round_size(value, places, math.floor),
    "up": lambda value, places: _round_size(value, places, math.ceil),
}
"""Functions that round a number to a number of decimals, by name."""


def nearest(value: Fraction | float) -> int:
    """The nearest whole number; a half is rounded away from zero, as most readers do."""
    return int(ROUNDINGS["half up"](Fraction(value), 0))
