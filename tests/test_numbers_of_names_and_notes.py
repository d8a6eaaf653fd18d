"""Numbers of names, notes and addresses are no quantities; those beside them are."""

from __future__ import annotations

import pytest

from moditrack.documents.dates.periods import periods
from moditrack.documents.document import read_bytes
from moditrack.documents.quantities import quantities
from moditrack.documents.table_labels import role_of
from moditrack.documents.table_units_and_rounding import units_of_caption, units_of_label
from moditrack.documents.tables import table_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a 5G mast and 5g of bait; 4 G boats", [5, 4]),
        ("Printed as HC 912, as IFRS 4 asks and IAS 21 Rates; IFRIC 7.", []),
        ("as shown in note 6 of the accounts, see note 7 of ours; we note 8 of them", [8]),
        ("It is in Table B.2, and in table B.3.1. There were 12 ports", [12]),
        ("VAT reg no: 812 377 405", []),
        ("Eel House, 14 Quayside, Ayton, NR2 4DX; 14 Eels, 3 nets", [14, 3]),
        ("Fees rise to £30. (12)", [30]),
        ("Boats came (12) and nets (9)", [12, 9]),
        ("Fees rose (12, 9).", [12, 9]),
        ("Cm 7301. In Lease Period 6 (2014-19) and in that period 6 boats came", [6]),
        ("Table 4: Catches of eels (1, 2)", []),
        ("Catches of eels (31)", [31]),
        ("It was on Radio Four, BBC One and Channel 5; Radio Kent Four boats", [4]),
        ("Tramlink 3 is to open by Junction 7. Total 6 is high", [6]),
        ("paid at one of six rates, to one or more of a set of 4", [6, 4]),
        ("One of six rates rose", [1, 6]),
        ("Page 12 - 4.7 shows 9 boats; see pages 12 - 14 and on", [9]),
        ("Section 4 - 31 boats", [31]),
        ("The latest twelve months had 31", [31]),
    ],
)
def test_numbers_that_name_or_note(text: str, values: list[int]) -> None:
    assert [one.value for one in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("growth at or above 3%", ["at-least"]),
        ("growth at or below 3%", ["at-most"]),
        ("all under one roof", ["exact"]),
        ("done in under one hour", ["less-than"]),
        ("growth picks up to 3%", ["exact"]),
        ("vans pick up to 9 people", ["at-most"]),
        ("raising the fee by £50 to £750", ["exact", "exact"]),
        ("a fee of £50 to £75", ["range"]),
        ("Up to 5 May it was 3%, then from 6.5 to 9.2%", ["exact", "range"]),
        ("Costs rose, ranging from 6.5 to 9.2%", ["range"]),
        ("Costs went up from 6.5 to 9.2%", ["exact", "exact"]),
        ("a gap of up to £3,4m and £3,400", ["at-most", "exact"]),
    ],
)
def test_bounds_of_what_is_reached(text: str, bounds: list[str]) -> None:
    assert [one.bound for one in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("signed on or before 9 May 2011", [(None, "2011-05-09")]),
        ("signed before 9 May 2011", [(None, "2011-05-08")]),
        ("before the end of 2011-12", [(None, "2012-03-31")]),
        ("before the start of 2011-12", [(None, "2011-03-31")]),
        ("since May 2011 to June 2013", [("2011-05-01", "2013-06-30")]),
        ("since May 2011", [("2011-05-01", None)]),
        ("came on 7 May2011, not to Quay 7 Mayo2011", [("2011-05-07", "2011-05-07")]),
        ("as the Sunday Herald said on Sunday", [(None, None)]),
        ("fewer than in the same three quarters of 2012/13", [(None, None)]),
        ("a small increase on 12/13, for 12/13 of them", [("2012-04-01", "2013-03-31")]),
    ],
)
def test_days_on_either_side(text: str, days: list[tuple[str | None, str | None]]) -> None:
    assert [(one.first, one.last) for one in periods(text)] == days


PAGE = """<h2>Table 2: Catches{}</h2><table><tr><th></th><th>2014</th><th>2015</th></tr>
<tr><td>Eels</td><td>35</td><td>45</td></tr><tr><td>Cod</td><td>12</td><td>14</td></tr></table>
<p>1 Catch of the fleet at sea.</p><p>2 Boat was lost on the way.</p>"""


@pytest.mark.parametrize(("mark", "values"), [(" (1)", []), ("", [1, 2])])
def test_notes_below_a_table_that_refers_to_them(mark: str, values: list[int]) -> None:
    found = read_bytes(PAGE.format(mark).encode())
    assert [one.what.value for one in found.quantities() if one.row is None] == values


def test_a_rate_in_a_label_is_not_that_of_its_numbers() -> None:
    rise = "4 Dues: increase to 10% from May"
    assert (units_of_label(rise).unit, units_of_label("% of boats").unit) == ("", "percent")
    assert units_of_label("Calls answered (target 90%)").unit == "percent"
    assert units_of_label("2014 %").unit == units_of_label("2014-15 %").unit == "percent"
    assert (role_of("Boats at 5%"), role_of("Boats in %")) == ("cell", "share")


def test_a_caption_says_that_all_are_percentages() -> None:
    assert units_of_caption("Table 3: Dues as a percentage of costs").unit == "percent"
    assert units_of_caption("Table 3: Number and percentage (%) of boats").unit == ""
    assert units_of_caption("Table 3: Dues (£ million) and as a % of costs").unit == "GBP"


def test_a_table_of_an_annex_has_its_heading_as_caption() -> None:
    page = PAGE.replace("Table 2: Catches{}", "Table A.2: Costs (£ billion)")
    (passage,) = [one for one in read_bytes(page.encode()).passages if one.kind == "table"]
    assert table_of(passage, passage.caption).entry(1, 1).quantities[0].low == 35 * 10**9
