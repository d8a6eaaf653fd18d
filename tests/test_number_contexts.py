"""Numbers whose meaning the words beside them decide, worked out by hand."""

from __future__ import annotations

import pytest

from moditrack.documents.quantities import quantities
from moditrack.documents.readers import pdf as reader
from tests.tiny_pdf import pdf, text


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("SEC. 96A.3 (b)(1) There were 45", [45]),
        ("Measure 1: boats\nThere were 45", [45]),
        ("There were 45 in Measure: 12 of nets", [45, 12]),
        ("between 4-7 PM: 23 came, and at 11 AM - 2 PM: 26", [23, 26]),
        ("compared over four quarters of the year", [4]),
        ("three quarters of the boats", [0.75]),
    ],
)
def test_labels_and_counts(printed: str, values: list[float]) -> None:
    assert [float(one.low) for one in quantities(printed)] == values


def test_a_bound_goes_over_every() -> None:
    (found,) = quantities("a boat approximately every 47 minutes")
    assert (found.low, found.bound) == (47, "about")


def test_a_count_set_apart_from_its_noun_is_no_number_of_a_paragraph() -> None:
    figures = [text(60, 700, "497"), text(92, 700, "Boats"), text(60, 670, "18"),
               text(92, 670, "Nets")]  # fmt: skip
    blocks = reader.blocks(pdf("\n".join(figures))).blocks
    assert [block.mark for block in blocks] == [""] * len(blocks)
    assert "497" in " ".join(
        [*(b.text for b in blocks), *(c.text for b in blocks for c in b.cells)]
    )


def test_paragraphs_that_count_up_have_their_numbers_as_marks() -> None:
    lines = []
    for number, y in (("1", 700), ("2", 670), ("3", 640)):
        lines += [text(60, y, number), text(92, y, "Boats came in the night and left again.")]
    blocks = reader.blocks(pdf("\n".join(lines))).blocks
    assert [block.mark for block in blocks] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sheds over 18m in height were tested", 18),
        ("an 18m-high crane", 18),
        ("a depth of at least 9m at low water", 9),
        ("18m people use the ferry", 18_000_000),
        ("£18m in length of service awards", 18_000_000),
    ],
)
def test_an_m_beside_a_length_is_metres(text: str, value: int) -> None:
    (found,) = quantities(text)
    assert found.low == value
