"""Accounts that were run into a text: balances, what is added and taken off, worked out by hand."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes


def found(text: str) -> list[tuple[str, str, str]]:
    """Each explicit sum: stated, inputs, verdict."""
    return [
        (claim.stated.printed, " ".join(one.quantity.printed for one in claim.inputs), r.verdict)
        for claim, r in audit(read_bytes(text.encode()).passages).claims
        if claim.pairing == "explicit" and claim.kind in ("total", "difference", "remainder")
    ]


BALANCE = (
    "The harbour board met.\n\nBalance brought forward: £29,508.34 Add receipts to date "
    "£31,075.16 {} Less payments to date £29,443.50 CASH BALANCE 31 March {} Bank balance "
    "statement no.6 £33,423.04 Minus payments not cleared £1,906.70 Minus new payments "
    "£2,323.03 £4,229.73 Reconciled balance {}\n"
)


def test_a_reconciliation_in_one_line() -> None:
    """29,508.34 + 31,075.16 = 60,583.50, less 29,443.50 = 31,140; 33,423.04 - 4,229.73"""
    right = ("£60,583.50", "£31,140.00", "£29,193.31")
    assert found(BALANCE.format(*right)) == [
        ("£60,583.50", "£29,508.34 £31,075.16", "consistent"),
        ("£31,140.00", "£60,583.50 £29,443.50", "consistent"),
        ("£4,229.73", "£1,906.70 £2,323.03", "consistent"),
        ("£29,193.31", "£33,423.04 £4,229.73", "consistent"),
    ]
    wrong = [one for one in found(BALANCE.format(right[0], "£31,240.00", right[2]))
             if one[2] != "consistent"]  # fmt: skip
    assert wrong == [("£31,240.00", "£60,583.50 £29,443.50", "inconsistent")]


def test_amounts_on_lines_of_their_own() -> None:
    """117.00 + 168.25 + 19.10 = 304.35"""
    text = (
        "Payments of the board\n\nHarl Town 117.00\n\nQuay 168.25\n\nNets and ropes 19.10\n\n"
        "Subtotal 304.35\n"
    )
    assert found(text) == [("304.35", "117.00 168.25 19.10", "consistent")]
    assert found(text.replace("304.35", "394.35")) == []  # there may be others


def test_numbers_at_the_end_of_lines() -> None:
    """1,250 + 3,400 - 2,917 = 1,733; 120 + 45 + 36 = 201"""
    text = "Fund\n\nBalance at 1 April 1,250\n\nAdd receipts 3,400\n\nLess payments 2,917\n\n{}\n"
    assert found(text.format("Balance at 31 March 1,733")) == [
        ("1,733", "1,250 3,400 2,917", "consistent")
    ]
    assert found(text.format("Balance at 31 March 1,793"))[0][2] == "inconsistent"
    boats = "Boats\n\nHarl 120\n\nQuay 45\n\nFord 36\n\nTotal boats {}\n"
    assert found(boats.format(201)) == [("201", "120 45 36", "consistent")]
    assert found(boats.format(211)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The balance was £500.00. Add nets at £20.00 each. Boats cost £340.00.",
        "Balance £500.00 Less fees £20.00 Bank balance brought forward £340.00",
        "Balance £500.00 Less fees of £20.00 £20.00",
        "Fees £500.00 Less nets £20.00 £340.00",
    ],
)
def test_what_no_wording_joins(text: str) -> None:
    assert not [one for one in found(f"The board met.\n\n{text}\n") if one[2] != "consistent"]
