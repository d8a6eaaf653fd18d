"""Lines that are called what is left of others, and the right tables that tempt to say they are."""

from __future__ import annotations

import pytest

from moditrack.checks.tables import check_table
from moditrack.documents.tables import PrintedTable


def found(text: str) -> list[tuple[str, str, str, str]]:
    """Each explicit result that is no total: cell, stated, inputs, verdict."""
    table = PrintedTable.from_rows([row.split("|") for row in text.strip().splitlines()])
    return [
        (
            check.entry.description,
            check.stated.printed,
            " ".join(one.printed for one in check.inputs),
            check.result.verdict,
        )
        for check in check_table(table)
        if check.pairing == "explicit" and check.kind in ("difference", "remainder")
    ]


CASES = """
Team|Opening|In|Out|Closing
North|41|17|22|36
South|35|12|9|38
East|18|21|16|{}
"""


def test_what_is_left_when_cases_come_in_and_go_out() -> None:
    right = [
        ("North, Closing", "36", "41 17 22", "consistent"),
        ("South, Closing", "38", "35 12 9", "consistent"),
    ]
    assert found(CASES.format(23)) == [*right, ("East, Closing", "23", "18 21 16", "consistent")]
    assert found(CASES.format(33)) == [*right, ("East, Closing", "33", "18 21 16", "inconsistent")]


SIGNED = """
Line|2022 £|2023 £
1. Balances brought forward|17,946|12,433
2. (+) Precept or rates and levies|50,375|52,138
3. (+) Total other receipts|17,111|20,894
4. (-) Staff costs|23,257|24,797
5. (-) Loan interest|0|0
6. (-) All other payments|49,742|38,808
7. (=) Balances carried forward|12,433|{}
"""


def test_lines_that_print_their_signs() -> None:
    """12,433 + 52,138 + 20,894 - 24,797 - 0 - 38,808 = 21,860"""
    inputs = "12,433 52,138 20,894 24,797 0 38,808"
    name = "7. (=) Balances carried forward, 2023 £"
    assert (name, "21,860", inputs, "consistent") in found(SIGNED.format("21,860"))
    assert (name, "21,960", inputs, "inconsistent") in found(SIGNED.format("21,960"))


@pytest.mark.parametrize(
    ("text", "right", "misprint", "inputs"),
    [
        ("Project|Allocated|Spent|Remaining\nQuay|120,000|45,500|74,500\n"
         "Slip|80,000|79,120|{}\nPier|60,000|12,120|47,880\n",
         "880", "980", "80,000 79,120"),
        ("Team|Posts|Filled|Vacant\nA|24|21|3\nB|31|28|3\nC|19|12|{}\n", "7", "9", "19 12"),
        ("Month|Received|Granted|Refused|Outstanding\nMay|64|41|12|11\nJune|58|39|11|8\n"
         "July|71|50|9|{}\n", "12", "22", "71 50 9"),
        ("|2023 £|2022 £\nIncome|45,210|41,880\nExpenditure|43,775|42,016\n"
         "Surplus/(deficit)|{}|(136)\n", "1,435", "1,535", "45,210 43,775"),
        ("|2023 £|2022 £\nBalance brought forward|12,433|11,209\nReceipts|52,138|50,375\n"
         "Payments|49,007|49,151\nBalance carried forward|{}|12,433\n",
         "15,564", "15,554", "12,433 52,138 49,007"),
        ("|Expenditure|Income|Net\nMuseums|412|157|255\nLibraries|933|61|872\n"
         "Theatre|518|604|{}\n", "(86)", "(96)", "518 604"),
    ],
)  # fmt: skip
def test_what_labels_call_left(text: str, right: str, misprint: str, inputs: str) -> None:
    for printed, verdict in ((right, "consistent"), (misprint, "inconsistent")):
        own = [one[2:] for one in found(text.format(printed)) if one[1] == printed]
        assert own == [(inputs, verdict)]


@pytest.mark.parametrize(
    "text",
    [
        # one post too many is not printed as less than none
        "Team|Posts|Filled|Vacant\nA|24|21|3\nB|18|19|0\nC|31|28|3\nD|12|11|1\n",
        # two cases were moved from one team to another
        "Team|Opening|In|Out|Closing\nNorth|41|17|22|34\nSouth|35|12|9|40\nEast|18|21|16|23\n"
        "Total|94|50|47|97\n",
        # transfers between funds are not printed
        "Fund|Opening|Income|Spent|Closing\nGeneral|4,100|900|1,250|3,900\n"
        "Reserve|2,400|120|300|2,370\nCapital|1,050|60|0|1,110\n",
        # a deduction without a sign, in the order of a form
        "Post|Started|Left|At end\nA|12|4|31\nB|9|6|22\nC|7|7|18\n",
        # thousands that are rounded
        "|2023|2022\nIncome|4,521|4,188\nExpenditure|4,377|4,202\nSurplus|143|(13)\n",
        # a note
        "Fund|Opening|Income|Spent|Closing\nA|410|90|125|375\nB|240|12|30|222\nC*|105|6|0|131\n",
    ],
)
def test_right_tables_have_no_misfit(text: str) -> None:
    verdicts = {one[3] for one in found(text)}
    assert verdicts <= {"consistent", "not-checkable"}


def test_a_line_that_is_taken_off_a_total() -> None:
    rows = "Item|£\nStaff|41,200\nPremises|8,300\nLess: recharges|6,100\nTotal|{}\n"
    for printed, verdict in (("43,400", "consistent"), ("43,500", "inconsistent")):
        text = rows.format(printed)
        table = PrintedTable.from_rows([row.split("|") for row in text.strip().splitlines()])
        (check,) = check_table(table)
        assert (check.stated.printed, check.result.verdict) == (printed, verdict)


@pytest.mark.parametrize(
    "text",
    [
        # 177 - 181 - 85 = -89 and 26 - 127 - 44 = -145; 111 - 47 + 25 + 46 = 135
        "Line|2024 £|2023 £|2022 £\nSales|177|19|26\nNets|181|100|127\nRent|85|173|44\n"
        "Balance carried forward|89|74|145\n",
        "Line|2024 £|2023 £|2022 £\nSales|111|177|141\nNets|47|177|190\nRopes|25|71|1\n"
        "Boats|46|188|177\nNet assets|135|184|129\n",
    ],
)
def test_signs_that_no_label_says_may_fit_by_chance(text: str) -> None:
    assert [one for one in found(text) if one[-1] == "inconsistent"] == []
