"""Durations beside their dates, and changes of durations."""

from __future__ import annotations

import pytest

from tests.test_audit_prose import claims


@pytest.mark.parametrize(
    ("text", "stated", "inputs", "verdict"),
    [
        ("The review took nine months, from March 2022 to November 2022.", "nine months",
         ["March 2022", "November 2022"], "consistent"),
        ("The review took six months, from March 2022 to November 2022.", "six months",
         ["March 2022", "November 2022"], "inconsistent"),
        # four years lie between 2014 and 2018, and five are named
        ("Figures are shown for five years (2014-2018).", "five years", ["2014", "2018"],
         "consistent"),
        ("The plan runs for four years from 2014 to 2018.", "four years", ["2014", "2018"],
         "consistent"),
        ("The plan runs for nine years from 2014 to 2018.", "nine years", ["2014", "2018"],
         "inconsistent"),
        ("The trial lasted 12 days, from 3 May 2021 to 14 May 2021.", "12 days",
         ["3 May 2021", "14 May 2021"], "consistent"),
        ("Works took 52 days (7 weeks).", "7 weeks", ["52"], "consistent"),
        ("Works took 50 days (just over 7 weeks).", "7 weeks", ["50"], "consistent"),
        ("Works took 49 days (9 weeks).", "9 weeks", ["49"], "inconsistent"),
        ("The lease is for 30 months (two and a half years).", "two and a half years", ["30"],
         "consistent"),
    ],
)  # fmt: skip
def test_a_duration_and_its_dates(text: str, stated: str, inputs: list[str], verdict: str) -> None:
    assert claims(text) == [("duration", stated, inputs, verdict)]


@pytest.mark.parametrize(
    "text",
    [
        "The three year average rose between 2014 and 2018.",
        "A boy of 12 years from Ayton was missing from 2014 to 2016.",
        "It was done in 35 days (7 weeks), and 20 working days (4 weeks) sooner.",
        "In the last ten years, offences were highest from 2014 to 2016.",
    ],
)
def test_a_duration_of_something_else_is_no_claim(text: str) -> None:
    assert claims(text) == []
