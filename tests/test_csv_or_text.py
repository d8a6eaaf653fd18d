"""Whether a text is CSV, and what separates its cells: a comma also parts thousands."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.formats import format_of
from moditrack.documents.readers.csv import dialect
from moditrack.documents.tables import PrintedTable
from tests.test_plain_text import passages

CSV = 'Gulls at the quays\n\nArea,2021,2022\n"North, far",1,\nSouth,,4\n'


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("Port\tGulls\tBoats\nHarl\t1,200\t3,400\nQuay\t2,100\t1,300\n", "\t"),
        ("Port;Gulls\nHarl;1,200\nQuay;2,100\n", ";"),
        ("Port,Gulls,Boats\nHarl,120,340\nQuay,210,130\n", ","),
        ("Port,Gulls\n123,456\n234,567\n", ","),
        ("Year,Gulls\n2019,123\n2020,456\n", ","),
        ('Port,Gulls,Boats\nHarl,"1,234,567","5,678,901"\nQuay,"1,200,300","4,500,600"\n', ","),
        ("Harl 1,234\nQuay 2,345\nFord 1,111\n", ""),
        ("Money (in thousands; rounded)\n| Port | Gulls |\n|---|---|\n| Harl | 1,234 |\n", ""),
        ("| Port | Gulls |\n|---|---|\n| Harl, old | 12 |\n| Quay, new | 15 |\n", ""),
    ],
)
def test_what_separates_the_cells_of_a_text(text: str, separator: str) -> None:
    assert dialect(text) == separator


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("\tGulls\tBoats\nHarl\t1,200\t3,400\nQuay\t2,100\t1,300\n", "csv"),
        ("| | Gulls | Boats |\n|---|---|---|\n| Harl | 1,200 | 3,400 |\n| Quay | 2,100 | 1,300 |",
         "text"),
    ],
)  # fmt: skip
def test_cells_with_thousands_stay_whole(text: str, form: str) -> None:
    document = read_bytes(text.encode())
    assert document.format == form
    assert [(one.what.printed, one.row, one.column) for one in document.quantities()] == [
        ("1,200", 1, 1), ("3,400", 1, 2), ("2,100", 2, 1), ("1,300", 2, 2),
    ]  # fmt: skip


AREAS = "Area,2022,2023\nHarl,12,13\nQuay,31,30\nTotal,43,43\n"
AREA_CELLS = [
    ["Area", "2022", "2023"], ["Harl", "12", "13"], ["Quay", "31", "30"], ["Total", "43", "43"],
]  # fmt: skip


def cells(text: str) -> list[list[list[str]]]:
    found = read_bytes(text.encode()).passages
    return [[list(row) for row in one.cells or []] for one in found if one.kind == "table"]


@pytest.mark.parametrize(
    "text",
    [
        AREAS,
        AREAS.replace(",", ", "),
        f"Boats\n\nYou asked for these.\n\nHere they are.\n\nAll of them.\n\n{AREAS}\nThe end.\n",
        f"Boats of the board\nSource: the board, 2023\n\n{AREAS}\nNotes\nCounted, in May.\n",
        f"Boats,,\n{AREAS},,\nThey are counted once, in May, as before.\n",
    ],
)
def test_cells_that_commas_part_are_found_in_a_text(text: str) -> None:
    assert cells(text) == [AREA_CELLS]


def test_two_tables_of_a_file() -> None:
    text = f"Table 1,,\n{AREAS},,\nTable 2,,\n{AREAS}"
    assert cells(text) == [AREA_CELLS, AREA_CELLS]


@pytest.mark.parametrize(
    "text",
    [
        "In Harl, Quay and Ford,\nthere were boats, nets,\nand ropes, 12 in all,\nwere lost.\n",
        "Ports of the board\n\nBoats, nets\nHarl 1,200\nQuay 3,100\nFord 4,700\n",
        "Dear Sir,\n\nBoats, 12\nThank you,\nA Porter\n",
    ],
)
def test_commas_of_prose_and_thousands_part_no_cells(text: str) -> None:
    assert cells(text) == []


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_one_table_below_its_title(mark: str) -> None:
    text = "Area,2021,2022\n'North',1,2\nSouth,,4\n".replace(",", mark)
    assert format_of(text.encode()) == "csv"
    (table,) = passages(text)
    assert table.cells == [["Area", "2021", "2022"], ["'North'", "1", "2"], ["South", "", "4"]]


def test_csv_with_a_title_and_quotes() -> None:
    header, table = passages(CSV.replace("\n\n", "\n"))
    assert header.text == "Gulls at the quays"
    assert table.cells == [["Area", "2021", "2022"], ["North, far", "1", ""], ["South", "", "4"]]


def test_what_a_table_is_selected_by_is_above_it_and_school_years_head_columns() -> None:
    text = "la,Harl,,,\n,,,,\nAverage,Columns,,,\nRows,201516,201617,201718,All\n"
    header, table = passages(f"{text}boats,6%,5%,4%,6%\nnets,94%,95%,96%,94%\n")
    assert header.text == "la: Harl"
    printed = PrintedTable(table.table, table.caption)
    assert list(printed.column_names.values()) == ["Columns / 201516", "201617", "201718", "All"]
    assert list(printed.row_names.values()) == ["boats", "nets"]


def test_prose_with_commas_is_no_csv() -> None:
    text = "There were gulls, boats, and fish.\nThere were nets, ropes, and crates.\n" * 5
    assert format_of(text.encode()) == "text"


def test_a_row_of_units_below_the_headings_is_more_of_them() -> None:
    text = "Place,2019,2020\n,£000,£000\nHarl,105,74\nQuay,33,12\nFord,12,14\n"
    (passage,) = [one for one in read_bytes(text.encode()).passages if one.table]
    entries = PrintedTable(passage.table, passage.caption).entries()
    assert [(one.description, one.printed) for one in entries][:2] == [
        ("Harl, 2019 / £000", "105"), ("Harl, 2020 / £000", "74"),
    ]  # fmt: skip
