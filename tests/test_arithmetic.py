"""The arithmetic of checks without records: each kind with a right and a wrong statement.

Every expected value here is worked out by hand from the printed numbers beside it.
"""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from moditrack.checks.claim_inputs import quantity_of
from moditrack.checks.exact_values import UNKNOWN, Value, exactly, value_of
from moditrack.checks.kinds.duration import duration, unit_of, weekday
from moditrack.checks.kinds.rank import place_in_words, rank
from moditrack.checks.kinds.ratio import average, ratio
from moditrack.checks.kinds.total import list_count, people, remainder, same, total
from moditrack.checks.rounding import rounding_interval
from moditrack.checks.verdicts import Result, compare
from moditrack.record_dates import parse_period


def q(printed: str, unit: str = ""):
    return quantity_of(printed, unit)


def v(*printed: str) -> list[Value]:
    return [value_of(quantity_of(one)) for one in printed]


def got(result: Result) -> tuple[str, str | None]:
    return result.verdict, result.recomputed


@pytest.mark.parametrize(
    ("stated", "parts", "verdict", "recomputed"),
    [
        ("50", ["20", "30"], "consistent", "50"),
        ("51", ["20", "30"], "inconsistent", "50"),
        # 1.15 to 1.25 and 0.85 to 0.95 million are 2.0 to 2.2 million together.
        ("£2.1 million", ["£1.2 million", "£0.9 million"], "consistent", "2100000"),
        ("£2.2 million", ["£1.2 million", "£0.9 million"], "consistent", "2100000"),
        ("£2.3 million", ["£1.2 million", "£0.9 million"], "inconsistent", "2100000"),
        ("£1.3 million", ["£1,270,000"], "consistent", "1270000"),
        ("£1.2 million", ["£1,270,000"], "truncated", "1270000"),
        ("12k", ["7,300", "4,900"], "consistent", "12200"),
        ("13k", ["7,300", "4,900"], "rounded-up", "12200"),
        ("14k", ["7,300", "4,900"], "inconsistent", "12200"),
        ("33.4", ["11.1", "22.2"], "consistent", "33.30"),  # 33.2 to 33.4, and 33.35 to 33.45
        ("33.6", ["11.1", "22.2"], "inconsistent", "33.30"),
    ],
)
def test_totals_within_what_is_printed(stated, parts, verdict, recomputed) -> None:
    assert got(total(q(stated), v(*parts))) == (verdict, recomputed)


@pytest.mark.parametrize(
    ("stated", "number", "verdict"),
    [
        ("about 50", 52, "consistent"),  # 50 is known to the nearest ten
        ("about 50", 58, "inconsistent"),
        ("around 1,200", 1249, "consistent"), ("around 1,200", 1300, "inconsistent"),
        ("at least 50", 50, "consistent"), ("at least 50", 49, "inconsistent"),
        ("more than 50", 51, "consistent"), ("more than 50", 50, "inconsistent"),
        ("up to 50", 50, "consistent"), ("up to 50", 51, "inconsistent"),
        ("fewer than 50", 49, "consistent"), ("fewer than 50", 50, "inconsistent"),
        ("between 45 and 50", 45, "consistent"), ("between 45 and 50", 51, "inconsistent"),
        ("at least 60%", 60, "consistent"), ("at least 60%", 59, "inconsistent"),
    ],
)  # fmt: skip
def test_bounds(stated: str, number: int, verdict: str) -> None:
    assert compare(q(stated), exactly(number)) == verdict


def test_a_bound_that_holds_only_when_rounded_is_ambiguous() -> None:
    assert compare(q("at least 60%"), exactly(Fraction("59.6"))) == "ambiguous"
    assert compare(q("at least 60%"), exactly(Fraction("59.4"))) == "inconsistent"
    assert compare(q("at least 60"), exactly(Fraction("59.6"))) == "inconsistent"


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [("45", "consistent"), ("50", "rounded-up"), ("40", "inconsistent"), ("47", "inconsistent")],
)
def test_counts_said_to_be_rounded_to_5(stated: str, verdict: str) -> None:
    assert compare(q(stated), exactly(47), rounded_to=5) == verdict


def test_rounded_counts_carry_their_intervals_into_totals() -> None:
    parts = [value_of(q(one), rounded_to=5) for one in ("15", "20", "30")]  # 57.5 to 72.5
    for printed, verdict in (
        ("55", "consistent"), ("75", "consistent"), ("50", "inconsistent"), ("80", "inconsistent"),
    ):  # fmt: skip
        assert total(q(printed), parts, rounded_to=5).verdict == verdict
    assert total(q("70"), v("15", "20", "30")).verdict == "inconsistent"


def test_an_input_with_a_bound_leaves_the_total_open() -> None:
    result = total(q("93"), v("50", "fewer than 5", "40"))
    assert got(result) == ("consistent", "90 to 95")
    assert total(q("96"), v("50", "fewer than 5", "40")).verdict == "inconsistent"
    open_end = total(q("93"), [*v("50", "40"), UNKNOWN])
    assert got(open_end) == ("not-checkable", "90 or more")
    assert open_end.why == "the figures give 90 or more, so 93 cannot be checked"
    assert total(q("89"), [*v("50", "40"), UNKNOWN]).verdict == "inconsistent"
    assert total(q("at least 89"), [*v("50", "40"), UNKNOWN]).verdict == "consistent"


@pytest.mark.parametrize(
    ("stated", "other", "verdict"),
    [("43%", "43%", "consistent"), ("43%", "44%", "inconsistent"), ("43%", "42%", "inconsistent"),
     ("43%", "43.4%", "consistent"), ("43%", "43.6%", "truncated"),
     ("£1.2 million", "£1,249,000", "consistent"),
     ("£1.2 million", "£1.3 million", "inconsistent")],
)  # fmt: skip
def test_the_same_thing_twice(stated: str, other: str, verdict: str) -> None:
    assert same(q(stated), *v(other)).verdict == verdict


@pytest.mark.parametrize(
    ("stated", "first", "second", "verdict"),
    [
        ("twice", "18", "9", "consistent"), ("twice", "19", "9", "ambiguous"),
        ("twice", "27", "9", "inconsistent"), ("doubled", "9", "18", "inconsistent"),
        ("three times", "28", "9", "consistent"), ("three times", "18", "9", "inconsistent"),
        ("2.5 times", "23", "9", "inconsistent"), ("2.5 times", "22", "9", "inconsistent"),
        ("2.6 times", "23", "9", "consistent"),  # 2.56
        ("more than three times", "28", "9", "consistent"),
        ("more than three times", "27", "9", "inconsistent"),
        ("1 in 54", "4", "216", "consistent"), ("1 in 54", "4", "200", "inconsistent"),
    ],
)  # fmt: skip
def test_ratios(stated: str, first: str, second: str, verdict: str) -> None:
    assert ratio(q(stated), *v(first, second)).verdict == verdict


@pytest.mark.parametrize(
    ("stated", "number", "verdict", "recomputed"),
    [
        ("8", 5, "consistent", "8.20"), ("8.2", 5, "consistent", "8.20"),
        ("9", 5, "rounded-up", "8.20"), ("7", 5, "inconsistent", "8.20"),
        ("8.3", 5, "inconsistent", "8.20"), ("3", 12, "consistent", "3.42"),
        ("almost 9", 5, "inconsistent", "8.20"), ("about 8", 5, "consistent", "8.20"),
    ],
)  # fmt: skip
def test_averages(stated: str, number: int, verdict: str, recomputed: str) -> None:
    assert got(average(q(stated), *v("41"), exactly(number))) == (verdict, recomputed)


@pytest.mark.parametrize(
    ("stated", "unit", "first", "last", "verdict", "recomputed"),
    [
        ("298", "day", "2003-04-24", "2004-02-16", "consistent", "298 to 299 days"),
        ("299", "day", "2003-04-24", "2004-02-16", "consistent", "298 to 299 days"),
        ("300", "day", "2003-04-24", "2004-02-16", "inconsistent", "298 to 299 days"),
        ("nine", "month", "2003-04-24", "2004-02-16", "consistent", "9.74 to 9.77 months"),
        ("ten", "month", "2003-04-24", "2004-02-16", "consistent", "9.74 to 9.77 months"),
        ("eight", "month", "2003-04-24", "2004-02-16", "inconsistent", "9.74 to 9.77 months"),
        ("12", "month", "2003-03-01", "2004-02-29", "consistent", "11.9 to 12 months"),
        ("two", "year", "2019", "2021", "consistent", "1 to 3 years"),
        ("five", "year", "2019", "2021", "inconsistent", "1 to 3 years"),
        ("six", "week", "2003-04-01", "2003-05-13", "consistent", "6 to 6.14 weeks"),
        ("at least eight", "week", "2003-04-01", "2003-05-13", "inconsistent", "6 to 6.14 weeks"),
    ],
)  # fmt: skip
def test_durations(stated, unit, first, last, verdict, recomputed) -> None:
    found = duration(q(stated), unit, parse_period(first), parse_period(last))
    assert got(found) == (verdict, recomputed)


def test_the_unit_of_a_duration() -> None:
    assert unit_of("12 weeks") == "week"
    assert unit_of("12", "months") == "month"
    assert unit_of("12", "duration-months") == "month"
    assert unit_of("12", "people") is None
    with pytest.raises(ValueError, match="two dates"):
        duration(q("12"), "month", parse_period("2003/.."), parse_period("2004"))


@pytest.mark.parametrize(
    ("printed", "own", "others", "verdict", "recomputed"),
    [
        ("largest", "18", ["7", "4"], "consistent", "1st"),
        ("largest", "7", ["18", "4"], "inconsistent", "2nd"),
        ("second highest", "7", ["18", "4"], "consistent", "2nd"),
        ("fewest", "4", ["18", "7"], "consistent", "1st"),
        ("ranked 3rd", "4", ["18", "7"], "consistent", "3rd"),
        ("largest", "7", ["7", "4"], "consistent", "1st to 2nd"),  # a tie
        ("largest", "43%", ["44%"], "consistent", "1st to 2nd"),  # 43.5 is both
        ("largest", "43%", ["45%"], "inconsistent", "2nd"),
    ],
)
def test_ranks(printed, own, others, verdict, recomputed) -> None:
    assert got(rank(printed, *v(own), v(*others))) == (verdict, recomputed)


def test_a_place_among_figures_that_are_not_all_printed() -> None:
    assert rank("largest", *v("18"), [*v("7"), UNKNOWN]).verdict == "not-checkable"
    assert place_in_words("the second smallest group") == (2, True)
    assert place_in_words("No. 4") == (4, False)


@pytest.mark.parametrize(
    ("stated", "whole", "parts", "verdict", "recomputed"),
    [("10", "41", ["31"], "consistent", "10"), ("11", "41", ["31"], "inconsistent", "10"),
     ("22%", "100%", ["78%"], "consistent", "22%"), ("25%", "100%", ["78%"], "inconsistent", "22%"),
     ("1", "41", ["31", "11"], "impossible", "-1")],
)  # fmt: skip
def test_remainders(stated, whole, parts, verdict, recomputed) -> None:
    assert got(remainder(q(stated), *v(whole), v(*parts))) == (verdict, recomputed)


def test_lists_weekdays_and_people() -> None:
    assert list_count(q("six"), 6).verdict == "consistent"
    assert list_count(q("six"), 5).why == "the list has 5 items"
    assert list_count(q("at least four"), 5).verdict == "consistent"
    assert weekday("Thursday", "2004-02-12").verdict == "consistent"
    assert weekday("Thu", "2004-02-12").verdict == "consistent"
    assert weekday("Friday", "2004-02-12").why == "12 February 2004 was a Thursday"
    assert people(exactly(10), exactly(11)).why == "the parts sum to 11, more than 10"
    assert people(exactly(10), exactly(9)).verdict == "consistent"


def test_a_quotient_by_what_may_be_zero_is_open() -> None:
    value = exactly(9).over(Value(None, Fraction(0), Fraction(4)))
    assert (value.low, value.high) == (Fraction(9, 4), math.inf)
    assert compare(q("5"), value) == "not-checkable"
    assert compare(q("2"), value) == "inconsistent"


def test_a_ratio_above_one_is_exact() -> None:
    # No simple fraction is above it, so it has no neighbour to be rounded from.
    exact = Fraction(16, 5)
    assert rounding_interval(quantity_of("16:05")) == (exact, exact)
