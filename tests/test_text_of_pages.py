"""Plain text that was copied from pages: wide lines, footnotes, numbers of paragraphs."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import quantities

WIDE = [
    "The harbour board set out this spring to count each of the gulls"
    " that rest on the northern quay (see page",
    "5). It was the first year in which the board had asked the schools"
    " along the shore to help with its",
    "Gulls & Terns, and the work was done in two weeks. Each school was"
    " lent a pair of glasses, which came to",
    "1,500 glasses in all, and each was asked to write down what it saw"
    " on every day of the weeks, rain or shine.",
]
FOOTED = """Nets and tides

The board calls them the ‘great gulls of our time’1, with some 40 on the quay, of
which 16 have rings. 2

Terns are the most common of the birds that came to the quay.3

1 Ann Lee, writing in the Tide, 31 July 2016.
2 https://gulls.example/rings
3 Board of the Harbour, Birds of the Quay.
"""


def passages(text: str) -> list[Passage]:
    return read_bytes(text.encode()).passages


def numbers(text: str) -> list[str]:
    return [one.printed for passage in passages(text) for one in quantities(passage.text)]


def test_wide_lines_that_break_off_in_sentences_are_one_paragraph() -> None:
    (one,) = passages("\n".join(WIDE))
    assert "(see page 5). It was" in one.text
    assert "which came to 1,500 glasses" in one.text


def test_wide_lines_that_end_in_full_stops_are_paragraphs() -> None:
    lines = [f"{line.removeprefix('5). ')}." for line in WIDE]
    assert len(passages("\n".join(lines))) == 4


def test_footnotes_of_a_text_are_apart_and_their_marks_no_numbers() -> None:
    found = passages(FOOTED)
    assert [one.text for one in found if one.kind == "footnote"] == [
        "Ann Lee, writing in the Tide, 31 July 2016.",
        "https://gulls.example/rings",
        "Board of the Harbour, Birds of the Quay.",
    ]
    assert numbers(FOOTED) == ["40", "16"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lines that count are no footnotes where no mark above has their number.
        ("There were nets on the quay.\n\n1 Boat came.\n2 Crews went.\n", ["1", "2"]),
        # One line is not enough.
        ("The gulls of our time’1, on the quay.\n\n1 Boat came.\n", ["1", "1"]),
        # Nor is a line that counts on from none.
        ("Of ‘time’1, ‘nets’2 and ‘tides’3.\n\n3 Boats came.\n1 Crew went.\n2 Nets sank.\n",
         ["3", "3"]),
    ],
)  # fmt: skip
def test_what_is_no_footnote_keeps_its_numbers(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


def test_the_number_of_a_paragraph_may_precede_a_number() -> None:
    page = "<h1>Gulls</h1><p>All.</p><h2>3. Nets</h2><p>3.1 85% of ports</p><p>3.2 12 boats</p>"
    found = passages(page)[-2:]
    assert [(one.locator, one.text) for one in found] == [
        ("3.1", "85% of ports"), ("3.2", "12 boats")
    ]  # fmt: skip


def test_two_numbers_of_a_row_are_no_numbered_paragraph() -> None:
    (*_, last) = passages("<h1>Gulls</h1><p>All of them were seen.</p><p>3.1 85 12</p>")
    assert last.text == "3.1 85 12"


def test_a_footnote_whose_number_is_on_a_line_of_its_own() -> None:
    text = "The board calls it “a quay” 1.\n\nMore text.\n\n1\n    Harbour board, A guide to nets\n"
    found = passages(text)
    assert [(one.kind, one.text) for one in found if one.kind == "footnote"] == [
        ("footnote", "Harbour board, A guide to nets")
    ]
    assert numbers(text) == []


def test_a_page_number_beside_the_last_line_of_a_page() -> None:
    pages = ["The first gulls came.\n\n   1\n", "Nets sank.\n\n   2\n", "Boats came          3\n"]
    document = read_bytes("\f".join(pages).encode())
    assert [one.text for one in document.passages][-1] == "Boats came"
    assert document.left_out.count(("page number", "3")) == 1
    other = read_bytes("\f".join([*pages[:2], "Boats came          12\n"]).encode())
    assert other.passages[-1].text.endswith("12")


def test_a_page_number_below_a_list_with_gaps_is_no_cell() -> None:
    lists = "All:\n\n   •   What nets are\n   •   Who mends them at the quay, and where\n"
    pages = [f"{lists}{' ' * 70}{number}\n" for number in (1, 2, 3)]
    document = read_bytes("\f".join(pages).encode())
    assert {one.kind for one in document.passages} <= {"header", "unnumbered", "bullet"}
    assert [one for what, one in document.left_out if what == "page number"] == ["1", "2", "3"]


def test_running_feet_of_a_text_are_left_out() -> None:
    pages = ["The gulls came.\n\n26 / TIDES\n\nAnd terns.\n", "Nets sank.\n\nTIDES / 27\n"]
    pages += ["Boats came.\n\n28 / TIDES\n", "Crews came\n\n31 / TIDES\n"]
    document = read_bytes("\f".join(pages).encode())
    assert [one for what, one in document.left_out if what == "running foot"] == [
        "26 / TIDES", "TIDES / 27", "28 / TIDES"
    ]  # fmt: skip
    assert "31 / TIDES" in " ".join(one.text for one in document.passages)
