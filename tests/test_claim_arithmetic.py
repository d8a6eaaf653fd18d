"""What recomputing a recorded claim gives, on figures made up for it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.checks.claim_inputs import quantity_of, terms
from moditrack.checks.exact_values import exactly
from moditrack.checks.recorded_claims import recompute
from moditrack.checks.verdicts import compare


@pytest.mark.parametrize(
    ("stated", "exact", "verdict"),
    [
        ("76%", "75.61", "consistent"), ("60%", "60.98", "truncated"),
        ("61%", "60.2", "rounded-up"), ("62%", "60.98", "inconsistent"),
        ("2.5%", "2.45", "consistent"), ("2.4%", "2.45", "consistent"),
        ("14%", "13.5", "consistent"), ("13%", "13.5", "truncated"),
        ("12%", "12.5", "consistent"), ("13%", "12.5", "consistent"),
        ("-60%", "-60.98", "truncated"), ("60%", "-60.98", "inconsistent"),
    ],
)  # fmt: skip
def test_verdicts_on_percentages(stated, exact, verdict) -> None:
    assert compare(quantity_of(stated), exactly(Fraction(exact))) == verdict


def test_counts_have_to_be_equal() -> None:
    assert compare(quantity_of("52"), exactly(52)) == "consistent"
    assert compare(quantity_of("53"), exactly(52)) == "inconsistent"


def figure(printed: str, unit: str = "people") -> dict:
    return {"printed": printed, "unit": unit, "description": "x", "citation": "d#1"}


def claim(kind: str, inputs: str, printed: str, **more: str | None) -> dict:
    return {"kind": kind, "inputs": inputs, "printed": printed, "stated": None,
            "companion": None, "alternatives": None} | more  # fmt: skip


def test_rounded_inputs_carry_their_intervals() -> None:
    shares = {name: figure("33.3%", "percent") for name in "abc"}
    result = recompute(claim("share-total", "a + b + c", "100"), shares, {})
    assert (result.verdict, result.recomputed) == ("consistent", "99.90%")
    shares["c"] = figure("32.3%", "percent")
    assert recompute(claim("share-total", "a + b + c", "100.0"), shares, {}).verdict != "consistent"


def test_people_cannot_be_more_than_there_are() -> None:
    people = {"whole": figure("10"), "a": figure("6"), "b": figure("5")}
    assert recompute(claim("people", "whole / a + b", "10"), people, {}).verdict == "impossible"
    people["b"] = figure("4")
    assert recompute(claim("people", "whole / a + b", "10"), people, {}).verdict == "consistent"


def test_a_wrong_weekday_and_a_wrong_count() -> None:
    assert recompute(claim("weekday", "2004-02-12", "Friday"), {}, {}).verdict == "inconsistent"
    result = recompute(claim("list-count", "part:x/Strands", "six"), {}, {"part:x/Strands": 5})
    assert (result.verdict, result.recomputed) == ("inconsistent", "5")


def test_points_given_as_percent_and_another_base_year() -> None:
    counts = {"a": figure("20"), "b": figure("30"), "c": figure("10")}
    result = recompute(claim("increase", "a -> b", "10%"), counts, {})
    assert result.why == "the figures give 50%, 10% is printed; 10 is the difference: 30 less 20"
    other = {"alternatives": "the change on an earlier year: c -> b"}
    result = recompute(claim("increase", "a -> b", "200%", **other), counts, {})
    assert "; the change on an earlier year is 200%" in result.why


def test_expressions() -> None:
    assert terms("a + b - c") == [(1, "a"), (1, "b"), (-1, "c")]
    for bad in ("a b", "a +", "a * b", ""):
        with pytest.raises(ValueError, match="joined"):
            terms(bad)
