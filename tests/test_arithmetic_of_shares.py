"""The arithmetic of shares and of changes, without records."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.checks.exact_values import exactly
from moditrack.checks.kinds.change import decrease, difference, increase, percentage_points
from moditrack.checks.kinds.share import (
    possible_parts,
    possible_wholes,
    share,
    share_in_words,
    shares,
)
from moditrack.checks.rounding import rounding_interval
from moditrack.checks.usual_mistakes import another_change
from tests.test_arithmetic import got, q, v


@pytest.mark.parametrize(
    ("stated", "part", "whole", "verdict"),
    [
        # 17 of 40 are exactly 42.5%: both neighbours round; 87 of 200 are exactly 43.5%.
        ("43%", "17", "40", "consistent"), ("42%", "17", "40", "consistent"),
        ("44%", "87", "200", "consistent"), ("43%", "87", "200", "truncated"),
        ("42.5%", "17", "40", "consistent"), ("42.4%", "17", "40", "inconsistent"),
        ("60%", "25", "41", "truncated"), ("62%", "25", "41", "inconsistent"),
        # 28 of 41 are 68.29%, 31 of 41 75.61%, 13 of 41 31.71%, 20 of 41 48.78%.
        ("two-thirds", "28", "41", "consistent"), ("two-thirds", "31", "41", "inconsistent"),
        ("three in four", "31", "41", "consistent"), ("three in four", "28", "41", "inconsistent"),
        ("a third of", "13", "41", "consistent"), ("half", "20", "41", "consistent"),
        ("half", "13", "41", "inconsistent"),
        ("more than half", "21", "41", "consistent"),
        ("more than half", "20", "41", "inconsistent"),
        # 1 in 54 is 1.85%; 4 of 216 are that, 4 of 200 are 1 in 50.
        ("1 in every 54", "4", "216", "consistent"), ("1 in every 54", "4", "200", "inconsistent"),
        ("nine in ten", "35", "40", "consistent"), ("nine in ten", "33", "40", "inconsistent"),
        ("about 40%", "17", "41", "consistent"), ("about 40%", "20", "41", "inconsistent"),
    ],
)  # fmt: skip
def test_shares(stated: str, part: str, whole: str, verdict: str) -> None:
    assert share(q(stated), *v(part, whole)).verdict == verdict


@pytest.mark.parametrize(
    ("words", "part", "verdict"),
    [("A majority", 21, "consistent"), ("the majority of them", 20, "inconsistent"),
     ("most", 41, "consistent"), ("a minority", 20, "consistent"),
     ("a minority", 21, "inconsistent"),
     ("all", 41, "consistent"), ("all of them", 40, "inconsistent"), ("none", 0, "consistent"),
     ("none", 1, "inconsistent")],
)  # fmt: skip
def test_shares_in_words_without_a_number(words: str, part: int, verdict: str) -> None:
    stated = share_in_words(words)
    assert stated is not None
    assert share(stated, exactly(part), exactly(41)).verdict == verdict
    assert share_in_words("43%") is None


def test_a_share_in_words_says_what_it_is_in_percent() -> None:
    result = share(q("two-thirds"), *v("31", "41"))
    assert got(result) == ("inconsistent", "75.61%")
    assert result.why == "the figures give 76%, two-thirds is printed"


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("two-thirds", "19/30", "17/24"), ("half", "9/20", "11/20"), ("a fifth of", "11/60", "9/40"),
     ("one in six", "1/7", "1/5"), ("nine in ten", "17/20", "19/20")],
)  # fmt: skip
def test_what_a_fraction_in_words_stands_for(words: str, low: str, high: str) -> None:
    assert rounding_interval(q(words)) == (Fraction(low), Fraction(high))


def test_whole_numbers_behind_shares() -> None:
    assert list(possible_parts(q("43%"), 7)) == [3]  # 42.86%
    assert list(possible_parts(q("50%"), 7)) == []  # 3 are 43%, 4 are 57%
    assert list(possible_parts(q("100%"), 300)) == [299, 300]  # 301 are more than all
    assert possible_wholes(q("50%"), Fraction(101)) == (201, 204)
    # Of 1,801 or more, 9 are less than 0.5%, which rounds to 0%: the whole is open.
    assert possible_wholes(q("0%"), Fraction(9)) == (1801, None)
    with pytest.raises(ValueError, match="zero"):
        possible_wholes(q("5%"), Fraction(0))


def test_several_shares_of_one_whole() -> None:
    # Of 7: 2 are 29%, 3 are 43%.
    assert shares([q("29%"), q("29%"), q("43%")], 7, exhaustive=True).verdict == "consistent"
    result = shares([q("29%"), q("43%"), q("43%")], 7, exhaustive=True)
    assert (result.verdict, result.why) == (
        "impossible", "the whole numbers that give the shares add up to 8, not to 7",
    )  # fmt: skip
    assert shares([q("29%"), q("43%"), q("43%")], 7).verdict == "consistent"  # may overlap
    assert shares([q("29%"), q("30%")], 7).why == "no whole number of 7 gives 30%"


@pytest.mark.parametrize(
    ("kind", "stated", "before", "after", "verdict", "recomputed"),
    [
        (increase, "50%", "6", "9", "consistent", "50%"),
        (increase, "225%", "6", "9", "inconsistent", "50%"),
        (increase, "-50%", "18", "9", "consistent", "-50%"),
        (decrease, "50%", "18", "9", "consistent", "50%"),
        (decrease, "50%", "9", "18", "inconsistent", "-100%"),
        # From 1.15-1.25 to 1.75-1.85 million is +40% to +60.9%.
        (increase, "50%", "£1.2 million", "£1.8 million", "consistent", "50%"),
        (increase, "60%", "£1.2 million", "£1.8 million", "consistent", "50%"),
        (increase, "62%", "£1.2 million", "£1.8 million", "inconsistent", "50%"),
        (increase, "more than 40%", "6", "9", "consistent", "50%"),
        (increase, "more than 50%", "6", "9", "inconsistent", "50%"),
        (difference, "+3", "6", "9", "consistent", "+3"),
        (difference, "+5", "6", "9", "inconsistent", "+3"),
        (difference, "-9", "18", "9", "consistent", "-9"),
    ],
)  # fmt: skip
def test_changes(kind, stated, before, after, verdict, recomputed) -> None:
    assert got(kind(q(stated), *v(before, after))) == (verdict, recomputed)


@pytest.mark.parametrize(
    ("stated", "mistake"),
    [("150%", "150% is 9 as a share of 6"), ("3%", "3 is the difference: 9 less 6"),
     ("-33%", "-33% is the change from 9 to 6"),
     ("33%", "33% is the difference as a share of 9"), ("7%", "")],
)  # fmt: skip
def test_usual_mistakes_behind_a_change(stated: str, mistake: str) -> None:
    assert another_change(q(stated), *v("6", "9")) == mistake


def test_a_change_from_nothing_is_not_computed() -> None:
    with pytest.raises(ZeroDivisionError):
        increase(q("50%"), *v("0", "9"))


@pytest.mark.parametrize(
    ("stated", "before", "after", "verdict"),
    [
        ("5 percentage points", "40%", "45%", "consistent"),
        ("5 percentage points", "45%", "40%", "consistent"),  # a fall
        ("-5 percentage points", "45%", "40%", "consistent"),
        ("-5 percentage points", "40%", "45%", "inconsistent"),
        ("6 percentage points", "40%", "45%", "consistent"),  # 39.5 to 45.5 is 6
        ("7 percentage points", "40%", "45%", "inconsistent"),
        ("6 percentage points", "40.0%", "45.0%", "inconsistent"),
        ("5 percentage points", "40.2%", "45.6%", "consistent"),  # 5.4, rounded
    ],
)
def test_percentage_points(stated: str, before: str, after: str, verdict: str) -> None:
    assert percentage_points(q(stated), *v(before, after)).verdict == verdict


def test_percent_given_as_points_is_named() -> None:
    result = percentage_points(q("25 percentage points"), *v("40%", "50%"))
    assert got(result) == ("inconsistent", "10 percentage points")
    assert result.why == (
        "the figures give 10 percentage points, 25 percentage points is printed;"
        " 25% is the change in percent"
    )
