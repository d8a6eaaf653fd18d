"""Tests of chance against published tables and counts done by hand."""

from __future__ import annotations

import pytest

from moditrack.chance import chi_square_tail, dispersion, equal_rates, p_value


# The table of critical values of chi-square, as every textbook prints it.
@pytest.mark.parametrize(
    ("value", "freedom", "tail"),
    [
        (3.841, 1, 0.05), (6.635, 1, 0.01), (5.991, 2, 0.05), (7.815, 3, 0.05), (9.488, 4, 0.05),
        (13.277, 4, 0.01), (18.467, 4, 0.001), (11.070, 5, 0.05), (18.307, 10, 0.05),
        (43.773, 30, 0.05), (0.711, 4, 0.95), (0, 4, 1),
    ],
)  # fmt: skip
def test_the_tail_of_chi_square(value: float, freedom: int, tail: float) -> None:
    assert chi_square_tail(value, freedom) == pytest.approx(tail, rel=2e-3)


def test_two_counts() -> None:
    # 8 of 10 at a half: (45 + 10 + 1) of 1024 in each tail.
    assert equal_rates(8, 2) == equal_rates(2, 8) == pytest.approx(112 / 1024)
    assert equal_rates(0, 5) == pytest.approx(2 / 32)
    assert equal_rates(5, 5) == pytest.approx(1)
    assert equal_rates(0, 0) == 1


# By scipy.stats.binomtest(18, 27), (6, 15), (18, 23), (5, 8) and (3, 9).
@pytest.mark.parametrize(
    ("first", "second", "p"),
    [(18, 9, 0.1221), (6, 9, 0.6072), (18, 5, 0.0106), (5, 3, 0.7266), (3, 6, 0.5078)],
)
def test_the_changes_of_the_report(first: int, second: int, p: float) -> None:
    assert equal_rates(first, second) == pytest.approx(p, abs=5e-5)


def test_the_dispersion_of_the_five_years() -> None:
    # The mean is 8.2: (9.8^2 + 3.2^2 + 5.2^2 + 2.2^2 + 0.8^2) / 8.2 = 138.8 / 8.2.
    square, freedom, p = dispersion([18, 5, 3, 6, 9])
    assert (square, freedom) == (pytest.approx(138.8 / 8.2), 4)
    assert p == pytest.approx(0.0020, abs=5e-5)
    # As many as the exposures: no dispersion at all.
    assert dispersion([10, 20], [100, 200]) == (0, 1, 1)


def test_bad_input() -> None:
    for counts in ([3], [0, 0], []):
        with pytest.raises(ValueError, match="needs two counts"):
            dispersion(counts)


def test_how_a_p_value_is_written() -> None:
    assert [p_value(p) for p in (0.6072, 0.1221, 0.0106, 0.00201, 0.0004)] == [
        "p = 0.61", "p = 0.12", "p = 0.011", "p = 0.002", "p < 0.001",
    ]  # fmt: skip


def test_large_counts_take_no_time() -> None:
    # z = (2,000 - 0.5) / sqrt(2,000,000 / 4) = 2.828: p = 0.0047, from a table of the normal.
    assert equal_rates(1_002_000, 998_000) == pytest.approx(0.0047, abs=1e-4)
    # On either side of the limit the two ways agree.
    assert equal_rates(5_080, 4_920) == pytest.approx(equal_rates(5_081, 4_921), rel=5e-3)


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("increase-2023", "6 to 9 at equal rates: p = 0.61, could be chance"),
        ("decrease-since-2019", "18 to 9 at equal rates: p = 0.12, could be chance"),
        ("change-2023", "6 to 9 at equal rates: p = 0.61, could be chance"),
    ],
)
def test_a_printed_change_comes_with_chance(ask, check: str, said: str) -> None:
    assert ask("check", check)["steps"][-1] == said


def test_a_share_has_no_test_of_chance(ask) -> None:
    assert not any("equal rates" in step for step in ask("check", "male-share")["steps"])
