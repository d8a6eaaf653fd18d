"""Intervals against published values."""

from __future__ import annotations

from fractions import Fraction
from statistics import NormalDist

import pytest

from moditrack import intervals
from moditrack.intervals import byar, poisson_exact, poisson_limits, wilson
from moditrack.ways_to_round import ROUNDINGS, nearest


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


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(65, 100, 0.5525443, 0.7363576), (1045, 5000, 0.1979555, 0.2204913)],
)
def test_wilson(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


def test_wilson_at_the_ends_stays_within_0_and_1() -> None:
    assert wilson(0, 10)[0] == 0
    assert wilson(10, 10)[1] == 1
    # 0 of n: the upper limit is z^2 / (n + z^2)
    assert wilson(0, 10)[1] == pytest.approx(1.959964**2 / (10 + 1.959964**2), abs=1e-6)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("2.5", 0, {"half up": 3, "half to even": 2, "cut off": 2, "up": 3}),
        ("60.98", 0, {"half up": 61, "half to even": 61, "cut off": 60, "up": 61}),
        ("-2.5", 0, {"half up": -3, "half to even": -2, "cut off": -2, "up": -3}),
    ],
)
def test_ways_to_round(value: str, places: int, rounded: dict[str, int]) -> None:
    assert {name: rule(Fraction(value), places) for name, rule in ROUNDINGS.items()} == rounded


@pytest.mark.parametrize(
    ("value", "whole"),
    [(62.5, 63), (66.5, 67), (62.49, 62), (Fraction(5, 2), 3), (-2.5, -3), (0, 0), (0.5, 1)],
)
def test_a_half_is_rounded_away_from_zero(value: float, whole: int) -> None:
    assert nearest(value) == whole


def test_exact_below_ten_byar_from_ten() -> None:
    assert poisson_limits(9)[2] == "exact Poisson"
    assert poisson_limits(10)[2] == "Byar"


def test_bad_input() -> None:
    for limits in (byar, poisson_exact):
        with pytest.raises(ValueError, match="negative"):
            limits(-1)
    for part, whole in ((-1, 5), (6, 5), (0, 0)):
        with pytest.raises(ValueError, match="whole"):
            wilson(part, whole)


def test_the_quantile_that_is_written_out() -> None:
    assert NormalDist().inv_cdf(0.975) == intervals._Z
