"""What happened on a date, in words of the draft's own order; a person rewords the rest."""

from __future__ import annotations

import pytest

from moditrack.draft.lists import Lists
from tests.drafts import drafted

REWORD = "reword the description"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The operation began on 14 May 2024.", "Operation began"),
        ("On 3 June 2024, the unit was set up.", "Unit set up"),
        (
            "On 3 June 2024, the mayor declared an emergency following the flood.",
            "Emergency declared by the mayor",
        ),
        ("On 3 June 2024, at 6:36 AM, we searched two boats.", "Two boats searched"),
        ("The data was queried on 22 July 2024.", "Data queried"),
        ("3 June 2024 - Harbour school graduation", "Harbour school graduation"),
    ],
)
def test_what_happened_is_said_in_other_words(lists: Lists, text: str, event: str) -> None:
    one = drafted(lists, text).proposed("events.csv")[-1]
    assert (one.row["event"], one.needs_a_person) == (event, "")


@pytest.mark.parametrize(
    "text",
    [
        "It was on 3 June 2024 that the unit and its two boats went to the quay at night.",
        "On 3 June 2024 it closed.",
        "The law of 3 June 2024 is old.",
    ],
)
def test_what_no_pattern_fits_is_to_be_reworded(lists: Lists, text: str) -> None:
    assert drafted(lists, text).proposed("events.csv")[-1].needs_a_person == REWORD


def test_a_period_since_the_1980s_is_read(lists: Lists) -> None:
    found = drafted(lists, "Since the 1980s the unit has met.").proposed("events.csv")
    assert [one.row["date"] for one in found][1:] in ([], ["1980-01-01/.."])
