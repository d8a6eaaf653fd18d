"""Cells of tables that reports print without a grid, or with headings over several columns."""

from __future__ import annotations

from moditrack.audit.audit import audit
from moditrack.documents.blocks import Cell
from moditrack.documents.document import read_bytes
from moditrack.documents.readers.pdf_tables.cells import with_headers
from moditrack.documents.tables import PrintedTable, table_of


def table(text: str) -> PrintedTable:
    """The one table of a text."""
    (found,) = [one for one in read_bytes(text.encode()).passages if one.kind == "table"]
    return table_of(found)


def claims(text: str) -> list[tuple[str, list[str], str, str]]:
    """What an audit of a text recomputes."""
    return [
        (
            claim.stated.printed,
            [one.quantity.printed for one in claim.inputs],
            result.verdict,
            claim.pairing,
        )
        for claim, result in audit(read_bytes(text.encode()).passages).claims
        if result.verdict != "not-checkable"
    ]


ACCOUNTS = """Four-year summary

Year ended 30 June 2016
£'000
2015
£'000
2014
£'000
2013
£'000
Dues 24,577 25,538 22,951 25,049
Profit before costs of finance 2,042 1,098 3,606 1,709
Net finance (651) (498) (276) (176)
Profit before tax 1,391 {} 3,330 1,533
Dues per boat 3.01p 1.29p 0.65p 0.96p
"""


def test_years_and_units_on_a_line_each_head_columns() -> None:
    found = table(ACCOUNTS.format(600))
    assert found.column_names == {
        1: "Year ended 30 June 2016 £'000", 2: "2015 £'000", 3: "2014 £'000",
        4: "2013 £'000",
    }  # fmt: skip
    assert [found.row_names[row] for row in found.body][-1] == "Dues per boat"
    assert [found.text(found.body[-1], column) for column in (1, 2, 3)] == [
        "3.01p",
        "1.29p",
        "0.65p",
    ]


def test_a_result_that_fits_in_other_years_is_a_misfit_in_one() -> None:
    assert ("600", ["1,098", "(498)"], "consistent", "explicit") in claims(ACCOUNTS.format(600))
    assert ("650", ["1,098", "(498)"], "inconsistent", "explicit") in claims(ACCOUNTS.format(650))


MERGED = """"No.","Port","People (in lakhs)","Boats (in lakh tonnes)","","","Left over",""
"","","","Red","Blue","Total","Nets","Ropes"
"1","Ayton","23.65","2.78","0.86","3.64","0.17","0.25"
"2","Beck","15.34","3.50","0.05","3.55","1.30","1.94"
"3","Cole","17.01","6.23","0.10","6.33","3.83","5.72"
"""


def test_a_heading_over_several_columns_is_that_of_each() -> None:
    assert list(table(MERGED).column_names.values()) == [
        "People (in lakhs)", "Boats (in lakh tonnes) / Red", "Boats (in lakh tonnes) / Blue",
        "Boats (in lakh tonnes) / Total", "Left over / Nets", "Left over / Ropes",
    ]  # fmt: skip
    assert ("6.33", ["6.23", "0.10"], "consistent", "explicit") in claims(MERGED)


def test_a_title_is_no_heading_of_columns() -> None:
    text = "Boats by port,,,\n,2021,2022,2023\nAyton,2,3,5\nBeck,4,4,6\nCole,7,9,8\n"
    assert list(table(text).column_names.values()) == ["2021", "2022", "2023"]


COUNTS = """Year Cause Total Police called
At sea 16
In port 27
2016-17 Total {} 11
"""


def test_the_row_of_a_total_has_a_number_more() -> None:
    found = table(COUNTS.format(43))
    assert list(found.column_names.values()) == ["Total", "Police called"]
    assert found.row_names[found.body[-1]] == "2016-17 Total"
    assert claims(COUNTS.format(43)) == [("43", ["16", "27"], "consistent", "explicit")]
    assert claims(COUNTS.format(48)) == [("48", ["16", "27"], "inconsistent", "explicit")]


NESTED = """| Kind | 2019 | 2020 |
|---|---|---|
| Total boats | 607,628 | 500,795 |
| Total red boats | 15,459 | 12,407 |
| Red, old | 10,114 | 7,952 |
| Red, new | 2,751 | {} |
| Red, other | 2,594 | 1,978 |
| Nets | 5,069 | 4,588 |
| Total vans | 11,675 | 8,724 |
| Cars | 426 | 306 |
"""


def test_a_total_of_the_rows_right_below_it() -> None:
    found = claims(NESTED.format("2,477"))
    assert ("15,459", ["10,114", "2,751", "2,594"], "consistent", "explicit") in found
    assert ("12,407", ["7,952", "2,477", "1,978"], "consistent", "explicit") in found
    assert [one for one in found if one[2] == "inconsistent"] == []


def test_a_heading_of_rows_may_be_left_of_their_labels() -> None:
    text = (
        "| 2022 | Costs | 2023 |\n|---|---|---|\n| **Yards** | | |\n| £13,114 | Ropes | £12,978 |\n"
        "| £25,611 | Nets | £31,297 |\n| £38,725 | Total | £44,275 |\n"
    )
    found = table(text)
    assert found.groups == dict.fromkeys(found.body, "Yards")
    assert [found.row_labels(row) for row in found.body] == [("Ropes",), ("Nets",), ("Total",)]


def test_a_link_to_a_note_is_its_mark() -> None:
    text = "# Boats\n\n| Port | 2022[1](#note1) |\n|---|---|\n| Ayton | 14 |\n| Beck | 15 |\n"
    assert list(table(text).column_names.values()) == ["2022\u00b9"]


def test_a_page_may_begin_with_its_table() -> None:
    text = "<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Ayton</td><td>14</td></tr></table>"
    assert read_bytes(text.encode()).format == "html"
    assert table(text).row_names == {1: "Ayton"}


def test_labels_may_end_in_numbers() -> None:
    found = table(
        "Boats by age\nRed Blue Total\nUnder 18 12 9 21\n18 to 24 30 22 52\nTotal 42 31 73\n"
    )
    assert list(found.column_names.values()) == ["Red", "Blue", "Total"]
    assert list(found.row_names.values()) == ["Under 18", "18 to 24", "Total"]


def test_a_row_with_an_amount_below_a_title_is_no_heading() -> None:
    cells = [Cell("Birds of the quay", 0, 0, columns=2)]
    for row, (name, count) in enumerate((("Gulls", "28"), ("Terns", "15"), ("Crows", "1")), 1):
        cells += [Cell(name, row, 0), Cell(count, row, 1)]
    found = with_headers(cells, {0: True})
    assert [cell.text for cell in found if cell.header] == ["Birds of the quay"]
    below = [Cell("Birds", 0, 0), Cell("Years", 0, 1, columns=2), Cell("", 1, 0)]
    below += [Cell("2023", 1, 1), Cell("2024", 1, 2)]
    for row in (2, 3):
        below += [Cell("Gulls", row, 0), Cell("28", row, 1), Cell("9", row, 2)]
    assert {cell.row for cell in with_headers(below, {}) if cell.header} == {0, 1}
