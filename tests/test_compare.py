"""moditrack compare: 0.13% beside 0.24%, read on 9 offences of 2023 and on 41 of five years."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from moditrack.db.connection import shipped_path
from moditrack.questions.compare import _note


@pytest.fixture
def readings(ask) -> dict:
    rows = ask("compare")
    assert [row["reading"] for row in rows] == ["2023", "2019-2023"]
    return {row["reading"]: row for row in rows}


def test_a_row_for_each_reading(readings) -> None:
    assert [row["offences"] for row in readings.values()] == [9, 41]


def test_shares_difference_and_ratio(readings) -> None:
    for row in readings.values():
        assert (row["colp"], row["national"], row["unit"]) == (0.13, 0.24, "percent")
        assert row["difference"] == -0.11
        assert row["ratio"] == 0.5417  # 13/24
        assert row["ratio_low"] == 0.5102  # 0.125/0.245
        assert row["ratio_high"] == 0.5745  # 0.135/0.235


def test_crimes_that_the_share_implies(readings) -> None:
    # 9/0.00135 = 6666.7 and 9/0.00125 = 7200; 41/0.00135 = 30370.4 and 41/0.00125 = 32800
    row = readings["2023"]
    assert (row["implied_crimes_low"], row["implied_crimes_high"]) == (6667, 7200)
    row = readings["2019-2023"]
    assert (row["implied_crimes_low"], row["implied_crimes_high"]) == (30371, 32800)


def test_expected_and_limits(readings) -> None:
    # Published exact limits for 9 are 4.1154 to 17.0848; 9 x 24/13 = 16.6154.
    row = readings["2023"]
    assert row["expected_at_national_rate"] == 16.62
    assert (row["ci_low"], row["ci_high"]) == (
        pytest.approx(4.1154 / 16.6154, abs=1e-4),
        pytest.approx(17.0848 / 16.6154, abs=1e-4),
    )
    assert row["method"] == "exact Poisson, 95 %"
    # Byar by hand for 41: 41(1 - 1/369 - 1.95996/(3 sqrt 41))^3 and 42(1 - 1/378 + ...)^3.
    row = readings["2019-2023"]
    assert row["expected_at_national_rate"] == 75.69
    low = 41 * (1 - 1 / 369 - 1.959964 / (3 * 41**0.5)) ** 3 / 75.6923
    high = 42 * (1 - 1 / 378 + 1.959964 / (3 * 42**0.5)) ** 3 / 75.6923
    assert row["ci_low"] == pytest.approx(low, abs=1e-4)
    assert row["ci_high"] == pytest.approx(high, abs=1e-4)
    assert row["method"] == "Byar, 95 %"


def test_the_keys_and_sources(readings) -> None:
    assert list(readings["2023"]) == [
        "reading", "measure", "colp", "national", "unit", "difference", "ratio", "ratio_low",
        "ratio_high", "offences", "implied_crimes_low", "implied_crimes_high",
        "expected_at_national_rate", "ci_low", "ci_high", "method", "note", "sources", "document",
    ]  # fmt: skip
    for row in readings.values():
        assert row["sources"] == [
            "colp-2024-02-22#summary.b1",
            "colp-2024-02-22#3",
            "colp-2024-02-22#19.p2",
            "colp-2024-02-22#19.outcome",
        ]


def test_a_line_says_what_may_be_concluded(terminal) -> None:
    lines = terminal(80, "compare").out.splitlines()
    (one,) = [line for line in lines if line.startswith("2023:")]
    assert "a lower rate is not shown" in one
    (five,) = [line for line in lines if line.startswith("2019-2023:")]
    assert "a rate below national is shown" in five
    assert "no cause" in five
    text = " ".join(" ".join(lines).split())
    assert "Counts below 10 are too small to conclude from." in text
    assert (
        "national average of all other forces in two passages and national levels in another"
        in text
    )


@pytest.fixture
def changed(tmp_path: Path):
    """A copy of the database, changed by SQL."""

    def call(sql: str) -> str:
        path = tmp_path / "copy.db"
        shutil.copyfile(shipped_path(), path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(sql)
        return str(path)

    return call


def test_a_ratio_halfway_is_rounded_up(ask, changed) -> None:
    rate = "UPDATE figure SET printed = '0.32%', value = 0.32"
    path = changed(f"{rate} WHERE measure = 'national-share-of-crime'")
    for row in ask("compare", "--db", path):
        assert (row["ratio"], row["difference"]) == (0.4063, -0.19)  # 0.13/0.32 = 0.40625
        assert (row["ratio_low"], row["ratio_high"]) == (0.3846, 0.4286)  # 125/325, 135/315
    assert row["expected_at_national_rate"] == 100.92  # 41 x 32/13 = 100.923


def test_the_years_of_a_total_without_a_period_are_those_of_the_table(ask, changed) -> None:
    open_ended = (
        "UPDATE figure SET period_start = NULL, period_end = NULL WHERE cell = 'grand-total'"
    )
    path = changed(open_ended)
    assert [row["reading"] for row in ask("compare", "--db", path)] == ["2023", "2019-2023"]
    path = changed(f"{open_ended}; DELETE FROM figure WHERE cell = 'column-total'")
    (row,) = ask("compare", "--db", path)
    assert (row["reading"], row["offences"]) == ("all years", 41)


def test_of_no_offences_nothing_is_compared(ask, changed) -> None:
    zero = "UPDATE figure SET value = 0 WHERE measure = 'outcome-offences' AND period_start"
    path = changed(f"{zero} = '2023-01-01' AND cell = 'column-total'")
    assert [row["offences"] for row in ask("compare", "--db", path)] == [41]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.25, 1.0, ["may be chance", "0.25-1.00 includes 1"]),
        (1.0, 1.5, ["may be chance", "1.00-1.50 includes 1"]),
        (0.39, 0.73, ["rate below national", "0.39-0.73 is below 1"]),
        (1.2, 1.5, ["rate above national", "1.20-1.50 is above 1"]),
    ],
)
def test_what_an_interval_lets_one_conclude(low: float, high: float, words: list[str]) -> None:
    assert all(word in _note(low, high) for word in words)
