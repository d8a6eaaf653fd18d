"""Tables as accounts print them: minus in brackets, with currency and percent sign outside."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.audit.audit import audit
from moditrack.audit.found_claim import Claim
from moditrack.checks.verdicts import Result
from moditrack.documents.document import read_bytes
from moditrack.documents.quantities import read_cell


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("$(1,234)", -1234, "USD"),
        ("£ (1,234)", -1234, "GBP"),
        ("US$(5)", -5, "USD"),
        ("(35)%", -35, "percent"),
        ("(0.5) %", Fraction(-1, 2), "percent"),
        ("$1,234", 1234, "USD"),
        ("35%", 35, "percent"),
    ],
)
def test_brackets_within_a_currency_or_percent_sign_are_minus(
    printed: str, value: int | Fraction, unit: str
) -> None:
    found = read_cell(printed)
    assert found is not None
    assert (found.value, found.unit) == (Fraction(value), unit)


def results(text: str) -> list[tuple[Claim, Result]]:
    return audit(read_bytes(text.encode()).passages).claims


def misfits(rows: str) -> list[tuple[str, str, str]]:
    """Kind, printed number and verdict of what is in a Markdown table, misfits only."""
    lines = [line.strip() for line in rows.strip().splitlines()]
    columns = lines[0].count("|") - 1
    return [
        (claim.kind, claim.stated.printed, result.verdict)
        for claim, result in results("\n".join([lines[0], "|" + "---|" * columns, *lines[1:]]))
        if result.verdict not in ("consistent", "not-checkable")
    ]


# 29,816 - 34,066 = -4,250; 19,065 - 17,830 = 1,235; 48,881 - 51,896 = -3,015 (-5.8%)
CHANGES = """
|  | 2019 | 2018 | Increase (Decrease) | Percent change |
| Products | $29,816 | $34,066 | $(4,250) | (12)% |
| Services | 19,065 | 17,830 | 1,235 | 7% |
| Total cost | $48,881 | $51,896 | $(3,015) | (6)% |
"""


def test_changes_of_both_signs() -> None:
    assert misfits(CHANGES) == []
    assert misfits(CHANGES.replace("(12)%", "(21)%")) == [("increase", "(21)%", "inconsistent")]


# payments: 89.7 + 5.7 = 95.4; adjustments: -0.5 + 0.1 = -0.4
PAYMENTS = """
| | Balance | Payments | Adjustments |
| Employees | $53.0 | $(89.7) | $(0.5) |
| Offices | 2.5 | (5.7) | 0.1 |
| Total | $55.5 | $(95.4) | $(0.4) |
"""


def test_totals_of_amounts_in_brackets() -> None:
    assert misfits(PAYMENTS) == []
    assert misfits(PAYMENTS.replace("(95.4)", "(94.5)")) == [("total", "$(94.5)", "inconsistent")]


def test_a_table_in_which_plus_is_what_is_better() -> None:
    # 697 is 5.0% over 664, 3,183 0.3% below 3,193, 108 5.3% below 114, 3,988 0.4% over 3,971
    assert not misfits("""
        | | 2019 | 2018 | Change | % change |
        | Wireless | 697 | 664 | (33) | (5.0%) |
        | Wireline | 3,183 | 3,193 | 10 | 0.3% |
        | Media | 108 | 114 | 6 | 5.3% |
        | All | 3,988 | 3,971 | (17) | (0.4%) |
    """)


# from 232 to 201 is -13.4%, from 98 to 136 38.8%, from 10 to 19 90%, from 50 to 60 20%
WRONG_YEAR = """
| | 2020 | 2019 | % change |
| Searches | 201 | 232 | -15.4% |
| Stops | 136 | 98 | 27.9% |
| Arrests | 19 | 10 | 47.4% |
| Fines | 60 | 50 | 16.7% |
"""


def test_changes_divided_by_the_later_year_are_misfits_with_their_slip() -> None:
    assert [each[2] for each in misfits(WRONG_YEAR)] == ["inconsistent"] * 4
    right = WRONG_YEAR.replace("-15.4%", "-13.4%").replace("27.9%", "38.8%")
    assert not misfits(right.replace("47.4%", "90%").replace("16.7%", "20%"))


def test_years_below_the_heading_are_no_parts() -> None:
    # 2,016,666 + 458,202 + 842,000 = 3,316,868
    assert not misfits("""
        | | Outstanding as of December | Exercisable |
        | Issued | 2019 | Through |
        | January | 2,016,666 | November |
        | June | 458,202 | December |
        | August | 842,000 | December |
        | Total | 3,316,868 | |
    """)


def test_a_total_above_the_parts_of_another() -> None:
    # 863.4 - 8.7 + 51.2 - 4.6 - 72.5 = 828.8
    assert not misfits("""
        | | 2019 | 2018 |
        | Ships | 1,801.5 | 1,675.1 |
        | Total (value) | 1,801.5 | 1,675.1 |
        | Borrowings | 863.4 | 754.7 |
        | Land | -8.7 | - |
        | Building | 51.2 | 258.0 |
        | Loans | -4.6 | - |
        | Cash | -72.5 | -127.4 |
        | Total (loan) | 828.8 | 885.3 |
    """)


def test_a_unit_that_a_heading_gives_for_some_columns_only() -> None:
    # 15,363 + 22,919 + 9,382 + 110 = 47,774
    assert not misfits("""
        | | | | Payments due by period (in thousands) | | |
        | Contracts | Total | Less than 1 year | 1-3 years | 3-5 years | 5 years |
        | Leases | 47,774 | $15,363 | $22,919 | $9,382 | $110 |
        | Claims | 20,587 | 9,687 | 10,900 | - | - |
        | Total | 68,361 | $25,050 | $33,819 | $9,382 | $110 |
    """)


# 152,360 + 22,713 + 82,577 = 257,650, which less 2,313 is 255,337; 70,799 - 66,931 = 3,868
OFFICE = """
| | 2018 £ | Note |
| Salaries | 152,360 | 3.4 posts |
| Office | 22,713 | Rent |
| Services | 82,577 | |
| Central support | 257,650 | |
| Interest | (2,313) | |
| Total | 255,337 | |
"""


def test_a_total_over_a_line_that_is_the_sum_of_those_above() -> None:
    assert not misfits(OFFICE)
    assert misfits(OFFICE.replace("255,337", "253,537")) == [("total", "253,537", "inconsistent")]


def test_a_difference_of_amounts_that_rounding_explains_is_no_misfit() -> None:
    rows = """
        | | 2018 £ | 2017 £ | Change £ |
        | Lights | £70,799 | £66,931 | £3,869 |
        | Markets | £50,100 | £48,050 | £2,050 |
        | Parks | £31,200 | £30,100 | £1,100 |
    """
    assert misfits(rows) == [("difference", "£3,869", "ambiguous")]
    assert misfits(rows.replace("3,869", "3,968")) == [("difference", "£3,968", "inconsistent")]


# 2,412 + 49 = 2,461, 2,388 + 72 = 2,460, 1,204 + 96 = 1,300, 1,609 - 230 = 1,379
ACCOUNT = """
Account of the harbour

2023 2022 2021 2020 2019
£000 £000 £000 £000 £000
Revenue 5,160 4,142 3,588 3,442 3,656
Operating profit 2,412 2,388 2,350 1,204 1,609
{quay}Net finance income 49 72 113 96 (230)
Profit before tax 2,461 2,460 {before_tax} 1,300 1,379
Tax charge (488) (434) (248) 549 432
Profit after tax 1,973 2,026 {after_tax} 1,849 1,811
"""


def totals_of_2021(quay: str, before_tax: str, after_tax: str) -> list[tuple[str, str]]:
    """The printed number and verdict of each result of the third column."""
    text = ACCOUNT.format(quay=quay, before_tax=before_tax, after_tax=after_tax)
    return [
        (claim.stated.printed, result.verdict)
        for claim, result in results(text)
        if claim.stated.printed in (before_tax, after_tax)
    ]


def test_a_number_without_a_column_leaves_the_results_below_it_open() -> None:
    # 2,350 - 1,200 + 113 = 1,263; 1,263 - 248 = 1,015
    lost = "Provision for the quay (1,200)\n"
    assert totals_of_2021(lost, "1,263", "1,015") == [
        ("1,263", "not-checkable"), ("1,015", "consistent"),
    ]  # fmt: skip
    # without that row 2,350 + 113 = 2,463; a year in brackets is no number
    assert totals_of_2021("Provisions (2021)\n", "2,643", "2,395") == [
        ("2,643", "inconsistent"), ("2,395", "consistent"),
    ]  # fmt: skip
