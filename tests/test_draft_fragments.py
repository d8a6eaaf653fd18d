"""What is a piece of a phrase is no sure measure; whom and where a number is about."""

from __future__ import annotations

import pytest

from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


@pytest.mark.parametrize(
    ("text", "measures", "needs"),
    [
        (
            "However UK sailors (81%) were the most common.",
            "share-of-uk-sailors",
            "measure: share of uk sailors, or their own share?",
        ),
        (
            "That is 1 percent of the entire U.S. fleet.",
            "share-of-entire-u-s-fleet",
            "measure: share of entire u.s. fleet: which of them?",
        ),
        ("HHB cut the number of moored boats from 714 to 505.", "moored-boats moored-boats", ""),
        (
            "It lasts from 6 months to a year.",
            "duration-months",
            "measure: duration in months of what?",
        ),
        (
            "Most calls came from Harl (51 calls) and North Quays (40).",
            "calls calls",
            "measure: calls?",
        ),
        (
            "Daily Empty Berth Cost: 516 berths x $89.55 per day = $46,208",
            "berths sum-in-usd daily-empty-berth-cost",
            "measure: daily empty berth cost?",
        ),
        ("It has two aims, and 35% is spent.", "list-items share", "measure: a share of what?"),
        ("+18%", "change", "measure: a share of what?"),
        ("They have 50% of the able/other sailors.", "share-of-able", "measure: a share of what?"),
    ],
)
def test_a_piece_of_a_phrase_is_no_sure_measure(
    lists: Lists, text: str, measures: str, needs: str
) -> None:
    found = drafted(lists, text).proposed("figures.csv")
    assert " ".join(one.row["measure"] for one in found) == measures
    assert found[-1].needs_a_person == needs


ASKED = "measure: a share of what?; period: past 6 months?"


def test_a_period_is_no_whole_of_a_share(lists: Lists) -> None:
    (one,) = drafted(lists, "It was 22% in the past 6 months.").proposed("figures.csv")[:1]
    assert (one.row["measure"], one.needs_a_person) == ("share", ASKED)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Most calls came from Harl (51 calls).", "Calls: Harl"),
        ("It had many late calls (51 calls).", "Calls"),
        ("The mean age of the sailors was 29.", "Mean age of the sailors"),
        ("Sailors from Harl, aged between 20 and 50, came.", "Age of sailors from Harl"),
        ("It is at the age of 29.", "Age"),
    ],
)
def test_whom_or_where_a_number_is_about_is_in_its_description(
    lists: Lists, text: str, said: str
) -> None:
    (one,) = drafted(lists, text).proposed("figures.csv")
    assert one.row["description"] == said


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        # The verb before a number is that of the item before it.
        (
            "7 cases where a grant was made 9 cases where crews were lost",
            ["Cases where a grant was made", "Cases where crews were lost"],
        ),
        (
            "There were 4 cases where clients absconded 2 cases where boats sank.",
            ["Cases where clients absconded", "Cases where boats sank"],
        ),
        (
            "Of 4 crews that sailed they arrested 2 sailors.",
            ["Crews that sailed", "Sailors arrested"],
        ),
        (
            "There were 45 cases where the grant is outstanding.",
            ["Cases where the grant is outstanding"],
        ),
        ("There were 12 referrals in 2024 calendar year.", ["Referrals, 2024"]),
        (
            "25% of crews in Harl claimed to have seen it.",
            ["Share of crews: claimed to have seen it, in Harl"],
        ),
        (
            "The average length of time boats have been at sea is 13 months.",
            ["Average length of time boats have been at sea"],
        ),
        # A team that works as one is no number of teams.
        ("They met 4 crews, who work as one team.", ["Crews"]),
        ("Learn from 12 MS thefts.", ["MS thefts, learn from"]),
        ("A 15 minute talk was held for 12 year groups.", ["Length of the talk", "Year groups"]),
        # A dash ends what is counted.
        ("There were 3 late CGs - help goes on.", ["Late CGs"]),
        ("They met 12 - boats and nets.", ["Boats and nets"]),
        # A part of a number of things counts them.
        ("Reports came from 24 out of the 32 ports.", ["Ports, reports came from"]),
    ],
)
def test_what_is_counted_ends_with_its_item(
    lists: Lists, text: str, descriptions: list[str]
) -> None:
    found = drafted(lists, text).proposed("figures.csv")
    assert [one.row["description"] for one in found] == descriptions


def test_a_change_from_one_share_to_another_is_none_of_the_two(lists: Lists) -> None:
    text = "The share of boats that were late went down sharply from 16% to 12%."
    found = drafted(lists, text).proposed("figures.csv")
    assert [one.row["measure"] for one in found] == ["share-of-boats"] * 2


def test_what_is_flagged_as_something_is_no_number_of_that(lists: Lists) -> None:
    text = "Completed sales of boats flagged as late freight increased from 261 to 451."
    found = drafted(lists, text).proposed("figures.csv")
    assert [one.row["measure"] for one in found] == ["completed-sales-of-boats"] * 2


def test_a_rate_that_changed_by_an_adverb_is_a_rate(lists: Lists) -> None:
    found = drafted(lists, "The sale rate rose marginally from 73.2% to 73.4%.")
    assert [one.row["measure"] for one in found.proposed("figures.csv")] == ["sale-rate"] * 2


def test_a_database_is_no_operation_of_a_figure(lists: Lists) -> None:
    text = "The Boats and Nets Information System (BNIS) shows 12 thefts."
    (figure,) = drafted(lists, text).proposed("figures.csv")
    assert (figure.row["operation"], figure.needs_a_person) == ("", "")
