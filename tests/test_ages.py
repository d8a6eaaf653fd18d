"""Victims under 18 and the median age band, from bands as reports print them."""

from __future__ import annotations

import pytest

from moditrack.questions.victims_screen import ages_text

CITY = {"11-17": 11, "18-25": 13, "26-35": 11, "36-45": 3, "46-55": 2, "56-65": 1, "+65": 0}


def test_the_bands_of_the_city() -> None:
    # The 21st of 41 is in 18-25: 11 are younger than that band, 24 at most as old.
    assert ages_text(CITY, 41) == "11 are under 18; median in 18-25."


@pytest.mark.parametrize(
    ("victims", "said"),
    [
        ({"Under 18": 1, "18 and over": 4}, "1 is under 18."),
        ({"0-15": 3, "16-20": 4, "21+": 2}, "median in 16-20."),  # 18 is inside a band
        ({"36+": 1, "26-35": 2, "18-25": 7}, "0 are under 18; median in 18-25."),
        ({"<18": 3, ">25": 2, "18-25": 1}, "3 are under 18."),  # between the bands
        ({"11-17": 5, "17-25": 9}, ""),  # they overlap
        ({"11-17": 5, "Unknown": 9}, ""),
        ({"18-25": 5}, ""),  # one band says nothing
        ({}, ""),
    ],
)
def test_bands_that_say_it_and_bands_that_do_not(victims: dict[str, int], said: str) -> None:
    assert ages_text(victims, sum(victims.values())) == said


def test_bands_without_all_victims_say_nothing() -> None:
    assert ages_text(CITY, 45) == ""
