"""Statements of accounts: results that are made of the lines above them, worked out by hand."""

from __future__ import annotations

import pytest

from moditrack.checks.tables import check_table
from moditrack.documents.tables import PrintedTable


def found(text: str) -> list[tuple[str, str, str, str]]:
    """Each explicit result: cell, stated, inputs, verdict."""
    table = PrintedTable.from_rows([row.split("|") for row in text.strip().splitlines()])
    return [
        (
            check.entry.description,
            check.stated.printed,
            " ".join(one.printed for one in check.inputs),
            check.result.verdict,
        )
        for check in check_table(table)
        if check.pairing == "explicit"
    ]


BALANCE = """
Line|2023 £'000|2022 £'000
Boats|1,257|1,319
Current assets||
Debtors|345|322
Cash at bank|{}|549
|959|871
Creditors|(423)|(397)
Net current assets|536|{}
Total assets less current liabilities|1,793|1,793
Provisions|(86)|(89)
Net assets|1,707|1,704
"""


def misfits(text: str) -> list[tuple[str, str, str]]:
    """What does not fit: cell, stated, inputs."""
    return [one[:3] for one in found(text) if one[3] == "inconsistent"]


def test_a_balance_sheet_is_followed_down_to_its_last_line() -> None:
    """614 + 345 = 959, 959 - 423 = 536, 1,257 + 536 = 1,793, 1,793 - 86 = 1,707"""
    right = found(BALANCE.format("614", "474"))
    assert {one[3] for one in right} == {"consistent"}
    assert ("Net current assets, 2023 £'000", "536", "959 (423)", "consistent") in right
    assert ("Net assets, 2022 £'000", "1,704", "1,793 (89)", "consistent") in right
    assert misfits(BALANCE.format("624", "474")) == [(", 2023 £'000", "959", "345 624")]
    # 871 - 397 is 474, and 1,319 + 477 is not 1,793
    assert misfits(BALANCE.format("614", "477")) == [
        ("Net current assets, 2022 £'000", "477", "871 (397)"),
        ("Total assets less current liabilities, 2022 £'000", "1,793", "1,319 477"),
    ]


FUNDS = """
Line|Open £|Closed £|Total £
Gifts|1,237|311|1,548
Grants|-|5,069|5,069
Total income|1,237|5,380|6,617
Repairs|914|5,127|6,041
Total expenditure|914|5,127|6,041
Net movement in funds|323|253|{}
Funds at 1 April|2,048|731|2,779
Funds at 31 March|2,371|984|3,355
"""


def test_dashes_are_nothing_and_movements_are_results() -> None:
    """6,617 - 6,041 = 576 = 323 + 253, 576 + 2,779 = 3,355"""
    assert misfits(FUNDS.format("576")) == []
    assert misfits(FUNDS.format("546")) == [
        ("Net movement in funds, Total £", "546", "6,617 6,041"),
        ("Funds at 31 March, Total £", "3,355", "546 2,779"),
        ("Net movement in funds, Total £", "546", "323 253"),
    ]


CLOSING = """
Line|2022/23 £|2021/22 £
Payments|
Opening balance 1 April|12,040.13|2,356.15
Add receipts|28,625.65|27,489.95
Less payments|18,948.33|17,805.97
Closing balance 31 March|{}|12,040.13
"""


def test_the_heading_of_a_group_gives_what_was_there_no_sign() -> None:
    """12,040.13 + 28,625.65 - 18,948.33 = 21,717.45"""
    assert misfits(CLOSING.format("21,717.45")) == []
    assert [one[1] for one in misfits(CLOSING.format("21,747.45"))] == ["21,747.45"]


@pytest.mark.parametrize(
    "text",
    [
        # net is expenditure less income, so that what is over is minus
        "Place|Spent £|Earned £|Net £\nMuseums|412|157|255\nHalls|933|61|872\nZoo|518|604|(86)\n",
        # results of other lines
        "Line|2023 £|2022 £\nNets|4,127|3,916\nBoats|2,233|2,418\nNet debt at 31 May|1,415|1,387\n",
        # one column fits by chance, others do not
        "Line|2023 £|2022 £|2021 £\nNets|41|39|38\nBoats|22|24|21\nNet cash|63|51|50\n",
        # one of two fits, with too few digits: all lines added, or some taken off
        "Line|2023 £|2022 £\nNets|41|39\nBoats|22|24\nNet cash|63|51\n",
        "Line|2023 £|2022 £\nSales|7,085|6,613\nRents|218|316\nLess seeds|5,228|5,500\n"
        "Total|2,075|1,193\n",
        # what is off by one is rounded
        "Line|£'000|£'000\nNets|4,127|3,916\nBoats|2,233|2,418\nTotal|6,361|6,334\n",
    ],
)
def test_what_is_no_result_of_the_lines_above_it(text: str) -> None:
    assert misfits(text) == []


def test_a_deduction_may_be_printed_as_a_part() -> None:
    """3,789 + 8,703 + 18,390 = 30,882"""
    text = (
        "Cost|Total|Less: excluded|Indirect|Direct\nRent|1,700||700|1,000\n"
        "Nets|2,111||1,000|1,111\nBoats|30,882|3,789|8,703|18,390\n"
    )
    assert misfits(text) == []


def test_a_row_without_a_label_has_a_part_in_its_place() -> None:
    """157 + 60 + 16 + 14 = 247"""
    assert misfits("Yes|Rather|Hardly|Never|Total\n157|60|16|14|247\n") == []


BUDGET = """
Line|Budget|Spent|Next budget|Spent again
CAPITAL||||
Boat hall|||1,000|
Yards|500|500|500|500
Harbour news|500|561|300|360
Works|{}|7,078|6,700|8,445
CAPITAL TOTAL|7,452|8,139|8,500|9,305
Spent (expenditure)|1|2|3|4
"""


def test_empty_cells_of_a_budget_are_nothing() -> None:
    """500 + 500 + 6,452 = 7,452"""
    assert misfits(BUDGET.format("6,452")) == []
    assert misfits(BUDGET.format("6,552")) == [("CAPITAL TOTAL, Budget", "7,452", " 500 500 6,552")]


def test_a_total_value_can_be_nothing_but_a_total() -> None:
    """350 + 250 + 601 = 1,201"""
    text = "Thing|Value\nBoats|350\nNets|250\nRopes|601\nTOTAL VALUE|{}\n"
    assert misfits(text.format("1,201")) == []
    assert misfits(text.format("1,211")) == [("TOTAL VALUE, Value", "1,211", "350 250 601")]


def test_a_label_that_ends_with_a_comma_goes_on_below() -> None:
    """12 + 4 + 7 = 23"""
    text = "Trade|Boats\nFishing|12\nSelling of boats,|\nnets and ropes|4\nMending|7\nTotal|{}\n"
    assert ("Total, Boats", "23", "12 4 7", "consistent") in found(text.format("23"))


INCOME = """
Line|2023 £|2022 £|2021 £|2020 £
Sales|70,851|66,131|51,207|48,113
Less seeds|52,283|55,007|31,115|22,220
Rents|1,203|2,114|3,025|4,416
Net income|{}
"""


def test_as_many_results_may_fail_as_fit_where_these_have_many_digits() -> None:
    """70,851 - 52,283 + 1,203 = 19,771 and 13,238; 23,117 and 30,309 in the others"""
    assert misfits(INCOME.format("19,771|13,238|23,117|30,309")) == []
    assert misfits(INCOME.format("19,771|13,238|23,137|30,409")) == [
        ("Net income, 2021 £", "23,137", "51,207 31,115 3,025"),
        ("Net income, 2020 £", "30,409", "48,113 22,220 4,416"),
    ]
