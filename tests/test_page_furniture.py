"""What is printed around a text is no quantity: lists of contents, page numbers, counters."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.page_furniture import furniture
from moditrack.documents.quantities import labels, quantities

RUN_ON = "Introduction 1 Arrests in detail 4 Stops and searches 9 Technical notes 12 In all 45 were"
LEADERS = (
    "Arrests ........ 4\nStops and searches ...... 9\nTechnical notes . . . . . 12\n\n45 people"
)
LISTED = "Contents\n\nForeword 2\n1. Arrests 4\n2. Stops 9\nAnnex A 12\n\nThere were 45 arrests."
PAGES = "\n".join(
    f"The harbour office wrote of {word} here.\nHarbour Police 2019\n{page}\n"
    f"Nothing else was said of {word}.\n"
    for page, word in ((7, "boats"), (8, "nets"), (9, "ropes"))
)


PAGES_FIRST = "Contents 2 Foreword\n6 Part 1 8 Overview\n36 Part 2 38 Our work\n\n45 people came"
UPPER = "CONTENTS Who we are and why 4 1 Nets 6 2 Boats 12 3 Ropes 16\n\n45 came."
WRAPPED = "Contents\n\nForeword 2\nNets 77\nStops 170\nMap of boats in\nthe quay 171\n\n45 came."


@pytest.mark.parametrize("text", [RUN_ON, LEADERS, LISTED, PAGES_FIRST, WRAPPED, UPPER])
def test_the_page_numbers_of_a_list_of_contents_are_no_quantities(text: str) -> None:
    assert [one.value for one in quantities(text)] == [45]
    assert {one.kind for one in labels(text)} == {"contents"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # Counts that go up line by line are a table where nothing says that they are pages.
        ("Arrests 4\nStops 9\nSearches 12\n", [4, 9, 12]),
        ("Norwich 4 Thetford 9 Dereham 12 Cromer 15", [4, 9, 12, 15]),
        ("Contents\nBoats 12\nNets 4\nRopes 9\n", [12, 4, 9]),
        ("Boats ........ 340\nNets ........ 12\nRopes ........ 57\n", [340, 12, 57]),
        ("Introduction 4 people came. Later 9 left, and 12 stayed on.", [4, 9, 12]),
    ],
)
def test_counts_are_no_list_of_contents(text: str, values: list[int]) -> None:
    assert [one.value for one in quantities(text)] == values


def test_page_numbers_are_alone_at_the_edge_of_a_page_or_count_the_pages() -> None:
    single = "Boats came, 45 in all.\n16\n\fNets were 12.\nMore of nets.\n19\n"
    assert [one.value for one in quantities(single)] == [45, 12]
    counted = "18 Harbour 5\n45 came.\fHarbour 5 19\n60 came.\f20 Harbour 5\n12 came."
    assert [one.value for one in quantities(counted)] == [5, 45, 5, 60, 5, 12]
    rows = "Boats 18\n45 came.\fBoats 25\n60 came.\fBoats 40\n12 came."
    assert [one.value for one in quantities(rows)] == [18, 45, 25, 60, 40, 12]
    assert [one.value for one in quantities("45\f46\f47")] == [45, 46, 47]


def test_page_numbers_and_running_heads_count_up() -> None:
    assert quantities(PAGES) == ()
    assert [one.kind for one in furniture(PAGES)] == ["running head", "page number"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "A line of text.\nPage 3 of 12\nA line of text.",
        "171 views 349 KB\nA line of text.",
        "5 min read\nA line of text.",
        "Comments (71)\nA line of text.",
        "A line.\n  1   2   3   4\nA line of text.",
        "1 | Page A line of text.",
        "You are on page 1of 30",
        "They were in these groups:\n1 Sex 2 Religion 3 Nation 4 Reason for it",
        "Boats were few. 1 For nets see below. 2 Excluding those of others.",
        "In all\n2 Force in words\nA line.\n3 *Words are words\n4 Risk-based work\n",
        "18\nA page begins with its number here.",
    ],
)
def test_other_lines_around_a_text(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Boats\n7\nNets\n8\nRopes\n12", [7, 8, 12]),  # one cell a line, not counting up
        ("7\n8\n9\n", [7, 8, 9]),
        ("11 | 16 |\nboats", [11, 16]),
        ("2 Boats came\n9 Nets came\n12 Ropes came", [2, 9, 12]),
        ("There were 171 views of the page.", [171]),
    ],
)
def test_numbers_in_lines_of_their_own(text: str, values: list[int]) -> None:
    assert [one.value for one in quantities(text)] == values


PAGES_OF_TEXT = b"""18

Harbour report

Contents

Foreword 2

1. Arrests 4

2. Stops 9

Annex A 12

Page 1 of 3

There were 45 arrests in the harbour this year, which is more than there have ever been.

In this section: 12 stops.
"""

PAGE = b"""<html><body><h1>Harbour report</h1><p>Arrests ........ 4</p><p>Stops ........ 9</p>
<p>Annex ........ 12</p><table><tr><td>Boats</td><td>4</td></tr><tr><td>Nets</td><td>9</td></tr>
<tr><td>Ropes</td><td>12</td></tr></table><p>There were 45 arrests.</p></body></html>"""


def test_a_text_is_read_without_its_contents_and_page_numbers() -> None:
    document = read_bytes(PAGES_OF_TEXT)
    assert [found.what.value for found in document.quantities()] == [45, 12]
    assert document.summary_left_out == "page number, contents"
    left = dict(document.left_out)
    assert left["contents"] == "Foreword 2 1. Arrests 4 2. Stops 9 Annex A 12"
    assert left["page number"] == "18 Page 1 of 3"


def test_a_table_of_counts_is_no_list_of_contents() -> None:
    document = read_bytes(PAGE)
    assert [found.what.value for found in document.quantities()] == [4, 9, 12, 45]
    assert document.left_out == [
        ("contents", "Arrests ........ 4 Stops ........ 9 Annex ........ 12")
    ]


def test_a_table_of_contents_with_its_heading_is_left_out() -> None:
    rows = (("1. Aims", "3"), ("2. Boats", "5"), ("3. Nets", "5"), ("4. Crews", "9"))
    cells = "".join(f"<tr><td>{title}</td><td>{page}</td></tr>" for title, page in rows)
    page = f"<html><body><h1>Rules</h1><table><tr><td>INDEX</td></tr>{cells}</table><p>We saw 8"
    assert [found.what.value for found in read_bytes(page.encode()).quantities()] == [8]
