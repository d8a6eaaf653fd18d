"""Headings of tables in PDFs over several columns, over several lines, and labels that wrap."""

from __future__ import annotations

from moditrack.documents.blocks import Cell
from moditrack.documents.normalise import normalise
from moditrack.documents.readers import pdf as reader
from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.words import words_of
from moditrack.documents.tables import PrintedTable
from tests.tiny_pdf import line, pdf, tables, text

STARTS = (200, 250, 300, 350, 400, 450)
"""Where six columns begin; a number of three digits is 17 points wide."""


def row(y: float, label: str, *cells: str) -> str:
    parts = [text(60, y, label)] if label else []
    parts += [text(x, y, cell) for x, cell in zip(STARTS, cells, strict=False) if cell]
    return "\n".join(parts)


def body(*labels: str) -> str:
    """Rows of numbers below y = 700, two columns of each three the sum of the others."""
    numbers = (("111", "100", "211"), ("223", "200", "423"), ("334", "300", "634"))
    return "\n".join(
        row(680 - 14 * at, label, *own, *own)
        for at, (label, own) in enumerate(zip(labels, numbers, strict=False))
    )


def cells_of(*parts: str) -> list[Cell]:
    (cells,) = tables(*parts)
    return cells


def names(*parts: str) -> list[str]:
    """The names of the columns."""
    return list(PrintedTable(cells_of(*parts)).column_names.values())


SUBS = ("Boys", "Girls", "All", "Boys", "Girls", "All")
BOTH = [
    "2023 / Boys",
    "2023 / Girls",
    "2023 / All",
    "2024 / Boys",
    "2024 / Girls",
    "2024 / All",
]
LABELS = ("North", "South", "East")


def test_a_heading_over_columns_whose_own_headings_come_again_is_that_of_all_of_them() -> None:
    headings = (text(250, 714, "2023"), text(400, 714, "2024"), row(700, "Area", *SUBS))
    assert names(*headings, body(*LABELS)) == BOTH


def test_a_heading_is_that_of_all_columns_over_which_the_line_below_it_runs() -> None:
    subs = row(700, "Area", "Boys", "Girls", "All", "Men", "Women", "Both")
    headings = (text(200, 714, "2023"), text(350, 714, "2024"), subs)
    rules = (line(200, 711, 318, 711), line(350, 711, 470, 711))
    assert names(*headings, *rules, body(*LABELS)) == [
        "2023 / Boys", "2023 / Girls", "2023 / All", "2024 / Men", "2024 / Women", "2024 / Both",
    ]  # fmt: skip


def test_a_heading_is_that_of_the_columns_in_whose_middle_it_is() -> None:
    subs = row(700, "Area", "Boys", "Girls", "Men", "Women", "Aged", "Young")
    headings = (text(222, 714, "2023"), text(364, 714, "Over the year"), subs)
    assert names(*headings, body(*LABELS)) == [
        "2023 / Boys", "2023 / Girls", "Over the year / Men", "Over the year / Women",
        "Over the year / Aged", "Over the year / Young",
    ]  # fmt: skip


def test_three_levels_of_headings_keep_their_columns() -> None:
    subs = row(700, "Area", "No.", "Rate", "No.", "Rate", "No.", "Rate")
    middle = (text(228, 714, "A"), text(328, 714, "B"), text(428, 714, "C"))
    found = names(text(306, 728, "Offences"), *middle, subs, body(*LABELS))
    assert found == [
        "Offences / A / No.", "Offences / A / Rate", "Offences / B / No.", "Offences / B / Rate",
        "Offences / C / No.", "Offences / C / Rate",
    ]  # fmt: skip


def test_a_heading_of_several_lines_is_one_and_stays_over_its_own_column() -> None:
    above = (row(714, "", "", "Under", "", "", "Aged 18", ""),)
    subs = row(700, "Area", "All", "18", "Women", "Men", "and over", "Other")
    assert names(*above, subs, body(*LABELS)) == [
        "All", "Under 18", "Women", "Men", "Aged 18 and over", "Other",
    ]  # fmt: skip


def test_a_label_that_begins_on_the_line_above_its_numbers_is_one() -> None:
    own = ("111", "12", "13", "14", "15", "16")
    parts = [row(700, "Area", *SUBS), row(680, "Boats and"), row(667, "Other craft", *own)]
    parts += [row(654, "Cars", *own), row(641, "Theft from"), row(628, "trains", *own)]
    table = PrintedTable(cells_of(*parts))
    assert list(table.row_names.values()) == ["Boats and Other craft", "Cars", "Theft from trains"]


def test_a_group_row_is_no_part_of_the_label_below_it() -> None:
    own = ("1", "2", "3", "1", "2", "3")
    parts = [row(700, "Area", *SUBS), row(680, "Boats"), row(666, "Sail", *own)]
    parts += [row(652, "Small boats"), row(638, "of which old", *own), row(624, "Steam", *own)]
    table = PrintedTable(cells_of(*parts))
    assert list(table.row_names.values()) == ["Sail", "of which old", "Steam"]
    assert list(table.groups.values()) == ["Boats", "Small boats", "Small boats"]


def test_dots_that_lead_to_a_number_are_no_part_of_the_label() -> None:
    dots = "\n".join(text(100 + 5 * at, 680, ".") for at in range(18))
    parts = [row(700, "Area", *SUBS), body(*LABELS), dots]
    assert [c.text for c in cells_of(*parts) if c.column == 0] == ["Area", *LABELS]


def test_a_glyph_that_is_named_space_and_point_does_not_part_a_number() -> None:
    printed = [("1", 10.0, 15.0), (",", 15.0, 17.5), ("0", 17.5, 22.5), (" .", 22.5, 25.0)]
    chars = [
        (c, x0, x1, 50.0, 10.0, 0, False, False) for c, x0, x1 in [*printed, ("6", 25.0, 30.0)]
    ]
    assert [word.text for word in words_of(chars, 0, 595, 842)[0]] == ["1,0.6"]


def test_a_row_that_numbers_the_columns_is_a_heading() -> None:
    parts = [row(700, "Area", *SUBS), row(688, "", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)")]
    cells = cells_of(*parts, body(*LABELS))
    assert [c.text for c in cells if not c.header and c.column == 1] == ["111", "223", "334"]


def bold(y: float, label: str, *cells: str) -> str:
    return row(y, label, *cells).replace("/F1", "/F2")


def test_bold_groups_and_totals_are_rows_of_their_table() -> None:
    own = ("111", "12", "13", "14", "15", "16")
    parts = [row(700, "Area", *SUBS), row(686, "North", *own), row(672, "South", *own)]
    parts += [bold(650, "By age"), bold(636, "Women"), row(622, "Old", *own)]
    parts += [row(608, "Young", *own), bold(586, "Total", *own)]
    assert len(tables(*parts)) == 1
    table = PrintedTable(tables(*parts)[0])
    assert list(table.row_names.values()) == ["North", "South", "Old", "Young", "Total"]
    assert table.header_rows == [0]


def test_a_bold_row_of_years_begins_another_table() -> None:
    own, years = ("111", "12", "13"), ("2021", "2022", "2023")
    parts = [bold(700, "Area", *years), row(686, "North", *own), row(672, "South", *own)]
    parts += [bold(650, "Age", *years), row(636, "Old", *own), row(622, "Young", *own)]
    assert [next(c.text for c in cells if c.header) for cells in tables(*parts)] == ["Area", "Age"]


def test_a_table_without_headings_has_none() -> None:
    own = ("111", "12", "13")
    parts = [row(700, "North", *own), row(686, "South", *own), row(672, "East", *own)]
    assert not any(cell.header for cell in cells_of(*parts))


def ends_at(x: float, y: float, digits: str) -> str:
    """A number that ends at a place; a digit is 5.56 points wide."""
    return text(x - 5.56 * len(digits), y, digits)


def page(*lines: tuple[str, str, str]) -> str:
    found = []
    for at, (label, one, other) in enumerate(lines):
        y = 780 - 14 * at
        found += [text(60, y, label)]
        for x, cell in ((260, one), (340, other)):
            number = cell.isdigit() and len(cell) != 4
            found += [ends_at(x, y, cell) if number else text(x - 25, y, cell)]
    return "\n".join(found)


HEAD = ("Area", "2023", "2024")
FIRST = (HEAD, ("North", "111", "112"), ("South", "13", "14"), ("East", "15", "16"))


def texts(*pages: str) -> list[list[str]]:
    found = [b for b in reader.blocks(pdf(*pages)).blocks if b.kind == "table"]
    return [[cell.text for cell in block.cells] for block in found]


def test_a_table_without_a_grid_goes_on_over_a_page() -> None:
    more = (("West", "12345", "12346"), ("Centre", "17", "18"), ("Coast", "19", "20"))
    every = [cell for line in (*FIRST, *more) for cell in line]
    assert texts(page(*FIRST), page(*more)) == [every]
    assert texts(page(*FIRST), page(HEAD, *more)) == [every]


def test_a_table_with_other_headings_on_the_next_page_is_another() -> None:
    other = (("Age", "Boys", "Girls"), ("Old", "12345", "12346"), ("Young", "17", "18"))
    found = texts(page(*FIRST), page(*other))
    assert [cells[0] for cells in found] == ["Area", "Age"]


def test_a_number_that_is_wider_than_its_column_stays_in_it() -> None:
    own = ("111", "12", "13", "14", "15", "16")
    wide = row(640, "East", "111", "12").replace("(12) Tj", "(123,456.7) Tj")
    parts = [row(700, "Area", *SUBS), row(680, "North", *own), row(660, "South", *own), wide]
    parts += [text(301, 640, "99")]
    cells = {(c.row, c.column): c.text for c in cells_of(*parts)}
    assert (cells[3, 2], cells[3, 3]) == ("123,456.7", "99")


def test_a_number_drawn_over_a_line_of_the_grid_is_in_two_cells() -> None:
    lines = [line(60, y, 300, y) for y in (600, 620, 640, 660, 680)]
    lines += [line(x, 600, x, 680) for x in (60, 140, 220, 300)]
    parts = [text(65, 665, "Area"), text(150, 665, "Boys"), text(230, 665, "Girls")]
    parts += [text(65, 645, "North"), ends_at(219, 645, "4"), text(230, 645, "5")]
    parts += [text(65, 625, "South"), ends_at(219, 625, "6"), text(230, 625, "8")]
    parts += [text(65, 605, "East"), text(219 - 5.56, 605, "17")]
    cells = {(c.row, c.column): c.text for c in cells_of(*lines, *parts)}
    assert (cells[3, 1], cells[3, 2]) == ("1", "7")


def test_a_form_of_labels_and_answers_has_no_headings_of_several_lines() -> None:
    lines = (
        (700, "Committee:", "Planning"), (686, "Subject: the work of the", "Public"),
        (674, "harbour unit", ""), (660, "Which aims does this serve", "1- Safe harbours"),
        (648, "in the plan?", ""), (634, "Does it need money?", "N/A"),
        (620, "If so, how much?", "N/A"), (606, "Report of:", "For Discussion"),
    )  # fmt: skip
    parts = [text(60, y, label) for y, label, _ in lines]
    parts += [text(300, y, answer) for y, _, answer in lines if answer]
    found = " ".join(cell.text for cell in cells_of(*parts) if cell.text)
    assert "harbour unit Public Which" in found or "Public harbour unit Which" in found
    assert not any(c.header and c.row > 0 for c in cells_of(*parts))


def test_a_soft_hyphen_between_digits_is_the_dash_of_a_range() -> None:
    assert (
        normalise(joined(["13\u00ad24 months at the har\u00adbour"]))
        == "13-24 months at the harbour"
    )
