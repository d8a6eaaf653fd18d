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
