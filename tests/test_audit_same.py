"""A number printed again, of the same thing: only what is equal, or one rounded, is a claim."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes


def same(text: str) -> list[tuple[str, list[str], str, str]]:
    found = audit(read_bytes(text.encode()).passages).claims
    return [
        (claim.stated.printed, [i.quantity.printed for i in claim.inputs], r.verdict, claim.pairing)
        for claim, r in found
        if claim.kind == "same"
    ]


TABLE = "| Method | Count |\n|---|---|\n| Burglary in a dwelling | 1,482 |\n| Theft | 977 |\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officers recorded 1,482 burglaries of a dwelling.\n\n" + TABLE, ("1,482", ["1,482"])),
        ("The service attended nearly 20,000 incidents in two counties.\n\nThe report says that it"
         " attended 19,799 incidents in these counties.\n", ("20,000", ["19,799"])),
        ("Complaints about delays came to 2,318 in May.\n\nWe upheld 2,318 complaints about"
         " delays.\n", ("2,318", ["2,318"])),
        ("The forces spent £17.8 million on overtime.\n\nOvertime of the forces was £17,758,000.\n",
         ("£17.8 million", ["£17,758,000"])),
    ],
)  # fmt: skip
def test_a_number_printed_again(text: str, found: tuple[str, list[str]]) -> None:
    assert same(text) == [(*found, "consistent", "inferred")]


@pytest.mark.parametrize(
    "text",
    [
        # another row; another subject; numbers that differ; small numbers
        "Officers recorded 977 burglaries of a dwelling.\n\n" + TABLE,
        "The area has 2,318 shops.\n\nWe upheld 2,318 complaints about delays.\n",
        "Complaints about delays came to 2,318.\n\nWe upheld 2,381 complaints about delays.\n",
        "There were 12 complaints about delays.\n\nWe upheld 12 complaints about delays.\n",
    ],
)
def test_numbers_that_need_not_be_the_same(text: str) -> None:
    assert same(text) == []


def test_a_passage_that_only_repeats_is_not_counted_as_unread() -> None:
    text = "Officers recorded 1,482 burglaries of a dwelling.\n\nThere are 61 shops.\n\n" + TABLE
    found = audit(read_bytes(text.encode()).passages)
    assert [passage.text for passage in found.unread] == ["There are 61 shops."]
