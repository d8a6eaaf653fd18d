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
    ("joined", "text"),
    [
        # of each boat; a new account; the same amount again; no balance before it
        ("Opening balance £500.00 Add nets £20.00 Closing balance £340.00",
         "Opening balance £500.00 Add nets at £20.00 Closing balance £340.00"),
        ("Opening balance £500.00 Add nets £20.00 Closing balance £340.00",
         "Opening balance £500.00 Add nets £20.00 each. Closing balance £340.00"),
        ("Opening balance £500.00 Less fees £20.00 Balance carried forward £340.00",
         "Opening balance £500.00 Less fees £20.00 Bank balance brought forward £340.00"),
        ("Opening balance £500.00 Less fees £20.00 Closing balance £460.00",
         "Opening balance £500.00 Less fees of £20.00 £20.00 Closing balance £480.00"),
        ("Opening balance £500.00 Less nets £20.00 Closing balance £340.00",
         "Fees £500.00 Less nets £20.00 Closing balance £340.00"),
    ],
)  # fmt: skip
def test_what_no_wording_joins(joined: str, text: str) -> None:
    """340 is neither 500 + 20 nor 500 - 20, and 460 is not 480: the first wording says it is."""
    assert [one[2] for one in found(f"The board met.\n\n{joined}\n")] == ["inconsistent"]
    assert not [one for one in found(f"The board met.\n\n{text}\n") if one[2] != "consistent"]


def test_an_amount_without_words_is_held_against_others_that_fit() -> None:
    """500 + 30 = 530, 530 - 10 = 520; 520 - 20 = 500, and 530 + 10 = 540 is not meant"""
    text = (
        "The board met.\n\nOpening balance £500.00 Add sales £30.00 £530.00 Less wages £10.00 {}\n"
    )
    assert found(text.format("£520.00"))[1] == ("£520.00", "£530.00 £10.00", "consistent")
    assert len(found(text.format("£540.00"))) == 1  # one that fits is too few
    more = text.format("£520.00 Less fees £20.00 £400.00")
    assert found(more)[2:] == [("£400.00", "£520.00 £20.00", "inconsistent")]


@pytest.mark.parametrize(
    ("lines", "stated"),
    [
        # two amounts need 4 digits, or nearly: 31.71 and not 31.41; more lines 3: 101 and not 99
        (("Harl £20.00", "Quay £11.71", "Net dues {}"), ("£31.71",)),
        (("Harl £20.00", "Quay £11.41", "Net dues {}"), ()),
        (("Harl 50", "Quay 30", "Ford 21", "Total boats {}"), ("101",)),
        (("Harl 48", "Quay 30", "Ford 21", "Total boats {}"), ()),
    ],
)
def test_how_many_digits_are_no_chance(lines: tuple[str, ...], stated: tuple[str, ...]) -> None:
    """log10 of 3171, 3141, 101 and 99 are 3.501, 3.497, 2.004 and 1.996."""
    sums = {"£11.71": "£31.71", "£11.41": "£31.41", "50": "101", "48": "99"}
    printed = next(total for part, total in sums.items() if part in " ".join(lines[:2]).split())
    text = "Fees\n\n" + "\n\n".join(lines).format(printed) + "\n"
    assert tuple(one[0] for one in found(text)) == stated


def test_rand_are_sums_of_money() -> None:
    """R1,000.00 + R2,500.00 = R3,500.00"""
    text = "Opening balance R1,000 Add receipts R2,500 Closing balance {}"
    assert found(f"Fund\n\n{text.format('R3,500')}\n")[0][2] == "consistent"
    assert found(f"Fund\n\n{text.format('R3,600')}\n")[0][2] == "inconsistent"


def test_deducted_takes_off_in_a_text_as_in_a_table() -> None:
    """500 - 20 = 480, and b/d opens"""
    text = "Fund\n\nBalance b/d £500.00 Deducted fees £20.00 Balance c/d {}\n"
    assert found(text.format("£480.00"))[0][2] == "consistent"
    assert found(text.format("£490.00"))[0][2] == "inconsistent"


def test_a_line_that_is_not_read_ends_an_account() -> None:
    """120 + 45 - 30 = 135: nothing joins the 45."""
    text = "Fund\n\nOpening balance 120\n\n{}\n\nLess payments 30\n\nClosing balance 135\n"
    assert found(text.format("Add receipts see page 4\n\n45")) == []
    assert found(text.format("Add receipts 45"))[0][2] == "consistent"
