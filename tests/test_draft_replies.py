"""Replies to questions, and short lines below a line that says what they are about."""

from __future__ import annotations

import pytest

from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


def counted(lists: Lists, text: str) -> list[tuple[str, ...]]:
    columns = ("printed", "measure", "period", "description")
    found = drafted(lists, text).proposed("figures.csv")
    return [(*(one.row[key] for key in columns), one.needs_a_person) for one in found]


def test_a_question_says_what_the_numbers_below_it_count(lists: Lists) -> None:
    text = "1. How many boats did you seize at the quay? No boats seized in 2021, 2022: 12, 2023: 9"
    assert counted(lists, text) == [
        ("12", "boats-seized", "2022", "Boats seized at the quay, 2022", ""),
        ("9", "boats-seized", "2023", "Boats seized at the quay, 2023", ""),
    ]
    text = "How many late boats were sold for each year since 2022?\n\n2022: 4\n\n2023: 7"
    assert counted(lists, text) == [
        ("4", "late-boats-sold", "2022", "Late boats sold, 2022", ""),
        ("7", "late-boats-sold", "2023", "Late boats sold, 2023", ""),
    ]


@pytest.mark.parametrize(
    ("question", "measure", "said"),
    [
        ("What is the fee for a late boat?", "fee-for-a-late-boat", "Fee for a late boat"),
        ("How much money was raised from late boats each year?", "money-raised-from-late-boats",
         "Money raised from late boats"),
    ],
)  # fmt: skip
def test_a_question_says_what_a_sum_is(
    lists: Lists, question: str, measure: str, said: str
) -> None:
    assert counted(lists, f"{question}\n\n2023: £320")[0][1::2] == (measure, f"{said}, 2023")


def test_a_sentence_below_a_question_says_itself_what_it_counts(lists: Lists) -> None:
    text = "How many boats were sold in 2023?\n\nWe spoke to 40 crews in 2023."
    assert counted(lists, text) == [("40", "crews", "2023", "Crews, spoke to, 2023", "")]


def test_a_date_in_a_question_is_no_event(lists: Lists) -> None:
    text = "How many crews were told to leave during 2022 and 2023?\n\nNone."
    found = drafted(lists, text).proposed("events.csv")
    assert [one.row["event"] for one in found] == ["Date of the document"]


def test_a_line_above_says_which_of_several_like_lines_are(lists: Lists) -> None:
    text = (
        "We can confirm the following numbers for both of the years that were asked for here.\n\n"
        "Late boats:\n\n2022/23 - 12 letters sent\n\nLost nets:\n\n2022/23 - 9 letters sent"
    )
    assert [one[3] for one in counted(lists, text)] == [
        "Letters sent, Late boats, 2022/23", "Letters sent, Lost nets, 2022/23",
    ]  # fmt: skip


def test_a_month_with_two_years_is_a_year_or_that_month(lists: Lists) -> None:
    (one, other) = drafted(
        lists, "Boats sold: April 2022/23: 23, 2023/24: 24"
    ).proposed("figures.csv")  # fmt: skip
    assert (one.row["printed"], one.row["period"]) == ("23", "FY2022")
    assert "period: 2022/23, or 2022-04?" in one.needs_a_person
    assert (other.row["printed"], other.row["period"]) == ("24", "FY2023")
    assert "period" not in other.needs_a_person


@pytest.mark.parametrize("head", ["For over 60s:", "For over 60's –"])
def test_the_age_in_a_line_above_others_bounds_them(lists: Lists, head: str) -> None:
    found = drafted(lists, f"{head}\n\n2023 - 12 boats")
    assert [one.row["printed"] for one in found.proposed("figures.csv")] == ["12"]
    reasons = [one.row["reason"] for one in found.proposed("numerals.csv")]
    assert "Age of those who are counted" in reasons


def test_a_fraction_with_its_percentage_is_no_number_of_its_own(lists: Lists) -> None:
    found = drafted(lists, "Two thirds (66%) of boats sank, and almost a third (32%) of nets tore.")
    rows = [(one.row["printed"], one.needs_a_person) for one in found.proposed("numerals.csv")]
    assert rows == [("Two thirds", ""), ("a third", "")]


def test_numbers_in_brackets_that_nothing_names_are_asked_once(lists: Lists) -> None:
    found = drafted(lists, "The main reasons were ‘fog at sea’ (62), ‘wear’ (56) and ‘ice’ (52).")
    first, *others = found.proposed("figures.csv")
    assert first.needs_a_person == "measure"
    assert [one.needs_a_person for one in others] == [f"measure as {first.row['figure']}"] * 2


def test_a_share_of_something_else_rests_on_no_counts_that_fit(lists: Lists) -> None:
    text = (
        "There were 8,000 boats; 1,000 boats sank. Boats are 13% of the traffic on the whole river."
    )
    assert drafted(lists, text).proposed("claims.csv") == []
