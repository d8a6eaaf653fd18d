"""PDFs as people have them: what comes out is what a person reads off the page."""

from __future__ import annotations

import pytest

from moditrack.documents.blocks import Block, Cell, Unreadable
from moditrack.documents.readers import pdf as reader
from tests.tiny_pdf import BOLD, line, pdf, prose, text, turned

FULL = [
    "The committee asked in March how many people the force had",
    "identified, and was given a first account of what had been done",
    "since the unit was set up in the spring of the year before. It",
    "asked for a second account.",
]
OTHER = [
    "Officers from two boroughs then visited the places that had been",
    "named to them, spoke to those who lived there and wrote down what",
    "they were told. Nobody was arrested on that day, and no one was",
    "taken to a place of safety.",
]


def blocks(*pages: str, **kwargs: object) -> list[Block]:
    return reader.blocks(pdf(*pages, **kwargs)).blocks


def rows(cells: list[Cell]) -> list[list[str]]:
    out: list[list[str]] = [[] for _ in range(1 + max(cell.row for cell in cells))]
    for cell in cells:
        out[cell.row].append(cell.text)
    return out


def left_out(*pages: str, **kwargs: object) -> list[tuple[str, str | int]]:
    return reader.blocks(pdf(*pages, **kwargs)).left_out


def test_headings_paragraphs_and_items() -> None:
    found = blocks(
        "\n".join(
            [
                text(60, 780, "Results", 16, BOLD),
                prose(60, 750, FULL),
                text(60, 690, "1."),
                text(80, 690, "Two operations were run in 2003."),
                text(60, 670, "2."),
                text(80, 670, "They led to 31 removals:"),
                text(80, 650, "•"),
                text(95, 650, "12 in Croydon, of which some were"),
                text(95, 638, "later allowed to return;"),
                text(80, 620, "•"),
                text(95, 620, "19 elsewhere."),
            ]
        )
    )
    assert [(b.kind, b.mark, b.text) for b in found] == [
        ("heading", "", "Results"),
        ("paragraph", "", " ".join(FULL)),
        ("paragraph", "1.", "Two operations were run in 2003."),
        ("paragraph", "2.", "They led to 31 removals:"),
        ("item", "•", "12 in Croydon, of which some were later allowed to return;"),
        ("item", "•", "19 elsewhere."),
    ]
    assert {b.page for b in found} == {1}


def test_two_columns_are_read_one_after_the_other() -> None:
    found = blocks(
        "\n".join(
            [
                text(60, 780, "A title over both of the columns", 16, BOLD),
                prose(60, 740, FULL, 8),
                prose(320, 740, OTHER, 8),
                text(
                    60,
                    660,
                    "Both columns end here, and this line runs over the width of the page again,",
                ),
                text(60, 648, "which it does not share with others."),
            ]
        )
    )
    assert [b.text for b in found] == [
        "A title over both of the columns",
        " ".join(FULL),
        " ".join(OTHER),
        "Both columns end here, and this line runs over the width of the page again, which it does"
        " not share with others.",
    ]


def test_running_heads_feet_and_page_numbers_are_left_out_and_listed() -> None:
    pages = [
        "\n".join(
            [
                text(60, 810, "Police authority, annual report"),
                prose(60, 760, [f"On page {number} it says {number}40 things.", *FULL[1:]]),
                text(290, 30, f"Page {number} of 3"),
            ]
        )
        for number in (1, 2, 3)
    ]
    parsed = reader.blocks(pdf(*pages))
    assert [b.text[:30] for b in parsed.blocks] == [
        "On page 1 it says 140 things. ",
        "On page 2 it says 240 things. ",
        "On page 3 it says 340 things. ",
    ]
    assert parsed.left_out == [
        ("running head", "Police authority, annual report"),
        ("page numbers", 3),
    ]


def test_a_number_that_stays_the_same_on_each_page_is_no_page_number() -> None:
    pages = [prose(60, 800, ["In all 17 were removed.", *FULL]), prose(60, 800, OTHER)]
    assert blocks(*pages)[0].text.startswith("In all 17 were removed.")
    assert left_out(*pages) == []


def test_a_paragraph_goes_on_over_a_page_and_past_its_footnote() -> None:
    first = "\n".join([
        prose(60, 120, [*FULL[:3], "and the second account named"]),
        text(60, 60, "1", 5), text(64, 57, "Not all of them were adults.", 8),
    ])  # fmt: skip
    second = prose(60, 780, ["seven people, of whom two were children, who came to London."])
    found = blocks(first, second)
    assert [(b.kind, b.text) for b in found] == [
        (
            "paragraph",
            " ".join(FULL[:3]) + " and the second account named seven people, of whom two were"
            " children, who came to London.",
        ),
        ("footnote", "Not all of them were adults."),
    ]
    assert found[1].mark == "¹"


def test_a_footnote_mark_is_no_part_of_a_number() -> None:
    page = (
        "BT /F1 10 Tf 60 700 Td (There were 12) Tj /F1 6 Tf 4 Ts (3) Tj /F1 10 Tf 0 Ts"
        " ( arrests, on the 12) Tj /F1 6 Tf 4 Ts (th) Tj /F1 10 Tf 0 Ts ( of May.) Tj ET"
    )
    assert [b.text for b in blocks(page)] == ["There were 12³ arrests, on the 12th of May."]


def table(*, ruled: bool) -> str:
    """Three columns and four rows, the first cell over two columns."""
    drawn = [
        text(165, 705, "Arrests", 10, BOLD),
        text(65, 685, "Borough", 10, BOLD), text(165, 685, "2002", 10, BOLD),
        text(265, 685, "2003", 10, BOLD),
        text(65, 665, "Croydon"), text(165, 665, "12"), text(265, 665, "19"),
        text(65, 645, "Westminster"), text(265, 645, "7"),
        text(65, 625, "All"), text(165, 625, "12"), text(265, 625, "26"),
    ]  # fmt: skip
    if ruled:
        drawn += [line(60, y, 360, y) for y in (620, 640, 660, 680, 700, 720)]
        drawn += [line(x, 620, x, 720) for x in (60, 160, 360)] + [line(260, 620, 260, 700)]
    return "\n".join([prose(60, 800, FULL), *drawn, prose(60, 590, OTHER)])


WANTED = [
    ["", "Arrests"],
    ["Borough", "2002", "2003"],
    ["Croydon", "12", "19"],
    ["Westminster", "", "7"],
    ["All", "12", "26"],
]


def test_a_ruled_table_has_its_cells_by_position() -> None:
    found = blocks(table(ruled=True))
    assert [b.kind for b in found] == ["paragraph", "table", "paragraph"]
    cells = found[1].cells
    assert rows(cells) == WANTED
    assert [(c.row, c.column, c.columns) for c in cells if c.text == "Arrests"] == [(0, 1, 2)]
    assert [(c.row, c.column) for c in cells if c.text == "7"] == [(3, 2)]
    assert {c.row for c in cells if c.header} == {0, 1}


def test_a_table_without_rulings_has_its_cells_by_alignment() -> None:
    found = blocks(table(ruled=False))
    assert [b.kind for b in found] == ["paragraph", "table", "paragraph"]
    cells = found[1].cells
    assert rows(cells)[1:] == WANTED[1:]
    assert [(c.row, c.column) for c in cells if c.text == "7"] == [(3, 2)]
    assert [(c.row, c.column) for c in cells if c.text == "Westminster"] == [(3, 0)]


def test_a_table_goes_on_over_a_page_without_its_headings_again() -> None:
    def part(*pairs: tuple[str, str]) -> str:
        drawn = [text(65, 785, "Year", 10, BOLD), text(165, 785, "Removed", 10, BOLD)]
        for at, (year, removed) in enumerate(pairs, start=1):
            drawn += [text(65, 785 - 20 * at, year), text(165, 785 - 20 * at, removed)]
        bottom = 780 - 20 * len(pairs)
        drawn += [line(60, y, 260, y) for y in range(bottom, 801, 20)]
        drawn += [line(x, bottom, x, 800) for x in (60, 160, 260)]
        return "\n".join(drawn)

    found = blocks(part(("2001", "15"), ("2002", "31")), part(("2003", "46")))
    assert [b.kind for b in found] == ["table"]
    assert rows(found[0].cells) == [
        ["Year", "Removed"], ["2001", "15"], ["2002", "31"], ["2003", "46"],
    ]  # fmt: skip


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_seen(rotate: int) -> None:
    assert [b.text for b in blocks(prose(60, 700, FULL), rotate=rotate)] == [" ".join(FULL)]


def test_a_page_printed_sideways_is_read_along_its_lines() -> None:
    page = "\n".join(turned(100 + 12 * at, 60, words) for at, words in enumerate(FULL))
    assert [b.text for b in blocks(page)] == [" ".join(FULL)]


def test_turned_text_in_a_cell_is_in_its_cell_and_elsewhere_is_listed() -> None:
    page = table(ruled=True) + "\n" + turned(100, 701, "18", 9) + "\n" + turned(30, 300, "DRAFT")
    parsed = reader.blocks(pdf(page))
    assert rows(parsed.blocks[1].cells)[0] == ["18", "Arrests"]
    assert parsed.left_out == [("turned text", "DRAFT")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nnothing of the kind", "is damaged:"),
        (pdf("q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"), "is a scan"),
        (pdf(""), "has no text."),
    ],
    ids=["damaged", "scan", "empty"],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as raised:
        reader.blocks(data)
    assert str(raised.value).startswith(message)


def test_a_title_above_a_table_is_its_caption_even_where_every_page_has_it() -> None:
    title = text(60, 812, "Table 2: Arrests, by borough")
    found = blocks(title + "\n" + table(ruled=True).split("\n", 4)[4], title)
    assert [(b.kind, b.caption) for b in found][:1] == [("table", "Table 2: Arrests, by borough")]


def test_the_first_word_of_a_line_is_no_column_beside_an_indented_list() -> None:
    lines = [*FULL, *OTHER, *FULL, *OTHER]
    last = text(60, 700 - 12 * len(lines) - 6, "Harl of the river is printed below the list.")
    indented = prose(81, 700, lines)  # as far in as the second word of the last line
    found = [one.text for one in blocks("\n".join([indented, last]))]
    assert found[-1].endswith("Harl of the river is printed below the list.")
