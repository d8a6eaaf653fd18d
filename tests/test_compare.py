"""moditrack compare: 0.13% beside 0.24%, read on 9 offences of 2023 and on 41 of five years."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from moditrack.build.database import fill_summaries
from moditrack.db.connection import shipped_path
from moditrack.questions.compare import _conclusion, _note


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
    assert row["method"] == "exact Poisson, 95%"
    # Byar by hand for 41: 41(1 - 1/369 - 1.95996/(3 sqrt 41))^3 and 42(1 - 1/378 + ...)^3.
    row = readings["2019-2023"]
    assert row["expected_at_national_rate"] == 75.69
    low = 41 * (1 - 1 / 369 - 1.959964 / (3 * 41**0.5)) ** 3 / 75.6923
    high = 42 * (1 - 1 / 378 + 1.959964 / (3 * 42**0.5)) ** 3 / 75.6923
    assert row["ci_low"] == pytest.approx(low, abs=1e-4)
    assert row["ci_high"] == pytest.approx(high, abs=1e-4)
    assert row["method"] == "Byar, 95%"


def test_the_keys_and_sources(readings) -> None:
    assert list(readings["2023"]) == [
        "reading", "measure", "colp", "national", "unit", "difference", "ratio", "ratio_low",
        "ratio_high", "offences", "implied_crimes_low", "implied_crimes_high",
        "expected_at_national_rate", "ci_low", "ci_high", "method", "note", "sources", "document",
        "ci_low_from", "ci_low_to", "ci_high_from", "ci_high_to", "conclusion", "chi_square",
        "degrees_of_freedom", "dispersion_p", "wide_low", "wide_high", "wide_low_from",
        "wide_low_to", "wide_high_from", "wide_high_to", "crimes", "crimes_fit",
    ]  # fmt: skip
    for row in readings.values():
        assert row["sources"] == [
            "colp-2024-02-22#summary.b1",
            "colp-2024-02-22#3",
            "colp-2024-02-22#19.p2",
            "colp-2024-02-22#19.outcome",
        ]


def test_rounding_moves_the_limits(readings) -> None:
    # Of 9: 4.1154/9 and 17.0848/9, times 0.125/0.245 to 0.135/0.235.
    row = readings["2023"]
    found = [row[key] for key in ("ci_low_from", "ci_low_to", "ci_high_from", "ci_high_to")]
    assert found == [pytest.approx(value, abs=1e-4) for value in (0.2333, 0.2627, 0.9685, 1.0905)]
    assert row["conclusion"] == "borderline"


def test_the_years_differ_more_than_chance(readings) -> None:
    # Chi-square 138.8/8.2 = 16.93 with 4 degrees of freedom. Widened: 13/24 times and by
    # exp(1.96 sqrt(16.93/4/41)) = 1.877.
    row = readings["2019-2023"]
    assert row["dispersion_p"] == pytest.approx(0.0020, abs=1e-4)
    assert (row["wide_low"], row["wide_high"]) == (
        pytest.approx(0.2886, abs=1e-3),
        pytest.approx(1.0167, abs=1e-3),
    )
    assert (row["chi_square"], row["degrees_of_freedom"]) == (16.93, 4)
    # Rounding: 0.125/0.245 to 0.135/0.235 times and by the same.
    found = [row[f"wide_{limit}"] for limit in ("low_from", "low_to", "high_from", "high_to")]
    assert found == [pytest.approx(value, abs=1e-3) for value in (0.2718, 0.3061, 0.9577, 1.0783)]
    assert row["conclusion"] == "borderline"  # 0.39-0.73 alone would be below 1
    one = readings["2023"]
    assert (one["chi_square"], one["degrees_of_freedom"]) == (None, None)
    assert (one["dispersion_p"], one["wide_low"], one["wide_high"]) == (None, None, None)


def test_the_answer_comes_first(run) -> None:
    lines = run("compare").out.splitlines()
    assert lines[:3] == [
        "Is modern slavery a smaller share of crime in the City than nationally?",
        "0.13% against 0.24%. Neither reading shows it: both are borderline. The report does not"
        " say which it means.",
        "",
    ]
    table = [line.split() for line in lines[5:7]]
    assert table == [
        ["9,", "2023", "0.54", "0.25-1.03", "borderline", "17"],
        ["41,", "2019-2023", "0.54", "0.29-1.02", "borderline", "76"],
    ]
    text = "\n".join(lines)
    for said in (
        "! 9 is below 10, and rounding moves its upper limit between 0.97 and 1.09.",
        "! Together, 18, 5, 3, 6 and 9 a year differ more than chance allows (p = 0.002), though"
        " 6 to 9 alone could be chance. So the interval of 2019-2023 is widened, from 0.39-0.73;"
        " rounding moves its upper limit between 0.96 and 1.08.",
        "At the national share 9 would be 17, 41 would be 76.",
        "0.13% implies 6,667 to 7,200 or 6,074 to 6,560 crimes a year: the City's own number would"
        " decide.",
        "moditrack check share-base",
    ):
        assert said in text
    assert "rate" not in text.replace("moditrack", "")


def test_the_interval_is_drawn_in_its_row(terminal) -> None:
    lines = terminal(80, "compare").out.splitlines()
    assert len(lines) == 20
    assert max(map(len, lines)) <= 80
    # 31 cells for 0 to 1.25: 0.25 is in cell 6, 0.54 in 13, 1 in 24, 1.03 in 25.
    head, one, five = (line[15:46] for line in (lines[4], lines[6], lines[7]))
    assert head == "0" + "national 1".rjust(24) + " " * 6
    assert one == " " * 6 + "├" + "─" * 6 + "●" + "─" * 10 + "│┤" + " " * 5
    # 0.29 is in cell 7, 1.02 in 25.
    assert five == " " * 7 + "├" + "─" * 5 + "●" + "─" * 10 + "│┤" + " " * 5


@pytest.mark.parametrize(
    ("crimes", "fits", "said"),
    [
        # 9/6900 is 0.1304%, 41/34500 is 0.1188%.
        ("6900", [True, False], "By your number of crimes it means 2023."),
        # 9/6300 is 0.1429%, 41/31500 is 0.1302%.
        ("6300", [False, True], "By your number of crimes it means 2019-2023."),
        ("9000", [False, False], "By your number of crimes it does not mean 2023 or 2019-2023."),
        ("2023=6900", [True, None], "By your number of crimes it can mean 2023."),
        ("2023=9000", [False, None], "By your number of crimes it does not mean 2023."),
    ],
)
def test_crimes_of_the_user_decide(ask, run, crimes: str, fits: list, said: str) -> None:
    assert [row["crimes_fit"] for row in ask("compare", "--crimes", crimes)] == fits
    out = run("compare", "--crimes", crimes).out
    assert said in out
    assert "Source: you (--crimes)." in out
    assert "would decide" not in out


def test_crimes_by_year(ask, run) -> None:
    given = "2019=14000,2020=4000,2021=2500,2022=4500,2023=7000"
    one, five = ask("compare", "--crimes", given)
    assert (one["crimes"], five["crimes"]) == (7000, 32000)
    # 32,000 crimes: expected 17.94, 5.13, 3.20, 5.77 and 8.97; chi-square 0.03 with 4 degrees.
    assert five["dispersion_p"] == pytest.approx(0.9999, abs=1e-3)
    out = run("compare", "--crimes", given).out
    assert "differ more than chance" not in out
    assert "2019-2023 is smaller by more than chance" in out


def test_crimes_that_cannot_be(refused) -> None:
    assert "the years of the report are 2019, 2020" in refused("compare", "--crimes", "2018=9000")
    assert "less than 18 offences" in refused("compare", "--crimes", "17")
    assert "all years of a reading" in refused("compare", "--crimes", "2022=9000")
    for wrong in ("many", "0", "-5", "6,900.5", "2023=", "=5", "20x3=5"):
        assert "write 6900 for every year" in refused("compare", "--crimes", wrong)


@pytest.fixture
def changed(tmp_path: Path):
    """A copy of the database, changed by SQL, with what is made from it made again."""

    def call(sql: str) -> str:
        path = tmp_path / "copy.db"
        shutil.copyfile(shipped_path(), path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(sql)
            tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'summary_%'"
            for (table,) in connection.execute(tables).fetchall():
                connection.execute(f"DELETE FROM {table}")
            fill_summaries(connection)
            connection.commit()
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
    ("low", "high", "conclusion", "note"),
    [
        # Each limit with what rounding makes of it: least, as it is, greatest.
        ((0.23, 0.25, 0.26), (0.97, 1.03, 1.09), "borderline", "either side of 1"),
        ((0.27, 0.29, 0.31), (0.92, 0.98, 1.04), "borderline", "either side of 1"),
        ((0.27, 0.29, 0.31), (0.86, 0.91, 0.97), "smaller", "a share below national is shown"),
        ((0.27, 0.29, 0.31), (1.00, 1.06, 1.12), "may be chance", "0.29-1.06 includes 1"),
        ((0.96, 1.02, 1.08), (1.41, 1.50, 1.59), "borderline", "either side of 1"),
        ((0.90, 0.95, 1.00), (1.41, 1.50, 1.59), "may be chance", "0.95-1.50 includes 1"),
        ((1.13, 1.20, 1.27), (1.41, 1.50, 1.59), "larger", "a share above national is shown"),
    ],
)
@pytest.mark.parametrize("own", ["ci", "wide"])
def test_what_an_interval_lets_one_conclude(
    own: str, low: tuple[float, ...], high: tuple[float, ...], conclusion: str, note: str
) -> None:
    keys = (f"{own}_low", f"{own}_high")
    limits = {
        f"{key}{end}": value
        for key, values in zip(keys, (low, high), strict=True)
        for end, value in zip(("_from", "", "_to"), values, strict=True)
    }
    assert _conclusion(limits, *keys) == conclusion
    said = _note(limits, conclusion, *keys)
    assert note in said.replace(", widened as the years differ,", "")
    assert ("widened" in said) == (own == "wide")


def test_a_title_of_several_words_is_no_noun(run) -> None:
    out = run("compare", "--document", "mpa-2003-05-08").out
    assert out.splitlines()[1] == "Nothing in mpa-2003-05-08."
