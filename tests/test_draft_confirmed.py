"""What a draft writes is found by `verify`, or a person is asked; each number has a row."""

from __future__ import annotations

import pytest

from moditrack.draft.shared_lists import Lists
from moditrack.draft.unaccounted import left
from tests.drafts import drafted


@pytest.mark.parametrize(
    "text",
    [
        "1. Part 7A.3 (3)\n\nPart 7A.3 (3) was read.",
        "1. The Quays Act 1964\n\nIt is the Quays Act 1964.¹",
        "1. Local Quay District (LQD)\n\nThere were 3 arrests.",
        "1. It is one of\nthe quays.",
        "1. Quay boats\n\n2021 2021 2021\n\nBoats of 2021",
        "1. Rule 31B.2\n\nOn 3 June 2021¹ and 4 May 2021², see rule 31B.2.",
    ],
)
def test_no_sure_row_is_printed_nowhere(lists: Lists, text: str) -> None:
    draft = drafted(lists, text)
    passages = {one.locator: f"{one.text} {one.heading}" for one in draft.document.passages}
    for one in draft.proposals:
        printed = one.row.get("printed", "")
        assert printed == printed.strip()
        assert not one.sure or printed in passages.get(one.locator, printed)
    assert [one.printed for one in left(draft)] == []


def test_an_agency_that_is_named_elsewhere_only_is_asked(lists: Lists) -> None:
    text = "1. Quay Crime Unit (QCU)\n\nThe QCU was set up.\n\n2. Other\n\nIt made 12 arrests."
    draft = drafted(lists, text)
    assert [one.row["agency"] for one in draft.proposed("figures.csv")] == [""]
