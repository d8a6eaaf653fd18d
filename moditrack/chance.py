"""Whether counts differ by more than chance: exact p-values, and "could be chance".

Formulas: the exact conditional test of two Poisson rates (Przyborowski & Wilenski, Biometrika
31, 1940); the dispersion test of Poisson counts (Fisher, Statistical Methods for Research Workers,
1925; Cochran, Biometrics 10, 1954). docs/method.md explains them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

LEVEL = 0.05
"""A p-value below this is more than chance."""
_EXACT_UP_TO = 10_000
"""Two counts that add up to more are tested by the normal approximation."""


def equal_rates(first: int, second: int) -> float:
    """The p-value of two counts having the same rate: exact, two-sided; 1 for two counts of 0.

    Given their sum, the first count is binomial; the outcomes that are no more likely than the one
    observed are added.
    """
    whole = first + second
    if whole == 0:
        return 1.0
    if whole > _EXACT_UP_TO:
        distance = max(0.0, abs(first - whole / 2) - 0.5)
        return math.erfc(distance / math.sqrt(whole / 2))
    chances = [
        math.exp(
            math.lgamma(whole + 1)
            - math.lgamma(count + 1)
            - math.lgamma(whole - count + 1)
            - whole * math.log(2)
        )
        for count in range(whole + 1)
    ]
    # Outcomes as likely as the observed one differ from it by the rounding of floats.
    limit = chances[first] * (1 + 1e-9)
    return min(1.0, math.fsum(chance for chance in chances if chance <= limit))


def dispersion(
    counts: Sequence[int], exposures: Sequence[float] | None = None
) -> tuple[float, int, float]:
    """Chi-square, degrees of freedom and p-value of one rate; ValueError for one or all 0."""
    bases = [1.0] * len(counts) if exposures is None else exposures
    whole, base = sum(counts), sum(bases)
    if len(counts) < 2 or not whole:
        raise ValueError("a test of dispersion needs two counts, not all of them 0")
    expected = [whole * own / base for own in bases]
    square = math.fsum((o - e) ** 2 / e for o, e in zip(counts, expected, strict=True))
    return square, len(counts) - 1, chi_square_tail(square, len(counts) - 1)


def chi_square_tail(value: float, freedom: int) -> float:
    """The probability of a chi-square of at least `value`, with whole degrees of freedom.

    The upper incomplete gamma function by recurrence: Q(a + 1, x) = Q(a, x) + x^a e^-x / Γ(a + 1).
    """
    half = value / 2
    if half == 0:
        return 1.0
    shape = 0.5 if freedom % 2 else 1.0
    tail = math.erfc(math.sqrt(half)) if freedom % 2 else math.exp(-half)
    while shape < freedom / 2:
        tail += math.exp(shape * math.log(half) - half - math.lgamma(shape + 1))
        shape += 1
    return tail


def p_value(p: float) -> str:
    """A p-value for people: p = 0.61, p = 0.011, p < 0.001."""
    if p < 0.001:
        return "p < 0.001"
    places = 3 if p < 0.1 else 2
    return f"p = {p:.{places}f}"


def chance_in_words(p: float) -> str:
    """What a p-value says: more than chance, could be chance."""
    return "more than chance" if p < LEVEL else "could be chance"
