"""The numbers along the axes of a chart are no quantities; counts in rows and columns are."""

from __future__ import annotations

import pytest

from moditrack.documents.quantities import labels, quantities


@pytest.mark.parametrize(
    "text",
    [
        "0 5 10 15 20 25 30 0 10 20 30 40 50 60\nBoats",
        "Boats\n100%\n80%\n60%\n40%\n20%\n0%\nEast West",
        "Boats by quay\n4,500\n4,000\n3,500\n3,000\nEast West",
        "Boats 0 20 40 60 80 100\nNets",
        "£0m £5m £10m £15m\nNets",
        "0.0 0.5 1.0 1.5 2.0\nNets",
        "1\n10\n100\n1,000\nNets",
        "0 5 10 15 20 25",
        # Short ones below charts that are side by side.
        "Nets 0% 10% 20% 0% 10% 20% 0% 10% 20%",
        # Years that were set upright, read from the wrong end.
        "Boats\n5002 6002 7002 8002 9002 0102\nNets",
    ],
)
def test_the_numbers_of_axes_are_labels(text: str) -> None:
    assert quantities(text) == ()
    assert {one.kind for one in labels(text)} == {"axis"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("60 Nets 12\n40 Ropes 33\n20\n0\nBoats", [12, 33]),
        ("Boats 60 40 20 11\nNets", [60, 40, 20, 11]),
        ("10\n8\n6\n3\nNets", [10, 8, 6, 3]),
        ("5 7 9\nNets", [5, 7, 9]),
        ("3 10 17 24\nNets", [3, 10, 17, 24]),
        ("Boats 0 20 40 60\nNets", [0, 20, 40, 60]),
    ],
)
def test_counts_are_no_axis(text: str, values: list[int]) -> None:
    assert [one.value for one in quantities(text)] == values


def test_years_along_an_axis_are_years() -> None:
    assert [one.kind for one in labels("2019 2020 2021 2022\nBoats")] == ["year"] * 4
