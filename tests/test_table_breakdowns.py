"""Tables with several breakdowns, running totals, shares of their total and rounded cells."""

from __future__ import annotations

import pytest

from tests.test_table_checks import check, misfits

SEXES_AND_AGES = (
    "Characteristic|Group|Number|%",
    "Sex|Male|530|91%",
    "Sex|Female|53|9%",
    "Age|Under 18|184|32%",
    "Age|18 and over|399|68%",
)


@pytest.mark.parametrize(
    "lines",
    [
        (*SEXES_AND_AGES, "Total||583|100%"),
        # Under headings of their own.
        ("|Number|%", "Sex||", "Male|530|91%", "Female|53|9%", "Age||", "Under 18|184|32%",
         "18 and over|399|68%", "Total|583|100%"),
        # A heading once for several lines, and one with only some of the total below it.
        ("||Number", "Sex|Male|530", "|Female|53", "Age|Under 18|184", "|18 and over|399",
         "|Total|583"),
        (*SEXES_AND_AGES, "Disability|Yes|40|7%", "Total||583|100%"),
        ("||Number", "Sex|Male|530", "Sex|Female|43", "Age|Under 18|180", "Age|18 and over|390",
         "Disability|Yes|40", "Total||583"),
        # Without any headings, the total first or last.
        ("Total searched|583", "Under 18|184", "18 and over|399", "Male|530", "Female|53"),
        ("|Number|%", "Male|530|91%", "Female|53|9%", "Under 18|184|32%", "18 and over|399|68%",
         "Total|583|100%"),
    ],
)  # fmt: skip
def test_several_breakdowns_of_one_total(lines: tuple[str, ...]) -> None:
    assert misfits(check(*lines)) == []


def test_a_total_that_none_of_several_breakdowns_gives() -> None:
    found = check(*SEXES_AND_AGES, "Total||593|100%")
    assert ("total", "Total, Number", "593", "583") in misfits(found)
    wrong = [line.replace("53|9%", "63|9%") for line in SEXES_AND_AGES]
    assert misfits(check(*wrong, "Total||583|100%")) == [
        ("share", "Sex / Female, %", "9%", "10.81%")
    ]


TOP = ("Top offences|Number|%", "Violence|4,512|41.0%", "Burglary|1,360|12.4%", "Robbery|341|3.1%")


@pytest.mark.parametrize("label", ["Total recorded crime", "Total"])
def test_a_total_of_more_than_the_lines_that_are_shown(label: str) -> None:
    assert misfits(check(*TOP, f"{label}|11,000|100%")) == []


def test_shares_that_do_not_come_to_100_where_the_numbers_come_to_their_total() -> None:
    found = check("Answer|Number|%", "Yes|20|40%", "No|30|50%", "Total|50|100%")
    assert ("share-total", "Total, %", "100%", "90%") in misfits(found)


def test_a_fall_to_nothing_is_all_of_it_and_from_nothing_says_nothing() -> None:
    lines = ("Ward|2021|2022|Change", "Ayton|0|4|n/a", "Beeford|2|0|-100%", "Catwick|5|6|+20%")
    assert misfits(check(*lines)) == []
    assert misfits(check(*lines, "Dunley|4|0|-90%", "Eske|10|11|+10%")) == [
        ("increase", "Dunley, Change", "-90%", "-100%")
    ]
    assert misfits(check(*lines, "Dunley|0|3|+300%")) == []


@pytest.mark.parametrize("heading", ["Cumulative", "Year to date", "Running total"])
def test_a_running_total_is_in_no_sum(heading: str) -> None:
    rows = ("April|40|40", "May|45|85", "June|35|120")
    assert misfits(check(f"Month|Offences|{heading}", *rows, "Total|120|120")) == []
    assert misfits(check(f"Month|Offences|{heading}", *rows, "Total|121|120")) == [
        ("total", "Total, Offences", "121", "120")
    ]
    across = (f"|April|May|Total|{heading}", "Calls|40|45|85|90", "Visits|1|2|3|9")
    assert misfits(check(*across)) == []


AGES = ("Age|Number", "Under 10|4", "10-17|50", "Under 18|54", "18 and over|300")


def test_age_bands_that_contain_each_other_are_in_no_sum_together() -> None:
    assert misfits(check(*AGES, "All|354")) == []
    assert misfits(check(*AGES, "All|364")) == [("total", "All, Number", "364", "354")]
    bands = ("Age|Number", "18+|300", "18 to 24|100", "25 and over|200", "Aged 17 or under|54")
    assert misfits(check(*bands, "All|354")) == []
    # Bands that are apart are all in the sum.
    apart = ("Age|Number", "0-9|4", "10-17|50", "18+|300", "Not known|2")
    assert misfits(check(*apart, "All|356")) == []
    assert misfits(check(*apart, "All|354")) == [("total", "All, Number", "354", "356")]


PAYMENTS = ("Paid to|City|$", "A. Ash|Ayton|51.24", "TOTAL||51.24", "B. Birch|Beeford|66.12",
            "TOTAL||66.12", "C. Cole|Catwick|70.00", "C. Cole|Catwick|15.00",
            "TOTAL||85.00")  # fmt: skip


def test_totals_that_come_again_and_again_are_those_of_the_lines_since_the_last() -> None:
    assert misfits(check(*PAYMENTS)) == []
    assert misfits(check(*PAYMENTS[:4], "TOTAL||66.21", *PAYMENTS[5:])) == [
        ("total", "TOTAL~2, $", "66.21", "66.12")
    ]
    # Totals printed above their lines, and a last line without its total.
    above = ("Paid to|$", "TOTAL|51.24", "A. Ash|51.24", "TOTAL|66.12", "B. Birch|66.12",
             "TOTAL|85.00", "C. Cole|70.00", "C. Cole|15.00")  # fmt: skip
    assert misfits(check(*above)) == []


@pytest.mark.parametrize(
    ("corner", "caption"),
    [
        ("£'000", ""),
        ("Service", "Table 2: spending (£'000)"),
        ("Service", "[In thousands]"),
        ("Service", "Figures may not sum due to rounding."),
        ("Service", "Note: numbers do not always add up to totals because of rounding"),
        ("Service", "Owing to rounding, figures may not add up"),
    ],
)
def test_cells_said_to_be_rounded_give_a_total_within_rounding(corner: str, caption: str) -> None:
    rows = ("Police|41,312", "Fire|22,155", "Roads|9,871", "Parks|1,044")
    assert misfits(check(f"{corner}|2022", *rows, "Total|74,383", caption=caption)) == []
    assert misfits(check(f"{corner}|2022", *rows, "Total|74,483", caption=caption)) != []


@pytest.mark.parametrize(
    "caption", ["", "Percentages may not sum to 100 due to rounding.", "Rounded percentages"]
)
def test_counts_not_said_to_be_rounded_are_exact(caption: str) -> None:
    found = check("Service|2022", "Police|312", "Fire|155", "Total|468", caption=caption)
    assert misfits(found) == [("total", "Total, 2022", "468", "467")]


def test_many_counts_that_all_end_in_0_are_rounded() -> None:
    """20 lines of 10 and one more can be 10 less or more than their sum, and not 500."""
    lines = ("Age|2022", *(f"Aged {age}|{10 * age}" for age in range(21, 41)))
    assert misfits(check(*lines, "Total|6,090")) == []
    assert misfits(check(*lines, "Total|5,600")) == [("total", "Total, 2022", "5,600", "6100")]
    assert misfits(check(*lines[:8], "Total|1,690")) != []


def test_shares_of_counts_rounded_to_5() -> None:
    lines = ("Group|Headcount|%", "White|110|39%", "Asian|100|34%", "Black|45|15%", "Mixed|25|9%",
             "Other|10|3%", "Total|290|100%")  # fmt: skip
    note = "Figures are rounded to the nearest 5 and so may not add up."
    assert misfits(check(*lines, caption=note)) == []
    assert misfits(check(lines[0], "White|110|49%", *lines[2:], caption=note)) != []


def test_a_total_of_all_lines_under_several_headings() -> None:
    rows = ("Region|Force|Officers", "North|Ayton|410", "North|Eske|220", "South|Catwick|130",
            "South|Dunley|90")  # fmt: skip
    assert misfits(check(*rows, "Total||850")) == []
    assert misfits(check(*rows, "Total||950")) == [("total", "Total, Officers", "950", "850")]
