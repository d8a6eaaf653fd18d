"""The periods of outcomes: --year, --from, --to, and changes between years that adjoin."""

from __future__ import annotations

import pytest

from moditrack.questions.outcome_blocks import compared, steps


def test_years_apart_have_no_change_on_the_year_before(run) -> None:
    out = run("outcomes", "--year", "2019", "--year", "2023").out
    assert "Change" not in out
    assert "\n2019 to 2023: 18 to 9, -9 (-50%): could be chance (p = 0.12). " in out


def test_a_test_of_two_years_says_that_they_were_chosen(run) -> None:
    said = (
        "\n! The test does not allow for the choice of 2 years; counts below 10 are too small to"
        " draw conclusions from.\n"
    )
    for other in ("2022", "2023"):
        assert said in run("outcomes", "2019", other).out
    three = run("outcomes", "2019", "2020", "2022").out
    assert "the choice" not in three + run("outcomes", "2022").out + run("outcomes").out
    assert "\n! Counts below 10 are too small to draw conclusions from." in three


def test_a_change_is_shown_only_where_the_years_adjoin(run) -> None:
    lines = run("outcomes", "--year", "2019", "--year", "2020", "--year", "2023").out.splitlines()
    assert lines[3].split()[3:] == ["2019", "2020", "2023", "All", "Share", "95%"]
    (change,) = [line for line in lines if line.startswith("Change on the year before")]
    assert change.split()[5:] == ["-13"]  # 18 to 5; 2023 follows three years later
    lines = run("outcomes", "--year", "2020", "--year", "2022", "--year", "2023").out.splitlines()
    (change,) = [line for line in lines if line.startswith("Change on the year before")]
    assert change.split()[5:] == ["+3"]  # 6 to 9; nothing for 2022, two years after 2020


@pytest.mark.parametrize("option", ["--year", "--from", "--to"])
def test_a_year_outside_the_data_names_those_there_are(refused, option: str) -> None:
    message = refused("outcomes", option, "2018")
    assert message.endswith("the years are 2019, 2020, 2021, 2022, 2023.")


def test_other_bad_input(refused) -> None:
    assert "swap them" in refused("outcomes", "--from", "2023", "--to", "2019")
    assert "1, 14, 16, 18, 20, Resolved" in refused("outcomes", "--outcome", "99")
    assert "did you mean 'colp-2024-02-22'" in refused("outcomes", "--document", "colp-2024-02-21")
    assert "has no table of outcomes" in refused("outcomes", "--agency", "mps")
    assert "has no table of outcomes" in refused("outcomes", "--document", "mpa-2003-05-08")
    assert "'twenty' is not a year: write it like 2023, 2022/23 or Q1" in refused(
        "outcomes", "--year", "twenty"
    )


@pytest.mark.parametrize("option", ["--year", "--from", "--to"])
def test_a_financial_year_is_none_of_the_calendar_years(refused, option: str) -> None:
    expected = "There are no outcomes for 2022/23: the years are 2019, 2020, 2021, 2022, 2023."
    assert expected in refused("outcomes", option, "2022/23")
    assert "widen the range" in refused("outcomes", "--year", "2019", "--from", "2022")


def test_codes_among_the_years(ask, refused) -> None:
    assert ask("outcomes", "14", "16") == ask("outcomes", "--outcome", "14", "--outcome", "16")
    (row,) = ask("outcomes", "2023", "18")
    assert (row["code"], row["year"], row["offences"]) == ("18", 2023, 6)
    assert "There is no outcome '99': there are 1, 14" in refused("outcomes", "99")


def test_a_quarter_and_a_year_are_not_compared() -> None:
    days = {"Q4 2022": ("2022-10-01", "2022-12-31"), "2023": ("2023-01-01", "2023-12-31")}
    rows = [
        {"period": label, "period_start": first, "period_end": last, "series": "period"}
        for label, (first, last) in days.items()
    ]
    assert steps(rows) == [("Q4 2022", "2023")]
    assert compared(rows) == []
    assert compared([row | {"series": "year"} for row in rows]) == [("Q4 2022", "2023")]
