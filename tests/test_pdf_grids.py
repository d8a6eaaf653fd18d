"""Tables of PDFs whose rulings part only some cells: headings, labels and tables below others."""

from __future__ import annotations

from moditrack.documents.blocks import Cell
from moditrack.documents.tables import PrintedTable
from tests.tiny_pdf import BOLD, HELVETICA, line, tables, text

LEFT, RIGHT = 50, 350
EDGES = (50, 150, 200, 250, 300, 350)
"""Where the columns of the grid begin, and where the last ends."""


def row(y: float, label: str, *cells: str, font: str = HELVETICA) -> str:
    """A row whose print is 4 points above the ruling at y."""
    parts = [text(54, y + 4, label, font=font)] if label else []
    parts += [
        text(x + 6, y + 4, cell, font=font)
        for x, cell in zip(EDGES[1:], cells, strict=False) if cell
    ]  # fmt: skip
    return "\n".join(parts)


def across(*ys: float, left: float = LEFT) -> str:
    return "\n".join(line(left, y, RIGHT, y) for y in ys)


def down(top: float, bottom: float, *xs: float) -> str:
    return "\n".join(line(x, bottom, x, top) for x in xs)


def names(cells: list[Cell]) -> list[str]:
    return list(PrintedTable(cells).column_names.values())


SUBS = ("Rpts", "Clear", "Rpts", "Clear")
NUMBERS = (row(644, "North", "11", "12", "13", "14"), row(628, "South", "21", "22", "23", "24"))


def test_lines_down_that_begin_below_a_heading_part_it_from_those_of_its_columns() -> None:
    rules = [across(700, 660, 644, 628), down(700, 628, 50, 150, 250, 350)]
    rules += [down(679, 628, 200, 300)]
    heads = [text(176, 685, "Month", font=BOLD), text(280, 685, "Year", font=BOLD)]
    found = tables(*rules, *heads, row(660, "Place", *SUBS, font=BOLD), *NUMBERS)
    assert names(found[0]) == ["Month / Rpts", "Month / Clear", "Year / Rpts", "Year / Clear"]


def test_a_heading_of_two_lines_beside_whole_lines_down_is_one() -> None:
    rules = [across(700, 660, 644, 628), down(700, 628, *EDGES)]
    heads = [row(676, "", "Under", "", "Aged", "", font=BOLD)]
    below = row(662, "Place", "ten", "Ten", "twenty", "Old", font=BOLD)
    found = tables(*rules, *heads, below, *NUMBERS)
    assert names(found[0]) == ["Under ten", "Ten", "Aged twenty", "Old"]


LABELS = ("May", "June", "July", "Sum")


def months(labels: tuple[str, ...], rules: list[str], *ys: float) -> list[Cell]:
    rows = [
        row(y, label, *(str(10 * at + k) for k in (1, 2, 3, 4)))
        for at, (y, label) in enumerate(zip(ys, labels, strict=True), start=1)
    ]
    found = tables(*rules, *rows, row(660, "Month", *SUBS, font=BOLD))
    assert len(found) == 1
    return found[0]


def test_labels_that_no_line_parts_are_those_of_the_rows_that_they_are_level_with() -> None:
    rules = [across(676, 660, 612, 596), across(644, 628, left=150), down(676, 596, *EDGES)]
    entries = PrintedTable(months(LABELS, rules, 644, 628, 612, 596)).entries()
    assert [(e.row_name, e.printed) for e in entries if e.column == 1] == [
        ("May", "11"), ("June", "21"), ("July", "31"), ("Sum", "41"),
    ]  # fmt: skip


def test_a_label_of_several_lines_beside_rows_stays_one() -> None:
    rules = [across(676, 660, 612, 596), across(644, 628, left=150), down(676, 596, *EDGES)]
    cells = months(("Force", "against a", "person", "Sum"), rules, 644, 628, 612, 596)
    labels = [cell.text for cell in cells if cell.column == 0]
    assert labels == ["Month", "Force against a person", "Sum"]


GRID = [across(660, 644, 628), down(660, 628, *EDGES)]


def test_headings_right_above_the_lines_of_a_table_are_its_own() -> None:
    years = row(662, "Place", "2011", "2012", "2013", "2014", font=BOLD)
    title = text(54, 680, "Collisions by place and by year of the report", font=BOLD)
    found = tables(*GRID, title, years, *NUMBERS)
    assert len(found) == 1
    assert names(found[0]) == ["2011", "2012", "2013", "2014"]


def test_prose_and_numbers_above_the_lines_of_a_table_are_not() -> None:
    for above in (
        text(54, 664, "These are the numbers of the places in each of the last four years:"),
        row(662, "East", "31", "47", "12", "25"),
        row(720, "Place", "2011", "2012", "2013", "2014", font=BOLD),
    ):
        found = tables(*GRID, above, *NUMBERS)
        assert "11" in [cell.text for cell in found[-1]]
        assert not any(cell.text in ("Place", "31") for cell in found[-1])
        assert not any("These" in cell.text for cell in found[-1])


def two(heads: str) -> list[list[Cell]]:
    rules = [across(676, 660, 644, 628, 612, 596, 580), down(676, 628, *EDGES)]
    rules += [down(612, 580, *EDGES), line(LEFT, 580, LEFT, 676), line(RIGHT, 580, RIGHT, 676)]
    return tables(
        *rules, row(660, "Place", "One", "Two", "Three", "Four", font=BOLD), *NUMBERS, heads,
        row(580, "Boys", "31", "32", "33", "34"),
    )  # fmt: skip


def test_an_empty_row_of_the_grid_is_none_and_bold_words_begin_another_table() -> None:
    first, second = two(row(596, "Age", "Five", "Six", "Seven", "Eight", font=BOLD))
    assert names(second) == ["Five", "Six", "Seven", "Eight"]
    assert [cell.text for cell in first if cell.column == 0] == ["Place", "North", "South"]


def test_a_bold_row_of_numbers_is_of_the_same_table() -> None:
    (only,) = two(row(596, "Total", "32", "34", "36", "38", font=BOLD))
    labels = [cell.text for cell in only if cell.column == 0]
    assert labels == ["Place", "North", "South", "Total", "Boys"]


def test_headings_that_begin_alike_are_one_for_each_column() -> None:
    parts = [
        text(60, 700 - 16 * at, label) + "\n" + "\n".join(
            text(x, 700 - 16 * at, f"{at}{k}1") for k, x in enumerate((210, 258), start=1)
        )
        for at, label in enumerate(("North", "South", "East", "West"), start=1)
    ]  # fmt: skip
    heads = text(60, 700, "Place") + "\n" + text(196, 700, "Quarter 3 Quarter 4")
    (only,) = tables(heads, *parts)
    assert names(only) == ["Quarter 3", "Quarter 4"]


def test_a_heading_alone_between_lines_down_is_that_of_all_columns_between_them() -> None:
    body = [
        text(60, 700 - 16 * at, label) + "\n" + "\n".join(
            text(x, 700 - 16 * at, f"{at}{k}1") for k, x in enumerate((200, 250, 300, 350), start=1)
        )
        for at, label in enumerate(("North", "South", "East", "West"), start=1)
    ]  # fmt: skip
    subs = [text(x, 700, words) for x, words in ((60, "Place"), (198, "Men"), (248, "Women"))]
    heads = [*subs, text(299, 700, "Boys"), text(350, 700, "All"), text(247, 714, "2019")]
    rules = [line(185, 620, 185, 728), line(331, 620, 331, 728), line(400, 620, 400, 728)]
    (only,) = tables(*rules, *heads, *body)
    assert names(only) == ["2019 / Men", "2019 / Women", "2019 / Boys", "All"]
