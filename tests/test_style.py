"""How a document writes its numbers and dates is decided by the whole of it."""

from __future__ import annotations

import pytest

from moditrack.documents.document import Document, read_bytes
from moditrack.documents.quantities import quantities


def document(*paragraphs: str) -> Document:
    return read_bytes("\n\n".join(("The quays", *paragraphs)).encode())


def values(text: str) -> list[float]:
    return [float(one.low) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nets 80,7 and 19,3%; boats 12,5%", [80.7, 19.3, 12.5]),
        ("Nets 23 519 474 80,7 24 634 253 80,8%, that is 35 012", [
            23519474, 80.7, 24634253, 80.8, 35012]),
        ("1 057 662 647 852 240 387 37,1%\n983 035 598 348 182 902 30,6%\nof 35 012", [
            1057662, 647852, 240387, 37.1, 983035, 598348, 182902, 30.6, 35012]),
        ("35 012 boats, 4 250 nets; from 12 500 to 2 300 in all", [35012, 4250, 12500, 2300]),
        ("12.345 nets at 3,5%, 1.234,5 ropes at 12,1%", [12345, 3.5, 1234.5, 12.1]),
        # Commas between thousands show that blanks are between numbers.
        ("35 012 boats, 4 250 nets; 1,200 ropes, 12 500", [35012, 4250, 1200, 12, 500]),
        ("12.345 nets at 3.5%", [12.345, 3.5]),
        ("1,5 or 2,5 or 3,7", [1, 5, 2, 5, 3, 7]),
    ],
)  # fmt: skip
def test_a_text_shows_what_commas_and_blanks_are(text: str, expected: list[float]) -> None:
    assert values(text) == expected


def test_one_passage_decides_for_another() -> None:
    found = document(
        "Of 80,7% of nets 4,1% went.", "Ropes came to 12,5 each.", "No boats, no nets, 8."
    )
    assert [float(one.what.low) for one in found.quantities()] == [80.7, 4.1, 12.5, 8]


def test_one_date_decides_for_another() -> None:
    found = document("On 03/04/2019 it came.", "On 6/27/2019 it went.")
    assert [one.what.first for one in found.periods()] == ["2019-03-04", "2019-06-27"]


def test_a_heading_decides_for_the_text() -> None:
    found = read_bytes(b"# Boats to 6/27/2019\n\n## Nets\n\nOn 03/04/2019 they came.\n")
    assert [one.what.first for one in found.periods()] == ["2019-06-27", "2019-03-04"]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Printed on 12 June 2024.", "On 3 May nets came."), ["2024-06-12", "2024-05-03"]),
        (("Printed on 12 January 2024.", "On 28 December nets came."), ["2024-01-12", None]),
        (("Printed on 12 June 2024.", "By 31 March each year nets come."), ["2024-06-12", None]),
        (("Printed on 12 June 2024, after 2023.", "On 3 May nets came."), [
            "2024-06-12", "2023-01-01", "2024-05-03"]),
        (("Printed on 12 June 2024, after 2023.", "On 3 November nets came."), [
            "2024-06-12", "2023-01-01", None]),
    ],
)  # fmt: skip
def test_a_date_without_a_year_has_that_of_its_document(
    paragraphs: tuple[str, ...], expected: list[str | None]
) -> None:
    assert [one.what.first for one in document(*paragraphs).periods()] == expected


def test_months_that_head_columns_have_the_year_of_the_caption() -> None:
    months = (
        "| Quay | Jan | Feb | Mar |\n|---|---|---|---|\n| East | 1 | 2 | 5 |\n| West | 3 | 4 | 6 |"
    )
    found = read_bytes(f"# Quays\n\nTable 1: Boats, 2023/24\n\n{months}\n".encode())
    headings = [one.what.first for one in found.periods() if one.row == 0]
    assert headings == ["2024-01-01", "2024-02-01", "2024-03-01"]
