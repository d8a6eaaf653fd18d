"""Columns of codes and line numbers, which are no quantities; columns of counts beside them."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.tables import holds_codes


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Payment number", "5100234 5100235 5100238 5100241"),
        ("Transaction_Number", "PI004512 PI004513 PI004519"),
        ("Supplier ID", "400123 400371 400371 400988"),
        ("Cost centre", "21045 21045 21100"),
        ("Expense Code", "4410 4412 4410 5001"),
        ("Invoice no.", "88 1024 20391 7"),  # never printed twice
        ("Chq No", "102345 102346 102347"),
        ("Line", "1 2 3 4 5"),
        ("Notes", "2 3a 14"),
        ("Notes", "2 2, 5 3"),
        ("Page", "12 9 30"),
        ("No.", "7 8 9"),
        ("Easting", "531245.5 529871 530002"),
    ],
)
def test_codes(heading: str, cells: str) -> None:
    printed = cells.split(" ") if ", " not in cells else ["2", "2, 5", "3"]
    assert holds_codes(heading, printed)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Number", "41 35 18"),
        ("Case numbers", "410 351 189"),  # how many cases
        ("Number of invoices", "4410 4412 4410"),
        ("No. of suppliers", "410 412 440"),
        ("Invoice amount", "4410 4412 5001"),
        ("Cost", "4410 4412 5001"),
        ("Code breaches", "4 12 9"),
        ("Supplier numbers", "1,204 1,311 998"),
        ("Reference cases", "12 9 12"),
        ("Line", "14 9 31"),  # of a railway
        ("Item", "410 351 189"),
        ("No.", "12 15 31"),
        ("Index", "100 102 105"),
        ("Rank", "1 2 3"),  # it is checked
        ("Invoice number", "12.5 13.1 9.9"),
        ("2023", "5100 5101 5102"),
        ("", "400123 400371 400988"),
    ],
)
def test_counts(heading: str, cells: str) -> None:
    assert not holds_codes(heading, cells.split(" "))


PAYMENTS = """Body Name,Transaction_Number,Supplier Name,Supplier ID,Cost Centre,Amount,Line
Harl Council,5100234,Quay Print,400123,21045,1204.50,1
Harl Council,5100235,Moor Nets,400371,21045,131.50,2
Harl Council,5100238,Ford Boats,400123,21100,64.00,3
"""


@pytest.mark.parametrize("text", [PAYMENTS, PAYMENTS.replace(",", "\t")])
def test_a_list_of_payments_has_its_amounts_only(text: str) -> None:
    found = read_bytes(text.encode()).quantities()
    assert [one.what.printed for one in found] == ["1204.50", "131.50", "64.00"]
