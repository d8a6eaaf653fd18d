"""What words around a number or a name may make another: wholes, bounds, names, titles."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.shared_lists import Lists
from moditrack.draft.title_and_date import title_of
from tests.drafts import drafted


def asked(lists: Lists, text: str) -> list[tuple[str, str]]:
    """The measure of each figure, and what is asked of it."""
    figures = drafted(lists, text).proposed("figures.csv")
    return [(one.row["measure"], one.needs_a_person) for one in figures]


def test_a_share_after_others_that_are_of_something_has_their_whole(lists: Lists) -> None:
    text = "75% of visits were of barges, 23% of crews in carts and 2% of only carts."
    assert asked(lists, text)[:2] == [
        ("share-of-visits", ""),
        ("share-of-visits", "measure: share of visits, or of crews?"),
    ]
    assert asked(lists, text)[2][1] != ""


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("80% of visits for barges under rule 60 occurred in Ayton.", True),
        ("80% of visits for barges were of men.", True),
        ("80% of visits were of men.", False),
        ("80% of rule-60 visits were of men.", True),
        ("Barges were 80% of visits.", False),
    ],
)
def test_a_whole_of_which_only_some_are_meant_is_asked(
    lists: Lists, text: str, narrowed: bool
) -> None:
    ((_, needs),) = asked(lists, text)
    assert needs.endswith("or of some of them?") == narrowed
    assert bool(needs) == narrowed


def test_a_whole_that_is_no_plain_noun_is_asked(lists: Lists) -> None:
    text = "43% of crews were men, 12% of only women."
    assert asked(lists, text)[1] == ("share-of-crews", "measure: a share of the same?")


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("There were no barges and there were less than five boats.", False),
        ("There were no thefts of barges, which had sat at less than five boats.", False),
        ("There were no barges, and fewer than 5 boats.", False),
        ("Nobody had less than 5 boats.", True),
        ("It did not, in 2020, have fewer than 5 boats.", True),
    ],
)
def test_a_negation_of_another_clause_turns_no_bound(
    lists: Lists, text: str, doubted: bool
) -> None:
    assert any("negation" in needs for _, needs in asked(lists, text)) == doubted


def test_a_name_of_many_words_after_a_rank_is_no_person(lists: Lists) -> None:
    def names(text: str) -> list[str]:
        return [one.row["name"] for one in drafted(lists, text).proposed("new-agencies.csv")]

    assert "Northern Ports Ann" not in names("Commander Northern Ports Ann Lee said no.")
    assert "Ann Lee" in names("Commander Ann Lee said no.")


@pytest.mark.parametrize(
    "above",
    [
        "QP logo at Ayton",
        "Photo of the quay",
        "QP logo\n\nNews Centre\n\n2 May 2024\n\nMedia Release",
    ],
)
def test_what_a_picture_shows_is_no_title(above: str) -> None:
    text = f"{above}\n\nThefts at the quays go on\n\nThere were 5 thefts.\n"
    assert title_of(read_bytes(text.encode()), [])[0] == "Thefts at the quays go on"
