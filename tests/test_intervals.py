"""Intervals against published values."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.intervals import byar, poisson_exact, poisson_limits, rounding_interval


@pytest.mark.parametrize(
    ("count", "low", "high"), [(65, 50.16319, 82.84914), (1045, 982.5932, 1110.3312)]
)
def test_byar(count: int, low: float, high: float) -> None:
    assert byar(count) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


@pytest.mark.parametrize(
    ("count", "low", "high"), [(10, 4.7954, 18.3904), (25, 16.1787, 36.9049), (0, 0, 3.6889)]
)
def test_exact_poisson(count: int, low: float, high: float) -> None:
    assert poisson_exact(count) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_exact_below_ten_byar_from_ten() -> None:
    assert poisson_limits(9)[2] == "exact Poisson"
    assert poisson_limits(10)[2] == "Byar"


def test_the_rounding_of_a_printed_percentage() -> None:
    assert rounding_interval("0.13") == (Fraction("0.125"), Fraction("0.135"))
    assert rounding_interval("60") == (Fraction("59.5"), Fraction("60.5"))


def test_bad_input() -> None:
    for limits in (byar, poisson_exact):
        with pytest.raises(ValueError, match="negative"):
            limits(-1)
    with pytest.raises(ValueError, match="Invalid"):
        rounding_interval("about 5")
