"""The arithmetic of claims, on made-up figures: verdicts at the edges of what rounds to a number.

Every expected value here is worked out by hand from the printed numbers beside it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from moditrack.checks.claim_inputs import quantity_of
from moditrack.checks.exact_values import Value
from moditrack.checks.recorded_claims import fitted_value, recompute
from moditrack.checks.verdicts import Result, compare


def figure(printed: str, unit: str = "offences") -> dict[str, Any]:
    return {"printed": printed, "unit": unit, "description": "x", "citation": "d-2001-01-01#1"}


def claim(kind: str, inputs: str, printed: str, **more: str) -> dict[str, Any]:
    empty = {"stated": None, "companion": None, "alternatives": None}
    return {"kind": kind, "inputs": inputs, "printed": printed} | empty | more


def result(kind: str, inputs: str, printed: str, **figures: str) -> Result:
    """The result of a claim on figures given as `name="printed"`."""
    known = {
        name: figure(text, "percent" if text.endswith("%") else "offences")
        for name, text in figures.items()
    }
    return recompute(claim(kind, inputs, printed), known, {})


@pytest.mark.parametrize(
    ("kind", "inputs", "printed", "recomputed", "verdict"),
    [
        ("total", "a + b", "50", "50", "consistent"),  # 20 + 30
        ("total", "b - a", "11", "10", "inconsistent"),
        ("same", "a", "20", "20", "consistent"),
        ("same", "a", "21", "20", "inconsistent"),
        ("difference", "a -> b", "+10", "+10", "consistent"),
        ("difference", "b -> a", "-10", "-10", "consistent"),
        ("difference", "b -> a", "10", "-10", "inconsistent"),
        ("increase", "a -> b", "50%", "50%", "consistent"),  # 10 of 20
        ("decrease", "b -> a", "33%", "33.33%", "consistent"),  # 10 of 30
        ("decrease", "b -> a", "34%", "33.33%", "rounded-up"),
        ("share", "a / b", "67%", "66.67%", "consistent"),
        ("share", "a / b", "66%", "66.67%", "truncated"),
        ("share", "a / a + b", "40%", "40%", "consistent"),
    ],
)
def test_each_kind(kind: str, inputs: str, printed: str, recomputed: str, verdict: str) -> None:
    found = result(kind, inputs, printed, a="20", b="30")
    assert (found.recomputed, found.verdict) == (recomputed, verdict)


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        # 33% three times is 97.5 to 100.5; 101 is 100.5 to 101.5, 97 for 96.5 to 97.5.
        ("101", "consistent"),
        ("97", "consistent"),
        ("102", "inconsistent"),
        ("96", "inconsistent"),
    ],
)
def test_intervals_that_only_touch_are_consistent(printed: str, verdict: str) -> None:
    found = result("share-total", "a + b + c", printed, a="33%", b="33%", c="33%")
    assert (found.recomputed, found.verdict) == ("99%", verdict)


@pytest.mark.parametrize(
    ("kind", "inputs", "printed", "verdict"),
    [
        # 32.5 to 33.5 less 19.5 to 20.5 is 12 to 14; 11 stands for 10.5 to 11.5.
        ("share-total", "a - b", "14", "consistent"),
        ("share-total", "a - b", "12", "consistent"),
        ("share-total", "a - b", "15", "inconsistent"),
        ("share-total", "a - b", "11", "inconsistent"),
        # 32.5 of 20.5 is 158.54%, and 33.5 of 19.5 is 171.79%.
        ("share", "a / b", "159%", "consistent"),
        ("share", "a / b", "172%", "consistent"),
        ("share", "a / b", "157%", "inconsistent"),
        ("share", "a / b", "173%", "inconsistent"),
    ],
)
def test_the_rounding_of_inputs_is_carried_through(
    kind: str, inputs: str, printed: str, verdict: str
) -> None:
    assert result(kind, inputs, printed, a="33%", b="20%").verdict == verdict


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [("10", "consistent"), ("12", "consistent"), ("9", "inconsistent"), ("13", "inconsistent")],
)
def test_a_count_may_be_either_end_of_an_interval(stated: str, verdict: str) -> None:
    value = Value(Fraction(11), Fraction(10), Fraction(12))
    assert compare(quantity_of(stated), value) == verdict


@pytest.mark.parametrize(
    ("whole", "printed", "why"),
    [
        ("8", "13%", "1 would give 13%; the count is not printed"),  # 12.5%: rounded half up
        ("8", "12%", "1 would give 12%; the count is not printed"),  # 12.5%: half to even
        ("7", "100%", "7 would give 100%; the count is not printed"),
        ("7", "0%", "0 would give 0%; the count is not printed"),
        ("200", "50%", "99 or 100 or 101 would give 50%; the count is not printed"),
    ],
)
def test_a_whole_number_that_could_be_the_part(whole: str, printed: str, why: str) -> None:
    found = result("possible-share", "a", printed, a=whole)
    assert (found.verdict, found.recomputed, found.why) == ("not-checkable", None, why)


def test_no_whole_number_could_be_the_part() -> None:
    found = result("possible-share", "a", "50%", a="7")  # 3 of 7 is 42.86%, 4 are 57.14%
    assert found.verdict == "impossible"
    assert found.why == ("no whole number of offences gives 50%: 3 would be 43%, 4 would be 57%")


@pytest.mark.parametrize(
    ("inputs", "total", "printed", "verdict", "why"),
    [
        ("a / 12", "24", "1100%", "not-checkable",
         "24 would give 1100%; the count is not printed"),  # all in one month of 2 on average
        ("a / 5", "41", "12%", "not-checkable",  # 8.2 a month; 9 is 12.5% above 8
         "9 would give 12% if the average is rounded to 8 a month;"
         " unrounded, 9 would be +10%, 10 would be +22%"),
        ("a / 5", "41", "13%", "not-checkable",
         "9 would give 13% if the average is rounded to 8 a month;"
         " unrounded, 9 would be +10%, 10 would be +22%"),
        ("a / 5", "41", "14%", "impossible",
         "no whole number of offences gives 14%: 9 would be +10%, 10 would be +22%"),
    ],
)  # fmt: skip
def test_a_count_above_the_average(
    inputs: str, total: str, printed: str, verdict: str, why: str
) -> None:
    found = result("above-average", inputs, printed, a=total)
    assert (found.verdict, found.why) == (verdict, why)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("101", "201 to 204"),  # of 200 it is 50.5%, which rounds to 51%; of 204 it is 49.51%
        ("99", "197 to 200"),  # of 197 it is 50.25%; of 200 it is 49.5%, which rounds to 50%
    ],
)
def test_the_wholes_that_could_be_behind_a_share(part: str, whole: str) -> None:
    found = result("base", "a", "50%", a=part)
    assert (found.verdict, found.recomputed) == ("not-checkable", whole)


@pytest.mark.parametrize(
    ("parts", "verdict", "why"),
    [
        ("9", "consistent", "the parts sum to at most 9, which fits into 10"),
        ("10", "consistent", "the parts sum to the whole"),
        ("11", "impossible", "the parts sum to 11, more than 10"),
    ],
)
def test_parts_up_to_the_whole(parts: str, verdict: str, why: str) -> None:
    found = result("people", "whole / a", "10", whole="10", a=parts)
    assert (found.verdict, found.recomputed, found.why) == (verdict, parts, why)


def test_the_value_behind_a_percentage_comes_from_the_base_that_gives_it() -> None:
    figures = {"a": figure("1"), "b": figure("4"), "c": figure("5")}
    other = "all of them: a / c"
    for printed, value in (("25%", Fraction(25)), ("20%", Fraction(20)), ("21%", None)):
        row = claim("share", "a / b", printed, alternatives=other)
        assert fitted_value(row, figures) == value
    assert fitted_value(claim("total", "a + b", "5"), figures) is None


@pytest.mark.parametrize(
    ("kind", "inputs", "printed"),
    [("possible-share", "a", "50%"), ("base", "a", "50%"), ("share", "b / a", "50%")],
)
def test_nothing_is_computed_from_zero(kind: str, inputs: str, printed: str) -> None:
    with pytest.raises((ValueError, ZeroDivisionError)):
        result(kind, inputs, printed, a="0", b="1")


@pytest.mark.parametrize(
    ("kind", "inputs", "printed", "recomputed", "verdict"),
    [
        ("ratio", "a / b", "twice", "2 times", "consistent"),
        ("ratio", "b / a", "twice", "0.50 times", "inconsistent"),
        ("ratio", "b / c", "1 in 4", "1 in 4", "consistent"),  # 10 of 40
        ("average", "a / 6", "3", "3.33", "consistent"),
        ("average", "a / 6", "4", "3.33", "rounded-up"),
        ("average", "c / b", "4.0", "4", "consistent"),
        ("percentage-points", "p -> q", "5 percentage points", "5 percentage points", "consistent"),
        ("percentage-points", "p -> q", "9 percentage points", "5 percentage points",
         "inconsistent"),
        ("rank", "c / a + b", "highest", "1st", "consistent"),
        ("rank", "a / b + c", "highest", "2nd", "inconsistent"),
        ("duration", "2003-04-24 -> 2004-02-16", "nine months", "9.74 to 9.77 months",
         "consistent"),
        ("duration", "2003-04-24 -> 2004-02-16", "six months", "9.74 to 9.77 months",
         "inconsistent"),
        ("share", "b / c", "a quarter", "25%", "consistent"),
        ("share", "a / c", "a majority", "50%", "inconsistent"),
        ("total", "a + b", "about 30", "30", "consistent"),
        ("total", "a + b", "more than 30", "30", "inconsistent"),
    ],
)  # fmt: skip
def test_kinds_and_words(
    kind: str, inputs: str, printed: str, recomputed: str, verdict: str
) -> None:
    found = result(kind, inputs, printed, a="20", b="10", c="40", p="40%", q="45%")
    assert (found.recomputed, found.verdict) == (recomputed, verdict)


def test_a_share_of_nothing_leaves_the_whole_open() -> None:
    found = result("base", "a", "0%", a="9")
    assert (found.verdict, found.recomputed) == ("not-checkable", "1801 or more")
