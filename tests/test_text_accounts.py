"""Tables of a text below a line of years or units, as accounts print them; expected by hand."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes


def rows(text: str) -> list[list[str]]:
    """The texts of the one table of a text, row by row."""
    (passage,) = [one for one in read_bytes(text.encode()).passages if one.table]
    width = 1 + max(cell.column for cell in passage.table)
    found = [[""] * width for _ in range(1 + max(cell.row for cell in passage.table))]
    for cell in passage.table:
        found[cell.row][cell.column] = cell.text
    return found


BALANCE = """Balance sheet at 31 March 2023

Notes 2023 2022
£'000 £'000
Fixed assets
Boats and quays 9 1,250 1,310
Current assets
Debtors 10 345 322
Cash at bank 610 544
955 866
Creditors: amounts falling
due within one year 11 (420) (391)
Net current assets 535 475
Reserve at 1 April 2022 85 85
"""
FUNDS = """Open Closed Total Total
funds funds 2023 2022
£ £ £ £
Income from:
Gifts 1,200 300 1,500 1,400
Grants - 5,000 5,000 4,000
Net income for
the year 1,200 5,300 6,500 5,400

Boats are insured.
"""


def test_the_numbers_of_notes_subtotals_and_groups() -> None:
    assert rows(BALANCE) == [
        ["", "Notes", "2023", "2022"],
        ["", "", "£'000", "£'000"],
        ["Fixed assets", "", "", ""],
        ["Boats and quays", "9", "1,250", "1,310"],
        ["Current assets", "", "", ""],
        ["Debtors", "10", "345", "322"],
        ["Cash at bank", "", "610", "544"],
        ["", "", "955", "866"],
        ["Creditors: amounts falling due within one year", "11", "(420)", "(391)"],
        ["Net current assets", "", "535", "475"],
        ["Reserve at 1 April 2022", "", "85", "85"],
    ]


def test_headings_of_several_lines_with_a_word_for_each_column() -> None:
    assert rows(FUNDS) == [
        ["", "Open", "Closed", "Total", "Total"],
        ["", "funds", "funds", "2023", "2022"],
        ["", "£", "£", "£", "£"],
        ["Income from:", "", "", "", ""],
        ["Gifts", "1,200", "300", "1,500", "1,400"],
        ["Grants", "-", "5,000", "5,000", "4,000"],
        ["Net income for the year", "1,200", "5,300", "6,500", "5,400"],
    ]


def test_units_part_the_headings_of_one_line() -> None:
    text = (
        "What came in.\n\n"
        "Boats and nets: Open funds £'000 Closed funds £'000 Total 2023 £'000 Notes\n"
        "Gifts and legacies 1230 410 1640 2\nSale of nets _ 41 41 10a\nTotal 1230 451 1681\n"
    )
    assert rows(text) == [
        ["Boats and nets:", "Open funds", "Closed funds", "Total 2023", "Notes"],
        ["", "£'000", "£'000", "£'000", ""],
        ["Gifts and legacies", "1230", "410", "1640", "2"],
        ["Sale of nets", "_", "41", "41", "10a"],
        ["Total", "1230", "451", "1681", ""],
    ]


def test_too_few_cells_are_one_over_all_columns() -> None:
    text = "Harbour 2021 2022 2023\nHarl 4 5 6\nQuay\nof stone 5 6 7\nNets 8 9\nAll 9 11 13\n"
    (passage,) = [one for one in read_bytes(text.encode()).passages if one.table]
    over = [(cell.text, cell.columns) for cell in passage.table if cell.columns > 1]
    assert over == [("8 9", 3)]
    assert rows(text)[2] == ["Quay of stone", "5", "6", "7"]


def test_a_comment_after_the_cells() -> None:
    text = (
        "Spent by November\n\n£000 £000 % £000\nHarl 551.7 846.1 65.2% -1.4 On target.\n"
        "Quay & Ford 14.5 38.7 37.5% - Boats are late.\nTotals 566.2 884.8 64.0% -1.4\n"
    )
    assert rows(text) == [
        ["", "£000", "£000", "%", "£000", "Comments"],
        ["Harl", "551.7", "846.1", "65.2%", "-1.4", "On target."],
        ["Quay & Ford", "14.5", "38.7", "37.5%", "-", "Boats are late."],
        ["Totals", "566.2", "884.8", "64.0%", "-1.4", ""],
    ]


def test_dates_with_slashes_head_columns() -> None:
    text = "Assets\n\nAsset 31/03/2022 31/03/2023\nBoats £27.3k £28.8k\nNets £1.2m £1.3m\n"
    assert rows(text)[0] == ["Asset", "31/03/2022", "31/03/2023"]


@pytest.mark.parametrize(
    "text",
    [
        "We met in 2021 2022\nThere were 4 5 boats.\nAnd then 6 7 came.\n",
        "2023 2022\nHarl 4 5 6\nQuay 5 6 7\n",  # three numbers below two years
        "2023 2022\nHarl 4 5\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert not any(one.table for one in read_bytes(text.encode()).passages)


def test_the_title_above_is_kept() -> None:
    text = "Cash flow\n2023 2022\n£ £\nBoats sold 5,350 4,750\nNets bought (600) (550)\n"
    found = read_bytes(text.encode()).passages
    assert [one.text for one in found if not one.table] == ["Cash flow"]
    assert rows(text)[0] == ["", "2023", "2022"]


def test_a_label_goes_on_below_its_cells_in_small_letters() -> None:
    text = (
        "2019 2020\n£ £\nIncome from boats 105 74\nCosts of the pier 33 12\nand yard\nNet 72 62\n"
    )
    assert [row[0] for row in rows(text)[2:]] == [
        "Income from boats", "Costs of the pier and yard", "Net",
    ]  # fmt: skip
