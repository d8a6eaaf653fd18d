"""95% intervals of counts and shares (Wilson, Byar, Poisson), and funnel limits.

Formulas: Byar's approximation and the exact (Garwood) limits as in Breslow & Day, Statistical
Methods in Cancer Research, vol. II (IARC 1987), section 2.3; Wilson's score interval (Wilson,
JASA 22, 1927). docs/method.md explains them.
"""

from __future__ import annotations

import math
from collections.abc import Callable

EXACT_BELOW = 10
"""Counts below this get exact Poisson limits, others Byar's limits."""
_TAIL = (1 - 0.95) / 2
_Z = 1.9599639845400536
"""What 95% leave on each side, and the normal quantile there, which statistics need not load."""


def byar(count: int) -> tuple[float, float]:
    """Byar's approximate limits of a Poisson count. ValueError for a negative count."""
    _check(count)
    upper = count + 1
    high = upper * (1 - 1 / (9 * upper) + _Z / (3 * math.sqrt(upper))) ** 3
    if count == 0:
        return 0.0, high
    return count * (1 - 1 / (9 * count) - _Z / (3 * math.sqrt(count))) ** 3, high


def poisson_exact(count: int) -> tuple[float, float]:
    """Exact (Garwood) limits of a Poisson count. ValueError for a negative count."""
    _check(count)
    top = 2.0 * count + 20
    high = _bisect(lambda mean: _poisson_cdf(count, mean) - _TAIL, top)
    if count == 0:
        return 0.0, high
    return _bisect(lambda mean: _poisson_cdf(count - 1, mean) - (1 - _TAIL), top), high


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Wilson's score limits of a proportion (0 to 1). ValueError unless 0 <= part <= whole > 0."""
    if not 0 <= part <= whole or whole == 0:
        raise ValueError("a part lies between 0 and its whole, and the whole is not 0")
    z = _Z
    share = part / whole
    centre = share + z * z / (2 * whole)
    spread = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    # At the ends the limit is exactly 0 or 1, which float rounding can miss.
    low = 0.0 if part == 0 else (centre - spread) / scale
    return low, 1.0 if part == whole else (centre + spread) / scale


def poisson_limits(count: int) -> tuple[float, float, str]:
    """95% limits of a count and the method used: exact Poisson below 10, Byar from 10."""
    if count < EXACT_BELOW:
        return *poisson_exact(count), "exact Poisson"
    return *byar(count), "Byar"


def _check(count: int) -> None:
    if count < 0:
        raise ValueError("a count cannot be negative")


def _poisson_cdf(count: int, mean: float) -> float:
    if mean == 0:
        return 1.0
    logs = (i * math.log(mean) - mean - math.lgamma(i + 1) for i in range(count + 1))
    return math.fsum(math.exp(value) for value in logs)


def _bisect(falling: Callable[[float], float], top: float) -> float:
    """The zero of a falling function between 0 and `top`."""
    low, high = 0.0, top
    while low < (middle := (low + high) / 2) < high:
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return middle


def funnel_limits(expected: float, confidence: float) -> tuple[int, int]:
    """The fewest and the most that chance allows around an expected number: Poisson, two-sided.

    A smaller count, or a greater one, has a probability below half of what confidence leaves.
    """
    tail = (1 - confidence) / 2
    spread = 10 * math.sqrt(expected) + 30
    first = max(0, int(expected - spread))  # what lies below has no weight
    low: int | None = None
    sum_ = 0.0
    for count in range(first, int(expected + spread) + 1):
        sum_ += math.exp(count * math.log(expected) - expected - math.lgamma(count + 1))
        if low is None and sum_ >= tail:
            low = count
        if sum_ >= 1 - tail:
            return low or 0, count
    return low or 0, int(expected + spread)
