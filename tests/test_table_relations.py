"""Lines of a table that others give though no label says so: net rows, differences, shares."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes


def found(rows: str) -> list[tuple[str, str, str, str]]:
    """Kind, printed number, inputs and verdict of what a Markdown table derives."""
    lines = [line.strip() for line in rows.strip().splitlines()]
    text = "\n".join([lines[0], "|" + "---|" * (lines[0].count("|") - 1), *lines[1:]])
    return [
        (
            claim.kind,
            claim.stated.printed,
            " ".join(one.quantity.printed for one in claim.inputs),
            result.verdict,
        )
        for claim, result in audit(read_bytes(text.encode()).passages).claims
    ]


# 51,240 - 43,105 = 8,135; 51,240 - 48,922 = 2,318; 8,135 - 2,318 = 5,817
BALANCE = """
| | 2021 | 2020 |
| Fees received | 51,240 | 48,310 |
| Paid to crews | 43,105 | 44,207 |
| Kept by the harbour | 8,135 | 4,103 |
"""
# 8,135 + 20,419 - 1,250 = 27,304; 4,103 + 18,226 - 1,910 = 20,419
FUNDS = """
| | 2021 | 2020 |
| Net income | 8,135 | 4,103 |
| Funds at the start | 20,419 | 18,226 |
| Gifts passed on | 1,250 | 1,910 |
| Funds at the end | 27,304 | 20,419 |
"""
# 145 / 1,501 = 9.66%, 87 / 1,312 = 6.63%, 63 / 1,187 = 5.31%
SHARES = """
| Year | False | Alarms | Of all |
| 2009 | 145 | 1,501 | 9.7 |
| 2010 | 87 | 1,312 | 6.6 |
| 2011 | 63 | 1,187 | 5.3 |
"""


@pytest.mark.parametrize(
    ("rows", "one"),
    [
        (BALANCE, ("difference", "8,135", "51,240 43,105", "consistent")),
        (FUNDS, ("remainder", "27,304", "8,135 20,419 1,250", "consistent")),
        (SHARES, ("share", "6.6", "87 1,312", "consistent")),
    ],
)
def test_lines_that_only_the_numbers_join(rows: str, one: tuple[str, str, str, str]) -> None:
    assert one in found(rows)


@pytest.mark.parametrize(
    "rows",
    [
        # nothing says that the last line is what is left: the numbers do not
        BALANCE.replace("| 8,135 |", "| 8,153 |").replace("| 4,103 |", "| 4,130 |"),
        # one of two does not fit: too few to call it a misfit
        BALANCE.replace("| 8,135 |", "| 8,153 |"),
        SHARES.replace("| 6.6 |", "| 6.9 |"),
    ],
)
def test_what_only_the_numbers_join_is_no_misfit(rows: str) -> None:
    assert {each[3] for each in found(rows)} <= {"consistent", "not-checkable"}


# 310 + 45 + 128 = 483; 62 + 483 = 545
FORM = """
| Line | Item | Number |
| 1 | Reference books | 62 |
| 2 | Novels | 310 |
| 3 | Maps | 45 |
| 4 | Records | 128 |
| 5 | Books to lend (sum of lines 2 to 4) | 483 |
| 6 | All stock (sum of lines 1 and 5) | 545 |
"""


def test_a_total_of_the_lines_that_its_label_names() -> None:
    assert ("total", "483", "310 45 128", "consistent") in found(FORM)
    assert ("total", "545", "62 483", "consistent") in found(FORM)
    wrong = found(FORM.replace("| 545 |", "| 554 |"))
    assert ("total", "554", "62 483", "inconsistent") in wrong


# 45 + 38 + 12 + 10 = 105, and the last column only numbers the rows
NUMBERED = """
| Item | Number | |
| Novels | 45 | 56 |
| Maps | 38 | 57 |
| Records | 12 | 58 |
| Prints | 10 | 59 |
| Total | 105 | 60 |
"""


def test_a_column_that_numbers_the_rows_is_in_no_sum() -> None:
    assert found(NUMBERED) == [("total", "105", "45 38 12 10", "consistent")]
    wrong = found(NUMBERED.replace("| 105 |", "| 115 |"))
    assert wrong == [("total", "115", "45 38 12 10", "inconsistent")]


def test_numbers_in_brackets_are_quoted_as_printed() -> None:
    assert ("difference", "127,978", "(132,000) (4,022)", "consistent") in found("""
| | Spent | Budget | Variance |
| Shops | (4,022) | (132,000) | 127,978 |
| Arts | (94,886) | (190,000) | 95,114 |
""")
