"""Tables whose total is right though it is not the sum of all lines above it, and wrong twins."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes
from moditrack.verdict_names import MISFITS


def misfits(rows: str) -> list[str]:
    """The printed numbers that a Markdown table is said not to give."""
    lines = [line.strip() for line in rows.strip().splitlines()]
    text = "\n".join([lines[0], "|" + "---|" * (lines[0].count("|") - 1), *lines[1:]])
    claims = audit(read_bytes(text.encode()).passages).claims
    return [claim.stated.printed for claim, result in claims if result.verdict in MISFITS]


# 1,310 + 905 + 120 = 2,335: the lines with a dash are parts of the line above them
PARTS = """
| Crew | Headcount |
| Deck | 1,310 |
| - women | 402 |
| - part time | 118 |
| Engine | 905 |
| - women | 377 |
| Shore | 120 |
| Total | 2,335 |
"""
# 61 + 80 + 77 = 218: some skippers came in two seasons
ONCE = """
| Season | Skippers trained |
| Spring | 61 |
| Summer | 80 |
| Autumn | 77 |
| Total (each skipper counted once) | 130 |
"""
# 52 + 47 + 6 = 105 down the last column; 33 + 49 = 82 and 19 + 17 = 36 without those not known
UNKNOWN = """
| Port | Cutters | Yawls | Total |
| East | 33 | 19 | 52 |
| West | 30 | 17 | 47 |
| Not recorded | | | 6 |
| Total | 63 | 36 | 105 |
"""
# boats of unknown build are in the totals of 2023 and 2024
BUILD = """
| Year | Wood | Steel | Total |
| 2021 | 31 | 62 | 93 |
| 2022 | 28 | 70 | 98 |
| 2023 | 25 | 71 | 99 |
| 2024 | 22 | 75 | 101 |
"""
# 10 + 12 + 14 = 36 and 20 + 18 + 19 = 57: each skipper once for all seasons, and for both ports
INDIVIDUALS = """
| Port | Spring | Summer | Autumn | All individuals |
| East | 10 | 12 | 14 | 30 |
| West | 20 | 18 | 19 | 48 |
| Total | 30 | 30 | 33 | 75 |
"""
# several answers each: 62 + 55 + 31 = 148
ANSWERS = """
| Answer | % |
| Price | 62 |
| Quality | 55 |
| Place | 31 |
| All respondents | 100 |
"""


@pytest.mark.parametrize("rows", [PARTS, ONCE, UNKNOWN, BUILD, INDIVIDUALS, ANSWERS])
def test_what_a_total_takes_in_besides_is_no_misfit(rows: str) -> None:
    assert misfits(rows) == []


@pytest.mark.parametrize(
    ("rows", "right", "wrong"),
    [
        (PARTS, "2,335", "2,353"),  # no choice of lines gives it
        (ONCE, "130", "230"),  # more than all three
        (ONCE, "130", "70"),  # fewer than in summer alone
        (UNKNOWN, "| 105 |", "| 95 |"),  # less than 63 + 36
    ],
)
def test_what_nothing_explains_is_one(rows: str, right: str, wrong: str) -> None:
    assert set(misfits(rows.replace(right, wrong))) == {wrong.strip("| ")}


def test_a_single_total_of_several_that_is_more_is_one() -> None:
    assert misfits(BUILD.replace("| 99 |", "| 96 |")) == ["101"]  # 25 + 71 = 96; 22 + 75 = 97


def test_a_total_that_its_rows_make_is_a_sum() -> None:
    # 36 + 57 = 93
    rows = INDIVIDUALS.replace("| 30 |\n| West", "| 36 |\n| West").replace("| 48 |", "| 57 |")
    assert "95" in misfits(rows.replace("| 75 |", "| 95 |"))
    assert misfits(rows.replace("| 75 |", "| 93 |")) == []


def test_shares_of_a_total_make_100() -> None:
    assert misfits(ANSWERS.replace("All respondents", "Total")) == ["100"]
    # 62 + 25 + 31 = 118 of a total that is called one
    assert misfits(ANSWERS.replace("All respondents", "Total").replace("55", "25")) == ["100"]
