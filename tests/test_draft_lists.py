"""What the numbers in a list or below a heading count: what its head says, or the item before."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted
from tests.test_draft_counted import counted


def test_a_list_of_two_columns_names_its_numbers(lists: Lists) -> None:
    rows = "".join(f"<tr><td>{name}</td><td>{number}</td></tr>" for name, number in (
        ("Background checks", "24"), ("Pawn tickets", "9,490"), ("Items in evidence", "17,677"),
    ))  # fmt: skip
    page = f"<html><body><h1>Work</h1><p>All.</p><table>{rows}</table></body></html>"
    found = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert [(one.row["value"], one.row["description"]) for one in found] == [
        ("24", "Background checks"), ("9490", "Pawn tickets"), ("17677", "Items in evidence"),
    ]  # fmt: skip


def test_a_heading_says_what_those_below_it_are_of(lists: Lists) -> None:
    page = "<h1>Boats</h1><p>All.</p><h2>6,925 Stops</h2><p>2,253 resulting in searches</p>"
    one = propose(read_bytes(page.encode()), lists).proposed("figures.csv")[-1]
    assert one.row["description"] == "Stops resulting in searches"
    assert one.needs_a_person == "measure: stops?"


def test_the_items_of_any_list_are_parts_of_what_its_head_counts(lists: Lists) -> None:
    text = "1. We made 120 changes for the boats:\n\n- 80 for safety;\n- 500 for speed.\n"
    found = counted(lists, text)
    assert found[:2] == [
        ("Changes made for the boats", ""),
        ("Changes made for the boats: for safety", ""),
    ]
    assert found[2][1] != ""  # more than the whole


@pytest.mark.parametrize(
    ("text", "measure", "asked"),
    [
        ("The boats have three aims.", "list-items", ""),
        ("The plan and five old steps.", "list-items", "measure: list-items, or a count of steps?"),
        ("Forty steps were completed.", "steps-completed", ""),
        ("There were 1,160 recommendations.", "recommendations", ""),
    ],
)
def test_many_items_or_items_done_are_counted(
    lists: Lists, text: str, measure: str, asked: str
) -> None:
    (one,) = drafted(lists, text).proposed("figures.csv")
    assert (one.row["measure"], one.needs_a_person) == (measure, asked)


def test_only_the_last_sentence_of_a_head_counts_for_its_list(lists: Lists) -> None:
    page = (
        "<h1>Nets</h1><p>All.</p><h2>Finds</h2><p>Crews took 46 oars. In that week they found:</p>"
        "<ul><li>rope and 9 from the quay</li></ul>"
    )
    found = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert found[-1].row["measure"] == ""


def test_items_of_a_list_count_what_the_item_before_them_counts(lists: Lists) -> None:
    text = "The year\n\n- 12 sailors were trained.\n- 3 refused to sail.\n"
    _, second = drafted(lists, text).proposed("figures.csv")
    assert second.row["measure"] == "sailors-trained"
    assert second.needs_a_person == "measure: sailors-trained?"
