"""Which rows of a table are headings, and which columns are labels of rows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.documents.cells_and_marks import cell_quantities
from moditrack.documents.document import read_bytes
from moditrack.documents.tables import PrintedTable, table_of
from tests.tiny_pdf import line, pdf, text


def web(rows: str) -> PrintedTable:
    """The table of a web page with these rows: cells parted by "|", those of a heading with "#"."""
    lines = "".join(
        "<tr>"
        + "".join(
            f"<th>{cell[1:]}</th>" if cell.startswith("#") else f"<td>{cell}</td>"
            for cell in row.split("|")
        )
        + "</tr>"
        for row in rows.split("\n")
    )
    page = f"<html><body><h1>Boats</h1><p>What came.</p><table>{lines}</table></body></html>"
    (found,) = [one for one in read_bytes(page.encode()).passages if one.kind == "table"]
    return table_of(found)


def cells(found: PrintedTable) -> list[tuple[str, str, str]]:
    return [(one.row_name, one.column_name, one.printed) for one in found.entries()]


def test_a_row_of_amounts_in_bold_is_no_heading() -> None:
    found = web(
        "#Boats|#Nets<br>£000|#Ropes<br>£000\n"
        "#Balance at 1 May|#4,211|#390\n"
        "Bought|(18)|75\n"
        "#Balance at 30 April|#4,193|#465"
    )
    assert found.header_rows == [0]
    assert cells(found)[0] == ("Balance at 1 May", "Nets\n£000", "4,211")
    assert found.entry(1, 2).quantities[0].low == 390_000


def test_units_in_bold_below_years_are_headings() -> None:
    found = web("|#2014-15|2013-14\n|#£000|£000\nNets|#1,204|1,377\nRopes|#88|91")
    assert found.header_rows == [0, 1]
    assert cells(found)[1] == ("Nets", "2013-14 / £000", "1,377")


@pytest.mark.parametrize("unit", ["£m", "£bn", "£000"])
def test_a_year_with_its_unit_is_a_heading(unit: str) -> None:
    found = web(f"|#2014-15<br>{unit}|2013-14<br>{unit}\nNets|#6,214|6,287\nRopes|#(338)|(357)")
    assert found.header_rows == [0]
    assert found.entry(1, 1).quantities[0].unit == "GBP"


def test_a_heading_across_the_table_below_the_columns_is_that_of_rows() -> None:
    page = (
        "<table><tr><th></th><th>2014-15</th><th>2015-16</th></tr>"
        '<tr><th colspan="3">Harbours</th></tr>'
        "<tr><th>Ayton</th><td>3.5</td><td>4.5</td></tr>"
        '<tr><th colspan="3">Rivers</th></tr>'
        "<tr><th>Beck</th><td>1.5</td><td>2.5</td></tr></table>"
    )
    (passage,) = [one for one in read_bytes(page.encode()).passages if one.kind == "table"]
    found = table_of(passage)
    assert found.column_names == {1: "2014-15", 2: "2015-16"}
    assert found.groups == {2: "Harbours", 4: "Rivers"}


def test_a_heading_across_the_table_above_the_columns_is_theirs() -> None:
    page = (
        '<table><tr><th colspan="3">Catches of each port</th></tr>'
        "<tr><th></th><th>Cod</th><th>Eel</th></tr>"
        "<tr><th>Ayton</th><td>35</td><td>45</td></tr>"
        "<tr><th>Beck</th><td>15</td><td>25</td></tr></table>"
    )
    (passage,) = [one for one in read_bytes(page.encode()).passages if one.kind == "table"]
    assert table_of(passage).header_rows == [0, 1]


def test_bands_of_pay_are_cells() -> None:
    found = web(
        "|#Pay||#Bonus|\n|#2014-15<br>£000|2013-14<br>£000|#2014-15<br>£000|2013-14<br>£000\n"
        "#A Reeve|120-125|115-120|5-10|5-10\nB Cole|80-85|75-80|-|0-5\nC Hart|60-65|-|-|5-10"
    )
    assert found.header_rows == [0, 1]
    assert (found.stub, found.body) == ([0], [2, 3, 4])
    assert found.entry(3, 1).quantities[0].high == 85_000


def test_bands_of_ages_over_counts_are_headings_and_beside_them_labels() -> None:
    above = web("|#Boys||#Girls|\n#Port|10-13|14-17|10-13|14-17\nAyton|12|31|9|8\nBeck|7|15|6|2")
    assert above.header_rows == [0, 1]
    beside = web("#Port|#Age|#Boys\nAyton|10-13|12\nAyton|14-17|31\nBeck|10-13|7\nBeck|14-17|15")
    assert beside.stub == [0, 1]


def test_a_target_with_words_is_a_cell() -> None:
    found = web(
        "#Aim|#Target|#Result\nAnswer calls in 5 minutes|95% of calls|98.3%\n"
        "Boats that wait|8,900 boats|8,204 boats\nNew nets|September|October\nSails|80%|96.2%"
    )
    assert found.stub == [0]
    assert found.entry(1, 1).quantities[0].low == 95
    kinds = web("#Port|#Kind|#Boats\nAyton|3 masts|12\nBeck|2 masts|7\nCole|No mast|15")
    assert kinds.stub == [0, 1]


def test_cells_outside_a_row_are_a_row_as_browsers_have_it() -> None:
    page = (
        "<table><tr><th></th><th>2014</th><th>2015</th></tr>"
        "<tr><td>Nets</td><td>19,598</td><td>18,298</td></tr>"
        "<tr><td>Ropes</td><td>85,164</td><td>79,639</td></tr>"
        "<td></td><td>104,762</td><td>97,937</td><tr></tr></table>"
    )
    (passage,) = [one for one in read_bytes(page.encode()).passages if one.kind == "table"]
    found = table_of(passage)
    assert found.width == 3
    assert found.text(3, 2) == "97,937"


def test_numbers_at_the_bars_of_a_chart_stay_with_their_labels() -> None:
    rows = [("Nets", 330, "62%"), ("Ropes", 230, "27%"), ("Sails", 130, "11%"), ("Oars", 110, "9%")]
    drawn = [text(60, 780, "What was sold, as the keeper wrote to the council in the spring.")]
    for at, (label, x, share) in enumerate(rows):
        bottom = 700 - 20 * at
        drawn += [text(60, bottom + 6, label), text(x, bottom + 6, share)]
        drawn += [line(100, y, 400, y) for y in (bottom, bottom + 20)]
    drawn += [line(x, 640, x, 720) for x in (100, 200, 300, 400)]
    found = read_bytes(pdf("\n".join(drawn)))
    printed = " ".join(one.text for one in found.passages)
    assert [f"{label} {share}" in printed for label, _, share in rows] == [True] * 4
    assert sorted(str(one.what.low) for one in found.quantities()) == ["11", "27", "62", "9"]


def test_the_axis_of_a_chart_is_no_quantity() -> None:
    assert cell_quantities("0% 10% 20%") == ()
    assert [str(one.low) for one in cell_quantities("10 (20%)")] == ["10", "20"]


def test_ages_that_repeat_below_years_are_headings() -> None:
    ages = web("|2014||2015|\n|15|16|15|16\nAyton|7.5|12.2|9.5|7.4\nBeck|12.9|10.8|9.8|14.4")
    assert ages.header_rows == [0, 1]
    assert ages.column_names[3] == "2015 / 15"
    counts = web("|#2014|#|#2015|#\nAyton|15|16|15|16\nBeck|12|10|9|14")
    assert counts.header_rows == [0]


def test_shares_in_brackets_are_no_columns_of_their_own() -> None:
    printed = """Port            2014             2015
             Boats   Late     Boats   Late
Ayton        112     41 (37%) 98      30 (31%)
Beck         305     77 (25%) 290     61 (21%)
Cole         64      ..       51      *
"""
    (passage,) = [one for one in read_bytes(printed.encode()).passages if one.kind == "table"]
    found = table_of(passage)
    assert list(found.column_names.values()) == [
        "2014 / Boats", "2014 / Late", "2015 / Boats", "2015 / Late",
    ]  # fmt: skip
    assert [str(one.low) for one in found.entry(2, 4).quantities] == ["30", "31"]


def test_a_heading_of_rows_says_their_unit() -> None:
    found = web(
        "#Catch|#2014|#2015\n#Sold (£ billion)||\nEels|3.5|4.5\nCod|1.5|2.5\n"
        "#Sold (% of catch)||\nEels|12.5|14.5\nCod|32|35\n#Boats||\nEels|45|48\nCod|12|15"
    )
    read = [found.entry(row, 1).quantities[0] for row in (2, 5, 8)]
    assert [(one.low, one.unit) for one in read] == [
        (3_500_000_000, "GBP"), (Fraction(25, 2), "percent"), (45, ""),
    ]  # fmt: skip


def test_a_row_of_one_word_says_the_unit_of_those_below() -> None:
    found = web(
        "|#2014<br>£000|#2015<br>£000\nPay|14,100|15,200\nDues|300|400\n"
        "|Staff|Staff\nEmployed|512|498\nLent|12|-"
    )
    assert found.entry(1, 1).quantities[0].low == 14_100_000
    assert (found.entry(4, 1).quantities[0].low, found.entry(4, 1).quantities[0].unit) == (512, "")
    totals = web("|#2014<br>£000|#2015<br>£000\nPay|141|152\n|141|152\nDues|300|400")
    assert totals.entry(3, 1).quantities[0].low == 300_000


def test_no_number_and_none_in_brackets_are_a_mark() -> None:
    found = web("#Cost|#Asked|#Let go\nLow|- (-)|12 (-)\nHigh|1 (-)|39 (44)\nMost|- (-)|2 (-)")
    assert found.stub == [0]
    assert found.entry(1, 1).mark is not None
    assert found.entry(2, 1).quantities[0].low == 1
