"""Reading plain text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.passages import Passage
from tests.conftest import sizes
from tests.processor_time import grows_within

WRAPPED = """Gulls at the quays
Harbour board, 3 May 2021

1. Introduction

1.1 There were 12 gulls at the northern quay in the spring, which is more than in any
year since counting began there.
1.2 Of these 4 had rings. The rings had been made by the harbour board and by two of the
schools, which had asked for them.

Where were they seen?

Most of them were seen at the northern quay, where the boats of the fishers are unloaded
in the morning, and some at the market.

  * at the quay
  * at the market, and in the
    streets around it

2. Boats
2.1 There were 1,234 boats.
"""
DENSE = """Gulls at the quays
What did we find?
There were 12 gulls at the northern quay in the spring of the year, which is more than before. They were counted by two people.
- 4 had rings
- 8 had none
Where were they seen?
Most of them were seen at the northern quay, where the boats of the fishers are unloaded in the morning.
"""  # noqa: E501
TABLES = """Gulls

Tabs:

AREA\t2021\t2022
North\t1\t
South\t\t4

Pipes:

| Area  | 2021 | 2022 |
|-------|------|------|
| North | 1    |      |
| South |      | 4    |

Columns:

Area        2021    2022
North          1
South                  4
Far East   1,000      20

One a line:

AREA
2021
2022
TOTAL
North
1
2
3
South
..
4
4

The end of 9 tables.
"""


def passages(text: str) -> list[Passage]:
    return read_bytes(text.encode()).passages


@pytest.mark.parametrize("bullet", ["▫", "➤", "✔", "■", "●", "o", "-"])
def test_items_of_a_list_begin_with_any_bullet(bullet: str) -> None:
    text = f"There were two:\n\n{bullet} at the quay\n{bullet} at the market\n"
    items = [(p.kind, p.text) for p in passages(text)][1:]
    assert items == [("bullet", "at the quay"), ("bullet", "at the market")]


def test_numbers_and_headings_of_a_text() -> None:
    assert [(p.locator, p.kind, p.heading, p.text[:24]) for p in passages(WRAPPED)] == [
        ("header", "header", "", "Gulls at the quays Harbo"),
        ("1.1", "paragraph", "1. Introduction", "There were 12 gulls at t"),
        ("1.2", "paragraph", "1. Introduction", "Of these 4 had rings. Th"),
        (
            "where-were-they-seen.p1",
            "unnumbered",
            "Where were they seen?",
            "Most of them were seen a",
        ),
        ("where-were-they-seen.b1", "bullet", "Where were they seen?", "at the quay"),
        ("where-were-they-seen.b2", "bullet", "Where were they seen?", "at the market, and in th"),
        ("2.1", "paragraph", "2. Boats", "There were 1,234 boats."),
    ]


def test_lines_of_a_wrapped_text_are_joined() -> None:
    lines = ["Gulls", "", "There were 12 gulls at the northern quay in the spring, counted by the",
             "Harbour Board and the two schools, which is more than in any year before and",
             "Much more than in 2020.", "They had rings."]  # fmt: skip
    assert [p.text for p in passages("\n".join(lines))] == [
        "Gulls", " ".join(lines[2:5]), "They had rings.",
    ]  # fmt: skip


def test_a_text_without_blank_lines_is_no_heading_block() -> None:
    assert [(p.locator, p.heading, p.text[:24]) for p in passages(DENSE)] == [
        ("header", "", "Gulls at the quays"),
        ("what-did-we-find.p1", "What did we find?", "There were 12 gulls at t"),
        ("what-did-we-find.b1", "What did we find?", "4 had rings"),
        ("what-did-we-find.b2", "What did we find?", "8 had none"),
        ("where-were-they-seen.p1", "Where were they seen?", "Most of them were seen a"),
    ]


def test_tables_of_every_shape_have_their_cells_by_position() -> None:
    found = [p.cells for p in passages(TABLES) if p.kind == "table"]
    assert found == [
        [["AREA", "2021", "2022"], ["North", "1", ""], ["South", "", "4"]],
        [["Area", "2021", "2022"], ["North", "1", ""], ["South", "", "4"]],
        [
            ["Area", "2021", "2022"], ["North", "1", ""], ["South", "", "4"],
            ["Far East", "1,000", "20"],
        ],
        [["AREA", "2021", "2022", "TOTAL"], ["North", "1", "2", "3"], ["South", "..", "4", "4"]],
    ]  # fmt: skip
    assert passages(TABLES)[-1].text == "The end of 9 tables."


@pytest.mark.parametrize(
    "text",
    [
        "Ends with two gaps.  Then goes on  for a while\nand on, with one  gap  more here",
        "Either | or is what they said | of it\nand no more was said.",
        "One\nline\nafter\nanother\nof\nwords\nand\nno\nnumber",
    ],
)
def test_what_is_no_table_is_none(text: str) -> None:
    assert "table" not in {p.kind for p in passages(f"Gulls\n\n{text}\n")}


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_blank_lines_may_part_the_cells_of_a_table(between: str) -> None:
    cells = ["2021 panel", "2022 panel", "Green", "7", "9", "Amber", "4", "-2.5%", "Red", "0", "*"]
    text = f"Gulls\n\nThey were counted.\n\n{between.join(cells)}\n\n\nThe end of it.\n"
    (table,) = (p for p in passages(text) if p.kind == "table")
    assert table.cells == [
        ["", "2021 panel", "2022 panel"], ["Green", "7", "9"], ["Amber", "4", "-2.5%"],
        ["Red", "0", "*"],
    ]  # fmt: skip
    assert passages(text)[-1].text == "The end of it."


def test_a_space_within_labels_parts_no_columns() -> None:
    text = "Gulls\n\nArea        2021\nFar East       1\nOld Town       2\nTop Quay       3\n"
    assert passages(text)[1].cells == [
        ["Area", "2021"], ["Far East", "1"], ["Old Town", "2"], ["Top Quay", "3"],
    ]  # fmt: skip


def test_a_line_of_data_is_no_heading() -> None:
    found = passages("Gulls\n\nAsked in May\n\nThey were counted.\n\n2022/23 - 17\n\nThe end.\n")
    assert [(p.locator, p.text) for p in found][2:] == [
        ("asked-in-may.p2", "2022/23 - 17"), ("asked-in-may.p3", "The end."),
    ]  # fmt: skip


def test_pages_of_a_text() -> None:
    found = passages("Gulls\n\nThere were 12.\n\n1\fBoats\n\nThere were 3.\n\n2\n")
    assert [(p.locator, p.page) for p in found] == [
        ("header", 1), ("page-1.p1", 1), ("page-2.boats.p1", 2),
    ]  # fmt: skip


def test_a_number_that_is_there_again_is_reported() -> None:
    document = read_bytes(b"Gulls\n\n1.1 There were 12.\n\n1.1 There were 13.\n")
    assert [p.locator for p in document.passages] == ["header", "1.1", "1.1~2"]
    assert document.unplaced == ["paragraph 1.1 is there again"]


def test_the_navigation_of_an_archived_page_is_reported() -> None:
    text = "You are in:\n\nContents\n\nGulls\n\n1/05\n2 January 2005\n\nThere were 12.\n\nFeedback"
    document = read_bytes(text.replace("Feedback", "Send an e-mail linking to this page").encode())
    assert document.left_out == [("navigation", "You are in:"), ("navigation", "Contents"),
                                 ("navigation", "Send an e-mail linking to this page")]  # fmt: skip


@sizes(4, 1)
@pytest.mark.parametrize(
    ("make", "count"),
    [
        (lambda count: "a  b\n" * count, 100_000),
        (lambda count: "a b  c " * count, 100_000),
        (lambda count: "a b  c " * 5 * count + "\n" + "a  b\n" * 2 * count, 10_000),
        (lambda count: "x | y\nx | y | z\n" * count, 60_000),
        (lambda count: "| " * count, 300_000),
        (lambda count: "1\n" * count, 50_000),
        (lambda count: "word\n" * count, 50_000),
        (lambda count: "A heading\n\n" * count, 20_000),
        (lambda count: "1. A paragraph of words.\n" * count, 50_000),
        (lambda count: "There were 12 gulls and some boats at the northern quay in the spring.\n"
         * count, 20_000),
        (lambda count: "\n" * count, 1_000_000),
        (lambda count: "\f" * count, 100_000),
        (lambda count: '"' * count + ",a\nb,c\n", 300_000),
    ],
    ids=lambda value: repr(value(1)[:8]) if callable(value) else "",
)  # fmt: skip
def test_hostile_texts_are_read_in_linear_time(
    make: Callable[[int], str], count: int, size: int
) -> None:
    def ready(units: int) -> Callable[[], object]:
        return partial(read_bytes, make(units).encode())

    assert grows_within(6, ready, count // (4 * size), floor=0.01)


def test_numbers_that_count_lines_are_no_quantities() -> None:
    paid = (
        "422 Harbour fees 81.13",
        "424 Boat hire 28.00",
        "425 Nets (new) 110.00",
        "427 Ropes 30.00",
    )
    found = read_bytes(("Payments of the board\n\n" + "\n\n".join(paid) + "\n").encode())
    assert [float(one.what.low) for one in found.quantities()] == [81.13, 28, 110, 30]
    assert [one.locator for one in found.passages[1:]] == ["422", "424", "425", "427"]


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (("12 The boats came", "13 In May 4 nets came", "14 It rained", "15 Ropes came"), [4]),
        (("1 Boats", "2 Nets came.", "3 Ropes came.", "4 Crews came."), []),
    ],
)
def test_numbers_that_count_paragraphs_without_points(
    lines: tuple[str, ...], counts: list[int]
) -> None:
    found = read_bytes(("What came\n\n" + "\n\n".join(lines) + "\n").encode())
    assert [one.locator for one in found.passages[1:]] == [line.split()[0] for line in lines]
    assert [one.what.low for one in found.quantities()] == counts


@pytest.mark.parametrize(
    "lines",
    [
        ("4 Boats came", "9 Nets came", "5 Ropes came", "12 Crews came"),  # counts
        ("2019 Boats 4", "2020 Boats 5", "2021 Boats 6", "2022 Boats 7"),  # years
        ("4 Boats came", "5 Nets came", "6 Ropes came"),  # too few
        ("4 boats came", "5 nets came", "6 ropes came", "7 crews came"),
        ("12 Boats came", "14 Nets came", "15 Ropes came", "17 Crews came"),  # not one by one
        ("12 Boats came", "13 Nets came", "14 Ropes came", "15 Crews came"),
        ("1 Boat came.", "2 Nets came.", "3 Women came.", "4 Crews came."),
    ],
)
def test_numbers_that_count_no_lines(lines: tuple[str, ...]) -> None:
    text = "What came\n\n" + "\n\n".join(lines) + "\n"
    assert [one.text for one in read_bytes(text.encode()).passages[1:]] == list(lines)


def test_line_breaks_and_characters_of_a_web_page_are_those_of_its_text() -> None:
    text = "Accounts of the port<br /><br />Boats &pound;40.50, nets &pound;9<br /><b>Crews</b> 3"
    found = read_bytes(text.encode())
    assert [one.text for one in found.passages] == [
        "Accounts of the port", "Boats £40.50, nets £9", "Crews 3",
    ]  # fmt: skip
    assert [(float(one.what.low), one.what.unit) for one in found.quantities()] == [
        (40.5, "GBP"), (9, "GBP"), (3, ""),
    ]  # fmt: skip


def test_items_whose_marks_a_tab_parts_from_them_are_no_table() -> None:
    text = "Minutes\n\n3638.\tNets: 4 came\nAll sank.\n\n3639.\tRopes were £8\n3640.\tQuays\n"
    found = read_bytes(text.encode())
    assert not any(one.table for one in found.passages)
    assert [one.what.low for one in found.quantities()] == [4, 8]
