"""Pages of PDFs with charts beside their text and tables: the numbers of axes are in neither."""

from __future__ import annotations

from moditrack.documents.readers import pdf as reader
from tests.tiny_pdf import line, pdf, text

TABLE = [
    text(300, 700, "Quay"), text(400, 700, "Boats"), text(300, 680, "East"), text(400, 680, "11"),
    text(300, 660, "West"), text(400, 660, "12"), text(300, 640, "North"), text(400, 640, "13"),
]  # fmt: skip


def column(x: float, top: float, step: float, *numbers: str) -> list[str]:
    return [text(x, top - step * at, number) for at, number in enumerate(numbers)]


def row(y: float, left: float, step: float, *numbers: str) -> list[str]:
    return [text(left + step * at, y, number) for at, number in enumerate(numbers)]


def read(*parts: str) -> tuple[list[list[str]], list[str | int]]:
    """The cells of each table, and the axes that were left out."""
    parsed = reader.blocks(pdf("\n".join(parts)))
    tables = [[cell.text for cell in block.cells] for block in parsed.blocks if block.cells]
    return tables, [what for kind, what in parsed.left_out if kind == "axis"]


def test_the_numbers_of_an_axis_are_left_out_and_no_rows_of_the_table_beside_it() -> None:
    axis = column(60, 695, 30, "800", "600", "400", "200", "0")
    assert read(*TABLE, *axis) == (
        [["Quay", "Boats", "East", "11", "West", "12", "North", "13"]], ["800 600 400 200 0"],
    )  # fmt: skip


def test_the_numbers_below_a_chart_are_left_out() -> None:
    _, axes = read(*TABLE, *row(400, 60, 40, "0%", "10%", "20%", "30%", "40%"))
    assert axes == ["0% 10% 20% 30% 40%"]


def test_numbers_of_a_table_are_no_axis_though_they_go_by_one_step() -> None:
    labels = column(60, 700, 20, "Nets", "Ropes", "Sails", "Oars")
    steady = column(160, 700, 20, "40", "30", "20", "10")
    assert read(*labels, *steady)[1] == []
    # In a row, with others below them.
    rows = [
        *row(700, 60, 60, "10", "20", "30", "40", "50"),
        *row(685, 60, 60, "17", "11", "9", "44", "3"),
    ]
    assert read(*rows)[1] == []
    assert read(*row(700, 60, 60, "2019", "2020", "2021", "2022", "2023"))[1] == []


def test_numbers_at_uneven_distances_or_in_prose_are_no_axis() -> None:
    ys = (700, 670, 655, 610)
    uneven = [text(60, y, number) for y, number in zip(ys, ("40", "30", "20", "10"), strict=True)]
    assert read(*uneven)[1] == []
    prose = [text(60, 700 - 12 * at, f"{number} boats came") for at, number in enumerate((4, 3, 2))]
    assert read(*prose)[1] == []


def grid(*cells: tuple[float, float, str]) -> list[str]:
    """A grid of two rows and columns from 200 to 400 and from 700 down, and what is printed."""
    rules = [line(200, y, 400, y) for y in (700, 684, 668, 652)]
    rules += [line(x, 652, x, 700) for x in (200, 300, 400)]
    return rules + [text(x, y, words) for x, y, words in cells]


NUMBERS = [(210, 688, "11"), (310, 688, "12"), (210, 672, "21"), (310, 672, "22"),
           (210, 656, "31"), (310, 656, "32")]  # fmt: skip


def test_labels_left_of_the_lines_of_a_table_are_its_own() -> None:
    labels = [text(100, y, name) for y, name in ((688, "East"), (672, "West"), (656, "North"))]
    assert read(*grid(*NUMBERS), *labels)[0] == [
        ["East", "11", "12", "West", "21", "22", "North", "31", "32"]
    ]


def test_text_beside_a_table_that_is_not_level_with_its_rows_is_not() -> None:
    prose = [text(60, 692 - 11 * at, "boats came and nets") for at in range(4)]
    tables, _ = read(*grid(*NUMBERS), *prose)
    assert tables == [["11", "12", "21", "22", "31", "32"]]


def test_labels_and_totals_that_no_line_parts_are_cells_of_their_rows() -> None:
    # Labels in one tall cell; the row of totals has no lines down.
    rules = [line(100, 716, 400, 716), line(100, 716, 100, 636), line(400, 716, 400, 636)]
    rules += [line(200, y, 400, y) for y in (700, 684, 668)] + [line(100, 652, 400, 652)]
    rules += [line(100, 636, 400, 636)]
    rules += [line(x, 652, x, 716) for x in (200, 300)]
    heads = [text(230, 704, "Boats"), text(330, 704, "Nets")]
    labels = [text(104, y, name) for y, name in ((688, "East"), (672, "West"), (656, "North"))]
    total = [text(104, 640, "All"), text(210, 640, "63"), text(310, 640, "66")]
    numbers = [text(x, y, words) for x, y, words in NUMBERS]
    assert read(*rules, *heads, *labels, *numbers, *total)[0] == [
        ["", "Boats", "Nets", "East", "11", "12", "West", "21", "22", "North", "31", "32",
         "All", "63", "66"]
    ]  # fmt: skip


def test_two_lines_beside_larger_print_are_two_lines() -> None:
    page = "\n".join((
        text(40, 700, "Boats", size=40),
        text(230, 716, "Over the past year there were", size=20),
        text(236, 692, "171 boats seen at the quay", size=20),
    ))  # fmt: skip
    found = " ".join(block.text for block in reader.blocks(pdf(page)).blocks)
    assert "Over the past year there were" in found
    assert "171 boats seen at the quay" in found
