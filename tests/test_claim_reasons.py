"""The reasons and steps of checks, on invented figures, in the words that a person reads.

Every expected value here is worked out by hand from the printed numbers beside it.
"""

from __future__ import annotations

from typing import Any

import pytest

from moditrack.checks.recorded_claims import recompute
from moditrack.checks.verdicts import Result

DESCRIPTIONS = {"a": "Boats of 2029", "b": "Boats of 2030", "c": "Boats without a flag"}


def figure(name: str, printed: str) -> dict[str, Any]:
    unit = "percent" if printed.endswith("%") else "boats"
    column = name.removeprefix("in-") if name.startswith("in-") else None
    return {
        "printed": printed, "unit": unit, "description": DESCRIPTIONS.get(name, name),
        "citation": "x-2030-01-01#1", "column": column,
    }  # fmt: skip


def result(kind: str, inputs: str, printed: str, figures: dict[str, str], **more: str) -> Result:
    """The result of a claim on figures given as {name: printed}."""
    empty = {"stated": None, "companion": None, "alternatives": None}
    claim = {"kind": kind, "inputs": inputs, "printed": printed} | empty | more
    known = {name: figure(name, text) for name, text in figures.items()}
    return recompute(claim, known, {"part:gull/Crew": 3, "part:gull/Flags": 1})


@pytest.mark.parametrize(
    ("kind", "inputs", "printed", "why"),
    [
        ("total", "a + b", "50", "the figures give 50"),
        ("total", "a + b", "51", "the figures give 50, 51 is printed"),
        ("share", "a / b", "67%", "the figures give 67%"),
        ("share", "a / b", "66%",
         "the figures give 66.7%: 66% if cut off, 67% if rounded to the nearest"),
        ("decrease", "b -> a", "34%", "the figures give 33.3%: 34% if rounded up, 33% if rounded"
         " to the nearest; no common slip gives 34%"),
        ("share", "a / b", "66.6%",
         "the figures give 66.67%: 66.6% if cut off, 66.7% if rounded to the nearest"),
        ("share", "a / b", "70%", "the figures give 67%, 70% is printed"),
        # 20 of 31 are 64.52%, 20 of 29 are 68.97%.
        ("share", "a / b", "65%",
         "the figures give 67%, 65% is printed; 65% if rounded from 20 of 31"),
        ("share", "a / b", "69.0%",
         "the figures give 66.7%, 69.0% is printed; 69.0% if rounded from 20 of 29"),
        ("difference", "a -> b", "+12", "the figures give +10, +12 is printed"),
        ("difference", "a -> b", "12", "the figures give 10, 12 is printed"),
        ("difference", "b -> a", "+12", "the figures give -10, +12 is printed"),
    ],
)  # fmt: skip
def test_what_the_figures_give(kind: str, inputs: str, printed: str, why: str) -> None:
    assert result(kind, inputs, printed, {"a": "20", "b": "30"}).why == why


@pytest.mark.parametrize(
    ("kind", "inputs", "printed", "steps"),
    [
        ("total", "a + b - c", "45", ["20: Boats of 2029 (x-2030-01-01#1)",
         "and 30: Boats of 2030 (x-2030-01-01#1)",
         "less 5: Boats without a flag (x-2030-01-01#1)", "sum = 45", "printed: 45"]),
        ("same", "a", "20", ["20: Boats of 2029 (x-2030-01-01#1)", "the same = 20",
         "printed: 20"]),
        ("share", "a / b", "67%", ["20: Boats of 2029 (x-2030-01-01#1)",
         "over 30: Boats of 2030 (x-2030-01-01#1)", "100 x part / whole = 66.67%",
         "printed: 67%, which stands for 66.5% to 67.5%"]),
        ("increase", "a -> b", "50.0%", ["20: Boats of 2029 (x-2030-01-01#1)",
         "to 30: Boats of 2030 (x-2030-01-01#1)", "100 x (after - before) / before = 50%",
         "printed: 50.0%, which stands for 49.95% to 50.05%"]),
        ("decrease", "b -> a", "33%", ["30: Boats of 2030 (x-2030-01-01#1)",
         "to 20: Boats of 2029 (x-2030-01-01#1)", "100 x (before - after) / before = 33.33%",
         "printed: 33%, which stands for 32.5% to 33.5%"]),
        ("difference", "a -> b", "+10", ["20: Boats of 2029 (x-2030-01-01#1)",
         "to 30: Boats of 2030 (x-2030-01-01#1)", "after - before = +10", "printed: +10"]),
        ("people", "b / a", "30", ["30: Boats of 2030 (x-2030-01-01#1)",
         "over 20: Boats of 2029 (x-2030-01-01#1)", "20 of 30"]),
        ("above-average", "b / 4", "20%", ["30: Boats of 2030 (x-2030-01-01#1)",
         "over 4 months: 7.50 a month", "8 would be 6.67%, 9 would be 20%",
         "printed: 20%, which stands for 19.5% to 20.5%"]),
        ("base", "c", "50%", ["5: Boats without a flag (x-2030-01-01#1)",
         "printed: 50%, which stands for 49.5% to 50.5%", "whole: 10 to 10"]),
        ("weekday", "2024-06-03", "Monday", ["2024-06-03 is a Monday"]),
        ("list-count", "part:gull/Crew", "3", ["'gull/Crew' has 3 items"]),
        ("list-count", "part:gull/Flags", "1", ["'gull/Flags' has 1 item"]),
    ],
)  # fmt: skip
def test_the_steps(kind: str, inputs: str, printed: str, steps: list[str]) -> None:
    assert result(kind, inputs, printed, {"a": "20", "b": "30", "c": "5"}).steps == steps


@pytest.mark.parametrize(
    ("kind", "inputs", "printed", "verdict", "why"),
    [
        ("weekday", "2024-06-03", "Monday", "consistent", "3 June 2024 was a Monday"),
        ("weekday", "2024-06-03", "Tuesday", "inconsistent", "3 June 2024 was a Monday"),
        ("list-count", "part:gull/Crew", "3", "consistent", "the list has 3 items"),
        ("list-count", "part:gull/Crew", "4", "inconsistent", "the list has 3 items"),
        ("list-count", "part:gull/Flags", "one", "consistent", "the list has 1 item"),
    ],
)
def test_days_and_lists(kind: str, inputs: str, printed: str, verdict: str, why: str) -> None:
    found = result(kind, inputs, printed, {})
    assert (found.verdict, found.why) == (verdict, why)


@pytest.mark.parametrize(
    ("printed", "alternatives", "why"),
    [
        # 18 of 34 are 52.94%, 18 of 41 are 43.90%.
        ("43%", "unknown included: a / a + b + c",
         "18 of all 41, unknown included, is 43.9%: 43% if cut off, or 43% if rounded from 18 of"
         " 42"),  # 42.86%
        ("44%", "unknown included: a / a + b + c", "18 of all 41, unknown included, is 44%"),
        ("72%", "without a flag: a / b; of the fleet: a / a + c",
         "18 of all 25, of the fleet, is 72%"),
        ("99%", "unknown included: a / a + b + c", None),
    ],
)  # fmt: skip
def test_another_base_explains_a_share(printed: str, alternatives: str, why: str | None) -> None:
    figures = {"a": "18", "b": "16", "c": "7"}
    found = result("share", "a / a + b", printed, figures, alternatives=alternatives)
    assert found.verdict == "inconsistent"
    end = f"; {why}" if why else ""
    assert found.why == f"the figures give 53%, {printed} is printed{end}"


@pytest.mark.parametrize(
    ("figures", "inputs", "printed", "companion", "why"),
    [
        # From 4 to 9 is 125%; 9 is 225% of 4.
        ({"a": "4", "b": "9"}, "a -> b", "225%", None, "225% is 9 as a share of 4"),
        ({"a": "4", "b": "9"}, "a -> b", "5%", None, "5 is the difference: 9 less 4"),
        ({"a": "4", "b": "9"}, "a -> b", "7%", None, "no common slip gives 7%"),
        # 9 is 3 more than 6: from 6 it is 50%, and 150% of it.
        ({"a": "4", "b": "9"}, "a -> b", "50%", "+3",
         "50% is the change from 6 to 9, and 9 is 3 more than 6; but no figure compared is 6"),
        ({"a": "4", "b": "9"}, "a -> b", "150%", "+3",
         "150% is 9 as a share of 6, and 9 is 3 more than 6; but no figure compared is 6"),
        # By the column that they stand in, the figures compared are years.
        ({"in-2029": "4", "in-2030": "9"}, "in-2029 -> in-2030", "150%", "+3",
         "150% is 9 as a share of 6, and 9 is 3 more than 6; but no year has 6"),
        # 8 is 9 less than 17, and 9 is 8 more than 1: from 1 it is 800%.
        ({"a": "17", "b": "8"}, "a -> b", "-50%", "-8",
         "-50% is the change from 16 to 8, and 8 is 8 less than 16; but no figure compared is 16"),
        ({"a": "4", "b": "9"}, "a -> b", "800%", "+8",
         "800% is the change from 1 to 9, and 9 is 8 more than 1; but no figure compared is 1"),
    ],
)  # fmt: skip
def test_a_common_slip_explains_a_change(
    figures: dict[str, str], inputs: str, printed: str, companion: str | None, why: str
) -> None:
    more = {"companion": "by"} if companion else {}
    known = figures | ({"by": companion} if companion else {})
    found = result("increase", inputs, printed, known, **more)
    assert found.verdict == "inconsistent"
    assert found.why.partition("; ")[2] == why


def test_the_base_of_a_slip_may_be_printed() -> None:
    found = result(
        "increase", "in-2029 -> in-2030", "150%", {"in-2029": "4", "in-2030": "9", "in-2028": "6",
        "by": "+3"}, companion="by", alternatives="from 2028: in-2028 -> in-2030 + in-2029",
    )  # fmt: skip
    assert found.why.partition("; ")[2] == "150% is 9 as a share of 6, and 9 is 3 more than 6"


@pytest.mark.parametrize(
    ("part", "printed", "why"),
    [
        # 30 of 31 are 96.77%; 30 of 29 would be more than all there are.
        ("30", "97%", "the figures give 100%, 97% is printed; 97% if rounded from 30 of 31"),
        ("30", "103%", "the figures give 100%, 103% is printed"),
        ("0", "3%", "the figures give 0%, 3% is printed"),
        # 25 of 41 are 60.98%, of 42 59.52%.
        ("25", "60%", "the figures give 60.98%: 60% if cut off, 61% if rounded to the nearest; 60%"
         " if rounded from 25 of 42"),
    ],
)  # fmt: skip
def test_a_whole_of_one_more_or_one_less(part: str, printed: str, why: str) -> None:
    whole = "41" if part == "25" else "30"
    assert result("share", "a / b", printed, {"a": part, "b": whole}).why == why


@pytest.mark.parametrize(("total", "average"), [("42", "8"), ("43", "9")])
def test_an_average_is_rounded_half_up(total: str, average: str) -> None:
    # 8.4 and 8.6 a month; 7 months above the one, 8 above the other give no whole count.
    found = result("above-average", "a / 5", "0%", {"a": total})
    assert found.why.startswith(f"{average} would give 0% if the average is rounded to {average}")
