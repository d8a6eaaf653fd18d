"""Whether a text is CSV, and what separates its cells: a comma also parts thousands."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.readers.csv import dialect


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
