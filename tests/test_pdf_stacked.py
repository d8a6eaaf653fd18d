"""Tables of PDFs drawn as several boxes, and tables side by side; columns that are compared."""

from __future__ import annotations

import pytest

from moditrack.documents.tables import PrintedTable
from tests.test_pdf_grids import EDGES, NUMBERS, SUBS, across, down, row
from tests.tiny_pdf import BOLD, tables, text

GRID = [across(676, 660, 644, 628), down(676, 628, *EDGES)]
MORE = [across(618, 602, 586), down(618, 586, *EDGES)]
HEADS = row(660, "Place", *("Two", "Three", "Four", "Five"), font=BOLD)
LAST = (row(602, "East", "31", "32", "33", "34"), row(586, "West", "41", "42", "43", "44"))


def rows(table: PrintedTable) -> list[str]:
    return list(table.row_names.values())


def test_a_box_right_below_another_is_the_rest_of_its_table() -> None:
    (only,) = map(PrintedTable, tables(*GRID, *MORE, HEADS, *NUMBERS, *LAST))
    assert rows(only) == ["North", "South", "East", "West"]
    assert list(only.column_names.values()) == ["Two", "Three", "Four", "Five"]


@pytest.mark.parametrize(
    "between",
    [
        text(54, 621, "Table 2", size=6),  # a caption
        row(602, "Town", *SUBS, font=BOLD),  # headings of its own
    ],
)
def test_a_box_with_a_caption_or_headings_is_another_table(between: str) -> None:
    last = LAST[1:] if "Town" in between else LAST
    assert len(tables(*GRID, *MORE, HEADS, *NUMBERS, *last, between)) == 2


def test_tables_side_by_side_are_two() -> None:
    lines = [
        part
        for at, (one, other) in enumerate((("May", "Red"), ("June", "Blue"), ("July", "Grey")))
        for part in (
            text(50, 600 - 14 * at, one), text(110, 600 - 14 * at, f"{at + 11}"),
            text(150, 600 - 14 * at, f"{at + 1} %"), text(300, 600 - 14 * at, other),
            text(370, 600 - 14 * at, f"{at + 21}"), text(410, 600 - 14 * at, f"{at + 5} %"),
        )
    ]  # fmt: skip
    found = [PrintedTable(cells) for cells in tables(*lines)]
    assert [rows(one) for one in found] == [["May", "June", "July"], ["Red", "Blue", "Grey"]]
    assert [one.text(1, 1) for one in found] == ["12", "22"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            "Area|7 day now|7 day before|% change|28 day now|28 day before|% change",
            ["7 day % change", "28 day % change"],
        ),
        ("Area|YTD 2021|YTD 2020|% change|YTD 2019|% change",
         ["YTD 2020 % change", "YTD 2019 % change"]),
        ("Area|Boats|Nets|% change|Crabs|Eels|% change", ["% change", "% change~2"]),
        ("Area|2022|2023|%|2022|2023|%", ["%", "%~2"]),
    ],
)  # fmt: skip
def test_changes_of_one_name_are_those_of_the_columns_before_them(
    headings: str, expected: list[str]
) -> None:
    count = headings.count("|")
    heads = headings.split("|")
    table = PrintedTable.from_rows([heads, *([str(n), *"1" * count] for n in ("Harl", "Quay"))])
    changes = [name for name in table.column_names.values() if "%" in name]
    assert changes == expected


def test_rows_of_one_name_have_their_groups_before_it() -> None:
    rows_of = [
        "|2009",
        "Robbery|",
        "Residence|8",
        "Street|2",
        "Burglary|",
        "Residence|69",
        "Shop|3",
    ]
    table = PrintedTable.from_rows([line.split("|") for line in rows_of])
    assert rows(table) == ["Robbery / Residence", "Street", "Burglary / Residence", "Shop"]


def test_accounts_with_wide_gaps_between_their_parts_are_one_table() -> None:
    # Years in two lines without a label are headings; INCOME and SPENDING are lines of their own.
    lines = [
        text(40, 700, "Item"), text(200, 700, "Budget"), text(300, 700, "Spent"),
        text(200, 688, "2021-"), text(300, 688, "2021-"),
        text(200, 676, "22"), text(300, 676, "22"),
        text(40, 628, "INCOME"), text(40, 612, "Fees"),
        text(210, 612, "40"), text(310, 612, "38"),
        text(40, 600, "Rents"), text(210, 600, "12"), text(310, 600, "15"),
        text(40, 556, "SPENDING"), text(40, 540, "Nets"), text(210, 540, "31"),
        text(40, 528, "Ropes"), text(210, 528, "11"), text(310, 528, "10"),
    ]  # fmt: skip
    (only,) = map(PrintedTable, tables(*lines))
    assert [one for one in rows(only) if one] == ["Fees", "Rents", "Nets", "Ropes"]
    assert [only.groups.get(row, "") for row in only.body] == ["INCOME"] * 2 + ["SPENDING"] * 2
    assert list(only.column_names.values()) == ["Budget 2021-22", "Spent 2021-22"]
